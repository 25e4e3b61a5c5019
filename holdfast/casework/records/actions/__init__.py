"""Changes after a review: decisions, their release and its answers, the record, and its sending."""

from .decisions import add_decision, change_decision, settle_decision, withdraw_decision
from .releasing import answer_decisions, care_plan_updated, release_decisions, reply_to_objection
from .sending import add_recipient, change_recipient, list_recipients, send, unsend
from .writing import add_addendum, save_note, save_section, sign_record, start_record

__all__ = [
    "add_addendum",
    "add_decision",
    "add_recipient",
    "answer_decisions",
    "care_plan_updated",
    "change_decision",
    "change_recipient",
    "list_recipients",
    "release_decisions",
    "reply_to_objection",
    "save_note",
    "save_section",
    "send",
    "settle_decision",
    "sign_record",
    "start_record",
    "unsend",
    "withdraw_decision",
]
