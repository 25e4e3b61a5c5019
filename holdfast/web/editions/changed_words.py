"""What moved, in words: figures table by table, rows with what changed in them, and why."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.urls import reverse
from django.utils import timezone

from holdfast.casework.people.models import Child
from holdfast.casework.provenance.queries import model_of
from holdfast.casework.provenance.rules import from_text
from holdfast.domain.wording import long_date
from holdfast.indicators.registry import INDICATORS
from holdfast.reports.causes import Cause, Why
from holdfast.reports.moved import ChangedFigure, RowMoved
from holdfast.web.child.deeds import DEEDS, field_names, kind_name
from holdfast.web.editions.sides import Sides, group_of, said
from holdfast.web.figures import opening
from holdfast.web.figures.presenters import COLUMN_NAMES, DASH

#: more reasons than these are counted, not told
MOST_CAUSES = 6


@dataclass(frozen=True)
class MovedFigure:
    label: str
    period: str
    before: str
    now: str
    url: str
    otherwise: bool  # today's program counts it otherwise from the same rows


@dataclass(frozen=True)
class MovedTable:
    title: str
    figures: list[MovedFigure]


class MovedTables:
    """The figures that moved, table by table in the order of print."""

    def __init__(self, found: Sequence[ChangedFigure], sides: Sides, user: Any) -> None:
        self.total = f"{len(found):,}" if found else ""
        otherwise = sides.counted_otherwise({one.table for one in found})
        by_table: dict[str, list[MovedFigure]] = {}
        for one in found:
            by_table.setdefault(one.table, []).append(_figure(one, sides, user, otherwise))
        self.tables = [MovedTable(_title(table), figures) for table, figures in by_table.items()]
        self.otherwise = sum(figure.otherwise for table in self.tables for figure in table.figures)


def _figure(
    one: ChangedFigure, sides: Sides, user: Any, otherwise: frozenset[tuple[str, str, str]]
) -> MovedFigure:
    group = group_of(one.table, one.group, one.period)
    opens = sides.has_rows and group is not None and opening.opens(user, INDICATORS[one.table])
    address = ""
    if opens:
        address = reverse("edition_rows", args=[sides.edition.public_id, one.table, one.group])
        address += f"?{sides.query(period=one.period)}"
    return MovedFigure(
        group.label if group else one.group.replace("_", " "),
        one.period,
        said(group, one.before),
        said(group, one.now),
        address,
        (one.table, one.group, one.period) in otherwise,
    )


def _title(table: str) -> str:
    return INDICATORS[table].title if table in INDICATORS else table.replace("_", " ").capitalize()


@dataclass(frozen=True)
class ChangedRow:
    """One row that came, went or changed: what it holds, and why as far as it is known."""

    child: Child | None
    what: str
    facts: list[str]
    why: list[str]
    more: int


class ChangedRows:
    """Rows in words. ``words``: codes by column; ``workers``: names by public id."""

    def __init__(
        self,
        rows: Iterable[RowMoved],
        children: Mapping[str, Child],
        causes: Mapping[int, list[Cause]],
        words: Mapping[str, Mapping[Any, str]],
        workers: Mapping[str, str],
    ) -> None:
        self._words, self._workers = words, workers
        self.rows = [self._row(one, children, causes) for one in rows]

    def _row(
        self, one: RowMoved, children: Mapping[str, Child], causes: Mapping[int, list[Cause]]
    ) -> ChangedRow:
        child = children.get(one.child or "")
        known = causes.get(child.pk, []) if child else []
        told = [cause_in_words(cause) for cause in known[-MOST_CAUSES:]]
        return ChangedRow(child, _what(one), self._facts(one), told, max(0, len(known) - MOST_CAUSES))

    def _facts(self, one: RowMoved) -> list[str]:
        changed = [
            f"{_column(name)}: {self._value(name, before)}, now {self._value(name, now)}"
            for name, before, now in one.differences
        ]
        if changed:
            kept = [
                f"{_column(name)}: {long_date(value)}"
                for name, value in (one.now or {}).items()
                if isinstance(value, date) and (one.before or {}).get(name) == value
            ]
            return [*kept, *changed]
        held = one.now or one.before or {}
        return [
            f"{_column(name)}: {self._value(name, value)}"
            for name, value in held.items()
            if name not in ("child", "period") and value is not None
        ]

    def _value(self, column: str, value: Any) -> str:
        if value is None:
            return DASH
        if column == "worker":
            return self._workers.get(value, DASH)
        return self._words.get(column, {}).get(value) or (
            long_date(value) if isinstance(value, date) else str(value)
        )


def cause_in_words(one: Cause) -> str:
    """“9 June 2017: review, date held (REVIEW) put right from 3 May 2016 to 5 May 2016”."""
    on = long_date(timezone.localtime(one.at).date())
    if one.why is Why.DONE:
        return f"{on}: {DEEDS.get(one.verb, one.verb.replace('.', ' ').replace('_', ' '))}{_of_day(one)}"
    kind = kind_name(one.record_type)
    if one.why is Why.BROUGHT:
        return f"{on}: a return brought the {kind}{_of_day(one)}"
    who = "by a return" if one.by_return else "put right"
    if one.why is Why.TAKEN_BACK:
        return f"{on}: {kind} {one.after or 'no longer withdrawn'}{' by a return' if one.by_return else ''}"
    field = field_names(model_of(one.record_type), [one.field])
    return f"{on}: {kind}, {field} {who} from {_kept(one, one.before)} to {_kept(one, one.after)}"


def _of_day(one: Cause) -> str:
    """“ of 3 May 2016”: the day a record is known by, where it has one."""
    if one.day is None:
        return ""
    return f" {'from' if one.record_type == 'care.Episode' else 'of'} {long_date(one.day)}"


def _kept(one: Cause, text: str) -> str:
    """A value as it was kept: a day in words, a blank as nothing."""
    if not text:
        return "nothing"
    value = from_text(model_of(one.record_type), one.field, text)
    return long_date(value) if isinstance(value, date) else text


def _what(one: RowMoved) -> str:
    if one.before is None:
        return "Came"
    return "Went" if one.now is None else "Changed"


def _column(name: str) -> str:
    return COLUMN_NAMES.get(name, name.replace("_", " ").capitalize())
