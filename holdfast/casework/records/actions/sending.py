"""Who receives which version of a record, how, and the day it went."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any

from django.core.exceptions import ValidationError
from django.db import transaction
from django.db.models import Q
from django.utils import timezone

from holdfast.casework.access.roles import Permission
from holdfast.casework.audit.actions import record as note
from holdfast.casework.people.models import AllocationRole, Contact, Relation, Version
from holdfast.casework.people.queries import allocated
from holdfast.casework.people.rules import check_fields
from holdfast.casework.provenance.actions import set_fields
from holdfast.casework.records.models import Method, Recipient, Record
from holdfast.casework.records.rules import check_day, check_theirs

FIELDS = ("version", "method", "left_out")
NOT_ENTITLED = "The list of contacts says that no record goes to them"


@transaction.atomic
def list_recipients(*, record: Record, on: date | None = None, by: Any) -> list[Recipient]:
    """Put on the list whom the contacts, the social worker and the child themselves make entitled; nobody twice.

    Returns those added. What somebody settled on the list already stays as it is.
    """
    child = record.review.child
    check_theirs(by, child, Permission.SEND_RECORDS, Permission.HOLD_REVIEWS)
    Record.objects.select_for_update().get(pk=record.pk)
    day = on or timezone.localdate()
    there = list(record.recipients.all())
    listed = {one.contact_id for one in there}
    relations = {one.relation for one in there}
    new = [
        _from_contact(record, contact)
        for contact in Contact.objects.filter(
            Q(stopped_on=None) | Q(stopped_on__gt=day), child=child
        ).order_by("id")
        if contact.pk not in listed
    ]
    relations |= {one.relation for one in new}
    if Relation.CHILD not in relations:
        new.append(_recipient(record, str(child), Relation.CHILD, Version.CHILD, Method.BY_HAND))
    worker = allocated(child, AllocationRole.SOCIAL_WORKER, day)
    if worker is not None and Relation.SOCIAL_WORKER not in relations:
        new.append(_recipient(record, worker.worker.name, Relation.SOCIAL_WORKER, Version.FULL, Method.HERE))
    for one in new:
        one.save()
    if new:
        note(by=by, verb="recipients.listed", subject=record, detail={"child": child.pk, "number": len(new)})
    return new


def _from_contact(record: Record, contact: Contact) -> Recipient:
    method = Method.EMAIL if contact.email else Method.POST
    one = _recipient(record, contact.name, contact.relation, contact.version, method)
    one.contact = contact
    if contact.version == Version.NONE:
        one.left_out = NOT_ENTITLED
    return one


def _recipient(record: Record, name: str, relation: str, version: str, method: str) -> Recipient:
    return Recipient(record=record, name=name, relation=relation, version=version, method=method)


@transaction.atomic
def add_recipient(
    *, record: Record, name: str, relation: str, version: str, method: str, left_out: str = "", by: Any
) -> Recipient:
    """Somebody who is on no list. Raises ValidationError with a sentence per field."""
    check_theirs(by, record.review.child, Permission.SEND_RECORDS, Permission.HOLD_REVIEWS)
    one = _recipient(record, name.strip(), relation, version, method)
    one.left_out = left_out.strip()
    _check(one)
    Record.objects.select_for_update().get(pk=record.pk)
    if record.recipients.filter(name=one.name, relation=relation).exists():
        raise ValidationError({"name": "They are on the list already."})
    one.save()
    note(by=by, verb="recipient.added", subject=one, detail={"child": record.review.child_id})
    return one


@transaction.atomic
def change_recipient(*, recipient: Recipient, changes: Mapping[str, Any], by: Any) -> list[str]:
    """Another version or way for somebody it has not gone to yet; or none, and why. Returns what changed."""
    child = recipient.record.review.child
    check_theirs(by, child, Permission.SEND_RECORDS, Permission.HOLD_REVIEWS)
    check_fields(changes, FIELDS)
    recipient.refresh_from_db(from_queryset=Recipient.objects.select_for_update())
    if recipient.sent_on:
        raise ValidationError("It has gone to them already. Take the sending back first.")
    tried = Recipient(
        record=recipient.record, name=recipient.name, relation=recipient.relation,
        **{field: changes.get(field, getattr(recipient, field)) for field in FIELDS},
    )  # fmt: skip
    _check(tried)
    values = {field: getattr(tried, field) for field in FIELDS}
    if values["version"] != Version.NONE:
        values["left_out"] = ""
    changed = set_fields(record=recipient, values=values, by=by)
    if changed:
        detail = {"child": child.pk, "fields": changed}
        note(by=by, verb="recipient.changed", subject=recipient, detail=detail)
    return changed


def _check(one: Recipient) -> None:
    wrong = {}
    if not one.name:
        wrong["name"] = "Name who receives it."
    if one.relation not in Relation.values:
        wrong["relation"] = "Choose who they are to the child."
    if one.version not in Version.values:
        wrong["version"] = "Choose what they receive."
    if one.method not in Method.values:
        wrong["method"] = "Choose how it goes to them."
    if one.version == Version.NONE and not one.left_out.strip():
        wrong["left_out"] = "Say why no record goes to them."
    if wrong:
        raise ValidationError(wrong)


@transaction.atomic
def send(
    *,
    recipients: Iterable[Recipient],
    sent_on: date,
    method: str = "",
    on: date | None = None,
    by: Any,
) -> list[Recipient]:
    """Their versions went to these on a day. Returns those it went to now; whom it had gone to already, are left out.

    Raises ValidationError, and sends to nobody, when one of them receives none or there is nothing to send yet.
    """
    gone = []
    ids = [one.pk for one in recipients]
    found = Recipient.objects.select_for_update(of=("self",)).filter(pk__in=ids)
    for one in found.select_related("record__review__child").order_by("id"):
        check_theirs(by, one.record.review.child, Permission.SEND_RECORDS)
        if one.sent_on is not None:
            continue
        _check_can_go(one, sent_on, on or timezone.localdate())
        set_fields(record=one, values={"sent_on": sent_on, "method": method or one.method}, by=by)
        note(by=by, verb="record.sent", subject=one, detail={"child": one.record.review.child_id})
        gone.append(one)
    return gone


def _check_can_go(one: Recipient, sent_on: date, on: date) -> None:
    if one.version == Version.NONE:
        raise ValidationError(f"{one.name} receives no record. Choose a version for them first.")
    if one.version == Version.DECISIONS:
        release = one.record.review.releases.first()
        if release is None:
            raise ValidationError("The decisions are not released yet.")
        check_day(sent_on, on, "sent_on", since=release.released_on)
        return
    if one.record.signed_on is None:
        raise ValidationError("The record is not signed yet. Sign it, then send it.")
    check_day(sent_on, on, "sent_on", since=one.record.signed_on)


@transaction.atomic
def unsend(*, recipients: Iterable[Recipient], by: Any) -> list[Recipient]:
    """It had not gone to these after all. Returns those it is now to go to again."""
    back = []
    ids = [one.pk for one in recipients]
    found = Recipient.objects.select_for_update(of=("self",)).filter(pk__in=ids, sent_on__isnull=False)
    for one in found.select_related("record__review__child").order_by("id"):
        check_theirs(by, one.record.review.child, Permission.SEND_RECORDS)
        set_fields(record=one, values={"sent_on": None}, by=by)
        note(by=by, verb="record.unsent", subject=one, detail={"child": one.record.review.child_id})
        back.append(one)
    return back
