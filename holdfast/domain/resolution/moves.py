"""The one table of moves of a concern: in which state which move is allowed, where it leads, and who may make it.

Every action asks this table and nothing else; docs/generated/concern-moves.md is drawn from it. Source: IRO Handbook
2010, chapter 6: informally first, any stage may be passed over, Cafcass at any point; Children Act 1989, section 25B.
"""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from typing import Final


class State(StrEnum):
    """Where a concern stands. A concern is one and only one of these."""

    INFORMAL_WAITING = "informal_waiting"
    INFORMAL_ANSWERED = "informal_answered"
    BETWEEN = "between"  # a stage was passed over, and nobody is asked yet
    FORMAL_WAITING = "formal_waiting"
    FORMAL_ANSWERED = "formal_answered"
    PAUSED_WAITING = "paused_waiting"
    PAUSED = "paused"
    CLOSED = "closed"


class Move(StrEnum):
    """What can be done with a concern. `MOVE_WORDS` says each in words."""

    OPEN = "open_stage"
    SKIP = "pass_over"
    ANSWER = "answer"
    CORRECT_ANSWER = "correct_answer"
    HAND_TO = "hand_to"
    PAUSE = "pause"
    RESUME = "resume"
    ASK_LEGAL = "ask_legal"
    LEGAL_GIVEN = "legal_given"
    REFER = "refer_to_cafcass"
    CAFCASS_SAID = "cafcass_said"
    CLOSE = "close"
    TAKE_BACK = "take_back"
    REOPEN = "reopen"
    TELL_CHILD = "tell_child"


class Who(StrEnum):
    """Who may make a move."""

    OFFICER = "officer"  # a reviewing officer or their manager, for a child who is theirs
    ASKED = "asked"  # the person the stage is put to, and nobody else


class Needs(StrEnum):
    """What must be so besides the state."""

    LATER_STAGE = "later_stage"
    TWO_LATER_STAGES = "two_later_stages"
    CLOCK = "clock"
    ANSWER = "answer"
    ADVICE_ASKED = "advice_asked"
    REFERRED = "referred"
    UNTOLD = "untold"


@dataclass(frozen=True)
class Rule:
    """One allowed move. ``to``: the states it can lead to; the records decide which."""

    state: State
    move: Move
    to: tuple[State, ...]
    who: Who = Who.OFFICER
    needs: Needs | None = None


STATE_WORDS: Final[dict[State, str]] = {
    State.INFORMAL_WAITING: "Raised informally, waiting for an answer",
    State.INFORMAL_ANSWERED: "Answered informally",
    State.BETWEEN: "Between two stages, nobody is asked",
    State.FORMAL_WAITING: "At a formal stage, waiting for an answer",
    State.FORMAL_ANSWERED: "Answered at a formal stage",
    State.PAUSED_WAITING: "Paused, an answer is still to come",
    State.PAUSED: "Paused",
    State.CLOSED: "Closed",
}

MOVE_WORDS: Final[dict[Move, str]] = {
    Move.OPEN: "open the next stage",
    Move.SKIP: "pass over a stage",
    Move.ANSWER: "answer",
    Move.CORRECT_ANSWER: "put the answer right",
    Move.HAND_TO: "ask somebody else instead",
    Move.PAUSE: "pause the clock",
    Move.RESUME: "let the clock run again",
    Move.ASK_LEGAL: "ask for legal advice",
    Move.LEGAL_GIVEN: "enter the legal advice",
    Move.REFER: "refer to Cafcass",
    Move.CAFCASS_SAID: "enter what Cafcass did",
    Move.CLOSE: "close it",
    Move.TAKE_BACK: "take it back",
    Move.REOPEN: "open it again",
    Move.TELL_CHILD: "say whether the child was told",
}

NEEDS_WORDS: Final[dict[Needs, str]] = {
    Needs.LATER_STAGE: "the ladder has a later stage",
    Needs.TWO_LATER_STAGES: "the ladder has a stage after the one passed over",
    Needs.CLOCK: "a formal stage has been opened, so that the clock runs",
    Needs.ANSWER: "the last stage has an answer",
    Needs.ADVICE_ASKED: "legal advice was asked for and is not entered yet",
    Needs.REFERRED: "a referral was made and its outcome is not entered yet",
    Needs.UNTOLD: "the child was not told yet",
}

_S, _M = State, Move
_OPEN_STATES: Final = tuple(state for state in State if state is not State.CLOSED)
_WAITING: Final = (_S.INFORMAL_WAITING, _S.FORMAL_WAITING)
_ANSWERED: Final = (_S.INFORMAL_ANSWERED, _S.FORMAL_ANSWERED)
_INFORMAL: Final = (_S.INFORMAL_WAITING, _S.INFORMAL_ANSWERED)
_FORMAL: Final = (_S.FORMAL_WAITING, _S.FORMAL_ANSWERED)
_UNPAUSED: Final = (*_WAITING, *_ANSWERED, _S.BETWEEN)

#: where a concern begins: with an informal attempt, or at a formal stage when the informal one is passed over
RAISED: Final = (State.INFORMAL_WAITING, State.FORMAL_WAITING)

TABLE: Final[tuple[Rule, ...]] = (
    # The next formal stage, or a later one: those between are written as passed over. Also without an answer. After the
    # informal attempt there always is one.
    *(Rule(state, _M.OPEN, (_S.FORMAL_WAITING,)) for state in _INFORMAL),
    *(
        Rule(state, _M.OPEN, (_S.FORMAL_WAITING,), needs=Needs.LATER_STAGE)
        for state in (*_FORMAL, _S.BETWEEN)
    ),
    *(
        Rule(state, _M.SKIP, (_S.BETWEEN,), needs=Needs.TWO_LATER_STAGES)
        for state in (*_ANSWERED, _S.BETWEEN)
    ),
    # A pause takes nothing from whoever is asked: they may answer in it.
    Rule(_S.INFORMAL_WAITING, _M.ANSWER, (_S.INFORMAL_ANSWERED,), Who.ASKED),
    Rule(_S.FORMAL_WAITING, _M.ANSWER, (_S.FORMAL_ANSWERED,), Who.ASKED),
    Rule(_S.PAUSED_WAITING, _M.ANSWER, (_S.PAUSED,), Who.ASKED),
    *(Rule(state, _M.CORRECT_ANSWER, (state,), Who.ASKED) for state in _ANSWERED),
    Rule(_S.PAUSED, _M.CORRECT_ANSWER, (_S.PAUSED,), Who.ASKED, Needs.ANSWER),
    *(Rule(state, _M.HAND_TO, (state,)) for state in (*_WAITING, _S.PAUSED_WAITING)),
    Rule(_S.FORMAL_WAITING, _M.PAUSE, (_S.PAUSED_WAITING,)),
    Rule(_S.FORMAL_ANSWERED, _M.PAUSE, (_S.PAUSED,)),
    Rule(_S.BETWEEN, _M.PAUSE, (_S.PAUSED,), needs=Needs.CLOCK),
    Rule(_S.PAUSED_WAITING, _M.RESUME, (_S.FORMAL_WAITING,)),
    Rule(_S.PAUSED, _M.RESUME, (_S.FORMAL_ANSWERED, _S.BETWEEN)),
    # Beside every stage, also when the concern is closed: section 25B sets no end to it.
    *(Rule(state, _M.ASK_LEGAL, (state,)) for state in State),
    *(Rule(state, _M.LEGAL_GIVEN, (state,), needs=Needs.ADVICE_ASKED) for state in State),
    *(Rule(state, _M.REFER, (state,)) for state in State),
    *(Rule(state, _M.CAFCASS_SAID, (state,), needs=Needs.REFERRED) for state in State),
    *(Rule(state, _M.CLOSE, (_S.CLOSED,)) for state in _OPEN_STATES),
    *(Rule(state, _M.TAKE_BACK, (_S.CLOSED,)) for state in _OPEN_STATES),
    # As it stood before; what was paused is not paused again.
    Rule(_S.CLOSED, _M.REOPEN, _UNPAUSED),
    Rule(_S.CLOSED, _M.TELL_CHILD, (_S.CLOSED,), needs=Needs.UNTOLD),
)


def rule(state: State, move: Move) -> Rule | None:
    """The rule that allows a move in a state; None where none does. Source: the table."""
    return _by_pair().get((state, move))


def possible(state: State, held: Collection[Needs]) -> tuple[Rule, ...]:
    """What may be done in a state, with what is so besides it. Source: the table."""
    return tuple(one for one in TABLE if one.state is state and (one.needs is None or one.needs in held))


def why_not(state: State, move: Move, held: Collection[Needs]) -> str:
    """Why a move is not allowed and what is instead, in sentences; blank where it is allowed. Source: the table."""
    found = rule(state, move)
    if found is not None and (found.needs is None or found.needs in held):
        return ""
    if found is not None and found.needs is not None:
        said = f"To {MOVE_WORDS[move]}, this must be so: {NEEDS_WORDS[found.needs]}. It is not."
    else:
        said = f"This concern stands so: {STATE_WORDS[state]}. Nobody can {MOVE_WORDS[move]} now."
    return f"{said} {_instead(state, held)}"


def _instead(state: State, held: Collection[Needs]) -> str:
    rules = possible(state, held)
    officer = ", ".join(MOVE_WORDS[one.move] for one in rules if one.who is Who.OFFICER)
    asked = ", ".join(MOVE_WORDS[one.move] for one in rules if one.who is Who.ASKED)
    said = f"What the reviewing officer can do: {officer}."
    return f"{said} What the person asked can do: {asked}." if asked else said


@cache
def _by_pair() -> dict[tuple[State, Move], Rule]:
    return {(one.state, one.move): one for one in TABLE}
