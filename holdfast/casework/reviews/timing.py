"""A review against the clock: what made it due, whether it was late, and how long it may be adjourned."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date

from django.db.models import prefetch_related_objects

from holdfast.casework.people.models import Child
from holdfast.domain import working_days
from holdfast.domain.limits import Book, Limit
from holdfast.domain.timescales import Due
from holdfast.domain.tracks import outlook
from holdfast.domain.tracks.claim import Claim
from holdfast.domain.tracks.facts import Kind, Life
from holdfast.domain.wording import long_date, weekday_and_date

from .lives import RECORDS_OF_A_LIFE, life_of
from .models import Review, ReviewKind

#: how long a review may be adjourned (CPR 2010, regulation 36); which entry holds is in ``domain/limits.toml``
ADJOURNED = "review.series"


@dataclass(frozen=True)
class Lateness:
    """Why a review counts as late. ``days``: working days; ``sentence`` says by what and how much."""

    claim: Claim
    days: int
    sentence: str


@dataclass(frozen=True)
class Adjournment:
    """What is to be known before a review is adjourned. ``nth``: 1 for the first time; ``last_day``: by when the next
    meeting is to be held, where a limit is held; ``warning``: what speaks against a further adjournment."""

    nth: int
    limit: Limit | None
    last_day: date | None
    warning: str


@dataclass(frozen=True)
class Offer:
    """Something that may be booked for a child: a kind of review (of a plan), and what makes it due."""

    kind: ReviewKind
    plan: int | None
    claim: Claim | None

    @property
    def key(self) -> str:
        return f"{self.kind}:{self.plan or ''}"


def whole_life(child: Child) -> Life:
    """The child's life, with its records fetched where they are not yet."""
    prefetch_related_objects([child], *RECORDS_OF_A_LIFE)
    return life_of(child)


def offers(child: Child, on: date, book: Book) -> list[Offer]:
    """What may be booked: what is due, the earliest first; a review of a child in care always."""
    kinds = set(ReviewKind.values)
    found: dict[str, Offer] = {}
    for claim in outlook.outlook(whole_life(child), on, book).claims:
        if claim.kind in kinds:
            offer = Offer(ReviewKind(claim.kind), claim.plan, claim)
            found.setdefault(offer.key, offer)
    always = Offer(ReviewKind.CARE, None, None)
    found.setdefault(always.key, always)
    return list(found.values())


def claim_on(review: Review, life: Life, on: date, book: Book) -> Claim | None:
    """What makes this review due, as seen on a day as if it had not been held."""
    others = tuple(held for held in life.held if held.key is None or held.key != review.pk)
    seen = outlook.outlook(replace(life, held=others), on, book)
    return seen.binding(Kind(review.kind), review.protection_id or review.need_plan_id)


def claim_before(review: Review, on: date, book: Book) -> Claim | None:
    """What made this review due before it was held; of one that is only booked, what makes it due on the day."""
    return claim_on(review, whole_life(review.child), review.held_on or on, book)


def lateness_of(review: Review, completed_on: date, book: Book) -> Lateness | None:
    """Whether a review that was held is late: its first meeting after the due date, or its final one too long after
    the first. None when in time, or when nothing made it due. Source: CPR 2010, regulations 33 and 36."""
    held_on = review.held_on or completed_on
    claim = claim_before(review, held_on, book)
    if claim is None or claim.last_day is None:
        return None
    if held_on > claim.last_day:
        days = working_days.count_between(claim.last_day, held_on)
        return Lateness(claim, days, f"It was due by {weekday_and_date(claim.last_day)}.")
    if completed_on > held_on and book.holds(ADJOURNED, held_on):
        limit = book.on(ADJOURNED, held_on)
        last_day = limit.after(held_on)
        if completed_on > last_day:
            days = working_days.count_between(last_day, completed_on)
            by = weekday_and_date(last_day)
            sentence = f"It began in time, and was to be completed within {limit.wording} of that, by {by}."
            return Lateness(claim, days, sentence)
    return None


def adjournment_of(adjourned_before: int, held_on: date, book: Book) -> Adjournment:
    """How long a review whose last meeting was on a day may be adjourned, and whether it was before. Regulation 36.

    A second time is warned of, not refused: that it may be adjourned only once is not certain.
    """
    limit = book.on(ADJOURNED, held_on) if book.holds(ADJOURNED, held_on) else None
    warning = ""
    if adjourned_before:
        warning = (
            "This review was adjourned before. It is read to be allowed once only "
            "(regulation 36, certainty L: to be checked by the service). Weigh what the delay means for the child."
        )
    return Adjournment(adjourned_before + 1, limit, limit.after(held_on) if limit else None, warning)


def planned_against_due(planned_on: date, claim: Claim | None) -> str:
    """A sentence when the planned day is after it is due, before it may be held, or no working day; else blank."""
    if claim is not None and isinstance(claim.due, Due) and planned_on > claim.due.last_day:
        days = working_days.count_between(claim.last_day, planned_on)
        after = (
            f"{days} working day{'' if days == 1 else 's'}"
            if days
            else "after a weekend or holiday, but still"
        )
        return (
            f"{weekday_and_date(planned_on)} is {after} after it is due, "
            f"which is {weekday_and_date(claim.last_day)}. {claim.due.why}"
        )
    if claim is not None and claim.opens is not None and planned_on < claim.opens:
        return (
            f"{weekday_and_date(planned_on)} is too early: it may be held from {long_date(claim.opens)} on."
        )
    closed = working_days.why_not(planned_on)
    return f"{weekday_and_date(planned_on)} is no working day ({closed})." if closed else ""
