"""Who may move an edition, and what keeps a move from being made."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, Final

from django.core.exceptions import ValidationError

from holdfast.casework.access.roles import Permission
from holdfast.casework.access.rules import NotAllowed, check_by, may
from holdfast.domain.edition_states import Hand, Move, Rule, Who, why_not_by, why_not_now

from .models import Edition, Kind

PERMISSIONS: Final[dict[Who, Permission]] = {
    Who.WRITER: Permission.WRITE_REPORT,
    Who.CHECKER: Permission.CHECK_REPORT,
    Who.SIGNER: Permission.SIGN_REPORT,
    Who.PUBLISHER: Permission.PUBLISH_REPORT,
}
#: the longest reason that is kept
LONGEST_REASON: Final = 2000


class Refused(Exception):
    """A move of an edition was not made; the words say why and what to do."""


class NotNow(Refused):
    """The table of moves does not allow it in the state the edition is in."""


class AnotherPerson(Refused):
    """It takes somebody else."""


class Changed(Refused):
    """What the edition prints was changed after the page was opened."""

    def __init__(self) -> None:
        super().__init__(
            "This edition was changed after you opened the page. Read it again as it stands now, then decide."
        )


class Unsettled(Refused):
    """Something is still to be settled before it is signed off. ``sentences``: each thing."""

    def __init__(self, sentences: Iterable[str]) -> None:
        self.sentences = tuple(sentences)
        super().__init__(
            "It cannot be signed off while something is still to be settled: " + " ".join(self.sentences)
        )


class Overtaken(Refused):
    """Another report of the same figures was published since this one was put together."""

    def __init__(self) -> None:
        super().__init__(
            "Since this edition was put together, another report with figures of the same years was published. Each "
            "hides small numbers of its own; side by side they could give them away. Send it back and take the words "
            "anew: then it hides what the other one hides."
        )


class PublishedMeanwhile(Refused):
    """Another report of the same figures was published while this one was being put together."""

    def __init__(self) -> None:
        super().__init__(
            "While this edition was being put together, another report with figures of the same years was published. "
            "Nothing was saved. Do it again: then it hides what the other one hides."
        )


class GoneOver(Refused):
    """The same report was prepared by others at the same moment, again and again."""

    def __init__(self) -> None:
        super().__init__("Others are preparing the same report at this moment. Try again in a minute.")


def check_state(edition: Edition, move: Move) -> None:
    """Raises NotNow unless the move is allowed in the state the edition is in."""
    why = why_not_now(edition.state, move, pack=edition.kind == Kind.QUARTERLY)
    if why:
        raise NotNow(why)


def check_seen(edition: Edition, seen: str | None) -> None:
    """Raises Changed where the edition is no longer what somebody saw. None: there was no page."""
    if seen is not None and seen != edition.digest:
        raise Changed


def check_who(one: Rule, by: Any, hands: Iterable[Hand]) -> None:
    """Raises NotAllowed for a role whose move it is not, AnotherPerson for one whose hand was in it before."""
    check_by(by, PERMISSIONS[one.who])
    why = why_not_by(one, hands) if by is not None else ""
    if why:
        raise AnotherPerson(why)


def check_reason(one: Rule, reason: str) -> str:
    """The reason as it is kept. Raises ValidationError where one is needed and none given."""
    said = reason.strip()
    if one.reason and not said:
        raise ValidationError({"reason": "Say why."})
    if len(said) > LONGEST_REASON:
        raise ValidationError({"reason": f"Say it in {LONGEST_REASON:,} characters or fewer."})
    return said


def is_printed_in(slot: str, kind: str, quarter: int) -> bool:
    """Whether the words of a slot are printed in a kind of report: other kinds than the annual have a prefix."""
    if kind == "annual":
        return not slot.startswith(("board-", "pack-"))
    return slot.startswith("board-" if kind == "board" else f"pack-q{quarter}-")


def may_see_drafts(user: Any) -> bool:
    """Whether somebody may read editions with every number in them: whoever may read the report."""
    return may(user, Permission.SEE_REPORT)


def may_see_editions(user: Any) -> bool:
    """Whether the list of editions is theirs to see: also whoever is to publish one, once it is signed off."""
    return may_see_drafts(user) or may(user, Permission.PUBLISH_REPORT)


def check_sees(user: Any) -> None:
    """Raises NotAllowed unless `may_see_editions`."""
    if not may_see_editions(user):
        raise NotAllowed(Permission.SEE_REPORT)
