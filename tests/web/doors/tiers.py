"""Addresses of this journey: a child's tiers, and steps between tiers over the whole service."""

from __future__ import annotations

from datetime import date
from typing import Any

from holdfast.casework.plans.models import NeedPlan
from holdfast.casework.tiers.models import StepReason, TierSpan
from tests.web.doors import CHILDREN, FIGURES, ROWS, Door


def prepare(world: Any) -> dict[str, Any]:
    """Alice had early help and a plan as a child in need before she came into care, and somebody said why."""
    TierSpan.objects.create(
        child=world.alice, tier="early_help", started=date(2015, 9, 7), ended=date(2016, 1, 10)
    )
    NeedPlan.objects.create(child=world.alice, agreed_on=date(2016, 1, 11), ended=date(2016, 4, 18))
    why = StepReason.objects.create(
        child=world.alice, on=date(2016, 4, 18), reason="The aims were met", review=world.review
    )
    return {"step_reason": why}


DOORS: dict[str, Door] = {
    "child_tiers": Door(CHILDREN, args=lambda t: [t.world.alice.public_id]),
    "steps": Door(FIGURES),
    "steps_download": Door(FIGURES, page=False),
    "steps_rows": Door(ROWS),
    "steps_rows_download": Door(ROWS, page=False),
}
