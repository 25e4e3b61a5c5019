"""Where a concern stands: facts in, state, whose turn, by when, the clock and every stage out.

Source: IRO Handbook 2010, chapter 6; the moves in ``moves.py``, the days in ``clock.py``. Nothing of it is stored.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Final

from holdfast.domain.limits import NATIONAL, Book
from holdfast.domain.resolution import moves
from holdfast.domain.resolution.clock import Clock, Paused, clock, last_day, spent
from holdfast.domain.resolution.ladders import Ladder
from holdfast.domain.resolution.moves import Move, Needs, State

#: the limit all formal stages share
TOTAL: Final = "resolution.total"
#: a concern is at risk of passing its total when no more than this share of it is left; our choice, no law says it
AT_RISK_SHARE: Final = 4


@dataclass(frozen=True)
class StageFact:
    """One stage as it is recorded: opened (and perhaps answered), or passed over. ``key`` finds its record again."""

    number: int
    name: str
    role: str = ""
    days: int | None = None
    opened_on: date | None = None
    asked: str = ""
    answered_on: date | None = None
    outcome: str = ""
    do_by: date | None = None
    passed_over_on: date | None = None
    passed_over_why: str = ""
    key: str = ""


@dataclass(frozen=True)
class Facts:
    """What is recorded of one concern. ``stages`` in the order of their numbers."""

    ladder: Ladder
    raised_on: date
    stages: tuple[StageFact, ...] = ()
    pauses: tuple[Paused, ...] = ()
    asked_by: date | None = None
    closed_on: date | None = None
    untold: bool = False
    advice_asked: bool = False
    referred: bool = False


class Place(StrEnum):
    """Where a stage is."""

    AHEAD = "ahead"
    WAITING = "waiting"
    ANSWERED = "answered"
    NO_ANSWER = "no_answer"  # a later stage was opened, or it was closed, before an answer came
    PASSED_OVER = "passed_over"


PLACE_WORDS: Final[dict[Place, str]] = {
    Place.AHEAD: "Still to come",
    Place.WAITING: "Waiting for an answer",
    Place.ANSWERED: "Answered",
    Place.NO_ANSWER: "No answer came",
    Place.PASSED_OVER: "Passed over",
}


@dataclass(frozen=True)
class Stage:
    """One stage of the ladder as it stands. ``used``: working days at this stage, those of a pause left out."""

    fact: StageFact
    place: Place
    due: date | None = None
    used: int = 0
    late: bool = False

    @property
    def number(self) -> int:
        """0 is informal. Source: the ladder."""
        return self.fact.number

    @property
    def words(self) -> str:
        """“Waiting for an answer”. Our words."""
        return PLACE_WORDS[self.place]


class Whose(StrEnum):
    """Whose turn a concern is."""

    ASKED = "asked"
    OFFICER = "officer"
    NOBODY = "nobody"


@dataclass(frozen=True)
class Turn:
    """Whose turn it is. ``name`` and ``role`` of the person asked, also when their day passed and it is the officer's
    turn: then ``passed``. ``by``: the last day, None where none is set; ``since``: when the turn began."""

    whose: Whose
    by: date | None = None
    since: date | None = None
    name: str = ""
    role: str = ""
    passed: bool = False


@dataclass(frozen=True)
class Standing:
    """Where a concern stands on a day. ``clock`` is None until a formal stage opens."""

    state: State
    turn: Turn
    stages: tuple[Stage, ...]
    clock: Clock | None
    held: frozenset[Needs]

    @property
    def words(self) -> str:
        """“Raised informally, waiting for an answer”. Our words."""
        return moves.STATE_WORDS[self.state]

    @property
    def current(self) -> Stage | None:
        """The last stage that was opened. Source: the records."""
        opened = [one for one in self.stages if one.fact.opened_on]
        return opened[-1] if opened else None

    @property
    def ahead(self) -> tuple[Stage, ...]:
        """The stages still to come, in order. Source: the ladder."""
        return tuple(one for one in self.stages if one.place is Place.AHEAD)

    @property
    def overdue(self) -> bool:
        """More working days were used than the total, closed or not. IRO Handbook 2010, 6.2."""
        return self.clock is not None and self.clock.overdue

    @property
    def at_risk(self) -> bool:
        """Time passes the child by: the total, or a stage's day, has passed or a quarter of the total is left.

        Handbook 6.2 sets the total; the quarter is our choice. A closed concern is not at risk.
        """
        if self.state is State.CLOSED:
            return False
        if any(one.late for one in self.stages if one.place is Place.WAITING):
            return True
        now = self.clock
        return now is not None and (now.left * AT_RISK_SHARE <= now.total or now.elapsed_over)

    def may(self, move: Move) -> bool:
        """Whether a move is allowed now; by whom, the table says. Source: ``moves.TABLE``."""
        return not self.why_not(move)

    def why_not(self, move: Move) -> str:
        """Why a move is not allowed and what is instead; blank where it is. Source: ``moves.TABLE``."""
        return moves.why_not(self.state, move, self.held)


def standing(facts: Facts, on: date, book: Book = NATIONAL) -> Standing:
    """Where a concern stands on a day. IRO Handbook 2010, chapter 6; a council's ``book`` may be stricter."""
    state = state_of(facts)
    running = _clock(facts, on, book)
    stages = _stages(facts, state, running, on)
    return Standing(state, _turn(facts, state, stages, running, on), stages, running, _held(facts))


def state_of(facts: Facts) -> State:
    """The state of a concern, from its records alone. Source: ``moves.State``."""
    if facts.closed_on is not None:
        return State.CLOSED
    last = facts.stages[-1] if facts.stages else None
    waiting = last is not None and last.opened_on is not None and last.answered_on is None
    if any(one.ends is None for one in facts.pauses):
        return State.PAUSED_WAITING if waiting else State.PAUSED
    if last is None or last.passed_over_on is not None:
        return State.BETWEEN
    if last.number == 0:
        return State.INFORMAL_WAITING if waiting else State.INFORMAL_ANSWERED
    return State.FORMAL_WAITING if waiting else State.FORMAL_ANSWERED


def first_formal_day(stages: Sequence[StageFact]) -> date | None:
    """The day the clock began: the first formal stage was opened. IRO Handbook 2010, 6.2."""
    return min((one.opened_on for one in stages if one.number > 0 and one.opened_on), default=None)


def _held(facts: Facts) -> frozenset[Needs]:
    written = max((one.number for one in facts.stages), default=-1)
    last = facts.stages[-1] if facts.stages else None
    left = facts.ladder.last - max(written, 0)
    so = {
        Needs.LATER_STAGE: left >= 1,
        Needs.TWO_LATER_STAGES: left >= 2,
        Needs.CLOCK: first_formal_day(facts.stages) is not None,
        Needs.ANSWER: last is not None and last.answered_on is not None,
        Needs.ADVICE_ASKED: facts.advice_asked,
        Needs.REFERRED: facts.referred,
        Needs.UNTOLD: facts.untold,
    }
    return frozenset(need for need, holds in so.items() if holds)


def _clock(facts: Facts, on: date, book: Book) -> Clock | None:
    began_on = first_formal_day(facts.stages)
    if began_on is None or not book.holds(TOTAL, began_on):
        return None
    total = book.on(TOTAL, began_on).value
    return clock(began_on, on, total, facts.pauses, facts.closed_on)


def _stages(facts: Facts, state: State, running: Clock | None, on: date) -> tuple[Stage, ...]:
    written = {one.number: one for one in facts.stages}
    ahead = [
        StageFact(one.number, one.name, one.role, one.days)
        for one in facts.ladder.rungs
        if one.number not in written
    ]
    every = sorted([*facts.stages, *ahead], key=lambda one: one.number)
    return tuple(_stage(one, facts, state, running, on) for one in every)


def _stage(one: StageFact, facts: Facts, state: State, running: Clock | None, on: date) -> Stage:
    if one.passed_over_on is not None:
        return Stage(one, Place.PASSED_OVER)
    if one.opened_on is None:
        # a stage below one that was opened, for which nothing is recorded, is behind and not ahead
        behind = any(other.number > one.number for other in facts.stages)
        return Stage(one, Place.PASSED_OVER if behind else Place.AHEAD)
    due = _due(one, one.opened_on, facts, running)
    later = min(
        (other.opened_on for other in facts.stages if other.number > one.number and other.opened_on),
        default=None,
    )
    ended = one.answered_on or later or facts.closed_on
    until = min(ended, on) if ended else on
    used, _ = spent(one.opened_on, until, facts.pauses if one.number else ())
    if one.answered_on:
        place = Place.ANSWERED
    elif later or state is State.CLOSED:
        place = Place.NO_ANSWER
    else:
        place = Place.WAITING
    return Stage(one, place, due, used, late=due is not None and until > due)


def _due(one: StageFact, opened_on: date, facts: Facts, running: Clock | None) -> date | None:
    """The last day for an answer: by the ladder's days, and for a formal stage never after the total is used up.

    An informal stage without days goes by the day the officer asks the change for, if they set one.
    """
    pauses = facts.pauses if one.number else ()
    own = last_day(opened_on, one.days, pauses) if one.days is not None else None
    if one.number == 0:
        return own or facts.asked_by
    if running is None or running.last_day is None:
        return own
    # a stage opened when the total was used up already is due on the day it is opened
    total = max(running.last_day, opened_on)
    return min(own, total) if own else total


def _turn(facts: Facts, state: State, stages: tuple[Stage, ...], running: Clock | None, on: date) -> Turn:
    if state is State.CLOSED:
        return Turn(Whose.OFFICER, since=facts.closed_on) if facts.untold else Turn(Whose.NOBODY)
    if state in (State.PAUSED, State.PAUSED_WAITING):
        since = max(one.starts for one in facts.pauses if one.ends is None)
        return Turn(Whose.OFFICER, since=since)
    waiting = next((one for one in stages if one.place is Place.WAITING), None)
    if waiting is not None:
        fact = waiting.fact
        passed = waiting.due is not None and waiting.due < on
        whose = Whose.OFFICER if passed else Whose.ASKED
        return Turn(whose, waiting.due, fact.opened_on, fact.asked, fact.role, passed)
    last = facts.stages[-1] if facts.stages else None
    if last is not None and last.answered_on is not None:
        by = last.do_by if last.outcome != "refused" else None
        return Turn(Whose.OFFICER, by or (running.last_day if running else None), last.answered_on)
    began = last.passed_over_on if last else facts.raised_on
    return Turn(Whose.OFFICER, running.last_day if running else None, began)
