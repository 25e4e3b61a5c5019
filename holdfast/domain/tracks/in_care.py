"""A child in care: which of the timetables count on a day, and together."""

from __future__ import annotations

from collections.abc import Iterator

from holdfast.domain.limits import Book
from holdfast.domain.tracks import adoption, early, local, long_term_fostering, ordinary, remand, said
from holdfast.domain.tracks.claim import Claim
from holdfast.domain.tracks.facts import Kind
from holdfast.domain.tracks.standing import Care


def claims(care: Care, book: Book) -> Iterator[Claim]:
    """Every claim on a review of a child in care.

    One under way is completed before another is due. Placing for adoption stops the ordinary timetable (guidance
    5.35); otherwise all count beside each other. An early review is due whatever else is.
    """
    if care.reviews.under_way is not None:
        yield said.to_complete(care.reviews.under_way, book)
    else:
        yield from _timetables(care, book)
    yield from early.claims(care.life, care.on, Kind.CARE, care.period.started, care.reviews)


def _timetables(care: Care, book: Book) -> Iterator[Claim]:
    placed = adoption.placed(care, book)
    if placed is not None:
        yield placed
        return
    yield remand.claim(care, book) or long_term_fostering.claim(care, book) or ordinary.claim(care, book)
    authorised = adoption.authorised(care, book)
    if authorised is not None:
        yield authorised
    yield from adoption.disrupted(care, book)
    yield from local.claims(care, book)
