"""Days, ages, periods of care and placements, counted the slow way: lists of rows, one step at a time.

Nothing here knows how the product counts. It follows the written definitions of the figures sentence by
sentence, so that two counts made apart can be held against each other. Rows are dicts with the columns of the
statistical tables; None and an empty text are both blank.
"""

from __future__ import annotations

from calendar import monthrange
from datetime import date, timedelta
from typing import Any

Row = dict[str, Any]

SHORT_BREAKS = ("V3", "V4")
TEMPORARY = ("T0", "T1", "T2", "T3", "T4")


def blank(value: object) -> bool:
    return value is None or value == ""


def text(value: object) -> str:
    """The code as it stands, and an empty text for a blank one."""
    return "" if blank(value) else str(value)


def add_months(day: date, months: int) -> date:
    """By corresponding date, clipped to the last day of a shorter month; months may be negative."""
    number = day.year * 12 + (day.month - 1) + months
    year, month = number // 12, number % 12 + 1
    return date(year, month, min(day.day, monthrange(year, month)[1]))


def age_on(born: date | None, day: date) -> int | None:
    """Completed years. Born 29 February: a year older on 1 March in other years. None before birth."""
    if born is None or born > day:
        return None
    had_birthday = (day.month, day.day) >= (born.month, born.day)
    return day.year - born.year - (0 if had_birthday else 1)


def every_day(first: date, last: date) -> list[date]:
    return [first + timedelta(days=number) for number in range((last - first).days + 1)]


def is_short_break(episode: Row) -> bool:
    return text(episode["legal_status"]) in SHORT_BREAKS


def is_temporary(episode: Row) -> bool:
    return text(episode["place"]) in TEMPORARY


def episodes_by_child(rows: list[Row]) -> dict[str, list[Row]]:
    """The episodes of each child in order, short breaks set aside. A row without a start is no episode."""
    by_child: dict[str, list[Row]] = {}
    for row in rows:
        if not is_short_break(row) and not blank(row["started"]):
            by_child.setdefault(row["child"], []).append(row)
    for episodes in by_child.values():
        episodes.sort(key=lambda episode: (episode["started"], episode["line"]))
    return by_child


def open_on(episode: Row, day: date) -> bool:
    """At the end of the day: begun by then, and not ended on it or before."""
    return episode["started"] <= day and (blank(episode["ended"]) or episode["ended"] > day)


def current_episode(episodes: list[Row], day: date) -> Row | None:
    """The episode that has the child in care on the day: of two, the later start, then the later line."""
    there = [episode for episode in episodes if open_on(episode, day)]
    return max(there, key=lambda episode: (episode["started"], episode["line"])) if there else None


def continues(before: Row, episode: Row) -> bool:
    """Whether the episode belongs to the same period of care as the one before it."""
    return (
        text(episode["reason_started"]) != "S"
        and text(before["reason_ended"]) == "X1"
        and before["ended"] == episode["started"]
    )


def periods_of_care(episodes: list[Row]) -> list[list[Row]]:
    periods: list[list[Row]] = []
    for episode in episodes:
        if periods and continues(periods[-1][-1], episode):
            periods[-1].append(episode)
        else:
            periods.append([episode])
    return periods


def begins_new_placement(period: list[Row], position: int) -> bool:
    """S, P and B begin a placement; an episode in T0 to T4 does not, nor does the return from one."""
    episode = period[position]
    if text(episode["reason_started"]) not in ("S", "P", "B") or is_temporary(episode):
        return False
    if position > 0 and is_temporary(period[position - 1]):
        before_the_t = [earlier for earlier in period[:position] if not is_temporary(earlier)]
        if not before_the_t:
            return False
        home = before_the_t[-1]
        return (text(episode["place"]), text(episode["place_post"])) != (
            text(home["place"]),
            text(home["place_post"]),
        )
    return True


def placements(period: list[Row]) -> list[list[Row]]:
    """The period's episodes, placement by placement.

    The first placement of a period need not begin with a new placement: its start is then not known, only
    that it is on or before the first day of the period as known.
    """
    found: list[list[Row]] = [[]]
    for position, episode in enumerate(period):
        if begins_new_placement(period, position) and found[-1]:
            found.append([])
        found[-1].append(episode)
    return found


def period_holding(episodes: list[Row], wanted: Row) -> list[Row]:
    for period in periods_of_care(episodes):
        if any(episode is wanted for episode in period):
            return period
    raise LookupError("an episode always lies in a period of care")
