"""The child's line: bars for care, legal status, placements, plans and officers, marks for what was held and what
happened, drawn to scale in lanes.

A drawing for the eye only; ``story`` says the same in words, for screen readers and for print.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from datetime import date, timedelta
from itertools import cycle

from holdfast.web.child.beside import Beside
from holdfast.web.child.lanes import Lane, Point, Span, lanes_of
from holdfast.web.child_now import ChildNow

WIDTH, LEFT, RIGHT = 960, 132, 24
BARS, MARKS, FIRST_LANE = 38, 30, 36
#: A name longer than its bar is left out; this many pixels are taken for one letter.
LETTER = 7

Scale = Callable[[date], float]


@dataclass(frozen=True)
class Bar:
    x: float
    y: int
    width: float
    label: str
    title: str
    tone: str


@dataclass(frozen=True)
class Mark:
    """``shape``: dot, open (planned or due), diamond (late), square; ``key``: where the story tells it."""

    x: float
    y: int
    title: str
    shape: str
    key: str = ""

    @property
    def left(self) -> float:
        return self.x - 6

    @property
    def top(self) -> int:
        return self.y - 6


@dataclass(frozen=True)
class Line:
    """``years`` and ``lanes`` are (position, label)."""

    years: list[tuple[float, str]]
    now_x: float
    height: int
    bars: list[Bar] = field(default_factory=list)
    marks: list[Mark] = field(default_factory=list)
    lanes: list[tuple[int, str]] = field(default_factory=list)
    width: int = WIDTH


def draw(now: ChildNow, records: Beside) -> Line | None:
    """The drawing, or None for a child without a history. What begins after its last day is left to the words."""
    due = [claim.last_day for claim in now.claims if claim.last_day]
    planned = [review.planned_on for review in records.booked]
    last = (
        max(now.on, *due, *planned, now.on) + timedelta(days=30) if due or planned else now.on + timedelta(30)
    )
    last = min(last, now.on + timedelta(days=400))
    lanes = [lane.until(last) for lane in lanes_of(now, records)]
    begun = [day for lane in lanes if lane.dates_the_line for day in lane.days()]
    if not begun:
        return None
    first = min(now.on, *begun)
    scale = _scale(first, last)
    line = Line(_years(first, last, scale), scale(now.on), 0)
    top = FIRST_LANE
    for lane in lanes:
        if not (lane.spans or lane.points):
            continue
        line.lanes.append((top, lane.name))
        line.bars.extend(_bars(lane.spans, top, scale, now.on, lane.tones))
        middle = top + (14 if lane.spans else 10)
        line.marks.extend(_mark(point, middle, scale) for point in lane.points)
        top += BARS if lane.spans else MARKS
    return Line(line.years, line.now_x, top + 24, line.bars, line.marks, line.lanes)


def _mark(point: Point, middle: int, scale: Scale) -> Mark:
    return Mark(scale(point.day), middle, point.title, point.shape, point.key)


def _years(first: date, last: date, scale: Scale) -> list[tuple[float, str]]:
    years = [(scale(date(y, 1, 1)), str(y)) for y in range(first.year + 1, last.year + 1)]
    return years[:: len(years) // 8] if len(years) > 12 else years


def _scale(first: date, last: date) -> Scale:
    """Where a day stands; one outside the drawing (a return may say anything) stands at its edge."""
    days = max((last - first).days, 1)
    return lambda day: round(
        LEFT + (WIDTH - LEFT - RIGHT) * (min(max(day, first), last) - first).days / days, 1
    )


def _bars(spans: Iterable[Span], top: int, scale: Scale, on: date, tones: tuple[str, ...]) -> list[Bar]:
    bars = []
    for span, tone in zip(spans, cycle(tones), strict=False):
        x = scale(span.begins)
        width = max(scale(span.ends or max(on, span.begins)) - x, 2)
        shown = span.label if len(span.label) * LETTER < width - 10 else _short(span.label, width)
        bars.append(Bar(x, top, round(width, 1), shown, span.label, tone))
    return bars


def _short(label: str, width: float) -> str:
    letters = int((width - 14) // LETTER)
    return label[: letters - 1].rstrip() + "…" if letters >= 6 else ""


__all__ = ["LEFT", "RIGHT", "WIDTH", "Bar", "Lane", "Line", "Mark", "draw"]
