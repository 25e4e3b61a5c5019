"""One chain of things due, walked from its first day: what was due, what met it, and what became of it.

What is due is asked again on every day on which something happened. The day in force moves only while it has not
passed; once passed, it stands until a meeting is held, or nothing is asked any more.
"""

from __future__ import annotations

from collections.abc import Callable, Generator, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date

from holdfast.domain.limits import Book
from holdfast.domain.tracks.claim import Claim, Kept, Obligation
from holdfast.domain.tracks.facts import Held, Life


@dataclass(frozen=True)
class Chain:
    """``claims_on``: what is due on a day of a life, in this chain. ``held``: what may meet it, in order of first day.

    ``days``: days on which what is due may change. ``ended``: the day care or the plan ended. ``at_first``: as
    ``claims_on``, for the first day before what it leads to happened on it; given where that is no meeting.
    """

    life: Life
    started: date
    ended: date | None
    held: tuple[Held, ...]
    days: frozenset[date]
    claims_on: Callable[[Life, date], Sequence[Claim]]
    at_first: Callable[[Life, date], Sequence[Claim]] | None = None

    def due_on(self, day: date) -> Sequence[Claim]:
        """What is due at the end of a day."""
        return self.claims_on(self.life, day)

    def due_at_first(self) -> Sequence[Claim]:
        """What is due on the first day, before any meeting on it."""
        if not self.held or self.held[0].first_on > self.started:
            return self.due_on(self.started)
        earlier = tuple(one for one in self.life.held if one.first_on < self.started)
        return (self.at_first or self.claims_on)(replace(self.life, held=earlier), self.started)


def links(held: Iterable[Held]) -> tuple[Held, ...]:
    """Reviews as links of a chain: one never completed is overtaken by a later one; one begun before the last was
    completed, or on the same day, belongs to it."""
    found: list[Held] = []
    for one in held:
        if found and found[-1].completed_on is None:
            found.pop()
        last = found[-1].completed_on if found else None
        if last is not None and one.first_on <= last:
            final = None if one.completed_on is None else max(last, one.completed_on)
            found[-1] = replace(found[-1], completed_on=final)
        else:
            found.append(one)
    return tuple(found)


def walked(chain: Chain, on: date, book: Book) -> Iterator[Obligation]:
    """Everything that was or is due in a chain up to a day, in order."""
    due, since = chain.due_at_first(), chain.started
    changes = {*chain.days, chain.ended, on}
    days = sorted(day for day in changes if day is not None and chain.started < day <= on)
    for held in links(chain.held):
        due = yield from _up_to(held.first_on, since, days, due, chain)
        met = _first(claim for claim in due if claim.opens is None or claim.opens <= held.first_on)
        if met is not None:
            yield _met(met, held, chain.ended, on, book)
        if held.completed_on is None:
            return
        since = held.completed_on
        due = chain.due_on(since)
    due = yield from _up_to(date.max, since, days, due, chain)
    waiting = _first(due)
    if waiting is not None:
        kept = Kept.OPEN if on <= _day(waiting) else Kept.OVERDUE
        yield Obligation(waiting, None, kept, kept)


def _up_to(
    until: date, since: date, days: Sequence[date], due: Sequence[Claim], chain: Chain
) -> Generator[Obligation, None, Sequence[Claim]]:
    """Yields what came to nothing before a day; returns what is due when it dawns."""
    for day in days:
        if day <= since:
            continue
        if day >= until:
            break
        first, now = _first(due), chain.due_on(day)
        if first is None:
            due = now
        elif day > _day(first):
            if not now:
                yield Obligation(first, None, Kept.OVERDUE, Kept.OVERDUE)
                due = now
        else:
            if _first(now) is None:
                yield Obligation(first, None, Kept.NOT_REQUIRED, Kept.NOT_REQUIRED)
            due = now
    return due


def _met(claim: Claim, held: Held, ended: date | None, on: date, book: Book) -> Obligation:
    """Both readings of one that was held: by its first meeting and the length of the series, and by its final one."""
    due, final = _day(claim), held.completed_on
    if final == held.first_on:
        kept = Kept.IN_TIME if final <= due else Kept.LATE
        return Obligation(claim, held, kept, kept)
    series = due
    if book.holds("review.series", held.first_on):
        series = book.on("review.series", held.first_on).after(held.first_on)
    by_first = series if held.first_on <= due else None
    return Obligation(claim, held, _kept(by_first, final, ended, on), _kept(due, final, ended, on))


def _kept(last_day: date | None, final: date | None, ended: date | None, on: date) -> Kept:
    """``last_day``: for the final meeting; None where it can no longer be in time."""
    if final is not None:
        return Kept.IN_TIME if last_day is not None and final <= last_day else Kept.LATE
    if last_day is not None and ended is not None and ended <= min(last_day, on):
        return Kept.NOT_REQUIRED
    return Kept.UNDER_WAY if last_day is not None and on <= last_day else Kept.OVERDUE


def _first(claims: Iterable[Claim]) -> Claim | None:
    return min((claim for claim in claims if claim.last_day is not None), key=_day, default=None)


def _day(claim: Claim) -> date:
    return claim.last_day or date.max
