"""Arranging the sections of a report: their order, their titles, which are left out, which are the service's own."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import asdict, dataclass
from typing import Any

from django.core.exceptions import ValidationError
from django.db import transaction

from holdfast.casework.access.roles import Permission
from holdfast.casework.access.rules import check_by
from holdfast.casework.audit.actions import record
from holdfast.casework.provenance.actions import keep_what_is_removed, set_fields

from .models import SectionChoice
from .rules import check_year

#: what a key of a section the service added begins with, so that none is ever one of the program's
OWN = "own-"
_FIELDS = ["order", "hidden", "added", "title", "prompt"]


@dataclass(frozen=True)
class Placing:
    """A section in its place; ``title`` empty: the program's own."""

    key: str
    title: str = ""
    prompt: str = ""
    hidden: bool = False
    added: bool = False


@transaction.atomic
def arrange_sections(
    *, kind: str, year_ending: int, sections: Sequence[Placing], did: str, section: str = "", by: Any
) -> int:
    """The sections of a year's report in this order; those of later years that chose nothing follow.

    ``did`` and ``section`` say for the audit trail what was done: ``up``, ``hidden``. What stood before is kept.
    Returns how many places changed. Raises ValidationError for an arrangement that cannot be printed.
    """
    check_by(by, Permission.WRITE_REPORT)
    check_year(year_ending)
    check_sections(sections)
    stands = {
        one.key: one
        for one in SectionChoice.objects.select_for_update().filter(kind=kind, year_ending=year_ending)
    }
    changed = sum(
        _put(kind, year_ending, order, placing, stands.get(placing.key), by)
        for order, placing in enumerate(sections)
    )
    for gone in stands.keys() - {placing.key for placing in sections}:
        keep_what_is_removed(record=stands[gone], fields=["key", *_FIELDS], by=by)
        stands[gone].delete()
        changed += 1
    if changed:
        detail = {"kind": kind, "year": year_ending, "did": did, "section": section}
        record(by=by, verb="sections.arranged", subject=SectionChoice, detail=detail)
    return changed


def _put(
    kind: str, year_ending: int, order: int, placing: Placing, stands: SectionChoice | None, by: Any
) -> bool:
    values = {"order": order, **asdict(placing)}
    if stands is None:
        made = SectionChoice(kind=kind, year_ending=year_ending, **values)
        made.full_clean(validate_constraints=False)
        made.save()
        return True
    del values["key"]
    return bool(set_fields(record=stands, values=values, by=by))


def check_sections(sections: Sequence[Placing]) -> None:
    """Raises ValidationError: no section twice, one shown at least, and what the service adds has a title."""
    keys = [one.key for one in sections]
    if len(keys) != len(set(keys)):
        raise ValidationError("A section stands twice in this order. Open the page again and try once more.")
    if all(one.hidden for one in sections):
        raise ValidationError("A report needs one section at least. Show another one before you hide this.")
    for one in sections:
        if one.added and not one.title.strip():
            raise ValidationError({"title": "Enter a title for the section."})
        if one.added != one.key.startswith(OWN):
            raise ValidationError("Only a section you added can be taken out; hide the others instead.")
