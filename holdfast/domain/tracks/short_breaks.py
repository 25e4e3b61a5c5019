"""Series of short breaks: within 3 months of the first, then within 6; and the limits of 17 and 75 days.

Source: Care Planning, Placement and Case Review (England) Regulations 2010, regulation 48. Breaks recorded one by one
(legal status V3) are counted in days; an agreement (V4, or the milestone) cannot be. A day counts where the child was
there at its end; a break begun and ended on one day counts as one. Choice, where the regulation is silent: the
series is over on the day noted as its end, when no break falls in the span in which days are counted (12 months), or
when the child comes into care.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, timedelta
from itertools import zip_longest

from holdfast.domain import ages, timescales
from holdfast.domain.care_history import Episode
from holdfast.domain.limits import Book
from holdfast.domain.timescales import Due
from holdfast.domain.tracks import early, said
from holdfast.domain.tracks.break_days import Stay, passed_on, stays, warnings
from holdfast.domain.tracks.claim import Claim
from holdfast.domain.tracks.facts import Kind, Life, Marker
from holdfast.domain.tracks.standing import Reviews, care_on, reviews

KINDS = (Kind.SHORT_BREAK, Kind.CARE)
ADULT = 18
CHANGES = (
    "If the breaks stopped before then, no review would be due.",
    "A break of more than 17 days, or more than 75 days in 12 months, would bring the full rules.",
)
NOT_COUNTED = (
    "The breaks are not recorded one by one, so the limits of 17 and 75 days cannot be checked here."
)


@dataclass(frozen=True)
class Series:
    """Breaks with one carer or in one place. ``ended``: the first day it no longer goes on. ``breaks`` may be none
    where it is only agreed."""

    started: date
    ended: date | None
    breaks: tuple[Episode, ...]

    def goes_on(self, day: date) -> bool:
        return self.started <= day and (self.ended is None or day < self.ended)


def claims(life: Life, on: date, book: Book) -> Iterator[Claim]:
    """Reviews of the series that goes on, and of a break that passed a limit. Regulation 48."""
    if not _any(life):
        return
    for series in all_series(life, book):
        if series.goes_on(on) and care_on(life, on) is None:
            yield from of_series(series, life, on, book)
    stay = next((stay for stay in stays(life.breaks) if stay.covers(on)), None)
    if stay is not None:
        yield from of_stay(stay, life, on, book)


def of_series(series: Series, life: Life, on: date, book: Book) -> Iterator[Claim]:
    """What is due for one series. Regulation 48."""
    held = reviews(life.held, KINDS, on, since=series.started)
    if held.under_way is not None:
        under_way = said.to_complete(held.under_way, book)
        yield replace(under_way, alerts=warnings(life.breaks, on, book))
    else:
        yield Claim(
            "short_breaks",
            Kind.SHORT_BREAK,
            _due(series, held, on, book),
            would_change=(*CHANGES, *_uncounted(series, on)),
            alerts=warnings(life.breaks, on, book),
        )
    yield from early.claims(life, on, Kind.SHORT_BREAK, series.started, held)


def of_stay(stay: Stay, life: Life, on: date, book: Book) -> Iterator[Claim]:
    """A break that passed a limit counts as coming into care, with the full rules. Regulation 48, regulation 33."""
    passed = passed_on(stay, life.breaks, on, book)
    if passed is None:
        return
    held = reviews(life.held, KINDS, on, since=stay.started)
    if held.under_way is not None:
        return
    due = timescales.next_review(stay.started, held.completed, book=book)
    if isinstance(due, Due) and not held.completed:
        sentence = (
            "A short break past its limit counts as coming into care: a review is due within {limit} of {day}"
        )
        yield _full(said.due("review.first", stay.started, sentence, book))
    else:
        yield _full(due)


def _full(due: timescales.Due | timescales.NotRequired | timescales.NotKnown) -> Claim:
    return Claim(
        "short_break_passed",
        Kind.CARE,
        due,
        would_change=("If the break ended before then, no review of it would be due.",),
    )


def _due(series: Series, held: Reviews, on: date, book: Book) -> timescales.Due | timescales.NotKnown:
    if held.completed:
        sentence = "A review of short breaks is due within {limit} of the last on {day}"
        return said.due("short-breaks.later", held.completed[-1], sentence, book)
    first = next((one.started for one in series.breaks if one.started <= on), None)
    if first is None:
        sentence = "The first review is due within {limit} of the short breaks being agreed on {day}"
        return said.due("short-breaks.first", series.started, sentence, book)
    return said.due(
        "short-breaks.first",
        first,
        "The first review is due within {limit} of the first short break on {day}",
        book,
    )


def _uncounted(series: Series, on: date) -> tuple[str, ...]:
    begun = [one for one in series.breaks if one.started <= on]
    return () if begun and all(one.legal_status == "V3" for one in begun) else (NOT_COUNTED,)


def all_series(life: Life, book: Book) -> tuple[Series, ...]:
    """Every series of a child, oldest first."""
    runs: list[tuple[date, list[Episode]]] = []
    for day, episode in _beginnings(life):
        if _in_care(life, day):
            continue
        if not runs or not _goes_on(runs[-1], day, episode, life, book):
            runs.append((day, []))
        if episode is not None:
            runs[-1][1].append(episode)
    starts = [start for start, _ in runs]
    return tuple(
        Series(run[0], _end(run, following, life, book), tuple(run[1]))
        for run, following in zip_longest(runs, starts[1:])
    )


def _any(life: Life) -> bool:
    return bool(life.breaks) or any(m.kind is Marker.SHORT_BREAKS_AGREED for m in life.milestones)


def _beginnings(life: Life) -> list[tuple[date, Episode | None]]:
    agreed = [(m.on, None) for m in life.milestones if m.kind is Marker.SHORT_BREAKS_AGREED]
    breaks = [(episode.started, episode) for episode in life.breaks]
    return sorted([*agreed, *breaks], key=lambda one: one[0])


def _in_care(life: Life, day: date) -> bool:
    return any(p.started <= day and (p.ended is None or p.ended > day) for p in life.periods)


def _goes_on(
    run: tuple[date, list[Episode]], day: date, episode: Episode | None, life: Life, book: Book
) -> bool:
    ended = _end(run, None, life, book)
    if ended is not None and day >= ended:
        return False
    return episode is None or not run[1] or _same_place(run[1][-1], episode)


def _same_place(one: Episode, other: Episode) -> bool:
    """A blank may be anything; two that are known and differ are two carers."""
    pairs = ((one.place, other.place), (one.place_post, other.place_post))
    return all(a is None or b is None or a == b for a, b in pairs)


def _end(run: tuple[date, list[Episode]], next_start: date | None, life: Life, book: Book) -> date | None:
    start, breaks = run
    days = [p.started for p in life.periods if p.started > start]
    days += [m.on for m in life.milestones if m.kind is Marker.SHORT_BREAKS_ENDED and m.on > start]
    if next_start is not None:
        days.append(next_start)
    if life.born is not None:
        days.append(ages.birthday(life.born, ADULT))
    last = breaks[-1].ended if breaks else None
    if last is not None and book.holds("short-breaks.window", last):
        days.append(book.on("short-breaks.window", last).after(last) + timedelta(days=1))
    return min(days, default=None)
