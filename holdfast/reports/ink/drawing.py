"""Charts as pictures: the same drawing for a page (SVG) and for Word (PNG), without a browser or a network.

What is this year's is filled, what is an earlier year's is outlined, and every mark carries its number, so
nothing depends on telling one colour from another. The words are set in the report's own typeface.
"""

from __future__ import annotations

import re
import textwrap
from datetime import date, timedelta
from functools import cache, lru_cache
from pathlib import Path
from typing import Any

import altair as alt
import vl_convert

from holdfast.reports.content import Chart
from holdfast.reports.printing import HIDDEN

FONTS = Path(__file__).parent / "fonts"
#: quoted, because a family name with a bare figure in it is not a name to an SVG renderer
FONT = "'Source Sans 3', sans-serif"
INK, FILL, PAPER, RULE = "#0b0c0c", "#1d4f7c", "#ffffff", "#b1b4b6"
WIDTH = 560
#: a PNG has three dots for every one of the page, for print
PNG_SCALE = 3
_BAR, _GAP = 15, 12
_AIR = timedelta(days=60)
#: a line of no more days than this has its months on the axis
_ONE_YEAR = timedelta(days=400)
_WRAP = 34
_WRAPPED = alt.Axis(labelLimit=400, labelExpr="split(datum.label, '\\n')")


@lru_cache(maxsize=64)
def svg(chart: Chart) -> str:
    """The chart as SVG text; drawn once for all inks."""
    _use_our_fonts()
    return vl_convert.vegalite_to_svg(_spec(chart), allowed_base_urls=[])


def png(chart: Chart, scale: float = PNG_SCALE) -> bytes:
    """The chart as a PNG picture, ``scale`` times its printed size."""
    return vl_convert.svg_to_png(svg(chart), scale=scale)


def width_of(svg: str) -> float:
    """The width of a drawing in pixels of a screen."""
    found = re.search(r'<svg[^>]* width="([\d.]+)"', svg)
    if found is None:
        raise ValueError("The drawing does not say how wide it is.")
    return float(found[1])


@cache
def _use_our_fonts() -> None:
    vl_convert.register_font_directory(str(FONTS))


def _spec(chart: Chart) -> dict[str, Any]:
    drawn = _line(chart) if chart.shape == "line" else _bars(chart)
    return drawn.to_dict(validate=False)  # our own; the check takes longer than the drawing


def _rows(chart: Chart) -> list[dict[str, Any]]:
    return [
        {
            "category": _wrapped(category),
            "series": series.name,
            "value": value,
            "label": f"{value:,.1f}{chart.suffix}" if chart.suffix else f"{value:,.0f}",
        }
        for series in chart.series
        for category, value in zip(chart.categories, series.values, strict=True)
        if value is not None
    ]


def _gaps(chart: Chart) -> list[dict[str, Any]]:
    """Where a value is hidden from the public: a ``c`` at the foot of where it would stand."""
    return [
        {"category": _wrapped(chart.categories[place]), "series": series.name, "value": 0, "label": HIDDEN}
        for series in chart.series
        for place in series.hidden
    ]


def _wrapped(label: str) -> str:
    return "\n".join(textwrap.wrap(label, _WRAP))


def _fills(chart: Chart) -> list[str]:
    return [PAPER if series.earlier else FILL for series in chart.series]


def _bars(chart: Chart) -> alt.LayerChart:
    names = [series.name for series in chart.series]
    rows = _rows(chart)
    top = max((row["value"] for row in rows), default=0) or 1
    base = alt.Chart(alt.Data(values=rows)).encode(
        y=alt.Y(
            "category:N",
            sort=[_wrapped(category) for category in chart.categories],
            title=None,
            axis=_WRAPPED,
        ),
        yOffset=alt.YOffset("series:N", sort=names),
        x=alt.X(
            "value:Q", title=chart.axis, scale=alt.Scale(domain=[0, top * 1.12]), axis=alt.Axis(tickCount=6)
        ),
    )
    bars = base.mark_bar(stroke=FILL, strokeWidth=1.5).encode(
        fill=alt.Fill("series:N", sort=names, scale=alt.Scale(domain=names, range=_fills(chart)), title=None)
    )
    labels = base.mark_text(align="left", dx=5, fontSize=13, color=INK).encode(text="label:N")
    if gaps := _gaps(chart):
        labels += labels.properties(data=alt.Data(values=gaps))
    height = len(chart.categories) * (max(len(names), 2) * _BAR + _GAP)
    return _dressed((bars + labels).properties(width=WIDTH - 200, height=height))


def _line(chart: Chart) -> alt.LayerChart:
    names = [series.name for series in chart.series]
    rows = _rows(chart)
    low = min((row["value"] for row in rows), default=0)
    top = max((row["value"] for row in rows), default=0) or 1
    base = alt.Chart(alt.Data(values=rows)).encode(
        x=alt.X("category:T", title=None, scale=_span(chart.categories), axis=_year_ends(chart.categories)),
        y=alt.Y("value:Q", title=chart.axis, scale=alt.Scale(domain=[0, top + max(top - low, 1) * 0.6])),
    )
    fills = alt.Fill(
        "series:N",
        sort=names,
        scale=alt.Scale(domain=names, range=_fills(chart)),
        title=None,
        legend=alt.Legend(symbolType="circle", labelLimit=400, columns=2),
    )
    path = base.mark_line(color=FILL, strokeWidth=2)
    gaps = _gaps(chart)
    if gaps:  # the line is broken where a value is hidden
        broken = [*rows, *({**gap, "value": None} for gap in gaps)]
        path = path.properties(data=alt.Data(values=broken))
    marks = base.mark_point(size=70, stroke=FILL, strokeWidth=2, opacity=1).encode(fill=fills)
    labels = base.mark_text(dy=-14, fontSize=13, color=INK).encode(text="label:N")
    if gaps:
        labels += labels.properties(data=alt.Data(values=gaps))
    return _dressed((path + marks + labels).properties(width=WIDTH - 70, height=240))


def _span(days: tuple[str, ...]) -> alt.Scale:
    """The days of the chart with two months of air on both sides, or two weeks where it is one year."""
    first, last = date.fromisoformat(days[0]), date.fromisoformat(days[-1])
    air = _AIR / 4 if _is_one_year(days) else _AIR
    return alt.Scale(type="utc", domain=[_day(first - air), _day(last + air)], nice=False)


def _is_one_year(days: tuple[str, ...]) -> bool:
    return date.fromisoformat(days[-1]) - date.fromisoformat(days[0]) < _ONE_YEAR and len(days) > 6


def _year_ends(days: tuple[str, ...]) -> alt.Axis:
    """One mark on the axis for each 31 March, so that quarters in between do not crowd it; months in one year."""
    if _is_one_year(days):
        months = [_day(day) for day in map(date.fromisoformat, days)]
        return alt.Axis(values=months, format="%b", labelAngle=0, labelOverlap=False)
    ends = [_day(day) for day in map(date.fromisoformat, days) if (day.month, day.day) == (3, 31)]
    return alt.Axis(values=ends, format="%-d %b %Y", labelAngle=0)


def _day(day: date) -> alt.DateTime:
    return alt.DateTime(year=day.year, month=day.month, date=day.day, utc=True)


def _dressed(drawn: alt.LayerChart) -> alt.LayerChart:
    words = {"labelFont": FONT, "titleFont": FONT, "labelFontSize": 13, "titleFontSize": 13}
    colours = {"labelColor": INK, "titleColor": INK, "titleFontWeight": "normal"}
    return (
        drawn.configure(font=FONT, background=PAPER)
        .configure_axis(**words, **colours, gridColor="#e3e6e8", domainColor=RULE, tickColor=RULE)
        .configure_view(stroke=None)
        .configure_legend(
            **words,
            labelColor=INK,
            orient="top",
            symbolStrokeColor=FILL,
            symbolType="square",
            symbolSize=140,
            padding=4,
        )
    )
