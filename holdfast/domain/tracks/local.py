"""Tighter cycles that a council sets itself: each is off until a manager enters its limit, with a source."""

from __future__ import annotations

from collections.abc import Iterator

from holdfast.domain import ages
from holdfast.domain.limits import Book
from holdfast.domain.timescales import Due
from holdfast.domain.tracks import adoption, said
from holdfast.domain.tracks.claim import Claim
from holdfast.domain.tracks.facts import Kind
from holdfast.domain.tracks.standing import Care

UNDER_5 = "review.local-under-5"
FIRST = "review.local-placement-order-first"
LATER = "review.local-placement-order-later"
YOUNG = 5
CHANGES = ("This is the council's own cycle; the law allows longer.",)


def claims(care: Care, book: Book) -> Iterator[Claim]:
    """The council's own cycles for a child under 5, and for one under a placement order."""
    yield from _under_5(care, book)
    yield from _placement_order(care, book)


def _under_5(care: Care, book: Book) -> Iterator[Claim]:
    """Counts while the day it leads to lies before the fifth birthday."""
    born, done = care.life.born, care.reviews.completed
    if born is None or not done or not book.holds(UNDER_5, done[-1]):
        return
    due = said.due(
        UNDER_5,
        done[-1],
        "This council reviews a child under 5 within {limit} of the last review on {day}",
        book,
    )
    if isinstance(due, Due) and due.last_day < ages.birthday(born, YOUNG):
        yield Claim("local", Kind.CARE, due, would_change=CHANGES)


def _placement_order(care: Care, book: Book) -> Iterator[Claim]:
    since = adoption.order_since(care)
    if since is None:
        return
    done = care.reviews.completed_since(since)
    if not done and book.holds(FIRST, since):
        sentence = "This council reviews within {limit} of a placement order, here of {day}"
        yield Claim("local", Kind.CARE, said.due(FIRST, since, sentence, book), would_change=CHANGES)
    elif done and book.holds(LATER, done[-1]):
        sentence = "This council reviews under a placement order within {limit} of the last review on {day}"
        yield Claim("local", Kind.CARE, said.due(LATER, done[-1], sentence, book), would_change=CHANGES)
