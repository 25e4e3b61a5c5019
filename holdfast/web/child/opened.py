"""What stood on a record when somebody opened its form: carried, sealed, through the form and its check page.

So a form that was opened earlier never puts back what a colleague has changed since.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from django.core import signing
from django.utils import timezone

from holdfast.casework.provenance.models import FieldChange, Owner
from holdfast.casework.provenance.queries import history_of, type_of
from holdfast.casework.provenance.rules import as_text
from holdfast.domain.wording import long_date

#: The name under which the form carries it.
OPENED = "opened"

Stood = dict[str, str]


class ChangedMeanwhile(Exception):
    """Somebody changed the record after the form was opened."""


def stands(record: Any, fields: Iterable[str]) -> Stood:
    """What stands in the fields now, as text."""
    return {field: as_text(getattr(record, field)) for field in fields}


def seal(record: Any, stood: Stood) -> str:
    return signing.dumps(stood, salt=_salt(record))


def unseal(record: Any, sealed: str) -> Stood | None:
    """What stood in the fields when the form was opened; None for a form that does not say, or is of another record."""
    try:
        return signing.loads(sealed, salt=_salt(record))
    except signing.BadSignature:
        return None


def who_changed(record: Any, fields: Iterable[str], reader: Any) -> str:
    """“Jo Reed changed this at 10:42”: the last change of one of these fields."""
    last = history_of(record).filter(field__in=list(fields)).select_related("changed_by").last()
    if last is None:
        return "This record was changed after you opened it"
    return f"{_who(last, reader)} changed this {_when(last)}"


def _who(change: FieldChange, reader: Any) -> str:
    if change.changed_by_id == reader.pk:
        return "You"
    name = change.changed_by.name if change.changed_by else "The service itself"
    return f"A return that {name} brought in" if change.source == Owner.RETURN else name


def _when(change: FieldChange) -> str:
    at = timezone.localtime(change.changed_at)
    day = "" if at.date() == timezone.localdate() else f" on {long_date(at.date())}"
    return f"at {at:%H:%M}{day}"


def _salt(record: Any) -> str:
    return f"correction:{type_of(record)}:{record.pk}"
