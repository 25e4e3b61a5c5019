"""Preparing an edition, and changing what its draft is printed from."""

from __future__ import annotations

import hashlib
from datetime import date, datetime
from importlib.metadata import version
from typing import Any

from django.db import IntegrityError, transaction
from django.db.models import Max
from django.utils import timezone

from holdfast.casework.access.roles import Permission
from holdfast.casework.access.rules import check_by
from holdfast.casework.audit.actions import record
from holdfast.casework.editions import rules
from holdfast.casework.editions.models import Edition, Kind, PackPlan, Snapshot
from holdfast.casework.publishing.rules import check_year
from holdfast.domain.edition_states import Move

from .holding import check_none_published, hold, moved, take_turns_to_publish

#: how often a number is looked for that nobody else took at the same moment
_TRIES = 5


def prepare(
    *,
    kind: str,
    year_ending: int,
    tables: bytes,
    tables_digest: str,
    inputs: bytes,
    day: date,
    by: Any,
    quarter: int = 0,
    team: str = "",
    plan: PackPlan | None = None,
    since: datetime | None = None,
) -> Edition:
    """A draft with the records it is made from. ``tables`` and ``inputs``: as ``snapshot.kept`` and ``reports.inputs``
    write them; ``day``: the day the records were read for; ``since``: the moment they began to be gathered.

    Raises ValidationError for a year no report can be of, GoneOver when others keep taking the same number,
    PublishedMeanwhile.
    """
    check_by(by, Permission.WRITE_REPORT)
    check_year(year_ending)
    about = {"kind": Kind(kind), "year_ending": year_ending, "quarter": quarter, "team": team}
    for _ in range(_TRIES):
        number = 1 + (Edition.objects.filter(**about).aggregate(last=Max("number"))["last"] or 0)
        try:
            with transaction.atomic():
                take_turns_to_publish()
                check_none_published(kind, year_ending, since)
                snapshot = _snapshot(tables, tables_digest, day, by)
                edition = Edition.objects.create(
                    **about,
                    plan=plan,
                    number=number,
                    snapshot=snapshot,
                    inputs=inputs,
                    digest=_digest(inputs),
                    prepared_at=snapshot.taken_at,
                    prepared_by=by,
                )
                detail = {"kind": kind, "year": year_ending, "quarter": quarter, "number": number}
                record(by=by, verb="edition.prepared", subject=edition, detail=detail)
                return edition
        except IntegrityError:
            if not Edition.objects.filter(**about, number=number).exists():
                raise
    raise rules.GoneOver


@transaction.atomic
def take_new_snapshot(
    *,
    edition: Edition,
    tables: bytes,
    tables_digest: str,
    inputs: bytes,
    day: date,
    by: Any,
    seen: str | None = None,
    since: datetime | None = None,
) -> None:
    """Another snapshot for a draft, with all it is printed from. The one before stays with what was kept of it.

    ``since``: as in ``prepare``. Raises PublishedMeanwhile, and what `hold` raises.
    """
    one = hold(edition, Move.NEW_SNAPSHOT, by=by, seen=seen)
    check_none_published(edition.kind, edition.year_ending, since)
    edition.snapshot = _snapshot(tables, tables_digest, day, by)
    _print_from(edition, inputs)
    moved(edition, one, verb="edition.new_snapshot", by=by)


@transaction.atomic
def rewrite_words(
    *, edition: Edition, inputs: bytes, by: Any, seen: str | None = None, since: datetime | None = None
) -> None:
    """Other words for a draft: ``inputs`` with the words of now and the figures of its snapshot.

    ``since``: as in ``prepare``. Raises PublishedMeanwhile, and what `hold` raises.
    """
    one = hold(edition, Move.NEW_WORDS, by=by, seen=seen)
    check_none_published(edition.kind, edition.year_ending, since)
    _print_from(edition, inputs)
    moved(edition, one, verb="edition.new_words", by=by)


def _snapshot(tables: bytes, digest: str, day: date, by: Any) -> Snapshot:
    if hashlib.sha256(tables).hexdigest() != digest:
        raise ValueError("The digest is not that of the tables.")
    return Snapshot.objects.create(
        taken_at=timezone.now(),
        taken_by=by,
        day=day,
        tables=tables,
        digest=digest,
        release=version("holdfast"),
    )


def _print_from(edition: Edition, inputs: bytes) -> None:
    edition.inputs, edition.digest = inputs, _digest(inputs)
    edition.save(update_fields=["snapshot", "inputs", "digest"])


def _digest(inputs: bytes) -> str:
    return hashlib.sha256(inputs).hexdigest()
