"""What is known of the review as it was held: when, in time or why not, where, how often, who chaired it."""

from __future__ import annotations

from datetime import date

from holdfast.casework.reviews.models import Review
from holdfast.casework.reviews.queries import held_meetings
from holdfast.casework.reviews.timing import claim_before, lateness_of
from holdfast.casework.service.queries import book

from .found import Known, a_day, a_number, a_text, yes_or_no

SOURCE = "the review’s own page"


def known_of_meeting(review: Review, on: date) -> dict[str, Known]:
    """Days, kind, mode and place; whether it was in time once it is completed."""
    found = {"review_kind": _label(review, "kind")} | _in_time(review, on)
    for name in ("planned_on", "held_on", "completed_on"):
        day = getattr(review, name)
        if day:
            found[name] = a_day(day, review.held_on, SOURCE)
    meetings = held_meetings(review)
    if meetings:
        found["meetings"] = a_number(len(meetings), meetings[-1].held_on, SOURCE)
    if review.mode:
        found["mode"] = _label(review, "mode")
    if review.child_chaired:
        found["chaired_by_child"] = _label(review, "child_chaired")
    for name in ("venue", "combined_with"):
        if getattr(review, name):
            found[name] = a_text(getattr(review, name), review.held_on, SOURCE)
    return found


def _in_time(review: Review, on: date) -> dict[str, Known]:
    """Nothing where nothing made it due."""
    rules = book()
    claim = claim_before(review, on, rules)
    if claim is None or claim.last_day is None:
        return {}
    found = {"due_on": a_day(claim.last_day, review.held_on, "the rules in force that day")}
    if review.completed_on:
        late = lateness_of(review, review.completed_on, rules)
        found["in_time"] = yes_or_no(late is None, review.completed_on, SOURCE)
        if late is not None and review.late_reason:
            found["late_reason"] = _label(review, "late_reason")
    return found


def _label(review: Review, field: str) -> Known:
    words = str(getattr(review, f"get_{field}_display")())
    return Known(str(getattr(review, field)), words, review.held_on, SOURCE)
