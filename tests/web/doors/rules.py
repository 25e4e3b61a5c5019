"""Addresses of this journey: rules."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Any

from holdfast.casework.people.actions import hold_post, note_interest
from holdfast.casework.people.models import Ground, Worker
from holdfast.casework.resolution.settling import add_category, end_category
from holdfast.casework.resolution.settling_ladder import name_answerer, set_ladder
from holdfast.casework.service.actions import set_limit, set_remit
from holdfast.domain.resolution import ladders
from tests.web.conftest import TODAY
from tests.web.doors import CHILDREN, MANAGER, Door

DAY = date(2017, 1, 1)


def prepare(world: Any) -> dict[str, Any]:
    """A worker with a post and an interest, an own limit, a span of the remit, a category, a ladder, who answers."""
    worker = Worker.objects.get(name="Sam Fielding")
    return {
        "worker": worker,
        "post": hold_post(worker=worker, fte=Decimal("0.8"), starts=DAY, by=None),
        "interest": note_interest(worker=worker, child=world.benedict, ground=Ground.ADVISER, starts=DAY, by=None),
        "own_limit": set_limit(
            rule_id="review.record", value=10, unit="working days", from_date=DAY, source="Ours",
            certainty="H", reason="Sooner", by=None,
        ),
        "remit": set_remit(kind="need", from_date=DAY, reason="Asked for", by=None),
        "own_category": add_category(
            label="Court reports", head="practice", from_date=DAY, reason="Asked for", by=None
        ),
        "ended_category": end_category(code="pep", to_date=DAY, by=None),
        "own_ladder": set_ladder(
            content=ladders.as_content(ladders.shipped()[1]), from_date=TODAY, reason="Clearer", on=TODAY, by=None
        ),
        "answerer": name_answerer(role="Team manager", worker=worker, starts=DAY, by=None),
    }  # fmt: skip


def _worker(things: Any) -> list:
    return [things.worker.public_id]


def _category(things: Any) -> list:
    return [things.own_category.code]


DOORS: dict[str, Door] = {
    "rules": Door(CHILDREN),
    "rules_limit": Door(CHILDREN, args=lambda t: ["review.record"], not_one_childs=True),
    "rules_limit_set": Door(MANAGER, args=lambda t: ["review.record"]),
    "rules_limit_end": Door(MANAGER, args=lambda t: [t.own_limit.pk]),
    "rules_limit_take_back": Door(MANAGER, status=302, method="post", args=lambda t: [t.own_limit.pk]),
    "rules_publishing": Door(MANAGER),
    "rules_remit": Door(MANAGER),
    "rules_remit_end": Door(MANAGER, args=lambda t: [t.remit.pk]),
    "rules_people": Door(MANAGER),
    "rules_person": Door(MANAGER, args=_worker),
    "rules_person_correct": Door(MANAGER, args=_worker),
    "rules_post": Door(MANAGER, args=_worker),
    "rules_post_end": Door(MANAGER, args=lambda t: [t.post.pk]),
    "rules_interest": Door(MANAGER, args=_worker),
    "rules_interest_end": Door(MANAGER, args=lambda t: [t.interest.pk]),
    "rules_categories": Door(MANAGER),
    "rules_category_add": Door(MANAGER),
    "rules_category": Door(MANAGER, args=_category, more=lambda t: [["pep"]]),
    "rules_category_rename": Door(MANAGER, args=_category),
    "rules_category_end": Door(MANAGER, args=_category),
    "rules_category_goes_on": Door(MANAGER, status=302, method="post", args=lambda t: ["pep"]),
    "rules_category_take_back": Door(MANAGER, status=302, method="post", args=lambda t: [t.own_category.pk]),
    "rules_ladder": Door(MANAGER),
    "rules_ladder_set": Door(MANAGER, data={"like": "barnet"}),
    "rules_ladder_take_back": Door(
        MANAGER, status=302, method="post", args=lambda t: [t.own_ladder.public_id]
    ),
    "rules_answerers": Door(MANAGER),
    "rules_answerer_add": Door(MANAGER),
    "rules_answerer_end": Door(MANAGER, args=lambda t: [t.answerer.pk]),
    "rules_answerer_take_back": Door(MANAGER, status=302, method="post", args=lambda t: [t.answerer.pk]),
}
