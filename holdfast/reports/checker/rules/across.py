"""The same quantity printed in two tables with different values, found by the values both agree on."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import ROUND_DOWN, Decimal

from holdfast.reports.checker import labels
from holdfast.reports.checker.findings import Finding, Kind, Sure, at_column
from holdfast.reports.checker.periods import Period
from holdfast.reports.checker.printed import Report
from holdfast.reports.checker.rules.figures import Figures, agrees, places, share_of
from holdfast.reports.checker.rules.hundred import is_distribution

#: numbers below this agree by chance too often to prove that two rows are the same quantity
_TELLING = 10
#: what a table divides by may agree by chance with a row of another thing in two periods, hardly in three
_BASE_AGREES = 3
#: a number that more rows than these share tells nothing
_MOST_ALIKE = 60


@dataclass(frozen=True)
class Series:
    """Numbers of one quantity by period, with where each stands. ``what``: 'row', 'base' or 'sum' of a column."""

    one: Figures
    row: int
    what: str
    by_period: dict[Period, tuple[int, int]]  # period -> (value, column)
    held_back: frozenset[Period] = (
        frozenset()
    )  # where its number is hidden: nobody can tell whether it agrees

    def name(self) -> str:
        if self.what == "sum":
            return f"the groups of {self.one.printed_as.name} together"
        if self.what == "base":
            return f"the numbers divided by in {self.one.printed_as.name}"
        return f"{self.one.where(self.row, 0)}"


def find(tables: Sequence[Figures], report: Report) -> Iterator[Finding]:
    """Totals, bases and rows that agree with another table in most periods and not in the rest."""
    series = [found for one in tables for found in _series(one)]
    told: set[tuple[int, int, int]] = set()
    # numbers divided by are first held against each other, then against rows
    for a, b in sorted(_pairs(series), key=lambda pair: pair[0].what != pair[1].what):
        if a.one is b.one or "sum" == a.what == b.what:
            continue
        for finding in _differences(a, b, series):
            place = (id(finding.table), -1 if finding.row is None else finding.row, finding.column or 0)
            if place not in told:
                told.add(place)
                yield finding
    yield from _alike(tables, told)
    yield from _impossible_shares(tables)


def _pairs(series: Sequence[Series]) -> Iterator[tuple[Series, Series]]:
    """Those that share two telling numbers of a period at least, the earlier first; the rest need no second look."""
    at: dict[tuple[Period, int], list[int]] = {}
    for nth, one in enumerate(series):
        for period, (value, _) in one.by_period.items():
            if value >= _TELLING:
                at.setdefault((period, value), []).append(nth)
    shared: Counter[tuple[int, int]] = Counter()
    for nths in at.values():
        if len(nths) <= _MOST_ALIKE:
            shared.update((a, b) for b in nths for a in nths if a < b)
    return ((series[a], series[b]) for (a, b), count in sorted(shared.items()) if count > 1)


def _series(one: Figures) -> Iterator[Series]:
    own = _own_columns(one)
    if len({period for _, period in own}) < 2:
        return
    counts = one.counts
    for row in range(len(one.labels)):
        values = {
            p: (v, c) for c, p in own if (v := counts[row][c]) is not None and one.cell(row, c).of is None
        }
        if len(values) > 1:
            yield Series(one, row, "row", values, frozenset(p for c, p in own if one.is_hidden(row, c)))
    bases = {
        p: (found.pop(), c)
        for c, p in own
        if len(found := {n for row in range(len(one.labels)) if (n := one.cell(row, c).of)}) == 1
        and not any(one.is_hidden(row, c) and not one.cell(row, c).of for row in range(len(one.labels)))
    }
    if len(bases) > 1:
        first = next(row for row in range(len(one.labels)) if any(cell.of for cell in one.table.values[row]))
        yield Series(one, first, "base", bases)
    if not any(labels.is_total(label) or labels.may_be_total(label) for label in one.labels):
        whole = [(c, p) for c, p in own if not any(one.is_hidden(row, c) for row in range(len(counts)))]
        sums = {
            p: (sum(v), c) for c, p in whole if len(v := [n for r in counts if (n := r[c]) is not None]) > 1
        }
        if len(sums) > 1 and not any(cell.of for row in one.table.values for cell in row):
            held_back = frozenset(p for c, p in own if (c, p) not in whole)
            yield Series(one, len(one.labels) - 1, "sum", sums, held_back)


def _own_columns(one: Figures) -> list[tuple[int, Period]]:
    """The columns of the service's own periods; where a period has several, the one that is headed “n”.

    A period with several columns of numbers, none of them “n”, does not say which of them is the quantity.
    """
    counted = [c for c in range(one.width) if any(row[c] is not None for row in one.counts)]
    times = Counter(one.periods[c] for c in counted)
    return [
        (c, period)
        for c, period in enumerate(one.periods)
        if period.known and not period.whose and (times[period] < 2 or labels.is_n(one.table.headings[c]))
    ]


def _differences(a: Series, b: Series, series: Sequence[Series]) -> Iterator[Finding]:
    shared = [period for period in b.by_period if period in a.by_period]
    same = [period for period in shared if a.by_period[period][0] == b.by_period[period][0]]
    telling = {value for period in same if (value := a.by_period[period][0]) >= _TELLING}
    # what is held back in one of them speaks neither for nor against: only the rest may show they are the same
    asked = len(shared) + len((a.held_back & _known(b)) | (b.held_back & _known(a)))
    if len(shared) == len(same) or len(telling) < 2 or len(same) * 2 <= asked:
        return
    if a.what == b.what == "row" and (len(same) * 3 < asked * 2):
        return
    if "base" in (a.what, b.what) and a.what != b.what and len(same) < _BASE_AGREES:
        return
    for period in shared:
        if a.by_period[period][0] == b.by_period[period][0]:
            continue
        at, right, sure = _to_blame(a, b, period, series, len(same))
        value, where = at.by_period[period]
        against = b if at is a else a
        sentence = _sentence(at, against, len(same), len(shared), where)
        if at.what == "sum":
            yield at_column(
                at.one.printed_as, where, rule="two tables", kind=Kind.WRONG, sure=sure, printed=f"{value:,} in all",
                expected=f"{right:,} in all", sentence=sentence,
            )  # fmt: skip
        else:
            rows = [n for n in range(len(at.one.labels)) if at.one.cell(n, where).of == value]
            yield at.one.finding(
                rows[0] if at.what == "base" and rows else at.row,
                where,
                rule="two tables",
                kind=Kind.WRONG,
                sure=sure,
                expected=f"{right:,}",
                sentence=sentence,
            )


def _known(one: Series) -> frozenset[Period]:
    return one.held_back.union(one.by_period)


def _to_blame(
    a: Series, b: Series, period: Period, series: Sequence[Series], same: int
) -> tuple[Series, int, Sure]:
    """(the one to look at, what the other prints, how sure): whose number fewer print; of two alike the later."""
    mine, theirs = a.by_period[period][0], b.by_period[period][0]
    agreeing = [
        sum(s.by_period.get(period, (None, 0))[0] == value for s in series if s.what != "sum")
        for value in (mine, theirs)
    ]
    first = agreeing[1] > agreeing[0]
    if "base" in (a.what, b.what) and a.what != b.what:  # other things may be counted than a row counts
        return (a, theirs, Sure.LOOK) if a.what == "base" else (b, mine, Sure.LOOK)
    if "sum" in (a.what, b.what):
        summed, others = (a, agreeing[0]) if a.what == "sum" else (b, agreeing[1])
        first = (summed is a) if not others else (summed is b)
    sure = Sure.CERTAIN if same > 3 or sum(agreeing) > 3 else Sure.LIKELY
    return (a, theirs, sure) if first else (b, mine, sure)


def _sentence(at: Series, against: Series, same: int, shared: int, column: int) -> str:
    period = at.one.periods[column]
    value, right, blank = at.by_period[period][0], against.by_period[period][0], ""
    if at.what == "sum":
        empty = [at.one.labels[row] for row in range(len(at.one.labels)) if at.one.cell(row, column).nothing]
        blank = f" “{empty[0]}” is blank there." if empty else ""
        return (
            f"The groups come to {value:,}, but {against.name()} prints {right:,}; in {same} of {shared} "
            f"columns the two "
            f"agree. {abs(right - value):,} are {'missing' if right > value else 'too many'}.{blank}"
        )
    what = "is divided by" if at.what == "base" else "is printed as"
    other = f"{against.name()} has {right:,}"
    return f"This column {what} {value:,}, but {other}; in {same} of {shared} columns the two agree."


def _alike(tables: Sequence[Figures], told: set[tuple[int, int, int]]) -> Iterator[Finding]:
    """Two rows of two tables that share a word no other row has, and some of their numbers."""
    rows = [
        (one, row, labels.stems(label))
        for one in tables
        for row, label in enumerate(one.labels)
        if any(value is not None for value in one.counts[row])
    ]
    used: dict[str, list[int]] = {}
    for at, (_, _, words) in enumerate(rows):
        for word in words:
            used.setdefault(word, []).append(at)
    pairs = sorted(
        {(a[0], a[1]) for a in used.values() if len(a) == 2 and rows[a[0]][0] is not rows[a[1]][0]}
    )
    for first, second in pairs:
        yield from _unlike(rows[first][:2], rows[second][:2], told)


def _unlike(
    a: tuple[Figures, int], b: tuple[Figures, int], told: set[tuple[int, int, int]]
) -> Iterator[Finding]:
    (one, row), (other, line) = a, b
    columns, others = _own_columns(one), _own_columns(other)
    mine = {p: c for c, p in columns if one.counts[row][c] is not None}
    theirs = {p: c for c, p in others if other.counts[line][c] is not None}
    shared = [period for period in theirs if period in mine]
    hidden = {p for c, p in columns if one.is_hidden(row, c)} | {
        p for c, p in others if other.is_hidden(line, c)
    }
    best: list[tuple[Period, int, int]] = []
    for second in (False, True):
        pairs = [(p, one.counts[row][mine[p]] or 0, _value(other, line, theirs[p], second)) for p in shared]
        told_pairs = [(p, x, y) for p, x, y in pairs if y is not None]
        if sum(x == y for _, x, y in told_pairs) > sum(x == y for _, x, y in best):
            best = [(p, x, y) for p, x, y in told_pairs]
    same = [x for _, x, y in best if x == y]
    alike = one.labels[row].casefold() == other.labels[line].casefold()
    enough = len(set(same) - {0}) > 1 and (max(same) >= _TELLING or len(same) * 2 > len(best))
    near = all(abs(x - y) <= max(3, 0.25 * max(x, y)) for _, x, y in best)
    if len(best) < 3 or not enough or not near or (alike and len(same) * 2 <= len(best)):
        return
    if hidden and len(same) * 2 <= len(best) + len(hidden):
        return
    for period, x, y in best:
        place = (id(other.printed_as), line, theirs[period])
        if x != y and place not in told:
            told.add(place)
            yield other.finding(
                line, theirs[period], rule="two tables", kind=Kind.WRONG, sure=Sure.LOOK, expected=f"{x:,}, "
                    f"or {y:,} there",
                sentence=f"{y:,} is printed, but {one.where(row, mine[period])} prints {x:,} for the same period; in "
                f"{len(same)} of {len(best)} columns the two agree.",
            )  # fmt: skip


def _value(one: Figures, row: int, column: int, second: bool) -> int | None:
    if not second:
        return one.counts[row][column]
    value = one.cell(row, column).second
    return None if value is None else int(value)


def _impossible_shares(tables: Sequence[Figures]) -> Iterator[Finding]:
    """A percentage of a known whole that no whole number of children gives, such as 0.4% of 204."""
    wholes = [(_people(one.printed_as.caption), one, row) for one in tables for row in _number_rows(one)]
    for one in tables:
        caption = one.printed_as.caption
        found = next(((w, r) for words, w, r in wholes if words and words in _people(caption)), None)
        if found is None or one is found[0] or not is_distribution(one):
            continue
        whole, base_row = found
        bases = {p: whole.counts[base_row][c] for c, p in enumerate(whole.periods) if not p.whose}
        for column, period in enumerate(one.periods):
            base = None if period.whose or not period.known else bases.get(period)
            for row in range(len(one.labels)):
                share = one.shares[row][column]
                if base and share and one.cell(row, column).count is None:
                    yield from _impossible(one, row, column, share, base, whole.where(base_row, 0))


def _impossible(
    one: Figures, row: int, column: int, share: Decimal, base: int, where: str
) -> Iterator[Finding]:
    near = [int(share * base / 100) + step for step in (0, 1)]
    if share.normalize() == share.to_integral_value() or any(agrees(share, share_of(n, base)) for n in near):
        return
    cut = next((n for n in near if n and share_of(n, base).quantize(
        Decimal(1).scaleb(-places(share)), rounding=ROUND_DOWN) == share), None)  # fmt: skip
    ways = " and ".join(f"{n} of them are {share_of(n, base):.2f}%" for n in near if n)
    yield one.finding(
        row, column, rule="percentage", kind=Kind.CUT if cut else Kind.WRONG, sure=Sure.LIKELY,
        expected=f"{share_of(cut or near[1], base):.{places(share)}f}%",
        sentence=f"No whole number of {base:,} ({where}) is {share}%: {ways}.",
    )  # fmt: skip


def _number_rows(one: Figures) -> Iterator[int]:
    """The row of a table 'Number of …' that counts all of them."""
    if not one.printed_as.caption.casefold().startswith("number of") or len(one.labels) > 3:
        return
    for row, label in enumerate(one.labels):
        counted = sum(value is not None for value in one.counts[row])
        if counted > 1 and (labels.may_be_total(label) or labels.is_total(label)):
            yield row
            return


def _people(caption: str) -> str:
    """Whom a caption speaks of: 'Number of children in care (excluding …)' is about 'children in care'."""
    words = caption.casefold().replace(" and young people", "").replace("number of ", "")
    for end in ("(", ",", ":", " by ", " at "):
        words = words.split(end)[0]
    return " ".join(words.split())
