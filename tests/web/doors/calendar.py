"""Addresses of this journey: the calendar feed."""

from __future__ import annotations

from typing import Any

from holdfast.casework.access.roles import Role
from holdfast.casework.notices.actions import make_feed
from tests.web.doors import ALL, HOLDS, Door


def prepare(world: Any) -> dict[str, Any]:
    """Alice's officer has made a feed."""
    return {"feed_secret": make_feed(by=world.users[Role.IRO])}


DOORS: dict[str, Door] = {
    "calendar": Door(HOLDS),
    "calendar_feed": Door(
        ALL, public=200, args=lambda things: [things.feed_secret], page=False, not_one_childs=True
    ),
}
