"""Averages: a total over the number of posts it is shared by, and the mean of the rows above."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal

from holdfast.reports.checker import labels
from holdfast.reports.checker.findings import Finding, Kind, Sure
from holdfast.reports.checker.printed import Report
from holdfast.reports.checker.rules.figures import Figures, agrees, places, rounded
from holdfast.reports.checker.rules.quarters import Year, years_of

#: the fewest divisors two tables must share before one lends the other a divisor
_SHARED = 2


def find(tables: Sequence[Figures], report: Report) -> Iterator[Finding]:
    """Every average whose total, and what it was divided by, are printed."""
    divisors = {one: _divisors(one) for one in tables}
    for one in tables:
        own = divisors[one]
        average, total = _average_row(one), _total_row(one)
        if average is not None and total is not None and own:
            yield from _over_posts(one, average, total, own)
            for lender in tables:
                if lender is not one:
                    yield from _lent(one, average, total, own, lender, divisors[lender])
        elif not own:
            yield from _mean_of_rows(one)
        yield from _in_cells(one)


def _divisors(one: Figures) -> dict[int, Decimal]:
    """What each column was divided by, from its cells ('594÷6') or from a row of full-time equivalents."""
    found: dict[int, Decimal] = {}
    for row, label in enumerate(one.labels):
        for column in range(one.width):
            cell = one.cell(row, column)
            if cell.dividend is not None:
                continue
            divisor = cell.divisor or (cell.number if labels.is_posts(label) else None)
            if divisor:
                found.setdefault(column, divisor)
    return found


def _average_row(one: Figures) -> int | None:
    rows = [
        row
        for row, label in enumerate(one.labels)
        if labels.is_average(label) and not labels.is_percent(label)
    ]
    return rows[0] if len(rows) == 1 else None


def _total_row(one: Figures) -> int | None:
    rows = [row for row, label in enumerate(one.labels) if labels.is_total(label)]
    return rows[0] if len(rows) == 1 else None


def _fits(printed: Decimal, total: int, divisor: Decimal) -> bool:
    """The divisor was rounded too: its own last digit may lie half a step either way."""
    half = Decimal(1).scaleb(-places(divisor)) / 2 if places(divisor) else Decimal(0)
    to = places(printed)
    low, high = rounded(total / (divisor + half), to), rounded(total / (divisor - half), to)
    return low <= printed <= high


def _over_posts(one: Figures, average: int, total: int, divisors: dict[int, Decimal]) -> Iterator[Finding]:
    wrong: dict[int, Decimal] = {}
    for column, divisor in divisors.items():
        printed, count = one.cell(average, column).number, one.counts[total][column]
        if printed is None or count is None or divisor <= 0 or _fits(printed, count, divisor):
            continue
        if labels.is_n_or_base(one.table.headings[column]):
            continue
        exact = count / divisor
        wrong[column] = exact
        right = rounded(exact, places(printed))
        yield one.finding(
            average, column, rule="average", kind=Kind.WRONG, sure=Sure.CERTAIN, expected=str(right),
            sentence=f"{count:,} over {divisor} is {rounded(exact, 1)}, so {right}; {printed} is printed.",
        )  # fmt: skip
    for year in years_of(one):
        yield from _year(one, average, total, divisors, year)


def _year(
    one: Figures, average: int, total: int, divisors: dict[int, Decimal], year: Year
) -> Iterator[Finding]:
    """The year's average that adds up the quarters', or divides the year by the mean of the posts."""
    printed, whole = one.cell(average, year.year).number, one.counts[total][year.year]
    quarters = [one.counts[total][column] for column in year.quarters]
    posts = [divisors.get(column) for column in year.quarters]
    if printed is None or whole is None or None in quarters or None in posts or year.year in divisors:
        return
    exact = [Decimal(q or 0) / (p or Decimal(1)) for q, p in zip(quarters, posts, strict=True)]
    added, mean_posts = sum(exact, Decimal(0)), sum((p or Decimal(0) for p in posts), Decimal(0)) / 4
    over = Decimal(whole) / mean_posts
    means = (added, over, added / 4, over / 4)
    if any(abs(printed - value) <= Decimal("1.5") for value in means):
        return
    shown = [one.cell(average, column).number for column in year.quarters]
    copied = " It adds up the quarters as they are printed." if printed == sum(n or 0 for n in shown) else ""
    yield one.finding(
        average, year.year, rule="average", kind=Kind.WRONG, sure=Sure.CERTAIN, expected=str(rounded(added, 0)),
        sentence=f"The quarters over their posts add up to {rounded(added, 1)}; the year's {whole:,} over "
        f"{mean_posts.normalize()} posts on average is {rounded(over, 1)}. {printed} is printed.{copied}",
    )  # fmt: skip


def _lent(
    one: Figures,
    average: int,
    total: int,
    own: dict[int, Decimal],
    lender: Figures,
    theirs: dict[int, Decimal],
) -> Iterator[Finding]:
    """A year whose posts only another table prints, where both agree on all the posts they both print."""
    mine = {one.periods[column]: column for column in range(one.width) if one.periods[column].known}
    same = [
        (own[mine[period]], theirs[column])
        for column, period in enumerate(lender.periods)
        if period in mine and mine[period] in own and column in theirs
    ]
    if len(same) < _SHARED or any(a != b for a, b in same):
        return
    with_quarters = {year.year for year in years_of(one)}
    for column, period in enumerate(lender.periods):
        at = mine.get(period)
        if at is None or at in own or at in with_quarters or column not in theirs or period.quarter:
            continue
        printed, count, divisor = one.cell(average, at).number, one.counts[total][at], theirs[column]
        if printed is None or count is None or _fits(printed, count, divisor):
            continue
        right = rounded(count / divisor, places(printed))
        yield one.finding(
            average, at, rule="average", kind=Kind.WRONG, sure=Sure.LIKELY, expected=str(right),
            sentence=f"{lender.printed_as.name} divides this year by {divisor}. {count:,} over {divisor} is {right}; "
            f"{printed} is printed.",
        )  # fmt: skip


def _mean_of_rows(one: Figures) -> Iterator[Finding]:
    """A last row called an average, borne out as the mean of the rows above it in one column at least."""
    last = len(one.labels) - 1
    if last < 3 or not labels.is_average(one.labels[last]) or _total_row(one) is not None:
        return
    told = []
    for column in range(one.width):
        above = [number for row in range(last) if (number := one.cell(row, column).number) is not None]
        printed = one.cell(last, column).number
        if printed is not None and len(above) > 2:
            told.append((column, printed, sum(above, Decimal(0)) / len(above), len(above)))
    fits = [column for column, printed, mean, _ in told if agrees(printed, mean)]
    if len(fits) * 2 < len(told) or not fits:
        return
    for column, printed, mean, count in told:
        if column not in fits:
            right = rounded(mean, places(printed))
            yield one.finding(
                last, column, rule="average", kind=Kind.WRONG, sure=Sure.LIKELY, expected=str(right),
                sentence=f"The mean of the {count} numbers above is {rounded(mean, 1)}, so {right}; "
                    f"{printed} is printed.",
            )  # fmt: skip


def _in_cells(one: Figures) -> Iterator[Finding]:
    """'18.4, 1,202 over 5.10': the number with what it was divided from in one cell."""
    for row, cells in enumerate(one.table.values):
        for column, cell in enumerate(cells):
            if cell.dividend is None or cell.number is None or not cell.divisor:
                continue
            if not _fits(cell.number, int(cell.dividend), cell.divisor):
                right = rounded(cell.dividend / cell.divisor, places(cell.number))
                yield one.finding(
                    row, column, rule="average", kind=Kind.WRONG, sure=Sure.CERTAIN, expected=str(right),
                    sentence=f"{cell.dividend} over {cell.divisor} is {right}; {cell.number} is printed.",
                )  # fmt: skip
