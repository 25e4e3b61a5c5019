"""The figures a report may speak of, as words: its own year's, those of earlier years, and what others published."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal, InvalidOperation
from typing import TYPE_CHECKING

from holdfast.domain.reporting_year import ReportingYear
from holdfast.indicators.figure import Shown
from holdfast.indicators.language import Measure
from holdfast.indicators.registry import INDICATORS, year_of
from holdfast.reports.comparators import Comparator, ComparatorBook
from holdfast.reports.content import Audience, FigureKey, Finish, LiveFigure
from holdfast.reports.live import NOWHERE, Asked, asked
from holdfast.reports.printing import NOT_PUBLISHED, half_up, percent, whole

if TYPE_CHECKING:
    from holdfast.reports.inputs import Inputs

TOO_SMALL = NOT_PUBLISHED
NOT_COUNTED = "a figure that is no longer counted"


class LiveBook:
    """Every figure of a report by its address. ``finish`` and ``audience``: for whom it is read."""

    def __init__(
        self, inputs: Inputs, finish: Finish = Finish.DRAFT, audience: Audience = Audience.INSIDE
    ) -> None:
        self.year = inputs.year
        self.figures: dict[FigureKey, Shown] = {
            FigureKey(one.table, one.group, one.period): one for one in inputs.figures
        }
        self.published = ComparatorBook(inputs.comparators)
        self._comparators = inputs.comparators
        self.finish, self.audience = finish, audience

    def resolve(self, address: str, accepted: str) -> LiveFigure:
        """The figure as it stands. A finished report, and the public, are told the present words alone.

        A figure that is hidden has not moved: nobody is to learn from it what it was.
        """
        wanted = asked(address)
        now = self.words(wanted) if wanted else None
        key = wanted.key if wanted else NOWHERE
        before = " ".join(accepted.split())
        if now is None:
            inside = self.audience is Audience.INSIDE
            draft = inside and self.finish is Finish.DRAFT
            return LiveFigure(before if inside and before else NOT_COUNTED, key, missing=draft)
        told = self.finish is Finish.DRAFT and self.audience is Audience.INSIDE and not self._hidden(key)
        return LiveFigure(now, key, moved_from=before if told and before != now else "")

    def words(self, wanted: Asked) -> str | None:
        """'35 of 204 (17.2%)', or the part of it that is asked for; None where there is no such figure."""
        key = wanted.key
        found = self.published.get(key.table, key.group, key.period, wanted.whose)
        own = None if wanted.whose else self.figures.get(key)
        earlier = not wanted.whose and _is_before(key.period, self.year)
        if found is not None and (own is None or earlier):
            return published_words(found, measure(key))
        return None if own is None else figure_words(own, wanted.show)

    def every(self) -> Iterator[Asked]:
        """All there is to be dropped into a sentence: ours, then what was published."""
        yield from (Asked(key) for key in self.figures)
        for one in self._comparators:
            key = FigureKey(one.table, one.group, one.period)
            if one.whose or key not in self.figures:
                yield Asked(key, whose=one.whose)

    def _hidden(self, key: FigureKey) -> bool:
        found = self.figures.get(key)
        return found is not None and found.hidden


def _is_before(period: str, year: ReportingYear) -> bool:
    try:
        return year_of(period) < year
    except ValueError:
        return False


def measure(key: FigureKey) -> Measure:
    """How a figure's value is made; a share where the program no longer knows the group."""
    about = INDICATORS.get(key.table)
    if about is None:
        return Measure.SHARE
    groups = about.groups_for(year_or_first(key.period))
    return next((one.measure for one in groups if one.key == key.group), Measure.SHARE)


def year_or_first(period: str) -> ReportingYear:
    """The year of a period; one that every code list has, where the period is none."""
    try:
        return year_of(period)
    except ValueError:
        return ReportingYear(2017)


def label_of(key: FigureKey) -> str:
    """'Timeliness of reviews: held in time', as the tables name it."""
    about = INDICATORS.get(key.table)
    if about is None:
        return f"{key.table}: {key.group}"
    groups = about.groups_for(year_or_first(key.period))
    group = next((one.label for one in groups if one.key == key.group), key.group)
    return f"{about.title}: {group[:1].lower() + group[1:] if not group[:2].isupper() else group}"


def figure_words(figure: Shown, show: str = "") -> str:
    """A figure with what it was counted from, in words that stand inside a sentence."""
    how = measure(FigureKey(figure.table, figure.group, figure.period))
    if show == "of" and figure.denominator is not None:
        return whole(figure.denominator)
    if figure.hidden or figure.numerator is None:
        return TOO_SMALL
    n, of, value = figure.numerator, figure.denominator, figure.value
    if show == "n":
        return whole(n)
    if show == "share" and of is not None and value is not None:
        return percent(value) if how is Measure.SHARE else str(value)
    if how is Measure.FTE:
        return f"{_two(value)} full posts ({whole(n)} {'post' if n == 1 else 'posts'})"
    if of is None:
        return whole(n)
    if how is Measure.PER_FTE:
        return f"{whole(n)} over {_two(of)} full posts ({_or_dash(value)} for each)"
    counts = f"{whole(n)} of {whole(of)}"
    return f"{counts} ({_in_brackets(how, value)})" if value is not None else counts


def _in_brackets(how: Measure, value: float | int) -> str:
    said = {
        Measure.MEAN: f"mean {_two(value)}",
        Measure.MEDIAN: f"median {value}",
        Measure.LONGEST: f"longest {value}",
        Measure.PER_10000: f"{half_up(value, 1)} per 10,000",
    }
    return said.get(how, percent(value))


def _two(value: float | int | None) -> str:
    return _or_dash(value if value is None else float(half_up(value, 2)), 2)


def _or_dash(value: float | int | None, places: int = 1) -> str:
    return "–" if value is None else str(half_up(value, places))


def published_words(one: Comparator, how: Measure) -> str:
    """What somebody published, as they printed it; where no counts were printed, or may not be read, that is said."""
    if one.hidden:
        return TOO_SMALL
    suffix = "%" if how is Measure.SHARE else ""
    if one.numerator is not None and one.denominator:
        return f"{whole(one.numerator)} of {whole(one.denominator)} ({_share_of(one, suffix)})"
    if one.numerator is not None:
        return whole(one.numerator)
    if how is Measure.COUNT and one.value is not None:
        return one.value
    return f"{one.value}{suffix} (published without its counts)"


def _share_of(one: Comparator, suffix: str) -> str:
    if one.value is not None:
        return f"{one.value}{suffix}"
    try:
        return percent(float(Decimal(100) * (one.numerator or 0) / (one.denominator or 1)))
    except InvalidOperation:
        return "–"
