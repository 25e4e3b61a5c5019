"""Tables of counts in which small numbers are hidden, with whatever would give them away.

Counts of 1 to a threshold (5 unless told otherwise) are hidden; noughts are shown. A hidden count could be worked out
where it stands alone beside a total, or where two rows tie each other down: then further counts are hidden, cells
before totals, until it could be anything from 1 to the threshold (a total: from the number of its cells that are not
nought) for somebody who knows everything shown, all totals and the rule itself. A larger count that is hidden for the
sake of others keeps at least as many values open as the threshold says.

The proof is a flow: rows and columns are junctions, counts are what flows between them, totals close the circle. A
hidden count can be greater or smaller by one exactly where a circle of hidden counts runs through it.
Source: Office for National Statistics, disclosure control for tables (primary and secondary suppression).
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from heapq import heappop, heappush

#: what a count is of, as (dimension, value): the same count in two tables has the same key
Key = frozenset[tuple[str, str]]

THRESHOLD = 5
#: what it costs to hide a count besides: small cells go first, then totals, the grand total last
CELL, MARGIN, GRAND = 1_000, 1_000_000, 100_000_000


class Contradiction(Exception):
    """The same count stands in two tables with different values."""


@dataclass(frozen=True)
class Table:
    """Counts by rows and columns with all their totals. ``of``: what every count in it is of.

    A list is a table of one row whose key says nothing: ``Table([frozenset()], columns, [counts])``.
    """

    rows: Sequence[Key]
    columns: Sequence[Key]
    counts: Sequence[Sequence[int]]
    of: Key = frozenset()

    def key(self, row: int | None = None, column: int | None = None) -> Key:
        """What one count is of; without a row or a column, a total."""
        found = self.of
        if row is not None:
            found |= self.rows[row]
        return found if column is None else found | self.columns[column]

    def value(self, row: int | None = None, column: int | None = None) -> int:
        rows = self.counts if row is None else [self.counts[row]]
        return sum(sum(cells) if column is None else cells[column] for cells in rows)


@dataclass(frozen=True)
class Guarded:
    """What may be shown of some tables: ``hidden`` holds the keys of the counts that may not."""

    hidden: frozenset[Key]
    threshold: int

    def shown(self, table: Table, row: int | None = None, column: int | None = None) -> int | None:
        """A count or, without a row or a column, a total; None where it is hidden."""
        return None if table.key(row, column) in self.hidden else table.value(row, column)

    @property
    def sentence(self) -> str:
        """What is printed under such tables."""
        rule = f"Counts of 1 to {self.threshold} are hidden, so that nobody can be told from them"
        if not self.hidden:
            return f"{rule}; none is hidden here."
        return f"{rule}, and so are counts from which one of those could be worked out. Noughts are shown."


@dataclass
class _Edge:
    start: int
    end: int
    value: int
    key: Key
    cost: int
    least: int  # what it can be at least, for somebody who sees only which counts are nought


def guard(tables: Iterable[Table], threshold: int = THRESHOLD) -> Guarded:
    """Hide what must be hidden in these tables. What is hidden in one is hidden wherever it stands.

    Each table is proof by itself. Of tables that share totals nothing is shown in one that is hidden in another; that
    no bound can be narrowed by solving for several of them at once is not promised. Raises Contradiction where two
    tables disagree about a count.
    """
    networks = [_edges(table) for table in tables]
    users: dict[Key, set[int]] = defaultdict(set)
    values: dict[Key, int] = {}
    for number, edges in enumerate(networks):
        for edge in edges:
            users[edge.key].add(number)
            if values.setdefault(edge.key, edge.value) != edge.value:
                raise Contradiction(f"{sorted(edge.key)}: {values[edge.key]} and {edge.value}")
    hidden = {key for key, value in values.items() if 1 <= value <= threshold}
    waiting = list(range(len(networks)))
    while waiting:
        number = waiting.pop(0)
        before = set(hidden)
        _protect(networks[number], hidden, threshold)
        for key in hidden - before:
            waiting += sorted(users[key] - {number} - set(waiting))
    return Guarded(frozenset(hidden), threshold)


def _edges(table: Table) -> list[_Edge]:
    """The table as a network: source, rows, columns, sink, and the grand total back from the sink to the source."""
    height, width = len(table.rows), len(table.columns)
    source, sink = height + width, height + width + 1
    filled = [[int(count > 0) for count in row] for row in table.counts]
    edges = []

    def add(start: int, end: int, row: int | None, column: int | None, cost: int, least: int) -> None:
        value = table.value(row, column)
        if value:
            edges.append(_Edge(start, end, value, table.key(row, column), cost + value, least))

    for i in range(height):
        add(source, i, i, None, MARGIN, sum(filled[i]))
        for j in range(width):
            add(i, height + j, i, j, CELL, 1)
    for j in range(width):
        add(height + j, sink, None, j, MARGIN, sum(row[j] for row in filled))
    add(sink, source, None, None, GRAND, sum(map(sum, filled)))
    return edges


def _protect(edges: list[_Edge], hidden: set[Key], threshold: int) -> None:
    """Hide further counts of one table until no hidden one can be worked out."""
    done: set[int] = set()
    while True:
        waiting = [n for n, edge in enumerate(edges) if edge.key in hidden and n not in done]
        if not waiting:
            return
        for number in waiting:
            done.add(number)
            edge = edges[number]
            if edge.value <= threshold:
                _make_room(edges, number, hidden, up=threshold - edge.value, down=edge.value - edge.least)
            else:
                spare = _room(edges, number, hidden, threshold - 1, up=False)
                _make_room(edges, number, hidden, up=threshold - 1 - spare, down=0)


def _make_room(edges: list[_Edge], number: int, hidden: set[Key], *, up: int, down: int) -> None:
    """Hide what is needed, at the least cost, so that the count could be that much greater or smaller."""
    for need, rises in ((up, True), (down, False)):
        if _room(edges, number, hidden, need, up=rises) < need:
            for path in _circles(edges, number, hidden, need, up=rises, opens=True):
                hidden.update(edges[n].key for n, _, _ in path)


def _room(edges: list[_Edge], number: int, hidden: set[Key], need: int, *, up: bool) -> int:
    """By how much the count could be greater (or smaller), as far as it is needed, with what is hidden now."""
    return sum(path[0][2] for path in _circles(edges, number, hidden, need, up=up, opens=False))


#: the steps of a path: the edge's number, along it or against it, and by how much everything on the path moves
Path = list[tuple[int, bool, int]]


def _circles(
    edges: list[_Edge], number: int, hidden: set[Key], need: int, *, up: bool, opens: bool
) -> Iterator[Path]:
    """Circles through one count that move it by ``need`` together, the cheapest first. ``opens``: shown ones too."""
    now = [edge.value for edge in edges]
    closing = edges[number]
    start, goal = (closing.end, closing.start) if up else (closing.start, closing.end)
    while need > 0:
        steps = _cheapest(edges, now, number, hidden, start, goal, opens)
        if not steps:
            return
        by = min([need, *(now[n] - 1 for n, along in steps if not along)])
        for n, along in steps:
            now[n] += by if along else -by
        need -= by
        yield [(n, along, by) for n, along in steps]


def _cheapest(
    edges: list[_Edge], now: list[int], without: int, hidden: set[Key], start: int, goal: int, opens: bool
) -> list[tuple[int, bool]]:
    """The cheapest way from one junction to another; empty where there is none. What is hidden already is free."""
    ways: dict[int, list[tuple[int, int, bool, int]]] = defaultdict(list)
    for n, edge in enumerate(edges):
        free = edge.key in hidden
        if n == without or not (free or opens):
            continue
        cost = 0 if free else edge.cost
        ways[edge.start].append((edge.end, n, True, cost))
        if now[n] > 1:
            ways[edge.end].append((edge.start, n, False, cost))
    best = {start: 0}
    came: dict[int, tuple[int, int, bool]] = {}
    heap = [(0, start)]
    while heap:
        cost, here = heappop(heap)
        if here == goal:
            break
        if cost > best[here]:
            continue
        for there, n, along, more in ways[here]:
            if cost + more < best.get(there, cost + more + 1):
                best[there], came[there] = cost + more, (here, n, along)
                heappush(heap, (cost + more, there))
    return _walked(came, start, goal)


def _walked(came: dict[int, tuple[int, int, bool]], start: int, goal: int) -> list[tuple[int, bool]]:
    steps: list[tuple[int, bool]] = []
    while goal != start:
        if goal not in came:
            return []
        goal, n, along = came[goal]
        steps.append((n, along))
    return steps
