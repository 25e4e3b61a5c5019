"""A trend as lines and points: where each stands. For black and white: nothing depends on a colour.

The line stops at a period without a number and at a changed question; a hidden figure is the letter c on the axis.
What others published is a broken line over its year, each publisher's in a pattern of its own.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from math import floor, log10

from holdfast.indicators.language import Measure
from holdfast.indicators.rounding import in_percent
from holdfast.web.figures.trend import Point, Trend, YearLine
from holdfast.web.figures.trend_words import described

_LEFT, _RIGHT, _TOP, _BELOW = 44, 14, 22, 40
#: a publisher's pattern, in the order they come
_DASHES = ("7 4", "2 4", "10 3 2 3", "1 6")
#: no more points than this carry their number; of more, the last of each year does
_MOST_NUMBERS = 22
#: what others printed for a year can stand beside quarters only where it is no count
_COMPARED = frozenset({Measure.SHARE, Measure.MEAN, Measure.MEDIAN, Measure.PER_10000})


@dataclass(frozen=True)
class Size:
    """``width`` and ``height`` in the drawing's own units."""

    width: int
    height: int
    published: bool


LARGE = Size(760, 280, published=True)
SMALL = Size(340, 150, published=False)


@dataclass(frozen=True)
class Dot:
    x: float
    y: float
    words: str
    running: bool = False

    @property
    def above(self) -> float:
        return self.y - 9


@dataclass(frozen=True)
class Published:
    """A broken line from ``x`` to ``until`` at ``y``."""

    x: float
    until: float
    y: float
    dash: str


@dataclass(frozen=True)
class Drawing:
    key: str
    title: str
    description: str
    width: int
    height: int
    base: float
    left: float
    right: float
    dots: list[Dot]
    hidden: list[float]  # the middles of what is hidden
    paths: list[str]
    ticks: list[tuple[float, str]]
    quarters: list[tuple[float, str]]
    years: list[tuple[float, float, str]]  # middle, beginning, name
    changes: list[float]
    published: list[Published] = field(default_factory=list)
    legend: list[tuple[str, str]] = field(default_factory=list)  # dash, whose


class _Scale:
    """From a place in time and a number to a place in the drawing."""

    def __init__(self, trend: Trend, size: Size) -> None:
        self.points, self.size = trend.parts, size
        self.places, slots = _places(trend, size)
        self.step = (size.width - _LEFT - _RIGHT) / max(slots, 1)
        self.base = size.height - _BELOW
        values = [float(value_of(point)) for point in self.points if point.held]
        values += _published_values(trend) if size.published else []
        self.percent = trend.group.measure is Measure.SHARE
        most = max(values, default=0)
        self.top = _end_of_shares(most) if self.percent else _round_up(most * 1.08)

    def x(self, nth: int) -> float:
        """The middle of the place of the nth point."""
        return round(_LEFT + self.step * (self.places[nth] + 0.5), 1)

    def y(self, value: float) -> float:
        return round(self.base - (self.base - _TOP) * min(value, self.top) / self.top, 1)

    @property
    def ticks(self) -> list[tuple[float, str]]:
        words = {part: f"{part:,.0f}" if part == int(part) else f"{part:,.1f}"
                 for part in (0, self.top / 2, self.top)}  # fmt: skip
        return [(self.y(part), in_percent(said) if self.percent else said) for part, said in words.items()]


def value_of(point: Point) -> float:
    """The number that is drawn; only of a point that is ``held``."""
    if point.figure is None or point.figure.value is None:
        raise ValueError(f"Nothing is held for {point.period.name}.")
    return point.figure.value


def draw(trend: Trend, size: Size) -> Drawing | None:
    """The drawing; None where there are not two periods to be compared."""
    points = trend.parts
    scale = _Scale(trend, size)
    if not any(point.held for point in points) or len(scale.places) + len(_drawn(trend, size)) < 3:
        return None
    many = len(points) > _MOST_NUMBERS
    published, legend = _published(trend, scale) if size.published else ([], [])
    return Drawing(
        key=f"{trend.indicator.table}-{trend.group.key}".replace("_", "-").lower(),
        title=f"{trend.indicator.title}: {trend.group.label}",
        description=described(trend),
        width=size.width,
        height=size.height,
        base=scale.base,
        left=_LEFT,
        right=size.width - _RIGHT,
        dots=[_dot(points, nth, scale, many) for nth, point in enumerate(points) if point.held],
        hidden=[scale.x(nth) for nth, one in enumerate(points) if one.figure is not None and one.figure.hidden],
        paths=_paths(trend, scale),
        ticks=scale.ticks,
        quarters=_quarters(points, scale),
        years=_years(trend, scale),
        changes=[round(scale.x(nth) - scale.step / 2, 1) for nth, one in enumerate(points) if one.mark],
        published=published,
        legend=legend,
    )  # fmt: skip


def _dot(points: Sequence[Point], nth: int, scale: _Scale, many: bool) -> Dot:
    point = points[nth]
    value = value_of(point)
    last = nth + 1 == len(points) or points[nth + 1].period.starts.month == 4
    words = f"{value:,.0f}" if float(value).is_integer() and not scale.percent else f"{value:,.1f}"
    return Dot(scale.x(nth), scale.y(value), "" if many and not last else words, point.running)


def _paths(trend: Trend, scale: _Scale) -> list[str]:
    """Lines through neighbours, interrupted where nothing can be drawn and where the question was changed."""
    runs: list[list[str]] = [[]]
    for nth, point in enumerate(trend.parts):
        if point.mark or not point.held:
            runs.append([])
        if point.held:
            runs[-1].append(f"{scale.x(nth)},{scale.y(value_of(point))}")
    return [" ".join(run) for run in runs if len(run) > 1]


def _quarters(points: Sequence[Point], scale: _Scale) -> list[tuple[float, str]]:
    names = [(scale.x(nth), one.period.name.partition(" ")[2]) for nth, one in enumerate(points)]
    return [(x, name) for x, name in names if name]


def _years(trend: Trend, scale: _Scale) -> list[tuple[float, float, str]]:
    found, at = [], 0
    for line in _drawn(trend, scale.size):
        wide = trend.slots(line)
        starts = _LEFT + scale.step * at
        found.append((round(starts + scale.step * wide / 2, 1), round(starts, 1), line.year.name))
        at += wide
    return found


def _drawn(trend: Trend, size: Size) -> list[YearLine]:
    """The years that have something in the drawing: one that was only printed stands in the large one, by its line."""
    printed = size.published and trend.group.measure in _COMPARED
    return [line for line in trend.lines if line.points or (printed and line.printed and line.printed.value)]


def _places(trend: Trend, size: Size) -> tuple[list[int], int]:
    """The place in the row of each point, and how many places there are."""
    places: list[int] = []
    at = 0
    for line in _drawn(trend, size):
        wide = trend.slots(line)
        places += range(at, at + wide) if line.points else []
        at += wide
    return places, at


def _published_values(trend: Trend) -> list[float]:
    if trend.group.measure not in _COMPARED:
        return []
    years = {line.year.name for line in trend.lines}
    return [float(one.value.replace(",", "")) for one in trend.published if one.value and one.period in years]


def _published(trend: Trend, scale: _Scale) -> tuple[list[Published], list[tuple[str, str]]]:
    if trend.group.measure not in _COMPARED:
        return [], []
    drawn, dashes = [], {}
    spans = {name: (starts, starts + 2 * (middle - starts)) for middle, starts, name in _years(trend, scale)}
    for one in trend.published:
        span = spans.get(one.period)
        if one.value and span and (one.whose in dashes or len(dashes) < len(_DASHES)):
            dash = dashes.setdefault(one.whose, _DASHES[len(dashes) % len(_DASHES)])
            drawn.append(
                Published(span[0], round(span[1], 1), scale.y(float(one.value.replace(",", ""))), dash)
            )
    return drawn, [(dash, whose or "As we printed it ourselves") for whose, dash in dashes.items()]


def _end_of_shares(most: float) -> float:
    """All of a hundred, unless everything lies below a half or a quarter of it: then small shares can be told apart."""
    return next(end for end in (25.0, 50.0, 100.0) if most <= end * 0.85 or end == 100.0)


def _round_up(value: float) -> float:
    """The next of 1, 2, 4, 5, 8 or 10 tens, hundreds and so on: an end for the scale that can be read."""
    if value <= 0:
        return 1.0
    ten = 10 ** floor(log10(value))
    return float(next(part * ten for part in (1, 2, 4, 5, 8, 10) if part * ten >= value))
