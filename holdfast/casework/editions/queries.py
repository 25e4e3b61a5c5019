"""Questions about editions of reports."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime
from typing import Any
from uuid import UUID

from django.db import models

from holdfast.casework.access.roles import Permission
from holdfast.casework.access.rules import may
from holdfast.casework.publishing.models import ReportText
from holdfast.domain.edition_states import Hand, Move, State, possible

from .makers import makers_of
from .models import Edition, EditionStep, Kind, Snapshot
from .rules import PERMISSIONS, is_printed_in, may_see_drafts, may_see_editions

#: the kinds whose published editions everybody may read; a quarterly pack is sent to its readers
FOR_EVERYBODY = (Kind.ANNUAL, Kind.BOARD)
#: what somebody who publishes may see without seeing every figure of the service
_SIGNED = (State.SIGNED, State.PUBLISHED, State.WITHDRAWN)
_ON_DRAFT = frozenset({Move.NEW_SNAPSHOT, Move.NEW_WORDS})


def editions() -> models.QuerySet[Edition]:
    """Every edition, the newest first, without what it is printed from."""
    found = Edition.objects.select_related("prepared_by", "snapshot").defer("inputs", "snapshot__tables")
    return found.order_by("-prepared_at", "-id")


def editions_for(user: Any) -> models.QuerySet[Edition]:
    """The editions somebody may see: all, those that were signed off where they only publish, or none.

    A quarterly pack is for whoever writes reports; its readers find it where it was sent to them.
    """
    if may(user, Permission.WRITE_REPORT):
        return editions()
    if may_see_drafts(user):
        return editions().filter(kind__in=FOR_EVERYBODY)
    if may_see_editions(user):
        signed = EditionStep.objects.filter(to_state__in=[State.SIGNED, State.PUBLISHED]).values("edition")
        return editions().filter(state__in=_SIGNED, pk__in=signed, kind__in=FOR_EVERYBODY)
    return editions().none()


def find_edition(user: Any, public_id: UUID) -> Edition | None:
    """One edition this person may see, or None."""
    return editions_for(user).filter(public_id=public_id).first()


def published_for(user: Any) -> models.QuerySet[Edition]:
    """The editions that are published now, for whoever may read what is published."""
    if not may(user, Permission.SEE_PUBLISHED):
        return editions().none()
    return editions().filter(state=State.PUBLISHED, kind__in=FOR_EVERYBODY)


def find_published(user: Any, public_id: UUID) -> Edition | None:
    """One published edition, or None where it is not published (any more)."""
    return published_for(user).filter(public_id=public_id).first()


def ever_published(year_ending: int) -> list[bytes]:
    """What the editions are printed from that were ever published, withdrawn ones too, and hold figures of a year or
    the year before it; in the order in which they were published. A report holds its own year and the one before."""
    years = range(year_ending - 1, year_ending + 2)
    found = _publishings(years).order_by("id").values_list("edition__inputs", flat=True)
    return [bytes(one) for one in found]


def overtaken(edition: Edition) -> bool:
    """Whether another report that holds figures of the same years was published since this one was put together."""
    years = range(edition.year_ending - 1, edition.year_ending + 2)
    others = _publishings(years).exclude(edition=edition)
    return others.filter(at__gt=words_gathered_at(edition)).exists()


def published_since(kind: str, year_ending: int, since: datetime) -> bool:
    """Whether a report that hides numbers of the same years as one of ``kind`` was published after a moment."""
    years = range(year_ending - 1, year_ending + 2)
    return kind in FOR_EVERYBODY and _publishings(years).filter(at__gt=since).exists()


def _publishings(years: Iterable[int]) -> models.QuerySet[EditionStep]:
    """The steps by which reports of these years came to everybody."""
    return EditionStep.objects.filter(
        to_state=State.PUBLISHED, edition__kind__in=FOR_EVERYBODY, edition__year_ending__in=list(years)
    )


def hold_beside(edition: Edition) -> None:
    """Keep from others every edition that holds figures of the same years, until the transaction ends: of two that are
    published at one moment, the second knows of the first."""
    years = range(edition.year_ending - 1, edition.year_ending + 2)
    beside = Edition.objects.filter(kind__in=FOR_EVERYBODY, year_ending__in=list(years)).order_by("id")
    list(beside.select_for_update().values_list("pk", flat=True))


def published_of_same(edition: Edition) -> models.QuerySet[Edition]:
    """The editions of the very same report that are published now."""
    alike = editions().filter(kind=edition.kind, team=edition.team, quarter=edition.quarter)
    return alike.filter(year_ending=edition.year_ending, state=State.PUBLISHED).exclude(pk=edition.pk)


def steps_of(edition: Edition) -> models.QuerySet[EditionStep]:
    """What was done with an edition, oldest first, with who did it."""
    return EditionStep.objects.filter(edition=edition).select_related("by").order_by("id")


def same_report(edition: Edition) -> models.QuerySet[Edition]:
    """The other editions of the same report, and of the same report of other years; newest first."""
    alike = editions().filter(kind=edition.kind, team=edition.team, quarter=edition.quarter)
    return alike.exclude(pk=edition.pk)


def inputs_of(edition: Edition) -> bytes:
    """What an edition is printed from."""
    return bytes(Edition.objects.values_list("inputs", flat=True).get(pk=edition.pk))


def tables_of(snapshot: Snapshot) -> bytes:
    """The kept rows of a snapshot."""
    return bytes(Snapshot.objects.values_list("tables", flat=True).get(pk=snapshot.pk))


def words_gathered_at(edition: Edition) -> datetime:
    """When the words of an edition were last taken from what is written."""
    moves = [Move.NEW_SNAPSHOT, Move.NEW_WORDS]
    last = EditionStep.objects.filter(edition=edition, move__in=moves).order_by("id").last()
    return edition.prepared_at if last is None else last.at


def hands_of(edition: Edition, user: Any, steps: Iterable[EditionStep] | None = None) -> frozenset[Hand]:
    """What somebody did for an edition that another person's move must not rest on.

    Who checked and who signed it count since it was last a draft; who made it always does.
    """
    if user is None:
        return frozenset()
    done = list(steps_of(edition) if steps is None else steps)
    made = {edition.prepared_by_id, *makers_of(edition, words_gathered_at(edition))}
    made |= {step.by_id for step in done if step.move in _ON_DRAFT}
    since = max((nth for nth, step in enumerate(done) if step.to_state == State.DRAFT), default=-1)
    checked = {step.by_id for step in done[since + 1 :] if step.move == Move.CHECK}
    signed = {step.by_id for step in done[since + 1 :] if step.move == Move.SIGN}
    whose = {Hand.MADE: made, Hand.CHECKED: checked, Hand.SIGNED: signed}
    return frozenset(hand for hand, people in whose.items() if user.pk in people)


def moves_for(edition: Edition, user: Any) -> tuple[Move, ...]:
    """The moves that are this person's to make by their role in the state the edition is in."""
    here = possible(edition.state, pack=edition.kind == Kind.QUARTERLY)
    return tuple(one.move for one in here if may(user, PERMISSIONS[one.who]))


def words_since(edition: Edition) -> int:
    """In how many places of an edition something was written after its words were gathered."""
    written = ReportText.objects.filter(
        year_ending=edition.year_ending, written_at__gt=words_gathered_at(edition)
    )
    slots = written.order_by().values_list("slot", flat=True).distinct()
    return sum(is_printed_in(slot, edition.kind, edition.quarter) for slot in slots)
