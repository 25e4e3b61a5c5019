"""An edition as a document and as a file: always from what was kept with it, whatever the records are now."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from functools import lru_cache

from django.utils import timezone

from holdfast.casework.editions.models import Edition, Kind
from holdfast.casework.editions.queries import steps_of
from holdfast.domain.edition_states import STATE_WORDS, Move, State
from holdfast.reports import kinds
from holdfast.reports.content import Audience, Document, Finish
from holdfast.reports.editions import kept_bytes
from holdfast.reports.inputs import Inputs
from holdfast.reports.printing import long_day

#: how many documents are kept in memory
KEPT = 12


def document_of(edition: Edition, audience: Audience) -> Document:
    """An edition as content. The same edition in the same state gives the same document on every day.

    Raises a ReportRefused if it would contradict itself, AlteredEdition where it is not what was kept.
    """
    finish = Finish.DRAFT if edition.state == State.DRAFT else Finish.FINAL
    made_on = timezone.localtime(edition.snapshot.taken_at).date()
    made = _printed(kept_bytes(edition), finish, audience, made_on)
    facts = [fact for fact in made.facts if fact[0] != "Edition"]
    facts += [("Edition", _which(edition)), *_signed(edition)]
    return replace(made, facts=tuple(facts), file_name=_file_name(made, edition, audience))


@lru_cache(maxsize=KEPT)
def _printed(kept: bytes, finish: Finish, audience: Audience, made_on: date) -> Document:
    """What is kept with an edition, printed: hiding small numbers takes seconds, and gives the same each time."""
    return kinds.document(Inputs.from_bytes(kept), finish=finish, audience=audience, made_on=made_on)


def _which(edition: Edition) -> str:
    state = STATE_WORDS[State(edition.state)]
    if edition.state == State.DRAFT:
        state = "a draft: what the author still has to write is marked"
    if edition.kind == Kind.QUARTERLY and edition.state == State.PUBLISHED:
        state = "sent to its readers"
    if edition.state == State.WITHDRAWN:
        state = "withdrawn: not to be used"
    return f"{edition.number}, {state}. The records were read for {long_day(edition.snapshot.day)}"


def _signed(edition: Edition) -> list[tuple[str, str]]:
    """Who stands for it, and since when; nothing while nobody does."""
    if edition.state not in (State.SIGNED, State.PUBLISHED):
        return []
    step = steps_of(edition).filter(move=Move.SIGN).last()
    if step is None or step.by is None:
        return []
    return [
        (
            "Signed off by",
            f"{step.by.name}, {step.by.get_role_display()}, on {long_day(timezone.localtime(step.at).date())}",
        )
    ]


def _file_name(made: Document, edition: Edition, audience: Audience) -> str:
    public = "-public" if audience is Audience.PUBLIC else ""
    return f"{made.file_name}-edition-{edition.number}{public}"
