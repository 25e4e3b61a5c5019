"""Printed numbers as quantities, and everything that holds between them as equations.

A quantity is a whole number, none below nought. Figures that are one number are one quantity. What is printed nowhere
and follows from what is (who is left over when a count is taken from its base) is a quantity too.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from functools import cache
from itertools import pairwise

from holdfast.domain.reporting_year import ReportingYear
from holdfast.indicators.figure import Answered, Figure
from holdfast.indicators.language import Measure
from holdfast.indicators.publishing.language import Declared, Gap, Relation
from holdfast.indicators.publishing.relations import declared
from holdfast.indicators.registry import INDICATORS, year_of

#: how much weighs a figure of the year, of a part of it, and how many people were asked
YEAR, PART, ASKED = 30, 10, 5
#: measures whose figure says how many of how many
OF = (Measure.SHARE, Measure.MEAN, Measure.MEDIAN, Measure.LONGEST)


@dataclass(frozen=True)
class Equation:
    """The quantities, each so many times, add up to nought. ``because``: the terms it was declared with."""

    terms: tuple[tuple[str, int], ...]
    because: str = ""


@dataclass
class System:
    """``weight``: of each printed quantity, how much is lost where it is hidden. ``counts``: those that must not be
    small. ``over``: the quantities printed over a base. ``slack``: printed nowhere. ``untrue``: what was declared and
    does not hold in these figures, so that nobody can conclude anything from it. ``must``: those that were hidden
    in a report published earlier, and stay so."""

    values: dict[str, int] = field(default_factory=dict)
    weight: dict[str, int] = field(default_factory=dict)
    counts: set[str] = field(default_factory=set)
    over: dict[str, set[str]] = field(default_factory=dict)
    slack: set[str] = field(default_factory=set)
    equations: list[Equation] = field(default_factory=list)
    untrue: list[str] = field(default_factory=list)
    names: dict[str, str] = field(default_factory=dict)  # any name -> the quantity's own
    must: set[str] = field(default_factory=set)
    recorded: set[str] = field(default_factory=set)  # names of shares of what was written down

    def of(self, name: str) -> str | None:
        """The quantity of a term in a period (``at``), or None where it is not printed."""
        return self._root(name) if name in self.names else None

    def split(self) -> list[System]:
        """The parts that have no equation in common, in a settled order; what stands in none is left out."""
        leader = {q: q for q in self.values}

        def lead(q: str) -> str:
            while leader[q] != q:
                leader[q] = q = leader[leader[q]]
            return q

        for equation in self.equations:
            first = lead(equation.terms[0][0])
            for q, _ in equation.terms[1:]:
                leader[lead(q)] = first
        parts: dict[str, System] = {}
        for equation in self.equations:
            parts.setdefault(lead(equation.terms[0][0]), System()).equations.append(equation)
        for part in parts.values():
            used = list(dict.fromkeys(q for equation in part.equations for q, _ in equation.terms))
            part.values = {q: self.values[q] for q in used}
            part.weight = {q: self.weight[q] for q in used if q in self.weight}
            part.counts, part.slack = self.counts & set(used), self.slack & set(used)
            part.over = {q: self.over[q] for q in used if q in self.over}
            part.must = self.must & set(used)
        return list(parts.values())

    def remember(self, before: Iterable[str]) -> None:
        """Note what was hidden before. A nought is shown whatever stood there.

        What a report counted for its year stands in later ones as published, too.
        """
        names = [whose + name for name in before for whose in ("", "published ")]
        self.must = {q for name in names if (q := self.of(name)) and self.values[q]}

    def _root(self, name: str) -> str:
        while self.names[name] != name:
            self.names[name] = name = self.names[self.names[name]]
        return name


def at(term: str, period: str, whose: str = "") -> str:
    """The name of a term in a period. ``whose``: 'published' for what was printed in earlier years."""
    return f"{whose}{term}|{period}"


def build(
    figures: Iterable[Figure],
    answers: Iterable[Answered] = (),
    published: Iterable[Figure] = (),
    before: Iterable[str] = (),
) -> System:
    """The system of everything printed together. ``published``: our own figures of earlier years, as printed;
    ``before``: the names (``at``) of what reports published earlier hide."""
    figures, published = list(figures), list(published)
    reader = _Reader()
    for whose, given in (("", figures), ("published ", published)):
        for figure in given:
            reader.read(figure, whose)
    for answer in answers:
        reader.read_answer(answer)
    reader.join_published(published)
    for whose, given in (("", figures), ("published ", published)):
        for ending in sorted({year_of(f.period).ending for f in given}):
            groups = _groups(f for f in given if year_of(f.period).ending == ending)
            reader.hold(declared(groups), ReportingYear(ending), whose)
    reader.follow_the_months()
    system = reader.finished()
    system.remember(before)
    return system


def _groups(figures: Iterable[Figure]) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for figure in figures:
        groups = found.setdefault(figure.table, [])
        if figure.group not in groups:
            groups.append(figure.group)
    return found


@cache
def measures(year: ReportingYear) -> dict[tuple[str, str], Measure]:
    """How the value of each figure of a year is made, by table and group."""
    return {
        (each.table, group.key): group.measure
        for each in INDICATORS.values()
        for group in each.groups_for(year)
    }


class _Reader:
    """Reads figures, then joins what is one number, then writes the equations."""

    def __init__(self) -> None:
        self.system = System()
        self._weights: dict[str, int] = {}
        self._over: list[tuple[str, str]] = []
        self._relations: list[tuple[Relation, str, str]] = []
        self._sums: list[tuple[list[str], list[str], Gap]] = []
        self._measures: dict[int, dict[tuple[str, str], Measure]] = {}

    def read(self, figure: Figure, whose: str) -> None:
        year = year_of(figure.period)
        if year.ending not in self._measures:
            self._measures[year.ending] = measures(year)
        measure = self._measures[year.ending].get((figure.table, figure.group))
        if measure is None or measure is Measure.FTE:
            return
        weight = YEAR if figure.period == year.name else PART
        name = at(f"{figure.table}.{figure.group}", figure.period, whose)
        self._add(name, figure.numerator, weight)
        if measure in OF and isinstance(figure.denominator, int):
            base = at(f"{figure.table}.{figure.group}/of", figure.period, whose)
            self._add(base, figure.denominator, weight)
            self._over.append((base, name))

    def read_answer(self, answer: Answered) -> None:
        if (base := at(f"{answer.table}.{answer.group}/of", answer.period)) in self.system.names:
            self._add(at(f"{answer.table}.{answer.group}/asked", answer.period), answer.asked or 0, ASKED)
            self._weights[base] += ASKED

    def _add(self, name: str, value: int, weight: int) -> None:
        self.system.names.setdefault(name, name)
        self.system.values[name] = value
        self._weights[name] = self._weights.get(name, 0) + weight

    def join_published(self, published: Sequence[Figure]) -> None:
        """What was printed in an earlier year and is counted alike today is one number."""
        for figure in published:
            for part in ("", "/of"):
                term = f"{figure.table}.{figure.group}{part}"
                self._same(at(term, figure.period, "published "), at(term, figure.period), quietly=True)

    def hold(self, said: Declared, year: ReportingYear, whose: str) -> None:
        """Join and note everything declared, for each period of the year."""
        periods = [p.name for p in (*year.periods, *year.months)]
        for period in periods:
            self.system.recorded |= {at(term, period, whose) for term in said.recorded}
            for terms in said.same:
                self._join([at(term, period, whose) for term in terms])
            for terms in said.alike:
                for term in terms[1:]:
                    self._same(at(terms[0], period, whose), at(term, period, whose), quietly=True)
        whole, quarters = year.name, [q.name for q in year.quarters]
        for term in said.stocks:
            self._same(at(term, whole, whose), at(term, quarters[-1], whose))
        for relation in said.relations:
            for period in periods:
                left = [at(term, period, whose) for term in relation.left]
                right = [at(term, period, whose) for term in relation.right]
                self._sums.append((left, right, relation.gap))
        for terms, gap in ((said.flows, Gap.NONE), (said.growing, Gap.LOOSE)):
            for term in terms:
                self._sums.append(([at(term, whole, whose)], [at(term, q, whose) for q in quarters], gap))
        for term in said.distinct:
            self._sums.append(([at(term, q, whose) for q in quarters], [at(term, whole, whose)], Gap.LOOSE))
        for term in (*said.distinct, *said.covering):
            self._sums += [([at(term, whole, whose)], [at(term, q, whose)], Gap.LOOSE) for q in quarters]

    def follow_the_months(self) -> None:
        """Plans open at the end of a month: those of the month before, and the started less the ended."""
        prefix = "protection_plans.open|"
        months = sorted(name.removeprefix(prefix) for name in self.system.names if name.startswith(prefix))
        for before, month in pairwise(months):
            opened, started, ended = (
                at(f"protection_plans.{g}", month) for g in ("open", "started", "ended")
            )
            self._sums.append(([f"{prefix}{before}", started], [opened, ended], Gap.NONE))

    def _join(self, names: Sequence[str]) -> None:
        """These are one number, and those of them that are not printed are known by those that are."""
        printed = [name for name in names if name in self._weights]
        if printed:
            for name in printed[1:]:
                self._same(printed[0], name)
            for name in names:
                self.system.names.setdefault(name, self.system._root(printed[0]))

    def _same(self, one: str, other: str, *, quietly: bool = False) -> None:
        system = self.system
        if one not in system.names or other not in system.names or one == other:
            return
        first, second = system._root(one), system._root(other)
        if system.values[first] != system.values[second]:
            if not quietly:
                system.untrue.append(f"{one} = {other}")
        elif first != second:
            system.names[second] = first

    def finished(self) -> System:
        """The system with its equations, each written once."""
        system = self.system
        for name, weight in self._weights.items():
            root = system._root(name)
            system.weight[root] = system.weight.get(root, 0) + weight
        system.values = {root: system.values[root] for root in system.weight}
        system.counts = set(system.weight)
        seen: set[tuple[tuple[str, int], ...]] = set()
        for base, name in self._over:
            system.over.setdefault(system._root(base), set()).add(system._root(name))
            self._write([base], [name], Gap.LOOSE if name in self.system.recorded else Gap.COUNT, seen)
        for left, right, gap in self._sums:
            self._write(left, right, gap, seen)
        return system

    def _write(
        self, left: list[str], right: list[str], gap: Gap, seen: set[tuple[tuple[str, int], ...]]
    ) -> None:
        system = self.system
        if not all(name in system.names for name in (*left, *right)) or not (left and right):
            return
        terms: dict[str, int] = {}
        for sign, names in ((1, left), (-1, right)):
            for name in names:
                root = system._root(name)
                terms[root] = terms.get(root, 0) + sign
        written = tuple(sorted((name, times) for name, times in terms.items() if times))
        said = f"{' + '.join(left)} {'=' if gap is Gap.NONE else '>='} {' + '.join(right)}"
        left_over = sum(times * system.values[name] for name, times in written)
        if not written or (gap is not Gap.COUNT and written in seen):
            return
        if left_over < 0 or (gap is Gap.NONE and left_over):
            system.untrue.append(said)
            return
        if gap is Gap.NONE:
            seen.add(written)
            system.equations.append(Equation(written, said))
            return
        slack = f"over {said}"
        if slack in system.values:
            return
        seen.add(written)
        system.values[slack] = left_over
        system.slack.add(slack)
        if gap is Gap.COUNT:
            system.counts.add(slack)
        system.equations.append(Equation((*written, (slack, -1)), said))
