"""By when a child's next review is to be held: the law's own limits, worked out quickly enough to draw many years.

The same days as ``domain.tracks`` gives, which a test holds; there with a sentence for each, here as bare dates.
"""

from __future__ import annotations

from datetime import date
from functools import cache

from holdfast.demo.life import Life
from holdfast.domain import limits
from holdfast.domain.timescales import first_review

ADOPTIVE = ("A3", "A4", "A5", "A6")


def latest(life: Life, done: list[date]) -> tuple[date, date]:
    """The last day in time for the review after those held, and the day it is counted from.

    Care Planning Regulations 2010, regulation 33; Adoption Agencies Regulations 2005, regulation 36.
    """
    placed = placed_on(life)
    since = [day for day in done if placed is not None and day >= placed]
    due = _before_placing(life, done)
    # what fell due before placing and was not held is still due; from then on the ordinary timetable stops
    return _placed(placed, since) if placed is not None and (since or due[0] >= placed) else due


def _before_placing(life: Life, done: list[date]) -> tuple[date, date]:
    due, authorised = _in_care(life, done), authorised_on(life)
    if authorised is None or due[0] < authorised or (done and done[-1] >= authorised):
        return due
    return min(due, (_after("adoption.authorised-first", authorised), authorised))


def placed_on(life: Life) -> date | None:
    """The day the child went to those who are to adopt them."""
    return next((stay.started for stay in life.stays if stay.place in ADOPTIVE), None)


def authorised_on(life: Life) -> date | None:
    """The day the council could place the child for adoption: that of the placement order."""
    return next((stay.started for stay in life.stays if stay.legal == "E1"), None)


def _placed(placed: date, since: list[date]) -> tuple[date, date]:
    if not since:
        return _after("adoption.placed-first", placed), placed
    return _after("adoption.placed-second" if len(since) == 1 else "adoption.placed-later", since[-1]), since[
        -1
    ]


def _in_care(life: Life, done: list[date]) -> tuple[date, date]:
    if not done:
        return _first(life.came), life.came
    return _after("review.second" if len(done) == 1 else "review.later", done[-1]), done[-1]


@cache
def _first(came: date) -> date:
    return first_review(came).last_day


@cache
def _after(rule: str, day: date) -> date:
    return limits.on(rule, day).after(day)
