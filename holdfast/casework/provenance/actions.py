"""Changing a value so that what stood there is kept and who owns it is known. Used by the actions of the apps above."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from django.core.exceptions import ValidationError
from django.db import models, transaction

from .models import ChangeReason, FieldChange, OwnedField, Owner
from .queries import type_of
from .rules import as_text


@transaction.atomic
def set_fields(
    *,
    record: models.Model,
    values: Mapping[str, Any],
    by: Any,
    source: Owner = Owner.TYPED,
    intake_id: int | None = None,
) -> list[str]:
    """Put values in a record's fields; returns the names of those that changed, which `source` owns from now on.

    The row is locked and read again first, so that of two people the second sees what the first wrote.
    Raises ValidationError (field -> sentence) when a value cannot stand in its field; then nothing has changed.
    """
    record.refresh_from_db(from_queryset=type(record)._base_manager.select_for_update())
    before = {field: getattr(record, field) for field in values}
    after = _cleaned(record, values)
    changed = [field for field in values if before[field] != after[field]]
    if not changed:
        return []
    take_ownership(record=record, fields=changed, owner=source, intake_id=intake_id)
    for field in changed:
        setattr(record, field, after[field])
    record.save(update_fields=changed)
    FieldChange.objects.bulk_create(
        FieldChange(
            record_type=type_of(record),
            record_id=record.pk,
            field=field,
            before=as_text(before[field]),
            after=as_text(after[field]),
            changed_by=by,
            source=source,
            intake_id=intake_id,
        )
        for field in changed
    )
    return changed


@transaction.atomic
def give_reason(*, change: FieldChange, reason: str, by: Any) -> None:
    """Why a value was changed, in the words of who changed it. Called beside the action that changed it.

    Raises ValueError when somebody else made the change.
    """
    if change.changed_by_id != (by.pk if by is not None else None):
        raise ValueError("Only who made a change says why.")
    if reason.strip():
        ChangeReason.objects.create(change=change, reason=reason.strip())


@transaction.atomic
def keep_what_is_removed(*, record: models.Model, fields: list[str], by: Any) -> None:
    """Write down what stood in a record's fields before it is removed. Called inside the action that removes it."""
    FieldChange.objects.bulk_create(
        FieldChange(
            record_type=type_of(record),
            record_id=record.pk,
            field=field,
            before=as_text(getattr(record, field)),
            changed_by=by,
            source=Owner.TYPED,
        )
        for field in fields
    )


def _cleaned(record: models.Model, values: Mapping[str, Any]) -> dict[str, Any]:
    clean, wrong = {}, {}
    for field, value in values.items():
        column = record._meta.get_field(field)
        try:
            empty = value in (None, "")
            clean[field] = (
                (None if column.null else "") if empty and column.blank else column.clean(value, record)
            )
        except ValidationError as error:
            wrong[field] = error.messages
    if wrong:
        raise ValidationError(wrong)
    return clean


@transaction.atomic
def take_ownership(
    *, record: models.Model, fields: list[str], owner: Owner, intake_id: int | None = None
) -> None:
    """From now on `owner` owns these fields of the record. Called inside the action that sets them."""
    OwnedField.objects.bulk_create(
        [
            OwnedField(
                record_type=type_of(record),
                record_id=record.pk,
                field=field,
                owner=owner,
                intake_id=intake_id,
            )
            for field in fields
        ],
        update_conflicts=True,
        unique_fields=["record_type", "record_id", "field"],
        update_fields=["owner", "intake_id", "set_at"],
    )
