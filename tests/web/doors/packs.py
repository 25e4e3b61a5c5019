"""Addresses of this journey: quarterly packs, for those they were sent to and those who write reports."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from holdfast.casework.access.roles import Role
from tests.builders import packs as build
from tests.web.doors import DATA, MANAGER, Door

RECEIVES = frozenset({Role.IRO, Role.IRO_MANAGER, Role.TEAM_MANAGER, Role.SENIOR_MANAGER})
READS = RECEIVES | {Role.ANALYST}


def prepare(world: Any) -> dict[str, Any]:
    """A pack that was sent to one of each role that receives packs, and the draft of another."""
    sent = build.draft()
    build.sent(sent, *(world.users[role] for role in Role if role in RECEIVES))
    return {"pack": sent, "pack_draft": build.draft(build.plan(theme="practice"))}


def _pack(things: Any) -> list:
    return [things.pack.public_id]


def _draft(things: Any) -> list:
    return [things.pack_draft.public_id]


def _plan(things: Any) -> list:
    return [things.pack.plan.public_id]


def _file(things: Any) -> list:
    return [*_pack(things), "docx"]


def _words(things: Any) -> list:
    return [*_draft(things), "pack-q3-theme-practice-summary"]


_OF_NO_CHILD = Door(READS, not_one_childs=True)

DOORS: dict[str, Door] = {
    "packs": Door(READS),
    "pack_stylesheet": Door(READS, page=False),
    "packs_manage": Door(DATA),
    "pack_plan_new": Door(DATA),
    "pack_plan": replace(_OF_NO_CHILD, opens=DATA, args=_plan),
    "pack_prepare": replace(_OF_NO_CHILD, opens=DATA, args=_plan, method="post", status=302),
    "pack": replace(_OF_NO_CHILD, args=_pack),
    "pack_answer": replace(_OF_NO_CHILD, opens=RECEIVES, args=_pack),
    "pack_download": replace(_OF_NO_CHILD, args=_file, page=False),
    "pack_send": replace(_OF_NO_CHILD, opens=MANAGER, args=_draft),
    "pack_readers": replace(_OF_NO_CHILD, opens=DATA, args=_pack),
    "pack_anew": replace(_OF_NO_CHILD, opens=DATA, args=_draft, method="post", status=302),
    "pack_words": replace(_OF_NO_CHILD, opens=DATA, args=_words),
    "pack_withdraw": replace(_OF_NO_CHILD, opens=MANAGER, args=_draft),
}
