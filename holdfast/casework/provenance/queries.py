"""Who owns what, and what stood there before."""

from __future__ import annotations

from collections import defaultdict

from django.apps import apps
from django.db import models

from .models import EVERY_FIELD, FieldChange, OwnedField, Owner


def type_of(record: models.Model | type[models.Model]) -> str:
    """How a kind of record is named in these tables: care.Episode."""
    return record._meta.label


def model_of(record_type: str) -> type[models.Model]:
    return apps.get_model(record_type)


def owner_of(record: models.Model, field: str) -> Owner:
    """Who owns one field: its own row says so, else the row for every field; without either it was typed."""
    rows = OwnedField.objects.filter(
        record_type=type_of(record), record_id=record.pk, field__in=[field, EVERY_FIELD]
    )
    owners = {row.field: Owner(row.owner) for row in rows}
    return owners.get(field) or owners.get(EVERY_FIELD) or Owner.TYPED


def history_of(record: models.Model) -> models.QuerySet[FieldChange]:
    """Every value the record held before, oldest first."""
    return FieldChange.objects.filter(record_type=type_of(record), record_id=record.pk).order_by("id")


class Ownership:
    """Who owns the fields of every record of one kind, read once for a whole import."""

    def __init__(self, model: type[models.Model]) -> None:
        self._returned: set[int] = set()
        self._fields: dict[int, dict[str, str]] = defaultdict(dict)
        rows = OwnedField.objects.filter(record_type=type_of(model)).values_list(
            "record_id", "field", "owner"
        )
        for record_id, field, owner in rows.iterator():
            if field == EVERY_FIELD:
                self._returned.add(record_id)
            else:
                self._fields[record_id][field] = owner

    def is_typed(self, record_id: int, field: str, value: object) -> bool:
        """Whether only a person may change what stands in the field. A blank nobody chose may be filled."""
        owner = self._fields[record_id].get(field) if record_id in self._fields else None
        if owner:
            return owner == Owner.TYPED
        return record_id not in self._returned and value not in (None, "")

    def is_nobodys(self, record_id: int, field: str) -> bool:
        """Whether no return made the record and nobody has filled this field of it."""
        return record_id not in self._returned and field not in self._fields.get(record_id, {})

    def holds_something_typed(self, record_id: int) -> bool:
        """Whether somebody typed any of the record, or made it."""
        return record_id not in self._returned or Owner.TYPED in self._fields.get(record_id, {}).values()
