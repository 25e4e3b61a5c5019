"""A trend in a sentence: the latest period with its n and N, and the same a year before. Never better or worse."""

from __future__ import annotations

from datetime import date

from holdfast.domain.wording import long_date
from holdfast.indicators.figure import Shown
from holdfast.indicators.language import Group, Measure
from holdfast.indicators.rounding import in_percent
from holdfast.reports.comparators import Comparator
from holdfast.web.figures.presenters import DASH, in_words
from holdfast.web.figures.trend import Point, Trend

#: what stands in the place of a figure that is hidden, and what it means
HIDDEN = "c"
HIDDEN_MEANS = (
    "c: hidden, because somebody could be told from so small a number or from what it would give away"
)


def cell(group: Group, figure: Shown | None) -> tuple[str, str]:
    """The figure and what it was counted from: (“61.3%”, “125 of 204”), (“c”, “”), or a dash where nothing is held."""
    if figure is None:
        return DASH, ""
    return (HIDDEN, "") if figure.hidden else in_words(group, figure)


def in_full(group: Group, figure: Shown | None) -> str:
    """“61.3% (125 of 204)”, “204”, or why there is no number."""
    if figure is None:
        return "nothing is held"
    if figure.hidden:
        return "hidden (c)"
    main, under = in_words(group, figure)
    if main == DASH:
        return "nothing to count"
    return f"{main} ({under})" if under else main


def period_words(name: str) -> str:
    """“Q3 2026/27”, “2026/27” or “June 2016”, as it is said in a sentence."""
    if "-" in name:
        return f"{date.fromisoformat(f'{name}-01'):%B %Y}"
    year, _, quarter = name.partition(" ")
    return f"{quarter} {year}" if quarter else year


def sentence(trend: Trend) -> str:
    """“78.3% (94 of 120) in Q3 2026/27; 81.0% (98 of 121) a year before.”"""
    latest = trend.latest
    if latest is None:
        return "No period of it has ended yet of which the records hold anything."
    said = f"{_first_up(in_full(trend.group, latest.figure))} in {period_words(latest.period.name)}"
    before = trend.year_before(latest)
    if before is None or before.figure is None:
        printed = trend.printed_before
        if printed is None:
            return f"{said}. The records hold nothing for the year before."
        return f"{said}. For the whole of {printed.period} we printed {printed_words(trend.group, printed)}."
    said = f"{said}; {in_full(trend.group, before.figure)} a year before."
    if trend.broken(before, latest):
        said += " Its question was changed between the two: they do not answer the same question."
    return said


def described(trend: Trend) -> str:
    """What a drawing shows, for those who do not see it."""
    drawn = [point for point in trend.parts if point.figure is not None]
    if not drawn:
        return "There is nothing to draw."
    first, last = period_words(drawn[0].period.name), period_words(drawn[-1].period.name)
    changed = "".join(f" {_first_up(point.mark)}." for point in drawn if point.mark)
    return f"From {first} to {last}. {sentence(trend)}{changed} The same numbers stand in the table."


def running_words(point: Point) -> str:
    """“so far, until 30 June 2026”; empty for a period that has ended."""
    return f"so far; it runs until {long_date(point.period.ends)}" if point.running else ""


def printed_cell(group: Group, one: Comparator) -> tuple[str, str]:
    """A figure as somebody printed it, and its counts where those were printed: (“8.9%”, “17 of 191”)."""
    if one.hidden:
        return HIDDEN, ""
    counts = ""
    if one.numerator is not None:
        counts = f"{one.numerator:,}" + ("" if one.denominator is None else f" of {one.denominator:,}")
    if one.value is None or one.value == counts:
        return counts, ""
    return in_percent(one.value) if group.measure is Measure.SHARE else one.value, counts


def printed_words(group: Group, one: Comparator) -> str:
    """“8.9% (17 of 191)”; n and N stand with it where they were printed."""
    main, under = printed_cell(group, one)
    return f"{main} ({under})" if under else main


def published_words(group: Group, one: Comparator) -> str:
    """“National average, 2015/16: 9.0%”, with n and N where they were printed."""
    return f"{one.whose or 'Printed by ourselves'}, {one.period}: {printed_words(group, one)}"


def _first_up(words: str) -> str:
    return words[:1].upper() + words[1:]
