"""Tiers that no other record shows: care leavers, and families who had early help before or after a plan of need."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, timedelta
from random import Random

from holdfast.casework.people.models import Child
from holdfast.casework.tiers.models import OtherTier, StepReason, TierSpan
from holdfast.demo.authority import Authority
from holdfast.demo.loading.words import words
from holdfast.demo.quarters import TODAY, YEAR_STARTS

#: a young person who leaves care at this age or later is a care leaver
_LEAVER_AGE = 16
_HELP_BEFORE, _HELP_AFTER, _SAID_WHY = 0.25, 0.35, 0.5
_HELP_DAYS = (60, 240)


def fill(chance: Random, authority: Authority, children: Mapping[str, Child]) -> None:
    """Spans of early help and of being a care leaver, and why some children stepped down."""
    spans = [
        _span(children[life.number], OtherTier.CARE_LEAVER, life.left)
        for life in authority.children
        if life.left is not None and life.age_on(life.left) >= _LEAVER_AGE
    ]
    reasons = {}
    for need in authority.needs:
        child = children[need.child.number]
        days = chance.randint(*_HELP_DAYS)
        if chance.random() < _HELP_BEFORE:
            spans.append(_span(child, OtherTier.EARLY_HELP, need.agreed - timedelta(days=days), need.agreed))
        elif need.ended is not None and chance.random() < _HELP_AFTER:
            spans.append(_span(child, OtherTier.EARLY_HELP, need.ended))
        if need.ended is not None and need.ended >= YEAR_STARTS and chance.random() < _SAID_WHY:
            why = chance.choice(words()["step_down"])
            reasons[child.pk, need.ended] = StepReason(child=child, on=need.ended, reason=why)
    TierSpan.objects.bulk_create(spans)
    StepReason.objects.bulk_create(reasons.values())


def _span(child: Child, tier: OtherTier, started: date, ended: date | None = None) -> TierSpan:
    """``ended``: the first day no longer, as plans have it; a span is entered with its last day."""
    last = None if ended is None or ended > TODAY else ended - timedelta(days=1)
    return TierSpan(child=child, tier=tier, started=started, ended=last)
