"""Where is this review: its four stages, what is missing, and whose turn it is."""

from __future__ import annotations

from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_safe

from holdfast.casework.access.roles import Permission
from holdfast.casework.access.rules import may
from holdfast.casework.preparing.queries import Turn
from holdfast.casework.provenance.queries import corrected_by_people
from holdfast.casework.reviews.models import Meeting, Review
from holdfast.casework.reviews.queries import together_with
from holdfast.casework.reviews.rules import Stage
from holdfast.casework.reviews.timing import claim_before, planned_against_due
from holdfast.domain.timescales import Due
from holdfast.domain.tracks import said
from holdfast.domain.tracks.facts import Held, Kind
from holdfast.web.child.story import correction
from holdfast.web.doors import needs
from holdfast.web.review.opened import opened, under_the_child
from holdfast.web.review.stages import WholeReview, booking_words

#: the days whose correction moves what is due, or what is counted in time
DAYS = ("held_on", "completed_on")


@require_safe
@needs(Permission.BOOK_REVIEWS, Permission.ANSWER_FOR_CHILD)
def review(request: HttpRequest, review_id: UUID) -> HttpResponse:
    """One review. Opening it leaves a row in the child's diary."""
    whole = opened(request, review_id)
    one = whole.review
    claim = (
        claim_before(one, whole.on, whole.book) if whole.stage in (Stage.BOOKED, Stage.UNDER_WAY) else None
    )
    against = planned_against_due(one.planned_on, claim) if one.planned_on and not one.held_on else ""
    context = {
        "page": under_the_child(one.get_kind_display(), one.child),
        "whole": whole,
        "review": one,
        "stages": whole.stages,
        "next": whole.next_task,
        "booked": booking_words(one),
        "claim": claim,
        "complete_by": _complete_by(whole),
        "corrections": _corrections(one),
        "against": against,
        "together": together_with(request.user, one),
        "on": whole.on,
        "asked": whole.ready.of(Turn.SOCIAL_WORKER),
        "cancelled": whole.stage is Stage.CANCELLED,
        "is_booked": whole.stage is Stage.BOOKED,
        "decisions_url": _decisions(whole),
        "in_hand": whole.stage in (Stage.BOOKED, Stage.UNDER_WAY),
        "raises": may(request.user, Permission.RAISE_CONCERNS),
    }
    template = "review/review.html" if whole.can_book else "review/asked_of_you.html"
    return render(request, template, context)


def _complete_by(whole: WholeReview) -> Due | None:
    """By when a review under way is to be completed: so many days after its first meeting."""
    review = whole.review
    if whole.stage is not Stage.UNDER_WAY or not whole.book.holds("review.series", review.held_on):
        return None
    claim = said.to_complete(Held(Kind(review.kind), review.held_on, None), whole.book)
    return claim.due if isinstance(claim.due, Due) else None


def _corrections(review: Review) -> list[str]:
    """What its days were before somebody corrected them, who did, and why: the oldest first."""
    meetings = [one.pk for one in review.meetings.all()]
    changes = [(Meeting, one) for one in corrected_by_people(Meeting, meetings, DAYS)]
    followed = {(one.before, one.after) for _, one in changes}  # the review's own day follows its meeting's
    changes += [
        (Review, one)
        for one in corrected_by_people(Review, [review.pk], DAYS)
        if (one.before, one.after) not in followed
    ]
    changes.sort(key=lambda one: one[1].pk)
    return [correction(change, model) for model, change in changes]


def _decisions(whole: WholeReview) -> str:
    """Where a social worker and their manager read what was decided."""
    return reverse("decisions", args=[whole.review.public_id]) if whole.stage is Stage.COMPLETED else ""
