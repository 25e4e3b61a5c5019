"""The chains of a child protection process and of a plan of a child in need, for ``history``."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from datetime import date, timedelta

from holdfast.domain.limits import Book
from holdfast.domain.tracks import child_in_need, child_protection
from holdfast.domain.tracks.chain import Chain
from holdfast.domain.tracks.claim import Claim
from holdfast.domain.tracks.facts import Held, Kind, Life, Need, Protection
from holdfast.domain.tracks.standing import reviews

_DAY = timedelta(days=1)
ClaimsOn = Callable[[Life, date], list[Claim]]


def of_process(process: Protection, life: Life, on: date, book: Book) -> Iterator[Chain]:
    """The opening conference; then review conferences, core groups and the one after the birth, of the plan."""

    held = child_protection.held_for(process, life)
    days = _changes_of(book.protection) | {day for day in (process.started,) if day is not None}
    over = process.ended or process.closed_on
    opening = _opening(process, held, on)
    undecided = _conferences(replace(process, started=None), book, _opens)
    yield Chain(
        life, process.opened_on, over, opening, days, _conferences(process, book, _opens), at_first=undecided
    )
    if process.started is None or process.started > on:
        return
    conferences = reviews(held, (Kind.CONFERENCE_REVIEW,), on, process.started, over).held
    yield Chain(life, process.started, over, conferences, days, _conferences(process, book, _is_review))
    groups = reviews(held, (Kind.CORE_GROUP,), on, process.started, over).held
    yield Chain(life, process.started, over, groups, days, _conferences(process, book, _is_core_group))
    if process.unborn and life.born is not None and process.started <= life.born <= on:
        either = reviews(held, (Kind.CONFERENCE_REVIEW, Kind.CORE_GROUP), on, life.born, over).held[:1]
        yield Chain(life, life.born, over, either, days, _conferences(process, book, _is_after_birth))


def of_need(need: Need, life: Life, on: date, book: Book) -> Iterator[Chain]:
    """The making of the plan, met by the day it was made; then its reviews."""

    days = _changes_of(book.need)
    made = need.made_on if need.made_on is not None and need.made_on <= on else None
    plan = () if made is None else (Held(Kind.NEED, made, made, with_meeting=False, plan=need.plan),)
    unmade = _of_need(replace(need, made_on=None), book, ("need_plan",))
    yield Chain(
        life, need.agreed_on, need.ended, plan, days, _of_need(need, book, ("need_plan",)), at_first=unmade
    )
    if made is not None:
        held = reviews(child_in_need.held_for(need, life), (Kind.NEED,), on, made, need.ended).held
        yield Chain(life, made, need.ended, held, days, _of_need(need, book, ("child_in_need", "series")))


def _conferences(process: Protection, book: Book, wanted: Callable[[Claim], bool]) -> ClaimsOn:
    return lambda life, day: [
        each for each in child_protection.of_process(process, life, day, book) if wanted(each)
    ]


def _of_need(need: Need, book: Book, tracks: tuple[str, ...]) -> ClaimsOn:
    return lambda life, day: [
        each for each in child_in_need.of_plan(need, life, day, book) if each.track in tracks
    ]


def _opens(claim: Claim) -> bool:
    return claim.kind in child_protection.OPENING


def _is_core_group(claim: Claim) -> bool:
    return claim.kind is Kind.CORE_GROUP


def _is_after_birth(claim: Claim) -> bool:
    return claim.track == child_protection.PRE_BIRTH


def _is_review(claim: Claim) -> bool:
    return claim.kind is Kind.CONFERENCE_REVIEW and claim.track != child_protection.PRE_BIRTH


def _opening(process: Protection, held: tuple[Held, ...], on: date) -> tuple[Held, ...]:
    """The conferences that open it. A plan starts at one (census guide), so its first day stands in for one missing."""
    found = reviews(held, child_protection.OPENING, on, process.opened_on).held
    started = process.started
    if started is None or started > on or any(one.first_on <= started for one in found):
        return found
    kind = Kind.CONFERENCE_TRANSFER if process.transfer_in else Kind.CONFERENCE_INITIAL
    return (Held(kind, started, started, plan=process.plan), *found)


def _changes_of(spans: Iterable[tuple[date, date | None]]) -> frozenset[date]:
    """The first days of the spans, and the first days after them."""
    spans = tuple(spans)
    return frozenset({first for first, _ in spans} | {last + _DAY for _, last in spans if last is not None})
