"""Charts of the report: which values are drawn, and the words that say the same to whoever cannot see them."""

from __future__ import annotations

from collections.abc import Sequence

from holdfast.domain.reporting_year import ReportingYear
from holdfast.indicators.figure import Figure
from holdfast.indicators.registry import indicator
from holdfast.reports.annual.material import Material
from holdfast.reports.comparators import Comparator
from holdfast.reports.content import Chart, Series
from holdfast.reports.printing import half_up, long_day, whole


def beside_last_year(
    material: Material, of: str, *, things: str, caption: str, without: Sequence[str] = ()
) -> Chart:
    """The groups of a distribution this year beside the year before, where that was published.

    Counts are drawn if the year before was published as counts, or not at all; else percentages. ``things`` are
    what is counted ('children in care').
    """
    groups = [g for g in indicator(of).groups_for(material.year) if g.key not in without]
    groups = [g for g in groups if g.key != "unknown" or material.figure(of, g.key).numerator]
    before = {g.key: material.published.get(of, g.key, material.before.name) for g in groups}
    known = [c for c in before.values() if c is not None]
    counts = all(c.numerator is not None for c in known)
    series = [Series(material.year.name, tuple(_ours(material.figure(of, g.key), counts) for g in groups))]
    own = [material.before_figure(of, g.key) for g in groups]
    if known:
        earlier = tuple(_theirs(before[g.key], counts) for g in groups)
        series.append(Series(f"{material.before.name} (published)", earlier, earlier=True))
    elif all(own):
        series.append(Series(material.before.name, tuple(_ours(f, counts) for f in own), earlier=True))
    suffix = "" if counts else "%"
    return Chart(
        key=f"{of}-chart",
        caption=caption,
        alt=_bars_in_words(material, caption, [g.label for g in groups], series, suffix),
        table=of,
        shape="bars",
        axis=f"Number of {things}" if counts else f"Per cent of {things}",
        categories=tuple(g.label for g in groups),
        series=tuple(series),
        suffix=suffix,
    )


def _ours(figure: Figure | None, counts: bool) -> float | None:
    if figure is None:
        return None
    return figure.numerator if counts else figure.value


def _theirs(found: Comparator | None, counts: bool) -> float | None:
    if found is None:
        return None
    if counts:
        return found.numerator
    return None if found.value is None else float(found.value)


def number(value: float | None, suffix: str = "") -> str:
    """A value as its chart labels it."""
    if value is None:
        return "not given"
    return f"{half_up(value, 1)}{suffix}" if suffix else whole(int(value))


def _bars_in_words(
    material: Material, caption: str, labels: Sequence[str], series: Sequence[Series], suffix: str
) -> str:
    said = []
    for place, label in enumerate(labels):
        now = number(series[0].values[place], suffix)
        then = f", {number(series[1].values[place], suffix)} the year before" if len(series) > 1 else ""
        said.append(f"{label}: {now}{then}")
    return f"Bar chart. {caption}. {'. '.join(said)}."


def through_the_years(material: Material) -> Chart:
    """Children in care on each 31 March as published, then at the end of each quarter as counted."""
    points = [
        (ReportingYear.parse(year).ends, float(found.value.replace(",", "")), True)
        for year in material.published.earlier_years("children_in_care")
        if year < material.year.name
        and (found := material.published.get("children_in_care", "number", year))
        and found.value is not None
    ]
    published = material.published.earlier_years("children_in_care")
    points += [
        (ReportingYear.parse(year).ends, float(figure.numerator), False)
        for year in material.earlier
        if year not in published and (figure := material.figures.find("children_in_care", "number", year))
    ]
    points += [
        (period.ends, float(material.figure("children_in_care", "number", period.name).numerator), False)
        for period in material.year.quarters
    ]
    points.sort()
    words = ", ".join(f"{long_day(day)} {number(value)}" for day, value, _ in points)
    as_published = " Earlier years are as published." if published else ""
    caption = f"Children and young people in care, to {long_day(material.year.ends)}"
    return Chart(
        key="children_in_care-chart",
        caption=caption,
        alt=f"Line chart. {caption}: {words}.{as_published}",
        table="children_in_care",
        shape="line",
        axis="Children in care",
        categories=tuple(day.isoformat() for day, _, _ in points),
        series=tuple(
            Series(name, tuple(v if p is earlier else None for _, v, p in points), earlier=earlier)
            for name, earlier in (("Published in earlier years", True), ("Counted from our records", False))
            if any(p is earlier for _, _, p in points)
        ),
    )
