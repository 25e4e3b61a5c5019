"""What is known of what a review decided, what came of earlier decisions, and what follows it."""

from __future__ import annotations

from collections import Counter
from datetime import date

from holdfast.casework.midway.queries import check_after
from holdfast.casework.records.models import Decision, DecisionStatus, ManagerAnswer
from holdfast.casework.records.queries import decisions_before, decisions_of, recipients_of, record_of
from holdfast.casework.reviews.models import Review, ReviewKind
from holdfast.casework.reviews.timing import whole_life
from holdfast.casework.service.queries import book
from holdfast.domain.tracks.facts import Kind
from holdfast.domain.tracks.outlook import outlook
from holdfast.domain.wording import long_date

from .found import Known, a_day, a_number, a_text

DECISIONS = "the decisions of earlier reviews"
#: what follows a review or conference of a kind
_NEXT = {
    ReviewKind.CONFERENCE_INITIAL: Kind.CONFERENCE_REVIEW,
    ReviewKind.CONFERENCE_TRANSFER: Kind.CONFERENCE_REVIEW,
}


def known_after(review: Review, on: date) -> dict[str, Known]:
    """Decisions before and of this review; midway check, next review, recipients, the manager's answer."""
    found = _before(review)
    found["decisions_made"] = a_number(decisions_of(review).count(), review.held_on, "the review’s decisions")
    check = check_after(review)
    if check is not None:
        found["midway_on"] = a_day(check.due_on, review.completed_on, "the midway check")
    next_by = _next_due(review) if review.completed_on else None
    if next_by:
        found["next_review_by"] = a_day(next_by, review.completed_on, "the rules in force that day")
    return found | _sent(review) | _answered(review)


def _before(review: Review) -> dict[str, Known]:
    earlier = list(decisions_before(review))
    settled = [one for one in earlier if one.status_at_id == review.pk]
    found = {"decisions_before": a_number(len(earlier), review.held_on, DECISIONS)}
    if earlier and not settled:
        return found  # nobody has looked at them yet
    counted = Counter(one.status for one in earlier)
    words = ", ".join(
        f"{counted[status]} {status.label.lower()}" for status in DecisionStatus if counted[status]
    )
    not_done = sum(one.status in _NOT_DONE for one in earlier)
    found["decisions_done"] = a_text(words or "None was open", _looked_at(settled, review), DECISIONS)
    found["decisions_not_done"] = a_number(not_done, _looked_at(settled, review), DECISIONS)
    return found


_NOT_DONE = (DecisionStatus.OPEN, DecisionStatus.PART, DecisionStatus.NOT_DONE)


def _looked_at(settled: list[Decision], review: Review) -> date | None:
    return max((one.status_on for one in settled if one.status_on), default=review.held_on)


def _next_due(review: Review) -> date | None:
    """The last day of the next one, as it stood on the day this one was completed."""
    life = whole_life(review.child)
    kind = _NEXT.get(ReviewKind(review.kind), Kind(review.kind))
    plan = review.protection_id or review.need_plan_id
    claim = outlook(life, review.completed_on, book()).binding(kind, plan)
    return claim.last_day if claim else None


def _sent(review: Review) -> dict[str, Known]:
    """By what they are to the child: the names stand on the list itself."""
    sent = [one for one in recipients_of(record_of(review)) if one.sent_on]
    if not sent:
        return {}
    words = "; ".join(f"{one.get_relation_display()}: {long_date(one.sent_on)}" for one in sent)
    last = max(one.sent_on for one in sent)
    return {"record_sent": a_text(words, last, "the list of who receives the record")}


def _answered(review: Review) -> dict[str, Known]:
    answers = ManagerAnswer.objects.filter(release__review=review)
    last = answers.order_by("id").last()
    if last is None:
        return {}
    words = str(last.get_answer_display())
    return {"manager_answer": a_text(words, last.answered_on, "the manager’s answer to the decisions")}
