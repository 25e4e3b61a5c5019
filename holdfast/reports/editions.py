"""Editions of a report: prepared from the records as they stand, and printed from what was kept.

What is kept is written by ``casework.editions.actions``; here it is gathered, counted and read again.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from django.db import connection, transaction
from django.utils import timezone

from holdfast.casework.editions import actions
from holdfast.casework.editions.models import Edition, PackPlan, Snapshot
from holdfast.casework.editions.queries import inputs_of as kept_inputs
from holdfast.casework.editions.queries import tables_of
from holdfast.domain.reporting_year import ReportingYear
from holdfast.indicators.sources import Sources
from holdfast.reports import public
from holdfast.reports.annual.authority import Authority
from holdfast.reports.gathering import gather
from holdfast.reports.inputs import Inputs
from holdfast.snapshot import from_casework, kept

#: the fields of Inputs that are counted from the snapshot's rows; all others are words, and what was entered beside
COUNTED = ("figures", "answers", "breaks", "pack", "day")


class AlteredEdition(Exception):
    """What an edition is printed from is not what was kept with it."""


@dataclass(frozen=True)
class Gathered:
    """The records of one moment, and the report they give."""

    tables: bytes
    digest: str
    inputs: Inputs


def gathered(
    kind: str,
    year_ending: int,
    authority: Authority,
    *,
    day: date,
    quarter: int = 0,
    team: str = "",
    theme: str = "",
) -> Gathered:
    """All that an edition prepared at this moment would be made from. ``day``: the day the records are read for.

    The rows are always those of the whole service; what is of one team is counted from them.
    """
    with one_moment():
        rows, digest = kept.to_bytes(from_casework.tables(on=day))
    # Counted from the rows that are kept, so that the figures are theirs whatever is written meanwhile.
    year = ReportingYear(year_ending)
    sources = kept.open(rows)
    inputs = gather(kind, year, sources, authority, day=day, quarter=quarter, team=team, theme=theme)
    return Gathered(rows, digest, public.settled(inputs))


def prepare(
    *,
    kind: str,
    year_ending: int,
    authority: Authority,
    day: date,
    by: Any,
    quarter: int = 0,
    team: str = "",
    plan: PackPlan | None = None,
) -> Edition:
    """A draft edition of a report from the records as they stand now."""
    theme, since = plan.theme if plan else "", timezone.now()
    made = gathered(kind, year_ending, authority, day=day, quarter=quarter, team=team, theme=theme)
    return actions.prepare(
        kind=kind,
        year_ending=year_ending,
        quarter=quarter,
        team=team,
        plan=plan,
        tables=made.tables,
        tables_digest=made.digest,
        inputs=made.inputs.to_bytes(),
        day=day,
        by=by,
        since=since,
    )


def take_new_snapshot(
    *, edition: Edition, authority: Authority, day: date, by: Any, seen: str | None = None
) -> None:
    """Figures and words of a draft anew, from the records as they stand now."""
    since = timezone.now()
    made = gathered(
        edition.kind,
        edition.year_ending,
        authority,
        day=day,
        quarter=edition.quarter,
        team=edition.team,
        theme=edition.plan.theme if edition.plan else "",
    )
    actions.take_new_snapshot(
        edition=edition,
        tables=made.tables,
        tables_digest=made.digest,
        inputs=made.inputs.to_bytes(),
        day=day,
        by=by,
        seen=seen,
        since=since,
    )


def rewrite_words(*, edition: Edition, by: Any, seen: str | None = None) -> None:
    """The words of a draft, its template, plan and paper anew; its figures stay those of its snapshot."""
    since = timezone.now()
    inputs = public.settled(with_words_of_now(edition, inputs_of(edition)))
    actions.rewrite_words(edition=edition, inputs=inputs.to_bytes(), by=by, seen=seen, since=since)


def with_words_of_now(edition: Edition, before: Inputs) -> Inputs:
    """What a draft would be printed from with the words of now and the figures it has."""
    assert before.day is not None  # every edition was read for a day
    sources = sources_of(edition.snapshot)
    now = gather(
        edition.kind,
        before.year,
        sources,
        before.authority,
        day=before.day,
        quarter=before.quarter,
        team=before.team,
        theme=before.pack.theme if before.pack else "",
    )
    return replace(now, **{name: getattr(before, name) for name in COUNTED})


def inputs_of(edition: Edition) -> Inputs:
    """What an edition is printed from. Raises AlteredEdition where it is not what was kept."""
    return Inputs.from_bytes(kept_bytes(edition))


def kept_bytes(edition: Edition) -> bytes:
    """The same as it is kept."""
    held = kept_inputs(edition)
    if kept.digest_of(held) != edition.digest:
        raise AlteredEdition("What this edition is printed from is not what was kept with it.")
    return held


def sources_of(snapshot: Snapshot) -> Sources:
    """The kept rows of a snapshot, ready to be counted. Raises kept.Altered."""
    return kept.open(tables_of(snapshot), snapshot.digest)


@contextmanager
def one_moment() -> Iterator[None]:
    """All that is read inside is read as the records stood at one moment.

    SQLite lets nobody write between; PostgreSQL gives a transaction that is not inside another one picture of all.
    """
    outermost = not connection.in_atomic_block
    with transaction.atomic():
        if outermost and connection.vendor == "postgresql":
            with connection.cursor() as cursor:
                cursor.execute("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ")
        yield
