"""Addresses of this journey: a child added, what happens to them in care, child protection, child in need."""

from __future__ import annotations

from datetime import date
from typing import Any

from holdfast.casework.care.models import Milestone
from holdfast.casework.plans.models import CoreGroup, Protection
from tests.web.doors import ALLOCATES, CORRECTS, Door


def prepare(world: Any) -> dict[str, Any]:
    """Alice has a protection plan with one core group, and a milestone."""
    process = Protection.objects.create(
        child=world.alice, opened_on=date(2017, 1, 9), started=date(2017, 1, 25), category_first="NEG",
        category_latest="NEG",
    )  # fmt: skip
    group = CoreGroup.objects.create(protection=process, held_on=date(2017, 2, 6))
    milestone = Milestone.objects.create(
        child=world.alice, kind="long_term_match", happened_on=date(2017, 1, 16)
    )
    return {"process": process, "core_group": group, "milestone": milestone}


def _child(things: Any, *more: Any) -> list:
    return [things.world.alice.public_id, *more]


DOORS: dict[str, Door] = {
    "child_add": Door(ALLOCATES),
    "child_enter": Door(
        CORRECTS,
        args=lambda t: _child(t, "moved"),
        more=lambda t: [_child(t, event) for event in ("legal-status", "left", "milestone")],
    ),
    "child_plan": Door(
        CORRECTS,
        args=lambda t: _child(t, "core-group"),
        more=lambda t: [_child(t, event) for event in ("category", "end", "need")],
    ),
    "child_correct_plan": Door(CORRECTS, args=lambda t: _child(t, t.process.public_id)),
    "child_core_group_remove": Door(
        CORRECTS, status=302, method="post", args=lambda t: _child(t, t.core_group.pk)
    ),
    "child_milestone_remove": Door(
        CORRECTS, status=302, method="post", args=lambda t: _child(t, t.milestone.public_id)
    ),
    "child_episode_take_back": Door(
        CORRECTS,
        status=302,
        method="post",
        args=lambda t: _child(t, t.world.alice.episodes.get().public_id),
    ),
}
