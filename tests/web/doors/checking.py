"""Addresses of this journey: peer audits, how far officers agree, and the conference audit."""

from __future__ import annotations

from datetime import date
from typing import Any

from holdfast.casework.access.roles import Role
from holdfast.casework.people.models import Worker
from tests.builders import checking as build
from tests.builders import people
from tests.web.doors import HOLDS, MANAGER, Door

QUARTER = "2016/17 Q4"


def prepare(world: Any) -> dict[str, Any]:
    """Alice's review is drawn and waits for a second officer; her protection plan is older than 15 months."""
    if not hasattr(world.review, "monitor"):
        build.monitor(world.review)
    iro = Worker.objects.filter(user=world.users[Role.IRO]).get()
    rater = people.worker("Kim Lark", people.user(Role.IRO, name="Kim Lark"))
    audit = build.audit(world.review, _officer(world, iro), rater, month=date(2016, 5, 1))
    old = build.plan(world.alice, date(2015, 9, 7))
    return {"peer_audit": audit, "old_plan": old, "peer_sample": audit.sample}


def _officer(world: Any, iro: Worker) -> Worker:
    """Whoever reviews the child; of somebody else's child, somebody else."""
    if world.alice.allocations.filter(worker=iro, ends__isnull=True).exists() and world.alice.name.startswith(
        "Alice"
    ):
        return iro
    return people.worker("Robin Ash", people.user(Role.IRO, name="Robin Ash"))


DOORS: dict[str, Door] = {
    "peer_audits": Door(HOLDS),
    "peer_sample": Door(MANAGER, args=lambda t: [t.peer_sample.public_id], not_one_childs=True),
    "peer_audit": Door(HOLDS, args=lambda t: [t.peer_audit.public_id]),
    "peer_agreement": Door(HOLDS),
    "peer_agreement_download": Door(HOLDS, page=False),
    "conference_audit": Door(HOLDS),
    "conference_audit_download": Door(HOLDS, page=False),
    "conference_finding": Door(
        HOLDS,
        args=lambda t: [t.old_plan.public_id, "over_15_months"],
    ),
}
