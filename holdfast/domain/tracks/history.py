"""What became of everything that was due: each period of care, series, process and plan as one chain."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date

from holdfast.domain.care_history import PeriodOfCare
from holdfast.domain.limits import NATIONAL, Book
from holdfast.domain.tracks import break_days, in_care, plan_chains, short_breaks
from holdfast.domain.tracks.chain import Chain, walked
from holdfast.domain.tracks.claim import Claim, Obligation
from holdfast.domain.tracks.facts import Kind, Life
from holdfast.domain.tracks.standing import Care, reviews


def obligations(life: Life, on: date, book: Book = NATIONAL) -> tuple[Obligation, ...]:
    """Everything that was or is due up to a day, the earliest first, with what met it and whether in time.

    Both readings of a series; never late where care or the plan ended first (regulations 33 and 36). What began and
    ended on one day leaves nothing due.
    """
    life = _known(life, on)
    found = [each for chain in _chains(life, on, book) for each in walked(chain, on, book)]
    return tuple(sorted(found, key=lambda each: each.claim.last_day or date.max))


def _known(life: Life, on: date) -> Life:
    """As recorded, without meetings after the day, and without reviews never completed that a later one overtook."""
    begun = [one for one in life.held if one.first_on <= on]
    held = tuple(
        one if one.completed_on is None or one.completed_on <= on else replace(one, completed_on=None)
        for one in begun
    )
    last = {(one.kind, one.plan): one for one in sorted(held, key=lambda one: one.first_on)}
    standing = tuple(one for one in held if one.completed_on is not None or last[one.kind, one.plan] is one)
    return life if standing == life.held else replace(life, held=standing)


def _chains(life: Life, on: date, book: Book) -> Iterator[Chain]:
    for period in life.periods:
        if period.started <= on:
            yield _of_care(period, life, on, book)
    yield from _of_short_breaks(life, on, book)
    for process in life.protections:
        if process.opened_on <= on:
            yield from plan_chains.of_process(process, life, on, book)
    for need in life.needs:
        if need.agreed_on <= on:
            yield from plan_chains.of_need(need, life, on, book)


def _of_care(period: PeriodOfCare, life: Life, on: date, book: Book) -> Chain:
    def claims_on(life: Life, day: date) -> list[Claim]:
        care = Care(life, day, period)
        return list(in_care.claims(care, book)) if care.now.covers(day) else []

    held = reviews(life.held, (Kind.CARE,), on, period.started, period.ended).held
    days = frozenset(episode.started for episode in period.episodes) | _noted(life)
    return Chain(life, period.started, period.ended, held, days, claims_on)


def _of_short_breaks(life: Life, on: date, book: Book) -> Iterator[Chain]:
    for series in short_breaks.all_series(life, book):
        if series.started <= on:
            yield _of_series(series, life, on, book)
    for stay in break_days.stays(life.breaks):
        passed = break_days.passed_on(stay, life.breaks, on, book) if stay.started <= on else None
        if passed is not None:
            yield _of_stay(stay, passed, life, on, book)


def _of_series(series: short_breaks.Series, life: Life, on: date, book: Book) -> Chain:
    def claims_on(life: Life, day: date) -> list[Claim]:
        return list(short_breaks.of_series(series, life, day, book)) if series.goes_on(day) else []

    held = reviews(life.held, short_breaks.KINDS, on, series.started, series.ended).held
    first = {one.started for one in series.breaks[:1]}
    return Chain(life, series.started, series.ended, held, _noted(life) | first, claims_on)


def _of_stay(stay: break_days.Stay, passed: date, life: Life, on: date, book: Book) -> Chain:
    def claims_on(life: Life, day: date) -> list[Claim]:
        return list(short_breaks.of_stay(stay, life, day, book)) if stay.covers(day) else []

    held = reviews(life.held, short_breaks.KINDS, on, passed, stay.ended).held
    return Chain(life, passed, stay.ended, held, frozenset(), claims_on)


def _noted(life: Life) -> frozenset[date]:
    """Days outside the episodes on which what is due may change."""
    return frozenset([m.on for m in life.milestones] + [early.asked_on for early in life.early])
