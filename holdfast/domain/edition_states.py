"""The one table of moves of an edition of a report: in which state which move is allowed, whose it is, and who must be
another person than whom. Actions ask this table before they write, pages ask it what to offer.

Our own rule: no one checks their own words, signs what they checked, or publishes what they signed.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from typing import Final


class State(StrEnum):
    """Where an edition stands."""

    DRAFT = "draft"
    CHECKED = "checked"
    SIGNED = "signed"
    PUBLISHED = "published"
    WITHDRAWN = "withdrawn"


class Move(StrEnum):
    """What can be done with an edition. ``MOVE_WORDS`` says each in words."""

    NEW_SNAPSHOT = "new_snapshot"
    NEW_WORDS = "new_words"
    CHECK = "check"
    SEND_BACK = "send_back"
    SIGN = "sign"
    PUBLISH = "publish"
    SEND = "send"
    WITHDRAW = "withdraw"


class Who(StrEnum):
    """Whose move it is, by what their role lets them do."""

    WRITER = "writer"
    CHECKER = "checker"
    SIGNER = "signer"
    PUBLISHER = "publisher"


class Hand(StrEnum):
    """What somebody did for the edition before, which another person's move must not rest on."""

    MADE = "made"  # prepared it, took a snapshot or gathered words anew, or wrote or typed in any of it
    CHECKED = "checked"
    SIGNED = "signed"


@dataclass(frozen=True)
class Rule:
    """One allowed move. ``not_whose``: it takes a person none of whose hands these were; ``reason``: it takes one."""

    state: State
    move: Move
    to: State
    who: Who
    not_whose: tuple[Hand, ...] = ()
    reason: bool = False


STATE_WORDS: Final[dict[State, str]] = {
    State.DRAFT: "a draft",
    State.CHECKED: "checked",
    State.SIGNED: "signed off",
    State.PUBLISHED: "published",
    State.WITHDRAWN: "withdrawn",
}

MOVE_WORDS: Final[dict[Move, str]] = {
    Move.NEW_SNAPSHOT: "take the figures anew",
    Move.NEW_WORDS: "take the words anew",
    Move.CHECK: "mark it as checked",
    Move.SEND_BACK: "send it back to be changed",
    Move.SIGN: "sign it off",
    Move.PUBLISH: "publish it",
    Move.SEND: "send it to its readers",
    Move.WITHDRAW: "withdraw it",
}

HAND_WORDS: Final[dict[Hand, str]] = {
    Hand.MADE: "You prepared this edition, or wrote or typed in something it prints",
    Hand.CHECKED: "You checked this edition",
    Hand.SIGNED: "You signed this edition off",
}

_S, _M, _W = State, Move, Who

TABLE: Final[tuple[Rule, ...]] = (
    Rule(_S.DRAFT, _M.NEW_SNAPSHOT, _S.DRAFT, _W.WRITER),
    Rule(_S.DRAFT, _M.NEW_WORDS, _S.DRAFT, _W.WRITER),
    Rule(_S.DRAFT, _M.CHECK, _S.CHECKED, _W.CHECKER, (Hand.MADE,)),
    Rule(_S.DRAFT, _M.WITHDRAW, _S.WITHDRAWN, _W.WRITER, reason=True),
    Rule(_S.CHECKED, _M.SEND_BACK, _S.DRAFT, _W.CHECKER, reason=True),
    Rule(_S.CHECKED, _M.SIGN, _S.SIGNED, _W.SIGNER, (Hand.CHECKED,)),
    Rule(_S.CHECKED, _M.WITHDRAW, _S.WITHDRAWN, _W.PUBLISHER, reason=True),
    Rule(_S.SIGNED, _M.SEND_BACK, _S.DRAFT, _W.PUBLISHER, reason=True),
    Rule(_S.SIGNED, _M.PUBLISH, _S.PUBLISHED, _W.PUBLISHER, (Hand.SIGNED,)),
    Rule(_S.SIGNED, _M.WITHDRAW, _S.WITHDRAWN, _W.PUBLISHER, reason=True),
    Rule(_S.PUBLISHED, _M.WITHDRAW, _S.WITHDRAWN, _W.PUBLISHER, reason=True),
)

#: a quarterly pack is read by the manager and sent to its readers: it prints figures and says little, and is not
#: published, so that it takes no second person
PACK_TABLE: Final[tuple[Rule, ...]] = (
    Rule(_S.DRAFT, _M.NEW_SNAPSHOT, _S.DRAFT, _W.WRITER),
    Rule(_S.DRAFT, _M.NEW_WORDS, _S.DRAFT, _W.WRITER),
    Rule(_S.DRAFT, _M.SEND, _S.PUBLISHED, _W.SIGNER),
    Rule(_S.DRAFT, _M.WITHDRAW, _S.WITHDRAWN, _W.WRITER, reason=True),
    Rule(_S.PUBLISHED, _M.WITHDRAW, _S.WITHDRAWN, _W.SIGNER, reason=True),
)

#: the way of an edition that nobody sends back: what is next in each state
ONWARD: Final[dict[State, Move]] = {
    State.DRAFT: Move.CHECK,
    State.CHECKED: Move.SIGN,
    State.SIGNED: Move.PUBLISH,
}


def rule(state: str, move: str, *, pack: bool = False) -> Rule | None:
    """The rule that allows a move in a state, or None. ``pack``: of a quarterly pack. Source: the tables."""
    return _by_pair(pack).get((str(state), str(move)))


def possible(state: str, *, pack: bool = False) -> tuple[Rule, ...]:
    """What may be done in a state, by whomever. ``pack``: with a quarterly pack. Source: the tables."""
    return tuple(one for one in (PACK_TABLE if pack else TABLE) if one.state == state)


def why_not_now(state: str, move: str, *, pack: bool = False) -> str:
    """Why a move is not allowed in a state and what is instead, in sentences; blank where it is allowed."""
    if rule(state, move, pack=pack) is not None:
        return ""
    is_now = "sent" if pack and state == State.PUBLISHED else STATE_WORDS[State(state)]
    said = f"This {'pack' if pack else 'edition'} is {is_now}. Nobody can {MOVE_WORDS[Move(move)]} now."
    instead = [MOVE_WORDS[one.move] for one in possible(state, pack=pack)]
    if not instead:
        return f"{said} Nothing follows on it; prepare another edition instead."
    return f"{said} What can be done: {', '.join(instead)}."


def why_not_by(one: Rule, hands: Iterable[Hand]) -> str:
    """Why somebody with these hands in the edition may not make a move, in a sentence; blank where they may."""
    stands = [hand for hand in one.not_whose if hand in set(hands)]
    if not stands:
        return ""
    return f"{HAND_WORDS[stands[0]]}, so it takes somebody else to {MOVE_WORDS[one.move]}."


@cache
def _by_pair(pack: bool) -> dict[tuple[str, str], Rule]:
    return {(str(one.state), str(one.move)): one for one in (PACK_TABLE if pack else TABLE)}
