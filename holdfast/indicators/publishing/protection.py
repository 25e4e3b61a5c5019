"""Figures for the public: which are shown, which are hidden, and why.

The rule. Counts of 1 to the threshold are hidden, and so is what would give them away: the rest of a rate, parts and
totals, quarters and years, other tables. Noughts are shown. A percentage is shown only where both its counts are. A
mean or a median is shown where its count is, and is at least ten; a mean also only where the bands it is made of are.
The longest is one child's, and never shown. Full-time equivalents are about no child.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from functools import lru_cache

from holdfast.indicators.figure import Answered, Figure, HiddenFigure, Shown
from holdfast.indicators.language import Measure
from holdfast.indicators.publishing.certificate import Certificate
from holdfast.indicators.publishing.guard import guard
from holdfast.indicators.publishing.system import OF, System, at, build, measures
from holdfast.indicators.registry import year_of

THRESHOLD = 5
#: a mean or median of fewer values is not shown
FEWEST = 10

SMALL = "It is a small number itself"
REST = "What is left over of its base is a small number"
BASE = "Its base is hidden"
PROTECTS = "It would give away another number that is hidden"
FEW = f"It is a mean or median of fewer than {FEWEST}, or of numbers that are hidden"
LONGEST = "The longest is one child’s"
UNKNOWN = "This program no longer counts it, and cannot tell what it would give away"


def rule(threshold: int) -> str:
    """The rule, as the public is told it."""
    return (
        f"Numbers of 1 to {threshold} are not published, and neither are numbers from which one of them could be "
        "worked out: c stands in their place. How often something was not written down says nothing of a child and may "
        "show. Noughts are published. A percentage is published where both the numbers "
        f"it is made of are, a mean or a median where it is of {FEWEST} or more, and the longest time of all never."
    )


@dataclass(frozen=True)
class HiddenLine:
    """A figure that is hidden from the public, with its number and why: for the inside only."""

    figure: Figure
    why: str
    published: bool = False  # one of our own, printed in an earlier year


class Protected:
    """What may be shown of the figures it was made of."""

    def __init__(
        self, figures: Iterable[Figure], published: Iterable[Figure], proof: Certificate, threshold: int
    ) -> None:
        self._figures, self._published = tuple(figures), tuple(published)
        self.proof, self.threshold = proof, threshold
        self._system: System = proof.system
        self._measures: dict[int, dict[tuple[str, str], Measure]] = {}

    def shown(self, figure: Figure) -> Shown:
        """The figure, or what stands for it in public."""
        return self._shown(figure, "")

    def shown_published(self, figure: Figure) -> Shown:
        """The same for one of our own that was printed in an earlier year."""
        return self._shown(figure, "published ")

    def base_of(self, figure: Figure) -> int | float | None:
        """How many it is a share of, where that is shown."""
        return None if self._hides(figure, "/of", "") else figure.denominator

    def told(self, years: Iterable[int]) -> tuple[str, ...]:
        """The names of what is hidden of the figures of these years (the ends of them), and of what was printed in
        earlier ones: what is published next hides it too."""
        wanted = set(years)
        return tuple(
            sorted(name for name in self._system.names if self._is_hidden(name) and _is_of(name, wanted))
        )

    def every_name(self) -> tuple[str, ...]:
        """The names of everything that is hidden."""
        return tuple(sorted(name for name in self._system.names if self._is_hidden(name)))

    def asked_shown(self, answer: Answered) -> int | None:
        """How many were asked, where that is shown."""
        hidden = self._is_hidden(at(f"{answer.table}.{answer.group}/asked", answer.period))
        return None if hidden else answer.asked

    def answered_shown(self, answer: Answered) -> int | None:
        """How many answered, where that is shown."""
        hidden = self._is_hidden(at(f"{answer.table}.{answer.group}/of", answer.period))
        return None if hidden else answer.answered

    @property
    def hidden(self) -> list[HiddenLine]:
        """Everything that is hidden, in the order of the figures."""
        lines = []
        for given, whose in ((self._figures, ""), (self._published, "published ")):
            for figure in given:
                if self._shown(figure, whose).hidden:
                    lines.append(HiddenLine(figure, self._why(figure, whose), bool(whose)))
        return lines

    def _shown(self, figure: Figure, whose: str) -> Shown:
        measure = self._measure(figure)
        if measure is None:
            return HiddenFigure(figure.table, figure.group, figure.period)
        without_base = measure in OF and self._hides(figure, "/of", whose)
        if without_base and not figure.numerator:
            return replace(figure, denominator=None, value=None)
        if self._hides(figure, "", whose) or without_base or self._few(figure, measure, whose):
            return HiddenFigure(
                figure.table, figure.group, figure.period, None if without_base else figure.denominator
            )
        return figure

    def _few(self, figure: Figure, measure: Measure | None, whose: str) -> bool:
        """Whether a mean, a median or the longest says too much of one child, though its count is shown."""
        if not figure.numerator or measure not in (Measure.MEAN, Measure.MEDIAN, Measure.LONGEST):
            return False
        if measure is Measure.LONGEST or figure.numerator < FEWEST:
            return True
        count = self._system.of(at(f"{figure.table}.{figure.group}", figure.period, whose))
        return any(q in self.proof.hidden for q in self._system.over.get(count or "", ()))

    def _why(self, figure: Figure, whose: str) -> str:
        measure = self._measure(figure)
        n, base = figure.numerator, figure.denominator
        if measure is None:
            return UNKNOWN
        if 1 <= n <= self.threshold:
            return SMALL
        if measure in OF and self._hides(figure, "/of", whose):
            return BASE
        if self._hides(figure, "", whose):
            small_rest = measure in OF and isinstance(base, int) and 1 <= base - n <= self.threshold
            name = at(f"{figure.table}.{figure.group}", figure.period, whose)
            return REST if small_rest and name not in self._system.recorded else PROTECTS
        return LONGEST if measure is Measure.LONGEST else FEW

    def _measure(self, figure: Figure) -> Measure | None:
        year = year_of(figure.period)
        if year.ending not in self._measures:
            self._measures[year.ending] = measures(year)
        return self._measures[year.ending].get((figure.table, figure.group))

    def _hides(self, figure: Figure, part: str, whose: str) -> bool:
        return self._is_hidden(at(f"{figure.table}.{figure.group}{part}", figure.period, whose))

    def _is_hidden(self, name: str) -> bool:
        return self._system.of(name) in self.proof.hidden


def protect(
    figures: Iterable[Figure],
    answers: Iterable[Answered] = (),
    published: Iterable[Figure] = (),
    threshold: int = THRESHOLD,
    before: Iterable[str] = (),
    hides: tuple[str, ...] | None = None,
) -> Protected:
    """What may be shown to the public of these figures, all printed together.

    ``published``: our own figures of earlier years as they were printed beside them; ``before``: the names of
    what reports published earlier hide (``told``). ``hides``: exactly what was settled before (``every_name``), by
    whatever rule that was: a later release may choose otherwise, and two copies of one report that hide different
    numbers would give both away. Asked again for the same figures it answers at once.
    """
    return _protected(tuple(figures), tuple(answers), tuple(published), threshold, tuple(before), hides)


@lru_cache(maxsize=8)
def _protected(
    figures: tuple[Figure, ...],
    answers: tuple[Answered, ...],
    published: tuple[Figure, ...],
    threshold: int,
    before: tuple[str, ...],
    hides: tuple[str, ...] | None,
) -> Protected:
    if hides is None:
        proof = guard(build(figures, answers, published, before), threshold)
    else:
        system = build(figures, answers, published)
        hidden = frozenset(quantity for name in hides if (quantity := system.of(name)))
        proof = Certificate(system, threshold, hidden, (), {}, {})
    return Protected(figures, published, proof, threshold)


def _is_of(name: str, years: set[int]) -> bool:
    return name.startswith("published ") or year_of(name.rpartition("|")[2]).ending in years
