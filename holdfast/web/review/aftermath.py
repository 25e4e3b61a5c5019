"""What follows a completed review, and by when: decisions, answer, care plan, record, sending, midway check."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from holdfast.casework.midway.models import MidwayCheck
from holdfast.casework.records.deadlines import care_plan_deadline, deadlines_of
from holdfast.casework.reviews.models import Review
from holdfast.domain.limits import Book

#: (by when, done on, what is known of it)
Step = tuple[date | None, date | None, str]
NOTHING: Step = (None, None, "")
NOT_HERE: Step = (None, None, "not recorded here")


@dataclass(frozen=True)
class Aftermath:
    """Each step of one review. ``known`` is false for a review that a return brought and nobody wrote about here."""

    released: Step = NOTHING
    answered: Step = NOTHING
    care_plan: Step = NOTHING
    signed: Step = NOTHING
    sent: Step = NOTHING
    midway: Step | None = None
    known: bool = True

    @classmethod
    def of(cls, review: Review, book: Book) -> Aftermath:
        """What is due after the review, and what was done; nothing before it is completed."""
        if review.completed_on is None:
            return cls()
        found = {one.kind: (one.due_on, one.met_on, "") for one in deadlines_of([review], book)}
        if not found:
            return cls(NOT_HERE, NOT_HERE, NOT_HERE, NOT_HERE, NOT_HERE, known=False)
        return cls(
            released=found["decisions"],
            answered=found.get("manager", NOTHING),
            care_plan=(*care_plan_deadline(review, book), ""),
            signed=found["record"],
            sent=found["distributed"],
            midway=_midway(getattr(review, "midway", None)),
        )


def _midway(check: MidwayCheck | None) -> Step | None:
    if check is None:
        return None
    return (
        check.due_on,
        check.done_on or check.waived_on,
        f"waived: {check.waived_why}" if check.waived_on else "",
    )
