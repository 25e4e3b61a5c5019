"""What moved between two editions of a report, or between an edition and today: figures, and the rows behind them.

``changed`` compares figures; ``rows_moved`` lays the rows behind one figure beside each other. Why a row is another is
told by ``reports.causes``, from what the records keep of their own changes.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any, Final

from holdfast.domain.reporting_year import ReportingYear
from holdfast.indicators import engine
from holdfast.indicators.figure import Figure
from holdfast.indicators.registry import INDICATORS
from holdfast.indicators.sources import Sources

Row = dict[str, Any]
#: two rows of a child that agree in nothing are still one that was corrected, where their days are so near
NEAR_DAYS: Final = 31


@dataclass(frozen=True)
class ChangedFigure:
    """A figure that is another now; None where one of the two has no such figure."""

    table: str
    group: str
    period: str
    before: Figure | None
    now: Figure | None

    @property
    def year(self) -> ReportingYear:
        """The year its period is in."""
        return year_of(self.period)


@dataclass(frozen=True)
class RowMoved:
    """A row behind a figure that came (no ``before``), went (no ``now``) or holds something else."""

    child: str | None
    before: Row | None
    now: Row | None

    @property
    def differences(self) -> tuple[tuple[str, Any, Any], ...]:
        """Column, what stood there, what stands there: of a row that is in both."""
        if self.before is None or self.now is None:
            return ()
        return tuple(
            (name, value, self.now[name]) for name, value in self.before.items() if self.now[name] != value
        )


@dataclass(frozen=True)
class RowsMoved:
    """The rows behind one figure that are not the same on both sides; ``same``: how many are."""

    came: tuple[RowMoved, ...]
    went: tuple[RowMoved, ...]
    changed: tuple[RowMoved, ...]
    same: int

    @property
    def every(self) -> tuple[RowMoved, ...]:
        return (*self.came, *self.went, *self.changed)


def changed(before: Iterable[Figure], now: Iterable[Figure]) -> list[ChangedFigure]:
    """Every figure that differs, in the order of print. A period only one side speaks of is not compared."""
    old, new = _by_place(before), _by_place(now)
    both = {(at[0], at[2]) for at in old} & {(at[0], at[2]) for at in new}
    places = [at for at in dict.fromkeys((*new, *old)) if (at[0], at[2]) in both]
    found = [ChangedFigure(*at, old.get(at), new.get(at)) for at in places if old.get(at) != new.get(at)]
    order = {table: nth for nth, table in enumerate(INDICATORS)}
    return sorted(found, key=lambda one: order.get(one.table, len(order)))


def year_of(period: str) -> ReportingYear:
    """The reporting year of a period by name: 2016/17, 2016/17 Q3, or a month such as 2016-04."""
    if "/" in period:
        return ReportingYear.parse(period.split(" ")[0])
    return ReportingYear.of(date.fromisoformat(f"{period}-01"))


def rows_moved(
    before: Sources, now: Sources, table: str, group: str, period: str, *, base: bool = False
) -> RowsMoved:
    """The rows behind one figure on both sides. ``base``: those of what it is a share of.

    Raises KeyError where a side does not hold what the table is counted from, or has no such group.
    """
    year = year_of(period)
    sides = [engine.rows(each, year, table, group, period, base=base) for each in (before, now)]
    return beside(*sides)


def beside(before: Sequence[Row], now: Sequence[Row]) -> RowsMoved:
    """Rows laid beside each other, child by child: those equal on both sides, and what became of the others."""
    old, new = Counter(map(_key, before)), Counter(map(_key, now))
    gone, fresh = _left(before, old - new), _left(now, new - old)
    came, went, altered = [], [], []
    for child in sorted({*gone, *fresh}, key=lambda one: one or ""):
        pairs, unpaired_old, unpaired_new = _paired(gone[child], fresh[child])
        altered += [RowMoved(child, *pair) for pair in pairs]
        went += [RowMoved(child, row, None) for row in unpaired_old]
        came += [RowMoved(child, None, row) for row in unpaired_new]
    return RowsMoved(tuple(came), tuple(went), tuple(altered), sum((old & new).values()))


def _by_place(figures: Iterable[Figure]) -> dict[tuple[str, str, str], Figure]:
    return {(one.table, one.group, one.period): one for one in figures}


def _key(row: Row) -> tuple[tuple[str, Any], ...]:
    return tuple(sorted(row.items()))


def _left(rows: Sequence[Row], over: Counter[Any]) -> dict[str | None, list[Row]]:
    """The rows that have no equal on the other side, by child."""
    found: dict[str | None, list[Row]] = defaultdict(list)
    over = Counter(over)
    for row in rows:
        if over[_key(row)] > 0:
            over[_key(row)] -= 1
            found[row.get("child")].append(row)
    return found


def _paired(old: list[Row], new: list[Row]) -> tuple[list[tuple[Row, Row]], list[Row], list[Row]]:
    """Rows of one child that are one and the same, corrected: the likest first; and those that are left over."""
    likest = sorted(
        ((_alike(a, b), nth, mth) for nth, a in enumerate(old) for mth, b in enumerate(new)),
        key=lambda one: (-one[0][0], one[0][1], one[1], one[2]),
    )
    pairs: list[tuple[int, int]] = []
    for (equal, apart), nth, mth in likest:
        taken = any(nth == a or mth == b for a, b in pairs)
        if not taken and (equal or apart <= NEAR_DAYS):
            pairs.append((nth, mth))
    left_old = [row for nth, row in enumerate(old) if nth not in {a for a, _ in pairs}]
    left_new = [row for mth, row in enumerate(new) if mth not in {b for _, b in pairs}]
    return [(old[a], new[b]) for a, b in sorted(pairs)], left_old, left_new


def _alike(one: Row, other: Row) -> tuple[int, int]:
    """In how many columns that say something two rows agree, and how many days their first other days are apart."""
    names = [name for name in one if name not in ("child", "period") and name in other]
    equal = sum(one[name] is not None and one[name] == other[name] for name in names)
    days = [(one[name], other[name]) for name in names if one[name] != other[name]]
    apart = [abs((a - b).days) for a, b in days if isinstance(a, date) and isinstance(b, date)]
    return equal, apart[0] if apart else NEAR_DAYS + 1
