"""What happened on a concern, in order, with days and names."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any

from holdfast.casework.resolution.models import (
    CafcassReferral,
    Concern,
    Effect,
    LegalAdvice,
    Outcome,
    Pause,
    RaisedFrom,
    Stage,
)
from holdfast.domain.wording import long_date


@dataclass(frozen=True)
class Happened:
    """One line: the day, what, and the words that were written. ``order`` settles what happened on one day."""

    on: date
    order: int
    what: str
    text: str = ""
    note: str = ""


def history(
    concern: Concern, legal: Iterable[LegalAdvice], changes: Iterable[Happened] = ()
) -> list[Happened]:
    """The earliest first. ``legal``: the advice its reader may read; ``changes``: what is known from the diary."""
    told = [
        Happened(concern.raised_on, 0, f"Raised{_by(concern.raised_by)}", note=_from(concern)),
        *(line for stage in concern.stages.all() for line in _stage(stage)),
        *(line for pause in concern.pauses.all() for line in _pause(pause)),
        *(line for advice in legal for line in _advice(advice)),
        *(line for referral in concern.referrals.all() for line in _referral(referral)),
        *_closing(concern),
        *changes,
    ]
    return sorted(told, key=lambda line: (line.on, line.order))


def _from(concern: Concern) -> str:
    return (
        ""
        if concern.raised_from == RaisedFrom.ANY_TIME
        else f"From: {concern.get_raised_from_display().lower()}"
    )


def _stage(stage: Stage) -> Iterator[Happened]:
    order = 10 + 10 * stage.number
    if stage.passed_over_on:
        yield Happened(stage.passed_over_on, order, f"{stage.name} passed over", stage.passed_over_why)
        return
    asked = f" to {stage.asked}" if stage.asked else ""
    yield Happened(
        stage.opened_on, order, f"{stage.name}: put{asked}" if asked else f"{stage.name} opened", stage.said
    )
    if stage.answered_on:
        by_when = f"To be done by {long_date(stage.do_by)}" if stage.do_by else ""
        said = Outcome(stage.outcome).label
        what = f"{stage.name}: answered{_by(stage.answered_by)}. {said}"
        yield Happened(stage.answered_on, order + 1, what, stage.answer, by_when)


def _pause(pause: Pause) -> Iterator[Happened]:
    yield Happened(pause.starts, 200, "The clock was paused", pause.why)
    if pause.ends:
        yield Happened(pause.ends, 201, "Last day of the pause; the clock runs again after it")


def _advice(advice: LegalAdvice) -> Iterator[Happened]:
    how = "independent" if advice.independent else "not independent of the council’s lawyers"
    yield Happened(advice.asked_on, 300, f"Legal advice asked of {advice.asked_of} ({how})", advice.question)
    if advice.given_on:
        cost = f"Cost: £{advice.cost:,.2f}" if advice.cost is not None else ""
        yield Happened(advice.given_on, 301, f"Legal advice given by {advice.asked_of}", advice.advice, cost)


def _referral(referral: CafcassReferral) -> Iterator[Happened]:
    yield Happened(referral.referred_on, 400, "Referred to Cafcass", referral.why)
    if referral.outcome_on:
        yield Happened(referral.outcome_on, 401, "What Cafcass did", referral.outcome)


def _closing(concern: Concern) -> Iterator[Happened]:
    if concern.closed_on is None:
        return
    effect = Effect(concern.effect).label
    what = f"Closed{_by(concern.closed_by)}. {effect}"
    day = f"It changed on {long_date(concern.changed_on)}" if concern.changed_on else ""
    evidence = f"How we know: {concern.evidence}" if concern.evidence else ""
    yield Happened(
        concern.closed_on, 900, what, concern.what_changed, ". ".join(x for x in (day, evidence) if x)
    )


def _by(user: Any) -> str:
    return f" by {user.name}" if user else ""
