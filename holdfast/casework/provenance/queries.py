"""Who owns what, and what stood there before."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable

from django.apps import apps
from django.db import models

from .models import FieldChange, OwnedField, Owner


def type_of(record: models.Model | type[models.Model]) -> str:
    """How a kind of record is named in these tables: care.Episode."""
    return record._meta.label


def model_of(record_type: str) -> type[models.Model]:
    return apps.get_model(record_type)


def owner_of(record: models.Model, field: str) -> Owner:
    """Who owns one field: its own row says so, else whoever made the record does."""
    row = OwnedField.objects.filter(record_type=type_of(record), record_id=record.pk, field=field).first()
    if row is not None:
        return Owner(row.owner)
    return Owner.TYPED if getattr(record, "made_by_intake", None) is None else Owner.RETURN


def history_of(record: models.Model) -> models.QuerySet[FieldChange]:
    """Every value the record held before, oldest first."""
    return FieldChange.objects.filter(record_type=type_of(record), record_id=record.pk).order_by("id")


def corrected_by_people(
    model: type[models.Model], ids: Iterable[int], fields: Iterable[str]
) -> list[FieldChange]:
    """What people changed of these records in these fields where something stood before; oldest first, with the
    person and the reason they gave, if any."""
    theirs = FieldChange.objects.filter(
        record_type=type_of(model), record_id__in=list(ids), field__in=list(fields)
    )
    found = theirs.filter(source=Owner.TYPED).exclude(before="").select_related("changed_by", "why")
    return list(found.order_by("id"))


def last_change(record: models.Model) -> int:
    """The id of the last change of a record; 0 when it never changed."""
    return history_of(record).values_list("pk", flat=True).last() or 0


def changes_after(record: models.Model, change: int) -> models.QuerySet[FieldChange]:
    """What changed of a record after one change, oldest first."""
    return history_of(record).filter(pk__gt=change)


class Ownership:
    """The fields of one kind of record that have an owner of their own, read once for a whole import."""

    def __init__(self, model: type[models.Model]) -> None:
        self._fields: dict[int, dict[str, str]] = defaultdict(dict)
        rows = OwnedField.objects.filter(record_type=type_of(model)).values_list(
            "record_id", "field", "owner"
        )
        for record_id, field, owner in rows.iterator():
            self._fields[record_id][field] = owner

    def of(self, record_id: int) -> dict[str, str]:
        """The owners of one record's fields, where they have their own."""
        return self._fields.get(record_id, {})
