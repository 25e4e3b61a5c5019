"""How a midway check stands, in words: when, whose turn, what was answered, what was entered."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from holdfast.casework.midway.models import MidwayAnswer, MidwayCheck, MidwayEntry
from holdfast.casework.midway.queries import answer_by
from holdfast.casework.midway.rules import State, closed_in_words, state_of
from holdfast.casework.records.models import Decision
from holdfast.domain.limits import Book
from holdfast.domain.wording import long_date, weekday_and_date
from holdfast.web.due import how_far


@dataclass(frozen=True)
class Asked:
    """One decision and what the social worker says of it, if anything yet."""

    decision: Decision
    answer: MidwayAnswer | None

    @property
    def when(self) -> str:
        by_when = self.decision.by_when
        return f"by {long_date(by_when)}" if by_when else self.decision.no_date_why


@dataclass(frozen=True)
class CheckPage:
    """All the page says of one check on a day. Three queries: decisions, answers, entries."""

    check: MidwayCheck
    on: date
    state: State
    decisions: tuple[Asked, ...]
    entries: tuple[MidwayEntry, ...]
    answer_by: date | None

    @property
    def is_open(self) -> bool:
        return self.state in (State.WAITING, State.ASKED, State.ANSWERED)

    @property
    def is_late(self) -> bool:
        late_answer = self.state is State.ASKED and self.answer_by is not None and self.answer_by < self.on
        return self.is_open and (self.check.due_on < self.on or late_answer)

    @property
    def sentence(self) -> str:
        """Whose turn it is, and until when."""
        check = self.check
        if not self.is_open:
            return closed_in_words(check)
        if self.state is State.WAITING:
            return "The social worker has not been asked yet."
        asked = f"The social worker was asked on {weekday_and_date(check.asked_on)}"
        if self.state is State.ASKED:
            until = self.answer_by
            return f"{asked}. The answer is due by {weekday_and_date(until)}, {how_far(until, self.on)}."
        who = f" by {check.answered_by.name}" if check.answered_by else ""
        return f"{asked} and answered on {weekday_and_date(check.answered_on)}{who}. The officer finishes the check."

    @property
    def why_then(self) -> str:
        """Why the check is on its day."""
        if self.check.moved_why:
            return f"Moved to this day: {self.check.moved_why}"
        held = long_date(self.check.review.completed_on)
        return f"Halfway between the review of {held} and the day the next one was due."


def check_page(check: MidwayCheck, decisions: Iterable[Decision], on: date, book: Book) -> CheckPage:
    """``decisions``: those its reader may see, in the words they may read."""
    given = {answer.decision_id: answer for answer in check.answers.all()}
    return CheckPage(
        check=check,
        on=on,
        state=state_of(check),
        decisions=tuple(Asked(each, given.get(each.pk)) for each in decisions),
        entries=tuple(check.entries.select_related("entered_by")),
        answer_by=answer_by(check, book),
    )
