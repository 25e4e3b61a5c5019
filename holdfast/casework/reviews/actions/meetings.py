"""The meetings of a review: held, adjourned, corrected."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, time
from typing import Any

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone

from holdfast.casework.access.roles import Permission
from holdfast.casework.audit.actions import record
from holdfast.casework.people.rules import check_fields
from holdfast.casework.provenance.actions import give_reason, set_fields, take_ownership
from holdfast.casework.provenance.models import Owner
from holdfast.casework.provenance.queries import changes_after, last_change
from holdfast.casework.reviews.models import Attended, LateReason, Meeting, Mode, Review, ViewsBy
from holdfast.casework.reviews.participating import check_answers, derive
from holdfast.casework.reviews.queries import held_meetings, next_meeting
from holdfast.casework.reviews.rules import (
    NotAtThisStage,
    Stage,
    check_day_is_free,
    check_stage,
    check_theirs,
    hold_row,
)
from holdfast.domain.wording import long_date

MEETING_CORRECTABLE = ("held_on", "mode", "venue", "child_there", "views_by")


@transaction.atomic
def hold_meeting(
    *,
    review: Review,
    held_on: date,
    mode: Mode | str = "",
    venue: str = "",
    child_there: Attended | str = "",
    views_by: ViewsBy | str = "",
    by: Any,
) -> Meeting:
    """A meeting of the review was held; the first one is the day the review was held. How the child took part so far
    is worked out from the answers.

    Raises NotAtThisStage, ReviewAlreadyHeld, or ValidationError with a sentence per field.
    """
    check_theirs(by, Permission.HOLD_REVIEWS, review.child_id)
    stage = hold_row(review)
    check_stage(stage, Stage.BOOKED, Stage.UNDER_WAY)
    before, planned = held_meetings(review), next_meeting(review)
    _check_may_follow(before, held_on)
    check_answers(review.child, held_on, child_there, views_by)
    if not before:
        check_day_is_free(review.child_id, held_on, review.kind)
    meeting = planned or Meeting(
        review=review, number=1, planned_on=review.planned_on, planned_at=review.planned_at
    )
    meeting.held_on, meeting.mode, meeting.venue = held_on, mode, venue
    meeting.child_there, meeting.views_by = child_there, views_by
    meeting.full_clean(exclude=["review"], validate_constraints=False)
    meeting.save()
    if not before:
        set_fields(record=review, values={"held_on": held_on}, by=by)
        take_ownership(record=review, fields=["completed_on", "participation"], owner=Owner.TYPED)
    derive(review, by)
    record(
        by=by,
        verb="review.meeting_held",
        subject=review,
        detail={"child": review.child_id, "meeting": meeting.number},
    )
    return meeting


@transaction.atomic
def adjourn(
    *,
    review: Review,
    why: LateReason | str,
    note: str = "",
    next_planned_on: date,
    next_planned_at: time | None = None,
    by: Any,
) -> Meeting:
    """The last meeting did not complete the review: why, what the social worker said, and when the next one is.

    That a review is adjourned once, and for how long, is judged where it is shown: `reviews.timing.adjournment_of`.
    Raises NotAtThisStage, or ValidationError with a sentence per field.
    """
    check_theirs(by, Permission.HOLD_REVIEWS, review.child_id)
    check_stage(hold_row(review), Stage.UNDER_WAY)
    held, planned = held_meetings(review), next_meeting(review)
    if not held or planned is not None:
        raise NotAtThisStage("This review is adjourned already. Its next meeting can be moved.")
    if why not in LateReason.values or why == LateReason.RECORDING:
        raise ValidationError({"adjourned_why": "Choose why the review was adjourned."})
    if next_planned_on <= held[-1].held_on:
        day = long_date(held[-1].held_on)
        raise ValidationError({"next_planned_on": f"The next meeting is after this one, which was on {day}."})
    set_fields(record=held[-1], values={"adjourned_why": why, "adjourned_note": note}, by=by)
    further = Meeting.objects.create(
        review=review,
        number=held[-1].number + 1,
        planned_on=next_planned_on,
        planned_at=next_planned_at,
        mode=held[-1].mode,
        venue=held[-1].venue,
    )
    detail = {"child": review.child_id, "meeting": held[-1].number}
    record(by=by, verb="review.adjourned", subject=review, detail=detail)
    return further


@transaction.atomic
def correct_meeting(*, meeting: Meeting, changes: Mapping[str, Any], why: str = "", by: Any) -> list[str]:
    """Type other facts of a meeting that was held; what stood there is kept, and the review follows: the day it was
    held or completed, and how the child took part. ``why`` is kept beside it. Returns the fields that changed."""
    review = meeting.review
    check_theirs(by, Permission.HOLD_REVIEWS, review.child_id)
    check_fields(changes, MEETING_CORRECTABLE)
    stage = hold_row(review)
    check_stage(stage, Stage.UNDER_WAY, Stage.COMPLETED)
    meeting.refresh_from_db()
    facts = {name: changes.get(name, getattr(meeting, name)) for name in MEETING_CORRECTABLE}
    held = held_meetings(review)
    _check_in_its_place(held, meeting, facts["held_on"])
    check_answers(review.child, facts["held_on"], facts["child_there"], facts["views_by"])
    first = meeting.number == held[0].number
    if first and facts["held_on"] != review.held_on:
        check_day_is_free(review.child_id, facts["held_on"], review.kind)
    before = last_change(meeting)
    changed = set_fields(record=meeting, values=changes, by=by)
    if changed:
        for change in changes_after(meeting, before):
            give_reason(change=change, reason=why, by=by)
        _review_follows(review, meeting, held, stage, by)
        detail = {"child": review.child_id, "meeting": meeting.number, "fields": changed}
        record(by=by, verb="review.meeting_corrected", subject=review, detail=detail)
    return changed


def _review_follows(review: Review, meeting: Meeting, held: list[Meeting], stage: Stage, by: Any) -> None:
    values: dict[str, Any] = {}
    if meeting.number == held[0].number:
        values["held_on"] = meeting.held_on
    if meeting.number == held[-1].number and stage is Stage.COMPLETED:
        values["completed_on"] = meeting.held_on
    if values:
        set_fields(record=review, values=values, by=by)
    derive(review, by)


def _check_may_follow(before: list[Meeting], held_on: date) -> None:
    if held_on > timezone.localdate():
        raise ValidationError({"held_on": "This day is yet to come. Record the meeting once it was held."})
    if not before:
        return
    if not before[-1].adjourned_why:
        raise NotAtThisStage(
            f"The meeting of {long_date(before[-1].held_on)} is on record already. "
            "Complete the review, or adjourn it if a further meeting is needed."
        )
    if held_on <= before[-1].held_on:
        day = long_date(before[-1].held_on)
        raise ValidationError({"held_on": f"The meeting before was on {day}. This one is later."})


def _check_in_its_place(held: list[Meeting], meeting: Meeting, day: date | None) -> None:
    if not day:
        raise ValidationError({"held_on": "A meeting that was held needs its day."})
    if day > timezone.localdate():
        raise ValidationError({"held_on": "This day is yet to come. Check the date."})
    earlier = [m.held_on for m in held if m.number < meeting.number]
    later = [m.held_on for m in held if m.number > meeting.number]
    if (earlier and day <= max(earlier)) or (later and day >= min(later)):
        raise ValidationError({"held_on": "The meetings of a review follow each other. Check the day."})
