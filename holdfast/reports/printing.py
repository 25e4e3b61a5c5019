"""How a number is printed: half up, with what it was counted from; a dash where nothing can be divided."""

from __future__ import annotations

from datetime import date
from decimal import ROUND_HALF_UP, Decimal

from holdfast.indicators.rounding import in_percent
from holdfast.reports.content import DASH, Cell, Kind, Table, Unit

#: what a hidden number prints as, in a table and in a sentence
HIDDEN = "c"
NOT_PUBLISHED = "a number that cannot be published (c)"

#: under each table that has one
HIDDEN_NOTE = (
    "c: not published, because somebody could be told from it. Small numbers are hidden, and so are numbers from which "
    "one of those could be worked out; a nought is shown."
)

DECIMALS = {
    Unit.PERCENT: 1,
    Unit.PER_10000: 1,
    Unit.MEAN: 2,
    Unit.MEAN_OF_RETURNS: 1,
    Unit.MEDIAN: 1,
    Unit.LONGEST: 0,
    Unit.FTE: 2,
    Unit.PER_FTE: 1,
}


def half_up(value: Decimal | float | int, places: int) -> Decimal:
    """Round half up, as people do by hand (Python's own ``round`` goes to the even neighbour)."""
    return Decimal(str(value)).quantize(Decimal(1).scaleb(-places), rounding=ROUND_HALF_UP)


def whole(number: int | float | None) -> str:
    """1,204; inside a sentence, what stands for a number that the public may not read."""
    return NOT_PUBLISHED if number is None else f"{number:,}"


def percent(value: float | int | None) -> str:
    return DASH if value is None else in_percent(half_up(value, 1))


def long_day(day: date) -> str:
    """31 March 2017."""
    return f"{day.day} {day:%B %Y}"


def lines(cell: Cell, kind: Kind) -> tuple[str, ...]:
    """What a cell prints, the main figure first, then what it was counted from.

    In a distribution the count comes first, because its base stands at the foot of the column; elsewhere the
    share comes first, with 'n of N' under it. A rate per 10,000 has its count and its population in rows of
    their own.
    """
    if cell.hidden:
        return _hidden(cell, kind)
    if cell.published:
        return _published(cell, kind)
    if cell.unit is Unit.TEXT:
        return (cell.text or DASH,)
    if cell.unit is Unit.COUNT:
        return (DASH if cell.numerator is None else whole(cell.numerator),)
    share = _share(cell)
    if cell.numerator == 0 and cell.denominator is None and cell.value is None:
        return ("0",)  # a nought whose base is hidden
    if cell.numerator is None or cell.denominator is None or cell.unit is Unit.PER_10000:
        return (share,)
    if cell.unit is Unit.PER_FTE:
        return (share, f"{whole(cell.numerator)} over {half_up(cell.denominator, DECIMALS[Unit.FTE])}")
    if cell.unit in (Unit.MEDIAN, Unit.LONGEST):
        return (share, f"of {whole(cell.numerator)}")
    if kind is Kind.DISTRIBUTION:
        return (whole(cell.numerator), share)
    if cell.unit is Unit.MEAN_OF_RETURNS:
        return (share, f"{whole(cell.numerator)} of {whole(cell.denominator)} returned")
    if cell.unit is Unit.MEAN:
        return (share, f"{whole(cell.numerator)} of {whole(cell.denominator)} scored")
    return (share, f"{whole(cell.numerator)} of {whole(cell.denominator)}")


def _share(cell: Cell) -> str:
    if cell.value is None:
        return DASH
    number = str(half_up(cell.value, DECIMALS[cell.unit]))
    return in_percent(number) if cell.unit is Unit.PERCENT else number


def _hidden(cell: Cell, kind: Kind) -> tuple[str, ...]:
    """What stands in place of a number: with how many it is of, where that is known and stands under others too."""
    with_base = kind is not Kind.DISTRIBUTION and cell.unit in (Unit.PERCENT, Unit.MEAN, Unit.MEDIAN)
    if with_base and cell.denominator is not None:
        return (HIDDEN, f"of {whole(cell.denominator)}")
    return (HIDDEN,)


def _published(cell: Cell, kind: Kind) -> tuple[str, ...]:
    """A published figure exactly as it was printed: no count is worked out that nobody published."""
    share: tuple[str, ...] = ()
    if cell.text is not None:
        share = (in_percent(cell.text) if cell.unit is Unit.PERCENT else cell.text,)
    if cell.numerator is None:
        return share or (DASH,)
    if cell.unit is Unit.COUNT:
        return share or (whole(cell.numerator),)
    if kind is Kind.DISTRIBUTION or cell.denominator is None:
        return (whole(cell.numerator), *share)
    return (*share, f"{whole(cell.numerator)} of {whole(cell.denominator)}")


def notes_of(table: Table) -> list[str]:
    """What is printed under a table, in this order in every ink."""
    base = [f"Base: every {table.base}."] if table.base else []
    source = [f"Source: {table.source}"] if table.source else []
    hidden = [HIDDEN_NOTE] if any(cell.hidden for row in table.rows for cell in row.cells) else []
    return [*base, *hidden, *table.notes, *source]
