"""The record: written part by part, signed, and after that only added to. And the officer's own notes."""

from __future__ import annotations

from datetime import date
from typing import Any

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone

from holdfast.casework.access.roles import Permission
from holdfast.casework.audit.actions import record as note
from holdfast.casework.provenance.actions import set_fields
from holdfast.casework.records.facts import facts_of
from holdfast.casework.records.models import Addendum, PrivateNote, Record, Section
from holdfast.casework.records.queries import blank_parts, last_release, text_of_version, unreleased
from holdfast.casework.records.rules import (
    SavedMeanwhile,
    check_completed,
    check_open,
    check_text,
    check_theirs,
    tidy,
)
from holdfast.casework.reviews.models import Review
from holdfast.domain.record_sections import sections_of

from .sending import list_recipients


@transaction.atomic
def start_record(*, review: Review, by: Any) -> Record:
    """The record of a review; begun if nobody has yet."""
    check_theirs(by, review.child, Permission.HOLD_REVIEWS)
    begun, is_new = Record.objects.get_or_create(review=review)
    if is_new:
        note(by=by, verb="record.begun", subject=begun, detail={"child": review.child_id})
    return begun


@transaction.atomic
def save_section(*, record: Record, key: str, text: str, version: int, by: Any) -> Section:
    """Put a text in one part of the record. ``version``: that of the text which the writer had before them.

    A part they left as it was is left as it is now. Raises SavedMeanwhile when they changed a part that somebody else
    has saved since; then nothing has changed. ValidationError once the record is signed.
    """
    child = record.review.child
    check_theirs(by, child, Permission.HOLD_REVIEWS)
    check_open(Record.objects.select_for_update().get(pk=record.pk))
    if key not in {one.key for one in sections_of(record.review.kind)}:
        raise ValidationError("The record of this kind of review has no such part.")
    section, _ = Section.objects.get_or_create(record=record, key=key)
    text = tidy(text)
    if text == section.text:
        return section
    if version != section.version:
        if text == text_of_version(section, version):
            return section
        raise SavedMeanwhile(section)
    set_fields(record=section, values={"text": text}, by=by)
    section.version, section.saved_at, section.saved_by = version + 1, timezone.now(), by
    section.save(update_fields=["version", "saved_at", "saved_by"])
    note(by=by, verb="record.saved", subject=record, detail={"child": child.pk, "part": key})
    return section


@transaction.atomic
def sign_record(*, record: Record, on: date | None = None, by: Any) -> Record:
    """Close the record; from now on it is only added to, and those entitled to it are listed.

    Raises ValidationError naming the parts that are still blank; when the review is not completed, or it was signed.
    """
    review = record.review
    check_theirs(by, review.child, Permission.HOLD_REVIEWS)
    Review.objects.select_for_update().get(pk=review.pk)
    held = Record.objects.select_for_update().get(pk=record.pk)
    check_open(held)
    check_completed(review, "sign its record")
    _check_released(review)
    blank = blank_parts(held)
    if blank:
        names = ", ".join(f"“{one.title}”" for one in blank)
        raise ValidationError(f"Still blank: {names}. Write there, or say why there is nothing to say.")
    day = on or timezone.localdate()
    if day < review.completed_on:
        raise ValidationError("This day is before the review was completed. Check both days.")
    record.signed_on, record.signed_at, record.signed_by = day, timezone.now(), by
    record.facts = facts_of(Review.objects.select_related("child", "chair").get(pk=review.pk))
    record.save(update_fields=["signed_on", "signed_at", "signed_by", "facts"])
    note(by=by, verb="record.signed", subject=record, detail={"child": review.child_id})
    list_recipients(record=record, on=day, by=by)
    return record


def _check_released(review: Review) -> None:
    """The record repeats the decisions as they were sent, so that nobody reads two versions of them."""
    if unreleased(review):
        since = "have changed since they were released" if last_release(review) else "are not released yet"
        raise ValidationError(f"The decisions {since}. Release them, then sign the record.")


@transaction.atomic
def add_addendum(*, record: Record, text: str, on: date | None = None, by: Any) -> Addendum:
    """Correct a signed record: the words stand beside it, dated. Raises ValidationError while it is not signed."""
    check_theirs(by, record.review.child, Permission.HOLD_REVIEWS)
    if record.signed_on is None:
        raise ValidationError("This record is not signed yet. Correct the text itself.")
    words = check_text(text, "text", "Write what is to be added or put right.")
    Record.objects.select_for_update().get(pk=record.pk)
    same = record.addenda.filter(text=words, added_by=by).first()
    if same is not None:
        return same
    added = Addendum.objects.create(
        record=record, text=words, added_on=on or timezone.localdate(), added_by=by
    )
    note(by=by, verb="record.added_to", subject=added, detail={"child": record.review.child_id})
    return added


@transaction.atomic
def save_note(*, review: Review, text: str, version: int, by: Any) -> PrivateNote:
    """The officer's own notes on a review; never part of the record. Raises SavedMeanwhile as `save_section` does."""
    check_theirs(by, review.child, Permission.SEE_OFFICERS_NOTES)
    own, _ = PrivateNote.objects.select_for_update().get_or_create(review=review)
    text = tidy(text)
    if text == own.text:
        return own
    if version != own.version:
        raise SavedMeanwhile(own)
    set_fields(record=own, values={"text": text}, by=by)
    own.version = version + 1
    own.save(update_fields=["version"])
    note(by=by, verb="officer_note.saved", subject=own, detail={"child": review.child_id})
    return own
