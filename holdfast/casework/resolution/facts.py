"""What is recorded of a concern, as the law in ``domain.resolution`` reads it."""

from __future__ import annotations

from datetime import date

from django.db.models import Prefetch

from holdfast.casework.service.queries import book as book_in_force
from holdfast.domain.limits import Book
from holdfast.domain.resolution import ladders
from holdfast.domain.resolution.clock import Paused
from holdfast.domain.resolution.ladders import Ladder
from holdfast.domain.resolution.standing import Facts, StageFact, Standing, standing

from .models import Concern, Stage, Told

#: what is read with concerns, so that `standing_of` asks the database nothing
RECORDS_OF_A_CONCERN = (
    Prefetch("stages", Stage.objects.select_related("asked__user")),
    "pauses",
    "legal_advice",
    "referrals",
)


def ladder_of(concern: Concern) -> Ladder:
    """The ladder as it stood when the concern was raised."""
    return ladders.read(concern.ladder) if concern.ladder else ladders.in_force()


def facts_of(concern: Concern) -> Facts:
    """Everything recorded that says where a concern stands."""
    return Facts(
        ladder=ladder_of(concern),
        raised_on=concern.raised_on,
        stages=tuple(_stage(one) for one in sorted(concern.stages.all(), key=lambda one: one.number)),
        pauses=tuple(Paused(one.starts, one.ends, one.why) for one in concern.pauses.all()),
        asked_by=concern.asked_by,
        closed_on=concern.closed_on,
        untold=concern.closed_on is not None and concern.child_told == Told.NO,
        advice_asked=any(one.given_on is None for one in concern.legal_advice.all()),
        referred=any(one.outcome_on is None for one in concern.referrals.all()),
    )


def standing_of(concern: Concern, on: date, book: Book | None = None) -> Standing:
    """Where a concern stands on a day. ``book``: given by whoever asks of many concerns, so that it is read once."""
    return standing(facts_of(concern), on, book if book is not None else book_in_force())


def _stage(one: Stage) -> StageFact:
    return StageFact(
        number=one.number,
        name=one.name,
        role=one.role,
        days=one.days,
        opened_on=one.opened_on,
        asked=one.asked.name if one.asked else "",
        answered_on=one.answered_on,
        outcome=one.outcome,
        do_by=one.do_by,
        passed_over_on=one.passed_over_on,
        passed_over_why=one.passed_over_why,
        key=str(one.public_id),
    )
