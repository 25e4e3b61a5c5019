"""Whom to ask, invite and send to about a child."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

from django.core.exceptions import ValidationError
from django.db import transaction

from holdfast.casework.audit.actions import record
from holdfast.casework.provenance.actions import set_fields

from .models import Child, Contact, Relation, Version
from .rules import CONTACT_CORRECTABLE, check_fields, check_may_correct


@transaction.atomic
def add_contact(
    *,
    child: Child,
    name: str,
    relation: Relation,
    email: str = "",
    version: Version = Version.FULL,
    note: str = "",
    by: Any,
) -> Contact:
    """Somebody to ask and invite, and which version of a record they are entitled to.

    Raises NotAllowed, NotYours, or ValidationError with a sentence per field.
    """
    check_may_correct(by, child)
    contact = Contact(
        child=child, name=name.strip(), relation=relation, email=email, version=version, note=note
    )
    contact.full_clean()
    contact.save()
    record(by=by, verb="contact.added", subject=contact, detail={"child": child.pk})
    return contact


@transaction.atomic
def correct_contact(*, contact: Contact, changes: Mapping[str, Any], by: Any) -> list[str]:
    """Other facts of somebody to ask. What stood there is kept. Returns the fields that changed."""
    check_may_correct(by, contact.child)
    check_fields(changes, CONTACT_CORRECTABLE)
    if not str(changes.get("name", contact.name)).strip():
        raise ValidationError({"name": "Enter their name."})
    changed = set_fields(record=contact, values=changes, by=by)
    if changed:
        detail = {"child": contact.child_id, "fields": changed}
        record(by=by, verb="contact.corrected", subject=contact, detail=detail)
    return changed


@transaction.atomic
def stop_contact(*, contact: Contact, on: date, by: Any) -> None:
    """From this day on they are no longer asked, invited or sent to; what they received stays on record."""
    check_may_correct(by, contact.child)
    if set_fields(record=contact, values={"stopped_on": on}, by=by):
        record(by=by, verb="contact.stopped", subject=contact, detail={"child": contact.child_id})
