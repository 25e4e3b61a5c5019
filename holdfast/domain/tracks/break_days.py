"""The days of short breaks, counted: each break against 17, and 12 months together against 75. Regulation 48.

Source: Care Planning, Placement and Case Review (England) Regulations 2010, regulation 48; "in any period of 12
months", so the span moves with the day and does not begin in April.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta

from holdfast.domain.care_history import Episode
from holdfast.domain.limits import Book
from holdfast.domain.wording import long_date

COUNTED = "V3"
_DAY = timedelta(days=1)


@dataclass(frozen=True)
class Stay:
    """One break: episodes that follow on the same day are one, for the child did not go home between."""

    started: date
    ended: date | None

    def covers(self, day: date) -> bool:
        """Whether the child was there at the end of a day."""
        return self.started <= day and (self.ended is None or day < self.ended)

    def days(self, since: date, until: date) -> int:
        """Its days between two days, both included."""
        last = until if self.ended is None else min(until, max(self.ended - _DAY, self.started))
        return max(0, (last - max(since, self.started)).days + 1)


def stays(breaks: Iterable[Episode]) -> tuple[Stay, ...]:
    """The breaks that are recorded one by one, in order."""
    found: list[Stay] = []
    for episode in breaks:
        if episode.legal_status != COUNTED:
            continue
        if found and found[-1].ended == episode.started:
            found[-1] = Stay(found[-1].started, episode.ended)
        else:
            found.append(Stay(episode.started, episode.ended))
    return tuple(found)


def counted(breaks: Iterable[Episode], on: date, book: Book) -> int:
    """The days of short breaks in the 12 months that end with a day."""
    since = book.on("short-breaks.window", on).before(on) + _DAY
    return sum(stay.days(since, on) for stay in stays(breaks))


def passed_on(stay: Stay, breaks: Iterable[Episode], on: date, book: Book) -> date | None:
    """The day, up to ``on``, on which a break passed a limit; None while it is within both."""
    if not book.holds("short-breaks.window", stay.started):
        return None
    breaks = tuple(breaks)
    last = on if stay.ended is None else min(on, max(stay.ended - _DAY, stay.started))
    too_long = stay.started + timedelta(days=book.on("short-breaks.one", stay.started).value)
    days = [too_long] if too_long <= last else []
    most = book.on("short-breaks.all", stay.started).value
    # Within a break the count never falls: a day comes in for each that drops out.
    if counted(breaks, last, book) > most:
        day = last
        while day > stay.started and counted(breaks, day - _DAY, book) > most:
            day -= _DAY
        days.append(day)
    return min(days, default=None)


def warnings(breaks: Iterable[Episode], on: date, book: Book) -> tuple[str, ...]:
    """Sentences on each limit that was passed within the 12 months that end with a day. Regulation 48."""
    breaks = tuple(breaks)
    if not book.holds("short-breaks.window", on):
        return ()
    since = book.on("short-breaks.window", on).before(on) + _DAY
    most = book.on("short-breaks.all", on).value
    said = []
    for stay in stays(breaks):
        limit = book.on("short-breaks.one", on).value
        length = stay.days(date.min, on)
        if length > limit and stay.days(since, on):
            said.append(
                f"The short break that began on {long_date(stay.started)} lasted {length} days; the limit is {limit}. "
                "The rules for short breaks do not cover it: the full rules apply."
            )
    total = counted(breaks, on, book)
    if total > most:
        said.append(
            f"Short breaks come to {total} days in the 12 months up to {long_date(on)}; the limit is {most}. "
            "The rules for short breaks no longer cover them: the full rules apply."
        )
    return tuple(said)
