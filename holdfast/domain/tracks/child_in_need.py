"""A child in need: the plan, and reviews where the council set a cycle. Only while the service reviews such plans.

No law sets a cycle. Source: councils' own procedures, entered as limits (``need.plan``, ``need.review``).
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from holdfast.domain.limits import Book
from holdfast.domain.tracks import said
from holdfast.domain.tracks.claim import Claim
from holdfast.domain.tracks.facts import Held, Kind, Life, Need
from holdfast.domain.tracks.standing import reviews

CHANGES = (
    "If the plan ended before then, none would be due.",
    "If the service no longer reviewed plans of children in need, none would be due here.",
)


def claims(life: Life, on: date, book: Book) -> Iterator[Claim]:
    """What is due for every plan that is open."""
    for need in life.needs:
        yield from of_plan(need, life, on, book)


def of_plan(need: Need, life: Life, on: date, book: Book) -> Iterator[Claim]:
    """The plan itself within its limit, then its reviews, each only where a limit is held."""
    if need.agreed_on > on or (need.ended is not None and need.ended <= on) or not book.reviews_need(on):
        return
    if need.made_on is None or need.made_on > on:
        if book.holds("need.plan", need.agreed_on):
            sentence = "The plan is to be made within {limit} of being agreed on {day}"
            due = said.due("need.plan", need.agreed_on, sentence, book)
            yield Claim("need_plan", Kind.NEED, due, would_change=CHANGES, plan=need.plan)
        return
    held = reviews(held_for(need, life), (Kind.NEED,), on, since=need.agreed_on)
    if held.under_way is not None:
        yield said.to_complete(held.under_way, book, need.plan)
        return
    last = max([need.made_on, *held.completed])
    if book.holds("need.review", last):
        what = "the last review" if held.completed else "the plan being made"
        sentence = (
            f"A review of the plan is due within {{limit}} of {what} on {{day}}, by this council's own limit"
        )
        due = said.due("need.review", last, sentence, book)
        yield Claim("child_in_need", Kind.NEED, due, would_change=CHANGES, plan=need.plan)


def held_for(need: Need, life: Life) -> tuple[Held, ...]:
    """The reviews of a plan; one that names no plan belongs to the plan open on its day."""
    last = need.ended or date.max
    return tuple(
        one
        for one in life.held
        if one.kind is Kind.NEED
        and (one.plan == need.plan or (one.plan is None and need.agreed_on <= one.first_on <= last))
    )
