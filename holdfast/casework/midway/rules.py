"""What may be done with a midway check, and when."""

from __future__ import annotations

from datetime import date
from enum import StrEnum
from typing import Any

from django.core.exceptions import ValidationError

from holdfast.casework.access.roles import Permission
from holdfast.casework.records.models import DecisionStatus
from holdfast.casework.reviews.models import Review
from holdfast.casework.reviews.rules import check_theirs
from holdfast.domain.wording import long_date

from .models import MidwayCheck

#: what a social worker may say came of a decision; all but the first want a word on why
ANSWERS = (DecisionStatus.DONE, DecisionStatus.PART, DecisionStatus.NOT_DONE, DecisionStatus.OVERTAKEN)


class State(StrEnum):
    """How a check stands; the value is what a page says."""

    WAITING = "Not asked yet"
    ASKED = "Asked, not answered yet"
    ANSWERED = "Answered, not finished"
    DONE = "Done"
    WAIVED = "Waived"
    CLOSED = "No longer needed"


class NotOpen(Exception):
    """The check is finished, waived or overtaken by the next review."""

    def __init__(self, check: MidwayCheck) -> None:
        super().__init__(f"This midway check is closed already. {closed_in_words(check)}")


class NothingToAsk(Exception):
    """There is no released decision to ask about."""


def state_of(check: MidwayCheck) -> State:
    if check.done_on:
        return State.DONE
    if check.waived_on:
        return State.WAIVED
    if check.closed_on:
        return State.CLOSED
    if check.answered_on:
        return State.ANSWERED
    return State.ASKED if check.asked_on else State.WAITING


def closed_in_words(check: MidwayCheck) -> str:
    """Why nobody has to do anything more about a check; blank while it is open."""
    if check.done_on:
        return f"It was done on {long_date(check.done_on)}."
    if check.waived_on:
        return f"It was waived on {long_date(check.waived_on)}: {check.waived_why}"
    if check.closed_on:
        return f"The next review was completed on {long_date(check.closed_on)}, before this check was done."
    return ""


def check_officer(by: Any, review: Review) -> None:
    """Raises NotAllowed unless they hold reviews, NotYours when the child is not theirs."""
    check_theirs(by, Permission.HOLD_REVIEWS, review.child_id)


def check_answers(by: Any, review: Review) -> None:
    """Raises NotAllowed unless they answer for children, NotYours when the child is not theirs."""
    check_theirs(by, Permission.ANSWER_FOR_CHILD, review.child_id)


def check_open(check: MidwayCheck) -> None:
    """Raises NotOpen for a check that is done, waived or overtaken."""
    if state_of(check) in (State.DONE, State.WAIVED, State.CLOSED):
        raise NotOpen(check)


def check_text(text: str, field: str, sentence: str) -> str:
    """The text without the blanks around it. Raises ValidationError with the sentence where nothing is left."""
    text = text.strip()
    if not text:
        raise ValidationError({field: sentence})
    return text


def check_moved(check: MidwayCheck, due_on: date, next_due: date | None) -> None:
    """Raises ValidationError for a day that does not lie between the two reviews."""
    completed = check.review.completed_on
    if completed and due_on <= completed:
        raise ValidationError({"due_on": f"Choose a day after the review of {long_date(completed)}."})
    if next_due and due_on >= next_due:
        raise ValidationError(
            {"due_on": f"Choose a day before the next review is due on {long_date(next_due)}."}
        )
