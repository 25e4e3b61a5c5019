"""Charts of the report: which values are drawn, and the words that say the same to whoever cannot see them."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from holdfast.domain.reporting_year import ReportingYear
from holdfast.indicators.figure import Shown
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
    groups = [g for g in groups if g.key != "unknown" or material.figure(of, g.key).numerator != 0]
    before = {g.key: material.published.get(of, g.key, material.before.name) for g in groups}
    known = [c for c in before.values() if c is not None]
    counts = all(c.numerator is not None for c in known if not c.hidden)
    series = [_run(material.year.name, [material.figure(of, g.key) for g in groups], counts)]
    own = [material.before_figure(of, g.key) for g in groups]
    if known:
        values = tuple(_theirs(before[g.key], counts) for g in groups)
        hidden = tuple(n for n, g in enumerate(groups) if (found := before[g.key]) and found.hidden)
        series.append(Series(f"{material.before.name} (published)", values, earlier=True, hidden=hidden))
    elif all(own):
        series.append(_run(material.before.name, own, counts, earlier=True))
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


def _run(name: str, figures: Sequence[Shown | None], counts: bool, earlier: bool = False) -> Series:
    hidden = tuple(n for n, figure in enumerate(figures) if figure and figure.hidden)
    return Series(name, tuple(_ours(figure, counts) for figure in figures), earlier, hidden)


def _ours(figure: Shown | None, counts: bool) -> float | None:
    if figure is None:
        return None
    return figure.numerator if counts else figure.value


def _theirs(found: Comparator | None, counts: bool) -> float | None:
    if found is None:
        return None
    if counts:
        return found.numerator
    return None if found.value is None else float(found.value)


def number(value: float | None, suffix: str = "", hidden: bool = False) -> str:
    """A value as its chart labels it."""
    if hidden:
        return "not published (c)"
    if value is None:
        return "not given"
    return f"{half_up(value, 1)}{suffix}" if suffix else whole(int(value))


def _bars_in_words(
    material: Material, caption: str, labels: Sequence[str], series: Sequence[Series], suffix: str
) -> str:
    said = []
    for place, label in enumerate(labels):
        now, *before = (number(one.values[place], suffix, place in one.hidden) for one in series)
        then = f", {before[0]} the year before" if before else ""
        said.append(f"{label}: {now}{then}")
    return f"Bar chart. {caption}. {'. '.join(said)}."


def through_the_years(material: Material) -> Chart:
    """Children in care on each 31 March as published, then at the end of each quarter as counted."""
    points: list[tuple[date, float | None, bool]] = [
        (
            ReportingYear.parse(year).ends,
            None if found.value is None else float(found.value.replace(",", "")),
            True,
        )
        for year in material.published.earlier_years("children_in_care")
        if year < material.year.name
        and (found := material.published.get("children_in_care", "number", year))
        and (found.value is not None or found.hidden)
    ]
    published = material.published.earlier_years("children_in_care")
    points += [
        (ReportingYear.parse(year).ends, _drawn(figure), False)
        for year in material.earlier
        if year not in published and (figure := material.figures.find("children_in_care", "number", year))
    ]
    points += [
        (period.ends, _drawn(material.figure("children_in_care", "number", period.name)), False)
        for period in material.year.quarters
    ]
    points.sort(key=lambda point: (point[0], point[2]))
    words = ", ".join(f"{long_day(day)} {number(value, hidden=value is None)}" for day, value, _ in points)
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
            Series(
                name,
                tuple(v if p is earlier else None for _, v, p in points),
                earlier=earlier,
                hidden=tuple(n for n, (_, v, p) in enumerate(points) if p is earlier and v is None),
            )
            for name, earlier in (("Published in earlier years", True), ("Counted from our records", False))
            if any(p is earlier for _, _, p in points)
        ),
    )


def _drawn(figure: Shown) -> float | None:
    return None if figure.numerator is None else float(figure.numerator)
