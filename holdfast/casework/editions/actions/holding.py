"""What every move of an edition begins and ends with: hold the row, ask the table, write the step and the diary."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from django.utils import timezone

from holdfast.casework.audit.actions import record
from holdfast.casework.audit.turns import take_turns
from holdfast.casework.editions import rules
from holdfast.casework.editions.models import Edition, EditionStep, Kind
from holdfast.casework.editions.queries import hands_of, published_since
from holdfast.domain.edition_states import Move, Rule
from holdfast.domain.edition_states import rule as rule_of


def hold(edition: Edition, move: Move, *, by: Any, seen: str | None = None) -> Rule:
    """Read the edition again, keep it from others until the transaction ends, and ask the table of moves.

    ``seen``: the digest of what the page showed; None where there was no page. Raises NotAllowed, NotNow, Changed,
    AnotherPerson.
    """
    held = Edition.objects.select_for_update().defer("inputs").get(pk=edition.pk)
    edition.state, edition.digest, edition.snapshot_id = held.state, held.digest, held.snapshot_id
    rules.check_state(edition, move)
    one = rule_of(edition.state, move, pack=edition.kind == Kind.QUARTERLY)
    assert one is not None  # the line above refused otherwise
    rules.check_who(one, by, hands_of(edition, by))
    rules.check_seen(edition, seen)
    return one


def take_turns_to_publish() -> None:
    """Nothing is published while an edition is being saved, and none is saved while something is published."""
    take_turns("publishing")


def check_none_published(kind: str, year_ending: int, since: datetime | None) -> None:
    """Raises PublishedMeanwhile where another report of the same years was published after ``since``, the moment its
    figures and words began to be gathered; None where nothing was gathered."""
    if since is not None and published_since(kind, year_ending, since):
        raise rules.PublishedMeanwhile


def moved(edition: Edition, one: Rule, *, verb: str, by: Any, reason: str = "") -> EditionStep:
    """Put the edition in its new state, and write who did it, when and why."""
    edition.state = one.to
    edition.save(update_fields=["state"])
    step = EditionStep.objects.create(
        edition=edition,
        move=one.move,
        from_state=one.state,
        to_state=one.to,
        at=timezone.now(),
        by=by,
        reason=reason,
    )
    detail = {"kind": edition.kind, "year": edition.year_ending, "digest": edition.digest[:16]}
    record(by=by, verb=verb, subject=edition, detail=detail)
    return step
