"""What changed since last year, in plain words: the numbers of both years side by side, and no judgement.

No change is called significant, better or worse. Where chance could have made it, that is said.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from holdfast.domain.reporting_year import ReportingYear
from holdfast.indicators.figure import Shown
from holdfast.indicators.language import Measure
from holdfast.reports.comparators import Comparator
from holdfast.reports.content import Audience, FigureKey, Finish
from holdfast.reports.inputs import Inputs
from holdfast.reports.live import Asked
from holdfast.reports.live_book import LiveBook, label_of, measure
from holdfast.reports.prompts.chance import counts_could_be_chance, shares_could_be_chance
from holdfast.reports.prompts.places import figures_of

CHANCE = "It could be chance with numbers this small."
#: a participation code in every quarter tells a year whose records are held from one that a return left over
_HELD = ("participation", "coded")


@dataclass(frozen=True)
class Change:
    """One figure in two years. ``markdown``: the same sentence with its figures live, to be dropped into the text."""

    label: str
    now: str
    before: str
    markdown: str
    could_be_chance: bool

    @property
    def words(self) -> str:
        """'Reviews held in time: 94 of 120 (78.3%), last year 98 of 121 (81.0%).'"""
        said = f"{self.label}: {self.now}" + (f", last year {self.before}." if self.before else ".")
        return f"{said} {CHANCE}" if self.could_be_chance else said


def changes(slot: str, inputs: Inputs) -> list[Change]:
    """What the figures of the year say that speak to a place, beside those of the year before."""
    book = LiveBook(inputs, Finish.DRAFT, Audience.INSIDE)
    return list(_changes(slot, inputs, book))


def _changes(slot: str, inputs: Inputs, book: LiveBook) -> Iterator[Change]:
    last = ReportingYear(inputs.year_ending - 1)
    for table, group in figures_of(slot):
        key = FigureKey(table, group, inputs.year.name)
        figure = book.figures.get(key)
        now = book.words(Asked(key))
        if figure is None or figure.hidden or now is None:
            continue
        earlier = FigureKey(table, group, last.name)
        before = book.words(Asked(earlier)) if _is_held(earlier, book, last) else None
        label = label_of(key)
        said = f"{label}: [{now}]({Asked(key).address})"
        said += f", last year [{before}]({Asked(earlier).address})." if before else "."
        yield Change(label, now, before or "", said, bool(before) and _chance(figure, earlier, book))


def _is_held(key: FigureKey, book: LiveBook, year: ReportingYear) -> bool:
    """Whether a figure of the year before was published, or its records are held in every quarter."""
    if book.published.get(key.table, key.group, key.period) is not None:
        return True
    quarters = [book.figures.get(FigureKey(*_HELD, quarter.name)) for quarter in year.quarters]
    return all(one is not None and one.denominator for one in quarters)


def _chance(now: Shown, earlier: FigureKey, book: LiveBook) -> bool:
    """Whether chance could have made the difference. Of means, and of shares without counts, nothing is said."""
    published = book.published.get(earlier.table, earlier.group, earlier.period)
    before = published or book.figures.get(earlier)
    how = measure(earlier)
    if before is None or before.numerator is None or now.numerator is None:
        return False
    if how is Measure.COUNT:
        return counts_could_be_chance(now.numerator, before.numerator)
    if how is not Measure.SHARE or not now.denominator or not before.denominator:
        return False
    pair = (now.numerator, int(now.denominator)), (before.numerator, int(before.denominator))
    return not _is_broken(published) and shares_could_be_chance(*pair)


def _is_broken(published: Comparator | None) -> bool:
    """A printed share whose count is more than its base cannot be judged."""
    return published is not None and (published.numerator or 0) > (published.denominator or 0)
