"""Booking a review, alone or with brothers and sisters; moving and cancelling what is booked."""

from __future__ import annotations

import uuid
from collections.abc import Iterable, Mapping
from datetime import date, time
from typing import Any

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone

from holdfast.casework.access.roles import Permission
from holdfast.casework.audit.actions import record
from holdfast.casework.people.models import Child, Worker
from holdfast.casework.people.rules import check_fields
from holdfast.casework.plans.models import NeedPlan, Protection
from holdfast.casework.provenance.actions import set_fields
from holdfast.casework.reviews.models import Mode, Review, ReviewKind
from holdfast.casework.reviews.queries import in_hand, next_meeting
from holdfast.casework.reviews.rules import AlreadyBooked, Stage, check_stage, check_theirs, hold_row

MOVABLE = ("planned_on", "planned_at", "mode", "venue", "chair_id")
_OF_A_PLAN = {
    ReviewKind.CONFERENCE_INITIAL: "protection",
    ReviewKind.CONFERENCE_REVIEW: "protection",
    ReviewKind.CONFERENCE_TRANSFER: "protection",
    ReviewKind.NEED: "need_plan",
}


@transaction.atomic
def book_review(
    *,
    child: Child,
    kind: ReviewKind = ReviewKind.CARE,
    planned_on: date,
    planned_at: time | None = None,
    mode: Mode | str = "",
    venue: str = "",
    chair: Worker | None = None,
    protection: Protection | None = None,
    need_plan: NeedPlan | None = None,
    combined_with: str = "",
    together: uuid.UUID | None = None,
    booked_on: date | None = None,
    by: Any,
) -> Review:
    """A review planned for a day. ``booked_on``: the day it was booked, today unless told.

    Raises NotAllowed, NotYours, AlreadyBooked when one of the kind is in hand, or ValidationError.
    """
    check_theirs(by, Permission.BOOK_REVIEWS, child.pk)
    _check_plan(child, kind, protection, need_plan)
    Child.objects.select_for_update().get(pk=child.pk)
    _check_none_in_hand(child, kind, protection, need_plan)
    review = Review(
        child=child,
        kind=kind,
        protection=protection,
        need_plan=need_plan,
        booked_on=booked_on or timezone.localdate(),
        planned_on=planned_on,
        planned_at=planned_at,
        mode=mode,
        venue=venue,
        chair=chair,
        combined_with=combined_with,
        together=together,
    )
    review.full_clean(exclude=["public_id"], validate_constraints=False)
    review.save()
    record(by=by, verb="review.booked", subject=review, detail={"child": child.pk, "kind": str(kind)})
    return review


@transaction.atomic
def book_together(
    *,
    children: Iterable[Child],
    plans: Mapping[int, Mapping[str, Any]] | None = None,
    also: Iterable[Mapping[str, Any]] = (),
    by: Any,
    **facts: Any,
) -> list[Review]:
    """Several reviews in one meeting, and later a record for each. Raises like `book_review`.

    ``plans``: by the child's id, the plan that the review of each is about (``protection`` or ``need_plan``).
    ``also``: further reviews of the first child (``kind`` and plan): one meeting may do for several where the rules
    of each are met (regulation 32(3)).
    """
    of_each = plans or {}
    chosen = list(children)
    more = [(chosen[0], further) for further in also]
    every = [*((child, of_each.get(child.pk, {})) for child in chosen), *more]
    same = uuid.uuid4() if len(every) > 1 else None
    return [book_review(child=child, together=same, by=by, **{**facts, **own}) for child, own in every]


@transaction.atomic
def move_booking(*, review: Review, changes: Mapping[str, Any], by: Any) -> list[str]:
    """Another day, time, place, way or chair (``MOVABLE``) of a review that is booked; of one that was adjourned, of
    its next meeting. What stood there before is kept. Returns the fields that changed.

    Raises NotAtThisStage, or ValidationError with a sentence per field.
    """
    check_theirs(by, Permission.BOOK_REVIEWS, review.child_id)
    check_fields(changes, MOVABLE)
    stage = hold_row(review)
    check_stage(stage, Stage.BOOKED, Stage.UNDER_WAY)
    if "planned_on" in changes and not changes["planned_on"]:
        raise ValidationError({"planned_on": "A booked review needs a day. To take it off, cancel it."})
    further = next_meeting(review) if stage is Stage.UNDER_WAY else None
    if stage is Stage.UNDER_WAY and further is None:
        check_stage(stage, Stage.BOOKED)
    chair = {key: changes[key] for key in ("chair_id",) if key in changes}
    rest = {key: value for key, value in changes.items() if key != "chair_id"}
    changed = set_fields(record=review, values=chair, by=by) if chair else []
    changed += set_fields(record=further or review, values=rest, by=by) if rest else []
    if changed:
        detail = {"child": review.child_id, "fields": [name.removesuffix("_id") for name in changed]}
        record(by=by, verb="review.moved", subject=review, detail=detail)
    return changed


@transaction.atomic
def cancel_booking(*, review: Review, why: str, cancelled_on: date | None = None, by: Any) -> None:
    """The review will not be held; why stays on record. Raises NotAtThisStage, or ValidationError without a reason."""
    check_theirs(by, Permission.BOOK_REVIEWS, review.child_id)
    check_stage(hold_row(review), Stage.BOOKED)
    if not why.strip():
        raise ValidationError({"cancelled_why": "Say why this review is cancelled."})
    values = {"cancelled_on": cancelled_on or timezone.localdate(), "cancelled_why": why}
    set_fields(record=review, values=values, by=by)
    record(by=by, verb="review.cancelled", subject=review, detail={"child": review.child_id})


@transaction.atomic
def undo_cancel(*, review: Review, by: Any) -> None:
    """The review is booked again, as it was. Raises NotAtThisStage; AlreadyBooked when another was booked since."""
    check_theirs(by, Permission.BOOK_REVIEWS, review.child_id)
    Child.objects.select_for_update().get(pk=review.child_id)
    check_stage(hold_row(review), Stage.CANCELLED)
    _check_none_in_hand(review.child, review.kind, review.protection, review.need_plan)
    set_fields(record=review, values={"cancelled_on": None, "cancelled_why": ""}, by=by)
    record(by=by, verb="review.cancelling_undone", subject=review, detail={"child": review.child_id})


def _check_plan(
    child: Child, kind: ReviewKind | str, protection: Protection | None, need_plan: NeedPlan | None
) -> None:
    """A conference belongs to a protection process, a review of a child in need to a plan: both of this child."""
    wanted = _OF_A_PLAN.get(ReviewKind(kind))
    given = {"protection": protection, "need_plan": need_plan}
    for name, plan in given.items():
        if (name == wanted) != (plan is not None) or (plan is not None and plan.child_id != child.pk):
            raise ValidationError(
                {"kind": "Choose what is reviewed again: it does not fit this child’s plans."}
            )


def _check_none_in_hand(
    child: Child, kind: ReviewKind | str, protection: Protection | None, need_plan: NeedPlan | None
) -> None:
    there = Review.objects.filter(
        in_hand(), child=child, kind=kind, protection=protection, need_plan=need_plan
    )
    found = there.select_related("child").first()
    if found is not None:
        raise AlreadyBooked(found)
