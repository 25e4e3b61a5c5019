"""Changes of what a concern can be about: categories added, worded otherwise, ended. Managers only.

A code keeps its meaning for ever. Other words hold from a day on; what was raised is counted under its code.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import Any

from django.core.exceptions import ValidationError
from django.db import IntegrityError, models, transaction

from holdfast.casework.access.models import User
from holdfast.casework.access.roles import Permission
from holdfast.casework.access.rules import check_by
from holdfast.casework.audit.actions import record
from holdfast.casework.audit.queries import events_of_kind
from holdfast.casework.provenance.actions import keep_what_is_removed, set_fields
from holdfast.casework.service.rules import FIRST_DAY, LAST_DAY
from holdfast.domain.questionnaires.editing import key_from
from holdfast.domain.resolution import categories
from holdfast.domain.resolution.categories import OTHER
from holdfast.domain.wording import long_date

from .categories import all_categories
from .models import Concern, OwnCategory
from .rules import entered_meanwhile

_ENTERED = (
    "category.added",
    "category.renamed",
    "category.put_right",
    "category.ended",
    "category.goes_on",
    "ladder.set",
    "ladder.put_right",
    "answerer.named",
    "answerer.ended",
)
_KEPT = ["code", "head", "label", "from_date", "to_date", "reason"]


@transaction.atomic
def add_category(*, label: str, head: str, from_date: date, reason: str, by: Any) -> OwnCategory:
    """A category of this council's own. ``head``: the code of a group, or the name of one of its own.

    Raises NotAllowed, or ValidationError with a sentence per field: no name, one that is there already, no reason.
    """
    check_by(by, Permission.SET_RULES)
    known = {one.code: one.label for one in all_categories(date.max)}
    wrong = _wrong(label, from_date, reason, known.values())
    if not head.strip():
        wrong["head"] = "Choose the group the category stands in, or name a new one."
    if wrong:
        raise ValidationError(wrong)
    code = key_from(label, known, "own_")
    return _write("category.added", code, head.strip(), label.strip(), from_date, reason.strip(), by)


@transaction.atomic
def rename_category(*, code: str, label: str, from_date: date, reason: str, by: Any) -> OwnCategory:
    """Other words for a category from a day on; its code, its group and its last day stay as they are.

    Raises NotAllowed, or ValidationError with a sentence per field; a later wording has been entered already.
    """
    check_by(by, Permission.SET_RULES)
    now = _known(code)
    others = [one.label for one in all_categories(date.max) if one.code != code]
    wrong = _wrong(label, from_date, reason, others)
    newest = _newest(code)
    if newest and newest.from_date > from_date:
        wrong["from_date"] = (
            f"Other words hold from {long_date(newest.from_date)}. Choose that day or a later one."
        )
    if now.to_date and now.to_date < from_date:
        wrong["from_date"] = (
            f"This category ended on {long_date(now.to_date)}. Choose an earlier day, or let it go on first."
        )
    if wrong:
        raise ValidationError(wrong)
    if newest and newest.from_date == from_date:
        values = {"label": label.strip(), "reason": reason.strip()}
        changed = set_fields(record=newest, values=values, by=by)
        record(by=by, verb="category.put_right", subject=newest, detail={"code": code, "fields": changed})
        return newest
    given = (code, now.group, label.strip(), from_date, reason.strip())
    return _write("category.renamed", *given, by, to_date=now.to_date)


@transaction.atomic
def end_category(*, code: str, to_date: date | None, by: Any) -> OwnCategory:
    """The last day a category is offered; None: it goes on after all. What was raised under it keeps it.

    Raises NotAllowed, ValidationError.
    """
    check_by(by, Permission.SET_RULES)
    now = _known(code)
    if code == OTHER and to_date is not None:
        raise ValidationError(
            {"to_date": "“Other” stays, so that every concern can be raised. End another category."}
        )
    newest = _newest(code)
    if newest is None:
        if to_date is None:
            raise ValidationError("This category has no last day.")
        return _write(
            "category.ended", code, now.group, now.label, FIRST_DAY, "Ended here", by, to_date=to_date
        )
    if to_date is not None and to_date < newest.from_date:
        raise ValidationError(
            {"to_date": f"Its words hold from {long_date(newest.from_date)}. Choose that day or a later one."}
        )
    if set_fields(record=newest, values={"to_date": to_date}, by=by):
        verb = "category.ended" if to_date else "category.goes_on"
        record(by=by, verb=verb, subject=newest, detail={"code": code, "fields": ["to_date"]})
    return newest


@transaction.atomic
def take_back_category(*, category: OwnCategory, by: Any) -> None:
    """An entry made by mistake: the words before it hold again, or the category was never there. It is kept who did so.

    Raises NotAllowed, or ValidationError where concerns were raised under a category that would be gone.
    """
    check_by(by, Permission.SET_RULES)
    code = category.code
    newest = _newest(code)
    if newest is None or newest.pk != category.pk:
        raise ValidationError("Later words were entered for this category. Take those back first.")
    only = OwnCategory.objects.filter(code=code).count() == 1
    shipped = any(one.code == code for one in categories.shipped())
    if only and not shipped and Concern.objects.filter(category=code).exists():
        raise ValidationError("Concerns were raised under this category. Give it a last day instead.")
    keep_what_is_removed(record=newest, fields=_KEPT, by=by)
    record(by=by, verb="category.taken_back", subject=newest, detail={"code": code})
    newest.delete()


def entries_of(code: str) -> list[OwnCategory]:
    """What this council entered for a category, the newest first."""
    return list(OwnCategory.objects.filter(code=code).order_by("-from_date", "-id"))


def who_entered(entries: Iterable[models.Model]) -> dict[str, str]:
    """Who entered or last put right each category, ladder or answerer of one kind, by its id. Two queries."""
    found = list(entries)
    if not found:
        return {}
    events = events_of_kind(type(found[0]), [str(one.pk) for one in found], _ENTERED)
    people = User.objects.in_bulk({int(event.actor_id) for event in events if event.actor_id})
    return {
        event.subject_id: people[int(event.actor_id)].name if event.actor_id else "the service itself"
        for event in events
    }


def find_category(pk: int) -> OwnCategory | None:
    return OwnCategory.objects.filter(pk=pk).first()


def _newest(code: str) -> OwnCategory | None:
    return OwnCategory.objects.select_for_update().filter(code=code).order_by("-from_date", "-id").first()


def _known(code: str) -> categories.Category:
    found = next((one for one in all_categories(date.max) if one.code == code), None)
    if found is None:
        raise ValidationError("There is no such category. Choose one from the list.")
    return found


def _wrong(label: str, from_date: date, reason: str, taken: Any) -> dict[str, str]:
    wrong = {}
    if not label.strip():
        wrong["label"] = "Enter the name of the category."
    elif label.strip().casefold() in {one.casefold() for one in taken}:
        wrong["label"] = f"There is a category “{label.strip()}” already. Use it, or choose another name."
    if not FIRST_DAY <= from_date <= LAST_DAY:
        wrong["from_date"] = "Check the year: no category is kept for that day."
    if not reason.strip():
        wrong["reason"] = "Say why, for those who read the figures later."
    return wrong


def _write(
    verb: str,
    code: str,
    head: str,
    label: str,
    from_date: date,
    reason: str,
    by: Any,
    to_date: date | None = None,
) -> OwnCategory:
    given = OwnCategory(
        code=code, head=head, label=label, from_date=from_date, to_date=to_date, reason=reason
    )
    given.full_clean()
    try:
        with transaction.atomic():
            given.save()
    except IntegrityError:
        raise entered_meanwhile() from None
    record(by=by, verb=verb, subject=given, detail={"code": code})
    return given
