"""The moves of an edition that is no longer being written: checked, sent back, signed off, published, withdrawn."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any

from django.db import transaction

from holdfast.casework.editions import rules
from holdfast.casework.editions.models import Edition
from holdfast.casework.editions.queries import hold_beside, inputs_of, overtaken, published_of_same
from holdfast.domain.edition_states import Move

from .holding import hold, moved, take_turns_to_publish

#: what is still to be settled before an edition is signed off, read from what it is printed from
StillToSettle = Callable[[bytes], Iterable[str]]


@transaction.atomic
def check(*, edition: Edition, by: Any, reason: str = "", seen: str | None = None) -> None:
    """Mark a draft as checked: from here on its words and figures stay as they are. Whoever prepared it, or wrote
    or typed in any of it, cannot."""
    one = hold(edition, Move.CHECK, by=by, seen=seen)
    moved(edition, one, verb="edition.checked", by=by, reason=rules.check_reason(one, reason))


@transaction.atomic
def send_back(*, edition: Edition, reason: str, by: Any, seen: str | None = None) -> None:
    """Make it a draft again, to be changed; what was checked and signed of it no longer counts."""
    one = hold(edition, Move.SEND_BACK, by=by, seen=seen)
    moved(edition, one, verb="edition.sent_back", by=by, reason=rules.check_reason(one, reason))


@transaction.atomic
def sign(
    *, edition: Edition, unsettled: StillToSettle, by: Any, reason: str = "", seen: str | None = None
) -> None:
    """Sign it off. Whoever checked it cannot. Raises Unsettled with each thing that is still to be settled."""
    one = hold(edition, Move.SIGN, by=by, seen=seen)
    left = list(unsettled(inputs_of(edition)))
    if left:
        raise rules.Unsettled(left)
    moved(edition, one, verb="edition.signed", by=by, reason=rules.check_reason(one, reason))


@transaction.atomic
def publish(*, edition: Edition, by: Any, reason: str = "", seen: str | None = None) -> None:
    """Publish it: its public version is then there for everybody who signs in. Whoever signed it cannot.

    The edition of the same report that was there before is withdrawn: it takes its place. Raises Overtaken where
    another report was published since it was put together.
    """
    take_turns_to_publish()
    hold_beside(edition)
    one = hold(edition, Move.PUBLISH, by=by, seen=seen)
    said = rules.check_reason(one, reason)
    if overtaken(edition):
        raise rules.Overtaken
    for earlier in published_of_same(edition).order_by("id"):
        withdraw(edition=earlier, reason=f"Edition {edition.number} was published in its place.", by=by)
    moved(edition, one, verb="edition.published", by=by, reason=said)


@transaction.atomic
def withdraw(*, edition: Edition, reason: str, by: Any, seen: str | None = None) -> None:
    """Withdraw it for good. It stays readable for those who read reports inside the service."""
    one = hold(edition, Move.WITHDRAW, by=by, seen=seen)
    moved(edition, one, verb="edition.withdrawn", by=by, reason=rules.check_reason(one, reason))
