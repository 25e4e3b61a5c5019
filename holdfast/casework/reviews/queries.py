"""Questions about reviews. A review is reached through its child's door, like everything of a child."""

from __future__ import annotations

from datetime import date
from typing import Any
from uuid import UUID

from django.db import models, transaction
from django.db.models import Q
from django.db.models.functions import Coalesce

from holdfast.casework.audit.actions import record
from holdfast.casework.people.models import Child, TieKind
from holdfast.casework.people.queries import NotYours, children_for

from .models import EarlyTrigger, Meeting, Review
from .rules import Stage, stage_of

__all__ = [
    "Stage",
    "find_review",
    "find_trigger",
    "open_review",
    "reviews_for",
    "reviews_in_hand",
    "reviews_of",
    "siblings_of",
    "stage_of",
    "standing_reviews",
    "together_with",
    "triggers_of",
]


def standing_reviews() -> models.QuerySet[Review]:
    """For prefetching onto children that were reached through their door: the reviews that stand, oldest first."""
    return Review.objects.filter(withdrawn_at__isnull=True, held_on__isnull=False).order_by("held_on", "id")


def reviews_of(child: Child) -> models.QuerySet[Review]:
    """The child's reviews that stand, oldest first."""
    return standing_reviews().filter(child=child)


def in_hand() -> Q:
    """Booked or under way: neither completed nor cancelled."""
    return Q(withdrawn_at__isnull=True, completed_on__isnull=True, cancelled_on__isnull=True)


def reviews_in_hand(children: Any) -> models.QuerySet[Review]:
    """The reviews of these children (a query, or a list) that are booked or under way, the next one first."""
    return Review.objects.filter(in_hand(), child__in=children).order_by(
        Coalesce("planned_on", "held_on"), "id"
    )


def reviews_for(user: Any, on: date | None = None) -> models.QuerySet[Review]:
    """Every review, booked, held or cancelled, of the children this user may see."""
    return Review.objects.filter(withdrawn_at__isnull=True, child__in=children_for(user, on))


def find_review(user: Any, public_id: UUID | str) -> Review:
    """The review an action is to change, with its child. Raises NotYours."""
    try:
        wanted = public_id if isinstance(public_id, UUID) else UUID(str(public_id))
    except ValueError:
        raise NotYours from None
    found = reviews_for(user).select_related("child", "chair").filter(public_id=wanted).first()
    if found is None:
        raise NotYours
    return found


@transaction.atomic
def open_review(user: Any, public_id: UUID | str) -> Review:
    """One review, for reading: leaves a row in the child's diary. Raises NotYours."""
    review = find_review(user, public_id)
    record(by=user, verb="review.read", subject=review, detail={"child": review.child_id})
    return review


def siblings_of(user: Any, child: Child) -> models.QuerySet[Child]:
    """The child's brothers and sisters among the children this user may see, by name."""
    theirs = Q(ties_from__other=child, ties_from__kind=TieKind.SIBLING) | Q(
        ties_to__child=child, ties_to__kind=TieKind.SIBLING
    )
    return children_for(user).filter(theirs).distinct().order_by("name", "number")


def together_with(user: Any, review: Review) -> models.QuerySet[Review]:
    """Other reviews in the same meeting, of the child or of brothers and sisters, as far as this user may see them."""
    if review.together is None:
        return Review.objects.none()
    same = reviews_for(user).filter(together=review.together, cancelled_on__isnull=True)
    return same.exclude(pk=review.pk).select_related("child").order_by("child__name", "pk")


def held_meetings(review: Review) -> list[Meeting]:
    """The meetings that were held, in order; those fetched already are not asked for again."""
    return sorted((m for m in review.meetings.all() if m.held_on), key=lambda m: m.number)


def next_meeting(review: Review) -> Meeting | None:
    """The further meeting that is planned, of a review that was adjourned."""
    return next((m for m in review.meetings.all() if m.held_on is None), None)


def triggers_of(child: Child) -> models.QuerySet[EarlyTrigger]:
    """What made, or may make, an early review necessary, newest first."""
    return EarlyTrigger.objects.filter(child=child).order_by("-told_on", "-id")


def find_trigger(user: Any, public_id: UUID) -> EarlyTrigger:
    """Raises NotYours."""
    found = EarlyTrigger.objects.filter(child__in=children_for(user), public_id=public_id)
    trigger = found.select_related("child").first()
    if trigger is None:
        raise NotYours
    return trigger
