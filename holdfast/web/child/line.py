"""The child's line: bars for care, legal status and placements, marks for reviews, drawn to scale.

A drawing for the eye only; ``story`` says the same in words, for screen readers and for print.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import cycle

from holdfast.domain.care_history import Episode, periods_of_care
from holdfast.web.child_now import ChildNow, as_domain
from holdfast.web.code_words import words

WIDTH, LEFT, RIGHT = 960, 104, 24
LANE, FIRST_LANE = 40, 40
#: A name longer than its bar is left out; this many pixels are taken for one letter.
LETTER = 7


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
    x: float
    y: int
    title: str
    tone: str


@dataclass(frozen=True)
class Line:
    """``years`` and ``lanes`` are (position, label)."""

    bars: list[Bar]
    marks: list[Mark]
    years: list[tuple[float, str]]
    lanes: list[tuple[int, str]]
    now_x: float
    height: int
    width: int = WIDTH


def draw(now: ChildNow) -> Line | None:
    """The drawing, or None for a child without a history. What begins after its last day is left to the words."""
    due = now.review_due_on
    last = max(now.on, due or now.on) + timedelta(days=30)
    told = periods_of_care(as_domain(episode) for episode in now.child.episodes.all())
    periods = [period for period in told if period.started <= last]
    episodes = [episode for period in periods for episode in period.episodes]
    if not episodes:
        return None
    first = min(now.on, min(e.started for e in episodes), min(now.reviews, default=now.on))
    scale = _scale(first, last)
    lanes = ["In care", "Legal status", "Placement", "Reviews"]
    tops = [FIRST_LANE + LANE * n for n in range(len(lanes))]
    bars = _bars([(p.started, p.ended, "in care") for p in periods], tops[0], scale, now.on, ("a",))
    bars += _bars(_runs(episodes, "legal_status", "LS"), tops[1], scale, now.on, ("c", "a"))
    places = [
        (pl.started, pl.ended, words("PLACE", pl.home.place, pl.started))
        for p in periods
        for pl in p.placements
    ]
    bars += _bars(places, tops[2], scale, now.on, ("b", "a"))
    middle = tops[3] + 14
    marks = [Mark(scale(day), middle, "Review", "") for day in now.reviews if first <= day <= last]
    if due:
        marks.append(
            Mark(scale(max(due, first)), middle, "Next review due", "late" if now.is_late else "next")
        )
    years = [(scale(date(y, 1, 1)), str(y)) for y in range(first.year + 1, last.year + 1)]
    if len(years) > 12:
        years = years[:: len(years) // 8]
    return Line(
        bars,
        marks,
        years,
        list(zip(tops, lanes, strict=True)),
        scale(now.on),
        FIRST_LANE + LANE * len(lanes) + 24,
    )


def _scale(first: date, last: date) -> Callable[[date], float]:
    """Where a day stands; one outside the drawing (a return may say anything) stands at its edge."""
    days = max((last - first).days, 1)
    return lambda day: round(
        LEFT + (WIDTH - LEFT - RIGHT) * (min(max(day, first), last) - first).days / days, 1
    )


def _runs(episodes: Iterable[Episode], attribute: str, field: str) -> list[tuple[date, date | None, str]]:
    """Unbroken stretches under the same code."""
    runs: list[tuple[date, date | None, str]] = []
    for episode in episodes:
        label = words(field, getattr(episode, attribute), episode.started)
        if runs and runs[-1][2] == label and runs[-1][1] == episode.started:
            runs[-1] = (runs[-1][0], episode.ended, label)
        else:
            runs.append((episode.started, episode.ended, label))
    return runs


def _bars(
    spans: Iterable[tuple[date, date | None, str]],
    top: int,
    scale: Callable[[date], float],
    on: date,
    tones: tuple[str, ...],
) -> list[Bar]:
    bars = []
    for (begins, ends, label), tone in zip(spans, cycle(tones), strict=False):
        x = scale(begins)
        width = max(scale(ends or max(on, begins)) - x, 2)
        shown = label if len(label) * LETTER < width - 10 else _short(label, width)
        bars.append(Bar(x, top, round(width, 1), shown, label, tone))
    return bars


def _short(label: str, width: float) -> str:
    letters = int((width - 14) // LETTER)
    return label[: letters - 1].rstrip() + "…" if letters >= 6 else ""
