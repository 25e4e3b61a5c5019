"""After a review: decisions, the record, who receives it; and drafts of what is typed."""

from __future__ import annotations

from datetime import date
from typing import Any

from holdfast.casework.access.roles import Role
from holdfast.casework.people.models import Contact, Relation, Version
from holdfast.casework.records import actions
from tests.web.doors import CHILDREN, HOLDS, Door

#: to whom records are sent, and those who write and send them
READS = CHILDREN - {Role.ANALYST}
SENDS = HOLDS | {Role.BUSINESS_SUPPORT}
ANSWERS = SENDS | {Role.TEAM_MANAGER}
#: who may keep a draft: also those who answer concerns and see no child
WRITES = CHILDREN | {Role.SENIOR_MANAGER}
_RELEASED = date(2016, 6, 2)


def prepare(world: Any) -> dict[str, Any]:
    """A review with two decisions, released and objected to, a signed record with its recipients, and one to write."""
    officer, manager = world.users[Role.IRO], world.users[Role.IRO_MANAGER]
    Contact.objects.create(
        child=world.alice, name="Dana Arden", relation=Relation.MOTHER, version=Version.DECISIONS
    )
    decision = actions.add_decision(
        review=world.review, what="A dentist for Alice", outcome="No more toothache", who="Jo Reed",
        by_when=date(2016, 6, 30), by=officer,
    )  # fmt: skip
    release = actions.release_decisions(review=world.review, on=_RELEASED, by=manager)
    objection = actions.answer_decisions(
        release=release, answer="objects", text="There is one already.", decision=decision,
        on=date(2016, 6, 6), by=world.users[Role.TEAM_MANAGER],
    )  # fmt: skip
    later = actions.add_decision(
        review=world.review, what="A new bicycle", outcome="Gets to school alone", who="Jo Reed",
        no_date_why="waits for the driving of the carer", by=officer,
    )  # fmt: skip
    actions.release_decisions(review=world.review, on=_RELEASED, by=manager)
    record = actions.start_record(review=world.review, by=officer)
    for key in ("child_views", "plan", "officer_view"):
        actions.save_section(record=record, key=key, text="Words.", version=0, by=officer)
    actions.sign_record(record=record, on=date(2016, 6, 10), by=officer)
    return {
        "decision": decision, "later_decision": later, "objection": objection, "recipient": record.recipients.first(),
    }  # fmt: skip


def _review(things: Any) -> list:
    return [things.world.review.public_id]


DOORS: dict[str, Door] = {
    "records_to_send": Door(SENDS),
    "records_unsend": Door(SENDS, status=302, method="post"),
    "decisions": Door(READS, args=_review),
    "decisions_settle": Door(HOLDS, status=302, method="post", args=_review),
    "decisions_release": Door(HOLDS, args=_review),
    "decisions_answer": Door(ANSWERS, args=_review),
    "decision_change": Door(HOLDS, args=lambda t: [*_review(t), t.later_decision.public_id]),
    "decision_withdraw": Door(
        HOLDS, status=302, method="post", args=lambda t: [*_review(t), t.decision.public_id]
    ),
    "objection_reply": Door(HOLDS, args=lambda t: [*_review(t), t.objection.public_id]),
    "care_plan": Door(READS, args=_review),
    "record": Door(READS, args=_review),
    "record_sign": Door(HOLDS, args=_review),
    "record_add": Door(HOLDS, args=_review),
    "record_print": Door(
        READS,
        args=lambda t: [*_review(t), "full"],
        more=lambda t: [[*_review(t), "child"], [*_review(t), "decisions"]],
    ),
    "record_word": Door(READS, page=False, args=lambda t: [*_review(t), "full"]),
    "record_notes": Door(HOLDS, args=_review),
    "recipients": Door(SENDS, args=_review),
    "recipient_new": Door(SENDS, args=_review),
    "recipient": Door(SENDS, args=lambda t: [*_review(t), t.recipient.public_id]),
    # without the name of a form there is nothing to keep and nothing to offer
    "draft": Door(WRITES, status=400, method="post"),
    "draft_offered": Door(WRITES, status=404, page=False),
}
