"""What stands in the record before an import, read once for each kind, and whom each row of the return meets."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from itertools import chain, islice
from typing import Any

from .kinds import Kind


@dataclass(frozen=True, slots=True)
class Row:
    """What the returns of an import say of one record: the latest values, and the return years it stands in."""

    values: tuple[Any, ...]
    years: frozenset[int]
    order: int = 0

    @property
    def year(self) -> int:
        return max(self.years)


@dataclass(frozen=True, slots=True)
class Old:
    """A record as it stands."""

    pk: int
    child_id: int
    values: tuple[Any, ...]
    years: range
    withdrawn_at: datetime | None
    return_key: str
    order: int
    made_by_return: bool


@dataclass(frozen=True)
class Meeting:
    """The rows that meet a record, the rows that meet none, the records no row meets."""

    pairs: list[tuple[Old, Row, Any]]
    new: dict[Any, Row]
    unmet: list[Old]


def standing(kind: Kind) -> dict[int, tuple[Old, tuple[Any, ...]]]:
    """Every record of the kind by id, each with the keys its present values give it, the first one first."""
    found: dict[int, tuple[Old, tuple[Any, ...]]] = {}
    extra = ("return_key",) if kind.keeps_key else ()
    order = ("reading_order",) if _has_order(kind) else ()
    columns = (
        "pk",
        *_child(kind),
        "made_by_intake",
        "in_returns_from",
        "in_returns_to",
        "withdrawn_at",
        *extra,
        *order,
    )
    keyed_by = [fields for fields in (kind.key_fields, kind.other_key_fields) if fields]
    count, keys = len(columns), sum(map(len, keyed_by))
    records = kind.model._base_manager.filter(**kind.among)
    rows = records.values_list(*columns, *chain(*keyed_by), *kind.fields)
    for row in rows.iterator(chunk_size=5000):
        facts = dict(zip(columns, row, strict=False))
        first, last = facts["in_returns_from"], facts["in_returns_to"]
        years = range(first, last + 1) if first is not None else range(0)
        old = Old(
            facts["pk"],
            facts.get("child_id", facts["pk"]),
            row[count + keys :],
            years,
            facts["withdrawn_at"],
            facts.get("return_key", ""),
            facts.get("reading_order", 0),
            facts["made_by_intake"] is not None,
        )
        own = iter(row[count : count + keys])
        found[old.pk] = old, tuple(kind.key(*islice(own, len(fields))) for fields in keyed_by)
    return found


def meet(kind: Kind, rows: Mapping[Any, Row]) -> Meeting:
    """Find for each row of the returns the record it speaks of.

    First by the key the returns know it by, then by what stands in its fields now; a row that would be a second
    record where there can be one is taken to speak of the first.
    """
    known = standing(kind)
    by_return: dict[Any, Old] = {}
    by_value: tuple[dict[Any, Old], ...] = ({}, {})
    for old, keys in known.values():
        if old.withdrawn_at is not None and kind.keeps_key:
            continue  # it was taken back; if a return has it again it is a new row
        for named, key in zip(by_value, keys, strict=False):
            named.setdefault(key, old)
        if old.return_key:
            by_return[(old.child_id, old.return_key)] = old
    pairs: list[tuple[Old, Row, Any]] = []
    left: dict[Any, Row] = {}
    met: set[int] = set()
    for key, row in rows.items():
        if key in by_return:
            pairs.append((by_return[key], row, key))
            met.add(by_return[key].pk)
        else:
            left[key] = row
    for named in by_value:
        left = dict(_unmet(kind, left, named, pairs, met))
    gone = [old for old, _ in known.values() if old.pk not in met and old.withdrawn_at is None]
    return Meeting(pairs, left, gone)


def _unmet(
    kind: Kind,
    rows: Mapping[Any, Row],
    named: Mapping[Any, Old],
    pairs: list[tuple[Old, Row, Any]],
    met: set[int],
) -> Iterator[tuple[Any, Row]]:
    """Pair each row with the record of its key; the rows that have none, or whose record another has met."""
    for key, row in rows.items():
        old = named.get(key)
        if old is None or (old.pk in met and not kind.one_per_key):
            yield key, row
        elif old.pk not in met:
            pairs.append((old, row, key))
            met.add(old.pk)


def _child(kind: Kind) -> tuple[str, ...]:
    return ("child_id",) if kind.has_child else ()


def _has_order(kind: Kind) -> bool:
    return any(field.name == "reading_order" for field in kind.model._meta.fields)
