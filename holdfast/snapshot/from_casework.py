"""Statistical tables from the service's own records, as they stand now."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import Any

import pyarrow as pa
from django.conf import settings
from django.db.models import QuerySet
from django.utils import timezone

from holdfast.casework.care.models import AsylumStatus, CareLeaverYear, Episode, HealthYear
from holdfast.casework.people.models import Child
from holdfast.casework.publishing.models import Population
from holdfast.casework.reviews.models import Review, ReviewKind
from holdfast.casework.service.queries import book
from holdfast.indicators.tables import RECORD_TABLES
from holdfast.snapshot import from_quality, from_work
from holdfast.snapshot.from_work import Work
from holdfast.snapshot.store import schema

_AT_A_TIME = 10_000
_WORK = from_work.TABLES | from_quality.TABLES

#: statistical table -> its columns' fields in the record, in the order of ``indicators.tables``
_FIELDS: dict[str, tuple[str, ...]] = {
    "children": ("number", "sex", "born", "ethnicity"),
    "episodes": (
        "child__number",
        "pk",
        "started",
        "ended",
        "reason_started",
        "legal_status",
        "place",
        "place_post",
        "reason_ended",
        "reason_moved",
    ),
    "reviews": ("child__number", "completed_on", "participation"),
    "health": (
        "child__number",
        "year_ending",
        "health_assessment",
        "teeth_check",
        "immunisations",
        "health_check",
        "sdq_score",
    ),
    "care_leavers": ("child__number", "year_ending", "born", "in_touch", "accommodation"),
    "uasc": ("child__number", "ceased"),
    "population": ("year_ending", "aged_0_17"),
}


def tables(
    children: QuerySet[Child] | None = None,
    *,
    on: date | None = None,
    work: Iterable[str] = tuple(RECORD_TABLES),
) -> dict[str, pa.Table]:
    """The statistical tables of all children, or of those given, with exactly the columns of ``indicators.tables``.

    A record that a corrected return took back is not among them; ``reviews`` are those of children in care, and count
    once they are completed. ``on``: the day the records are read, for what is due by then; today if None. ``work``:
    which of RECORD_TABLES are wanted.
    """
    made = {name: _table(name, rows) for name, rows in _rows(children).items()}
    made["episodes"] = _in_reading_order(made["episodes"])
    wanted = [name for name in RECORD_TABLES if name in frozenset(work)]
    if wanted:
        among = Child.objects.all() if children is None else children
        read = Work(among, on or settings.TODAY or timezone.localdate(), book())
        made |= {name: _from_rows(name, _WORK[name](read)) for name in wanted}
    return made


def _rows(children: QuerySet[Child] | None) -> dict[str, QuerySet[Any]]:
    among = {} if children is None else {"child__in": children}
    standing = {"withdrawn_at__isnull": True, **among}
    return {
        "children": (Child.objects.all() if children is None else children).order_by(),
        "episodes": Episode.objects.filter(**standing).order_by("reading_order", "pk"),
        "reviews": Review.objects.filter(
            kind=ReviewKind.CARE, completed_on__isnull=False, **standing
        ).order_by("pk"),
        "health": HealthYear.objects.filter(**standing).order_by(),
        "care_leavers": CareLeaverYear.objects.filter(**standing).order_by(),
        "uasc": AsylumStatus.objects.filter(**standing).order_by(),
        "population": Population.objects.order_by(),
    }


def _table(name: str, rows: QuerySet[Any]) -> pa.Table:
    return _from_rows(name, rows.values_list(*_FIELDS[name]).iterator(chunk_size=_AT_A_TIME))


def _from_rows(name: str, rows: Iterable[Any]) -> pa.Table:
    """Rows to Arrow, column by column; a blank text is null."""
    shape = schema(name)
    batches = [
        pa.record_batch(
            [
                _array(values, field.type)
                for values, field in zip(zip(*chunk, strict=True), shape, strict=True)
            ],
            schema=shape,
        )
        for chunk in _chunks(rows)
    ]
    return pa.Table.from_batches(batches, schema=shape)


def _array(values: Iterable[Any], kind: pa.DataType) -> pa.Array:
    if pa.types.is_string(kind):
        return pa.array([value or None for value in values], kind)
    return pa.array(list(values), kind)


def _chunks(rows: Iterable[Any]) -> Iterable[list[Any]]:
    chunk: list[Any] = []
    for row in rows:
        chunk.append(row)
        if len(chunk) == _AT_A_TIME:
            yield chunk
            chunk = []
    if chunk:
        yield chunk


def _in_reading_order(episodes: pa.Table) -> pa.Table:
    """The rows come in reading order: their place in it settles ties."""
    at = episodes.column_names.index("line")
    return episodes.set_column(at, episodes.schema.field(at), pa.array(range(episodes.num_rows), pa.int64()))
