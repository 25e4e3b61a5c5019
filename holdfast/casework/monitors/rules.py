"""When a monitor may be begun, filled in and finished, and by whom."""

from __future__ import annotations

from datetime import date
from typing import Any

from django.core.exceptions import ValidationError

from holdfast.casework.access.roles import Permission
from holdfast.casework.records.rules import tidy
from holdfast.casework.reviews.models import Review, ReviewKind
from holdfast.casework.reviews.rules import check_theirs
from holdfast.domain.wording import long_date

from .models import Monitor, MonitorKind

#: signs a reason may have (`provenance.ChangeReason`)
LONGEST_REASON = 300

#: which questionnaire a kind of review is asked
_KINDS = {
    ReviewKind.CARE: MonitorKind.CHILD_IN_CARE,
    ReviewKind.SHORT_BREAK: MonitorKind.CHILD_IN_CARE,
    ReviewKind.CONFERENCE_INITIAL: MonitorKind.CONFERENCE,
    ReviewKind.CONFERENCE_REVIEW: MonitorKind.CONFERENCE,
    ReviewKind.CONFERENCE_TRANSFER: MonitorKind.CONFERENCE,
    ReviewKind.NEED: MonitorKind.CHILD_IN_NEED,
}


def kind_of(review: Review) -> MonitorKind:
    """Which questionnaire this review is asked."""
    return _KINDS[ReviewKind(review.kind)]


def kinds_of_review(kind: str) -> tuple[ReviewKind, ...]:
    """The kinds of review a questionnaire serves."""
    return tuple(review for review, asked in _KINDS.items() if asked == kind)


def check_officer(by: Any, review: Review) -> None:
    """Raises NotAllowed unless they fill in monitors, NotYours when the child is not theirs."""
    check_theirs(by, Permission.FILL_MONITORS, review.child_id)


def why_not_begun(review: Review) -> str:
    """Why there can be no monitor of a review yet, as a sentence; blank where there can."""
    if review.cancelled_on is not None:
        return "This review was cancelled, so there is nothing to judge."
    if review.withdrawn_at is not None:
        return "This review was taken back by a return, so there is nothing to judge."
    if review.held_on is None:
        return "This review has not been held yet. Record its meeting first."
    return ""


def check_may_begin(review: Review) -> None:
    """Raises ValidationError with the sentence of `why_not_begun`."""
    sentence = why_not_begun(review)
    if sentence:
        raise ValidationError(sentence)


def check_open(monitor: Monitor) -> None:
    """Raises ValidationError once the monitor is finished."""
    if monitor.finished_on is not None:
        raise ValidationError(
            f"This monitor was finished on {long_date(monitor.finished_on)}. Open it again to change an answer."
        )


def check_may_finish(monitor: Monitor, review: Review, on: date) -> None:
    """Raises ValidationError for a review that is not completed, or a day before that."""
    check_open(monitor)
    if review.completed_on is None:
        raise ValidationError(
            "This review is not completed yet. What you answered is kept; finish the monitor after the final meeting."
        )
    if on < review.completed_on:
        raise ValidationError(
            f"This day is before the review was completed on {long_date(review.completed_on)}. Check both days."
        )


def check_reason(why: str) -> str:
    """The reason without blanks around it. Raises ValidationError for none, or one that is too long to be kept."""
    reason = tidy(why)
    if not reason:
        raise ValidationError({"why": "Say in a sentence why it is opened again."})
    if len(reason) > LONGEST_REASON:
        over = len(reason) - LONGEST_REASON
        raise ValidationError({"why": f"This is {over} signs too long; {LONGEST_REASON} fit. Shorten it."})
    return reason
