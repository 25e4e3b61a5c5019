"""When a midway check is due, and by when the social worker answers. It never moves the next review.

Source: councils' own practice (Sutton, Rotherham); no law sets it. Halfway by default; an officer may choose
another day, or none.
"""

from __future__ import annotations

from datetime import date

from holdfast.domain import timescales, working_days
from holdfast.domain.limits import NATIONAL, Book
from holdfast.domain.timescales import Due


def halfway(completed_on: date, next_due: date) -> date:
    """The last working day on or before the middle between a review and the next due date. A council's practice.

    Never before the review itself. Raises ValueError when the next due date does not lie after the review.
    """
    if next_due <= completed_on:
        raise ValueError("The next review is due before the last one was completed. Check the dates.")
    middle = completed_on + (next_due - completed_on) / 2
    return max(completed_on, working_days.last_on_or_before(middle))


def answer_due(asked_on: date, book: Book = NATIONAL) -> Due:
    """The social worker's answer, within 5 working days of being asked. Source: a council's own form (Sutton)."""
    return timescales.after(
        "midway.answer",
        asked_on,
        "The social worker's answer is due within {limit} of being asked on {day}",
        book,
    )
