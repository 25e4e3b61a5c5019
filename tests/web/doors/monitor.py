"""Addresses of this journey: monitors."""

from __future__ import annotations

from datetime import date
from typing import Any

from holdfast.casework.monitors import actions
from holdfast.casework.preparing.models import SeenBefore
from tests.builders import reviews
from tests.builders.monitors import finished
from tests.web.doors import HOLDS, Door


def prepare(world: Any) -> dict[str, Any]:
    """A review without a monitor, one half done, one finished; and a review that is only booked."""
    half = reviews.review(world.alice, date(2016, 11, 24))
    begun = actions.start(review=half, on=date(2016, 11, 25), by=None)
    actions.keep(monitor=begun, answers={"legal_status_right": "no"}, step=0, by=None)
    done = reviews.review(world.alice, date(2016, 8, 20))
    SeenBefore.objects.create(review=done, answer="seen", seen_on=done.held_on, how="placement", alone="yes")
    return {
        "monitor_half": half,
        "monitor_finished": finished(done).review,
        "monitor_too_early": reviews.booked(world.alice, date(2017, 6, 1)),
    }


DOORS: dict[str, Door] = {
    "monitors": Door(HOLDS),
    "monitors_download": Door(HOLDS, page=False),
    "monitor": Door(
        HOLDS,
        args=lambda t: [t.monitor_half.public_id],
        more=lambda t: [[one.public_id] for one in (t.world.review, t.monitor_finished, t.monitor_too_early)],
    ),
    "monitor_print": Door(HOLDS, args=lambda t: [t.monitor_finished.public_id]),
    "monitor_reopen": Door(HOLDS, args=lambda t: [t.monitor_finished.public_id]),
}
