"""Reviews: booked, prepared, held."""

from __future__ import annotations

from datetime import date
from typing import Any

from tests.builders import reviews
from tests.web.doors import ANSWERS, CORRECTS, HOLDS, Door

READS = CORRECTS | ANSWERS


def prepare(world: Any) -> dict[str, Any]:
    """A review that is booked, one under way and one cancelled; and something that may bring one forward."""
    alice = world.alice
    cancelled = reviews.booked(
        alice, date(2017, 5, 1), cancelled_on=date(2017, 3, 1), cancelled_why="Moved away"
    )
    other_kind = reviews.under_way(alice, date(2017, 3, 20), kind="short_break")
    return {
        "booked": reviews.booked(alice),
        "under_way": other_kind,
        "cancelled": cancelled,
        "trigger": reviews.trigger(alice),
    }


def _booked(things: Any) -> list:
    return [things.booked.public_id]


def _under_way(things: Any) -> list:
    return [things.under_way.public_id]


def _child(things: Any) -> list:
    return [things.world.alice.public_id]


DOORS: dict[str, Door] = {
    "reviews": Door(CORRECTS),
    "review": Door(READS, args=_booked, more=lambda t: [_under_way(t), [t.cancelled.public_id]]),
    "review_book": Door(CORRECTS, args=_child),
    "review_move": Door(CORRECTS, args=_booked),
    "review_cancel": Door(CORRECTS, args=_booked),
    "review_undo_cancel": Door(CORRECTS, status=302, method="post", args=lambda t: [t.cancelled.public_id]),
    "review_prepare": Door(READS, args=_booked),
    "review_people": Door(CORRECTS, args=_booked),
    "review_seen": Door(HOLDS, args=_booked),
    "review_hold": Door(HOLDS, args=_booked),
    "review_meeting_correct": Door(HOLDS, args=lambda t: [t.under_way.public_id, 1]),
    "review_adjourn": Door(HOLDS, args=_under_way),
    "review_complete": Door(HOLDS, args=_under_way),
    "review_participation": Door(HOLDS, args=_under_way),
    "review_triggers": Door(CORRECTS, args=_child),
    "review_trigger": Door(HOLDS, args=lambda t: [t.trigger.public_id]),
}
