"""Every cell York printed beside ours: equal, or listed with the reason why it cannot be.

Ours is equal when it is the same number once rounded half up to the digits printed. Where York cut the digits instead
of rounding them, that is said. Only cells our records can answer are asked: the year 2016/17, and of 2015/16 what was
true on 31 March 2016; other columns are comparators.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from decimal import ROUND_DOWN, ROUND_HALF_UP, Decimal
from enum import Enum
from fractions import Fraction

from holdfast.demo.published import YEAR, Cell, cells, reasons
from holdfast.domain.reporting_year import ReportingYear
from holdfast.indicators.engine import figures
from holdfast.indicators.figure import Figure
from holdfast.indicators.language import Measure
from holdfast.indicators.registry import group_of, indicator
from holdfast.indicators.sources import Sources

#: tables whose 2015/16 column is a state on 31 March 2016 or of children who were in care on it
_ANSWERED_BEFORE = (
    "caseload",
    "children_in_care",
    "sex",
    "ethnicity",
    "age",
    "time_in_care",
    "legal_status",
    "placement_moves",
    "long_term_stability",
    "health_education",
)
_BEFORE = "2015/16"


class Verdict(Enum):
    """How a printed cell and ours stand to each other."""

    EQUAL = "equal"
    CUT = "digits cut"
    LISTED = "cannot be equal"
    UNEXPLAINED = "differs"


@dataclass(frozen=True)
class Compared:
    """One printed cell beside ours. ``ours`` is rounded to the digits printed; ``reason`` is empty when equal."""

    cell: Cell
    ours: str
    figure: Figure | None
    verdict: Verdict
    reason: str = ""


def compare(sources: Sources) -> list[Compared]:
    """Every printed cell these sources can answer, in the order of the report: a return holds no caseload."""
    asked = [cell for cell in cells() if is_answered(cell) and sources.holds(indicator(cell.table).needs)]
    tables = list(dict.fromkeys(cell.table for cell in asked))
    found = {
        (figure.table, figure.group, figure.period): figure
        for year in (YEAR, _BEFORE)
        for figure in figures(sources, ReportingYear.parse(year), only=tables)
    }
    return [_compared(cell, found.get((cell.table, cell.group, cell.period))) for cell in asked]


def is_answered(cell: Cell) -> bool:
    """Whether our records speak of what a printed cell says."""
    if cell.whose:
        return False
    return cell.period.startswith(YEAR) or (cell.period == _BEFORE and cell.table in _ANSWERED_BEFORE)


def closing_count(compared: Iterable[Compared]) -> str:
    """'243 printed cells: 236 equal, 1 with digits cut, 6 that cannot be equal, 0 that differ.'"""
    count = Counter(one.verdict for one in compared)
    return (
        f"{count.total()} printed cells: {count[Verdict.EQUAL]} equal, {count[Verdict.CUT]} with digits cut instead "
        f"of rounded, {count[Verdict.LISTED]} that cannot be equal, {count[Verdict.UNEXPLAINED]} that differ."
    )


def _compared(cell: Cell, figure: Figure | None) -> Compared:
    number = None if figure is None else _number(cell, figure)
    if cell.printed is None:
        shown = "–" if number is None else _shown(number, 0 if number.denominator == 1 else 1)
        return _listed(cell, shown, figure)
    digits = len(cell.printed.partition(".")[2])
    if number is None:
        return _listed(cell, "–", figure)
    ours = _shown(number, digits)
    if Decimal(ours) == Decimal(cell.printed):
        return Compared(cell, ours, figure, Verdict.EQUAL)
    if cell.key not in reasons() and Decimal(_shown(number, digits, ROUND_DOWN)) == Decimal(cell.printed):
        exact = _shown(number, digits + 2)
        return Compared(
            cell, ours, figure, Verdict.CUT, f"{exact} was cut to {cell.printed} instead of rounded."
        )
    return _listed(cell, ours, figure)


def _listed(cell: Cell, ours: str, figure: Figure | None) -> Compared:
    reason = reasons().get(cell.key)
    if reason is None:
        return Compared(cell, ours, figure, Verdict.UNEXPLAINED, "No reason is known.")
    return Compared(cell, ours, figure, Verdict.LISTED, reason.sentence)


def _number(cell: Cell, figure: Figure) -> Fraction | None:
    """The part of our figure that stands in the cell, before any rounding; a mean as it was rounded to two places."""
    if cell.reads == "count":
        return Fraction(figure.numerator)
    if cell.reads == "base":
        return None if figure.denominator is None else Fraction(figure.denominator)
    if figure.value is None or figure.denominator == 0:
        return None
    per = {Measure.SHARE: 100, Measure.PER_10000: 10_000}.get(group_of(figure).measure)
    if per is None:
        return Fraction(str(figure.value))
    return Fraction(per * figure.numerator) / Fraction(str(figure.denominator))


def _shown(number: Fraction, digits: int, rounding: str = ROUND_HALF_UP) -> str:
    exact = Decimal(number.numerator) / Decimal(number.denominator)
    return str(exact.quantize(Decimal(1).scaleb(-digits), rounding=rounding))


def as_text(compared: Iterable[Compared]) -> list[str]:
    """The comparison as lines for a terminal, a heading over each printed table."""
    lines: list[str] = []
    heading = ""
    for one in compared:
        if (over := f"{one.cell.printed_as}: {one.cell.table}") != heading:
            lines += ["", over, f"  {'':<50} {'period':<12} {'York':>7} {'ours':>7}"]
            heading = over
        printed = "blank" if one.cell.printed is None else one.cell.printed
        said = one.verdict.value + (f": {one.reason}" if one.reason else "")
        lines.append(f"  {one.cell.label[:50]:<50} {one.cell.period:<12} {printed:>7} {one.ours:>7}  {said}")
    return lines
