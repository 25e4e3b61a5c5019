"""An edition as the pages show it: where it stands, whose turn it is, what was done with it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Final

from django.urls import reverse
from django.utils import timezone

from holdfast.casework.access.rules import may
from holdfast.casework.editions.models import Edition, EditionStep, Kind
from holdfast.casework.editions.queries import hands_of
from holdfast.casework.editions.rules import PERMISSIONS
from holdfast.domain.edition_states import MOVE_WORDS, ONWARD, Hand, Move, State, possible, why_not_by
from holdfast.domain.wording import long_date
from holdfast.web.editions.opening import name_of, report_name

#: the move that brought an edition to a state, as the list of what was done says it
DONE_WORDS: Final[dict[str, str]] = {
    Move.NEW_SNAPSHOT: "Figures and words taken anew",
    Move.NEW_WORDS: "Words taken anew",
    Move.CHECK: "Checked",
    Move.SEND_BACK: "Sent back to be changed",
    Move.SIGN: "Signed off",
    Move.PUBLISH: "Published",
    Move.SEND: "Sent to its readers",
    Move.WITHDRAW: "Withdrawn",
}
#: the words on the button of a move
BUTTONS: Final[dict[Move, str]] = {
    Move.CHECK: "Mark as checked",
    Move.SEND_BACK: "Send back to be changed",
    Move.SIGN: "Sign off",
    Move.PUBLISH: "Publish",
    Move.WITHDRAW: "Withdraw",
}
#: whose turn it is in a state, in words
_TURN: Final[dict[State, str]] = {
    State.DRAFT: "Next: somebody who neither prepared it nor wrote any of its words checks it.",
    State.CHECKED: "Next: an IRO manager signs it off, not whoever checked it.",
    State.SIGNED: "Next: somebody who may publish does so, not whoever signed it off.",
    State.PUBLISHED: "Its public version is there for everybody who signs in.",
    State.WITHDRAWN: "It is no longer to be used. It stays here to be read.",
}
_RUNGS: Final[dict[State, str]] = {
    State.CHECKED: "Checked",
    State.SIGNED: "Signed off",
    State.PUBLISHED: "Published",
}
#: a quarterly pack is read and sent: it takes no second person
_PACK_TURN: Final[dict[State, str]] = {
    State.DRAFT: "Next: an IRO manager reads it and sends it to its readers.",
    State.PUBLISHED: "Its readers have it.",
    State.WITHDRAWN: "It is no longer to be used. It stays here to be read.",
}
_PACK_RUNGS: Final[dict[State, str]] = {State.PUBLISHED: "Sent"}


@dataclass(frozen=True)
class PublishedLine:
    """A published edition in the list for everybody."""

    edition: Edition

    @property
    def title(self) -> str:
        return report_name(self.edition)

    @property
    def url(self) -> str:
        return reverse("edition_published", args=[self.edition.public_id])

    @property
    def about(self) -> str:
        return f"Edition {self.edition.number}; records of {long_date(self.edition.snapshot.day)}"


@dataclass(frozen=True)
class Rung:
    """A step on the way of an edition."""

    name: str
    state: str
    mark: str
    standing: str


@dataclass(frozen=True)
class Offered:
    """A move this person's role may make: the way to it, or why it takes somebody else."""

    move: Move
    label: str
    url: str
    why_not: str
    onward: bool


class EditionWords:
    """One edition with its steps."""

    def __init__(self, edition: Edition, steps: Sequence[EditionStep]) -> None:
        self.edition, self.steps = edition, steps
        self.state = State(edition.state)
        self.is_pack = edition.kind == Kind.QUARTERLY

    @property
    def title(self) -> str:
        return name_of(self.edition)

    @property
    def report(self) -> str:
        return report_name(self.edition)

    @property
    def url(self) -> str:
        return reverse("edition", args=[self.edition.public_id])

    @property
    def state_words(self) -> str:
        if self.is_pack and self.state is State.PUBLISHED:
            return "Sent"
        return self.edition.get_state_display()

    @property
    def turn(self) -> str:
        return (_PACK_TURN if self.is_pack else _TURN)[self.state]

    @property
    def is_draft(self) -> bool:
        return self.state is State.DRAFT

    @property
    def withdrawn(self) -> EditionStep | None:
        last = self.steps[-1] if self.steps else None
        return last if self.state is State.WITHDRAWN else None

    @property
    def last_done(self) -> str:
        """“Checked by Robin Check, 31 March 2017”."""
        if not self.steps:
            return _by("Prepared", self.edition.prepared_by, self.edition.prepared_at)
        last = self.steps[-1]
        return _by(DONE_WORDS[last.move], last.by, last.at)

    @property
    def rungs(self) -> list[Rung]:
        """The steps of its way, with who made each since it was last a draft."""
        since = max((n for n, step in enumerate(self.steps) if step.to_state == State.DRAFT), default=-1)
        reached = {State(step.to_state): step for step in self.steps[since + 1 :]}
        found = [Rung("Prepared", "done", "✓", _by("", self.edition.prepared_by, self.edition.prepared_at))]
        waiting = True
        names = _PACK_RUNGS if self.is_pack else _RUNGS
        for state, name in names.items():
            step = reached.get(state)
            if step is not None:
                found.append(Rung(name, "done", "✓", _by("", step.by, step.at)))
            elif self.state is State.WITHDRAWN:
                found.append(Rung(name, "passed", "–", "Never"))
            else:
                found.append(
                    Rung(name, "now" if waiting else "ahead", "●" if waiting else "○",
                         "Waits for this" if waiting else "Later")
                )  # fmt: skip
                waiting = False
        return found

    @property
    def history(self) -> list[dict[str, Any]]:
        """What was done, newest first."""
        told = [
            {"what": DONE_WORDS[step.move], "who": _who(step.by), "at": step.at, "reason": step.reason}
            for step in self.steps
        ]
        first = {
            "what": "Prepared",
            "who": _who(self.edition.prepared_by),
            "at": self.edition.prepared_at,
            "reason": "",
        }
        return [*reversed(told), first]

    def offered(self, user: Any) -> list[Offered]:
        """The moves this person's role may make now, with why not where it takes somebody else."""
        rules = [one for one in possible(self.state, pack=self.is_pack) if one.move in BUTTONS]
        theirs = [one for one in rules if may(user, PERMISSIONS[one.who])]
        hands: frozenset[Hand] = hands_of(self.edition, user, self.steps) if theirs else frozenset()
        return [
            Offered(
                one.move,
                BUTTONS[one.move],
                reverse("edition_move", args=[self.edition.public_id, address_of(one.move)]),
                why_not_by(one, hands),
                ONWARD.get(self.state) is one.move,
            )
            for one in theirs
        ]


def address_of(move: Move) -> str:
    """The move in an address: send-back."""
    return move.value.replace("_", "-")


def move_at(address: str) -> Move | None:
    """The move of an address that is confirmed on a page of its own; None for another word."""
    return next((move for move in BUTTONS if address_of(move) == address), None)


def question_of(move: Move) -> str:
    """“Do you want to sign it off?”, the title of the page that asks."""
    return f"Do you want to {MOVE_WORDS[move]}?"


def _by(what: str, who: Any, at: Any) -> str:
    day = long_date(timezone.localtime(at).date())
    return f"{what} by {_who(who)}, {day}" if what else f"{_who(who)}, {day}"


def _who(user: Any) -> str:
    return "the command line" if user is None else user.name
