"""The one switch: everything a report is printed from, made safe for the public before anything is printed.

What is hidden is taken out of the inputs themselves, so that no table, chart, sentence or file made from them can hold
it. Every report is made from these when its audience is the public.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from decimal import Decimal, InvalidOperation

from holdfast.domain.small_numbers import Table as SmallTable
from holdfast.domain.small_numbers import guard as guard_table
from holdfast.indicators.figure import Answered, Figure
from holdfast.indicators.language import Measure
from holdfast.indicators.publishing.protection import Protected, protect
from holdfast.indicators.publishing.relations.care import IN_CARE
from holdfast.indicators.publishing.relations.reviews import JUDGED, RATED, REVIEWS
from holdfast.indicators.publishing.system import measures
from holdfast.indicators.registry import year_of
from holdfast.reports import public_typed
from holdfast.reports.comparators import Comparator
from holdfast.reports.inputs import FedBack, Inputs, Pack

#: tables whose shares are of reviews
OF_REVIEWS = (
    "participation",
    "seen_before_review",
    "child_chaired",
    "timeliness",
    "disputes",
    *JUDGED,
    *RATED,
)
#: groups that stand beside the parts of a whole
RATES = ("coded", "attended", "views", "answered", "of_those_to_be_seen", "total", "children")


def protected(inputs: Inputs) -> Protected:
    """What may be shown of the inputs' figures, with why the others are hidden (``Protected.hidden``)."""
    published = [figure for _, figure in _ours_before(inputs.comparators)]
    return protect(
        inputs.figures, inputs.answers, published, inputs.threshold, inputs.before, hides=inputs.hides
    )


def settled(inputs: Inputs) -> Inputs:
    """The same inputs with what their public copy hides worked out for good, as an edition keeps it."""
    return replace(inputs, hides=protected(replace(inputs, hides=None)).every_name())


def safe(inputs: Inputs) -> Inputs:
    """The same inputs without anything that is hidden from the public."""
    shield = protected(inputs)
    return replace(
        inputs,
        figures=tuple(shield.shown(figure) for figure in inputs.figures),
        answers=tuple(_answer(shield, answer) for answer in inputs.answers),
        comparators=_comparators(shield, inputs.comparators),
        typed=tuple(public_typed.safe(one, inputs.threshold) for one in inputs.typed),
        pack=_pack(inputs.pack) if inputs.pack else None,
        fed_back=_fed_back(inputs.fed_back),
    )


def safe_counts(counts: Sequence[int], threshold: int) -> list[int | None]:
    """A list of counts with their total, as the public may read it: None is hidden. The total is the last."""
    key = [frozenset({("place", str(n))}) for n in range(len(counts))]
    table = SmallTable([frozenset()], key, [list(counts)])
    found = guard_table([table], threshold)
    return [*(found.shown(table, 0, n) for n in range(len(counts))), found.shown(table)]


def _answer(shield: Protected, answer: Answered) -> Answered:
    return replace(answer, answered=shield.answered_shown(answer), asked=shield.asked_shown(answer))


def _pack(pack: Pack) -> Pack:
    return replace(pack, tables=tuple(replace(one, rows=one.safe) for one in pack.tables))


def _fed_back(given: tuple[FedBack, ...] | None) -> tuple[FedBack, ...] | None:
    """What readers answered in their own words could tell of a child. How many did counts readers, and stays."""
    return None if given is None else tuple(replace(one, answers=()) for one in given)


def _comparators(shield: Protected, given: Sequence[Comparator]) -> tuple[Comparator, ...]:
    ours = dict(_ours_before(given))
    return tuple(_comparator(shield, one, ours.get(one)) for one in given)


def _comparator(shield: Protected, one: Comparator, figure: Figure | None) -> Comparator:
    """One of our own is hidden again where it is small, or would give away what is."""
    if figure is None:
        return one
    shown = shield.shown_published(figure)
    if not shown.hidden:
        return one if shown.denominator is not None else replace(one, denominator=None)
    base = one.denominator if shown.denominator is not None else None
    return replace(one, value=None, numerator=None, denominator=base, note="", hidden=True)


def _ours_before(given: Iterable[Comparator]) -> list[tuple[Comparator, Figure]]:
    """Our own published figures as figures: the counts printed, or those that a percentage tells of a known base."""
    given = [one for one in given if not one.whose and _is_period(one.period)]
    bases = _Bases(given)
    found, told = [], []
    for one in given:
        measure = measures(year_of(one.period)).get((one.table, one.group))
        base = bases.of(one)
        number = _count(one) if measure is not Measure.SHARE else one.numerator
        if number is None and measure is Measure.SHARE and base and one.value is not None:
            number = _told_by(one.value, base)
            told.append(one)
        if number is not None and measure in (Measure.SHARE, Measure.COUNT):
            of = base if measure is Measure.SHARE and base and base >= number else None
            found.append((one, Figure(one.table, one.group, one.period, number, of, None)))
    return _adding_up(found, told)


class _Bases:
    """Of how many a published share is: as printed, or as whoever has the report at hand will take it."""

    def __init__(self, given: Iterable[Comparator]) -> None:
        self._printed: dict[tuple[str, str], int] = {}
        self._totals: dict[tuple[str, str], int] = {}
        for one in given:
            if one.denominator:
                self._printed.setdefault((one.table, one.period), one.denominator)
            term, count = f"{one.table}.{one.group}", _count(one)
            if term in (IN_CARE, REVIEWS) and count:
                self._totals[term, one.period] = count

    def of(self, one: Comparator) -> int | None:
        whole = REVIEWS if one.table in OF_REVIEWS else IN_CARE
        printed = one.denominator or self._printed.get((one.table, one.period))
        return printed or self._totals.get((whole, one.period))


def _adding_up(
    found: list[tuple[Comparator, Figure]], told: list[Comparator]
) -> list[tuple[Comparator, Figure]]:
    """Counts told by rounded percentages of a whole made to add up to it, the largest taking the difference."""
    places: dict[tuple[str, str], list[int]] = {}
    for n, (one, figure) in enumerate(found):
        if one in told and figure.denominator and one.group not in RATES:
            places.setdefault((one.table, one.period), []).append(n)
    for numbers in places.values():
        base = int(found[numbers[0]][1].denominator or 0)
        off = base - sum(found[n][1].numerator for n in numbers)
        if len(numbers) > 1 and abs(off) <= max(3, base // 40):
            largest = max(numbers, key=lambda n: found[n][1].numerator)
            one, figure = found[largest]
            found[largest] = (one, replace(figure, numerator=figure.numerator + off))
    return found


def _is_period(period: str) -> bool:
    try:
        year_of(period)
    except ValueError:
        return False
    return True


def _count(one: Comparator) -> int | None:
    if one.numerator is not None or one.value is None:
        return one.numerator
    plain = one.value.replace(",", "")
    return int(plain) if plain.isdecimal() and one.denominator is None else None


def _told_by(percentage: str, base: int) -> int | None:
    try:
        return round(Decimal(percentage) * base / 100)
    except InvalidOperation:
        return None
