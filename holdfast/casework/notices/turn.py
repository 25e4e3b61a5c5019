"""One thing somebody is to do: what, whose, by when. Pages and e-mails say it in the same words."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from holdfast.casework.people.models import Worker
from holdfast.casework.records.models import ManagerAnswer
from holdfast.casework.resolution.models import Concern
from holdfast.casework.reviews.models import EarlyTrigger, Review


class Whose(StrEnum):
    OFFICER = "officer"
    SOCIAL_WORKER = "social_worker"
    MANAGER = "manager"  # the social worker's
    SUPPORT = "support"  # business support
    ASKED = "asked"  # the person a concern is put to: `Turn.asked`


class What(StrEnum):
    """What is to be done; the value is what a page or an e-mail says."""

    BOOK = "Book the next review"
    TALK = "Talk about the review"
    PAPERS = "Papers for the review"
    INVITE = "Papers out and invitations"
    SEE_CHILD = "See the child before the review"
    HOLD = "Record what happened at the review"
    COMPLETE = "Hold the next meeting and complete the review"
    DECISIONS = "Release the decisions"
    ANSWER = "Agree or object to the decisions"
    REPLY = "Answer an objection"
    CARE_PLAN = "Bring the care plan up to date"
    RECORD = "Write and sign the record"
    SEND = "Send the record out"
    ASK_MIDWAY = "Midway check: ask the social worker"
    ANSWER_MIDWAY = "Midway check: say what came of the decisions"
    FINISH_MIDWAY = "Midway check: finish it"
    TRIGGER = "Decide whether an early review is necessary"
    ANSWER_CONCERN = "Answer a concern"
    CONCERN = "See a concern further: the next stage, or close it"
    TELL_CHILD = "Tell the child what came of a concern"


@dataclass(frozen=True)
class Turn:
    """One thing somebody is to do. ``due``: its last day, None where none is set; ``since``: when their turn began,
    where that is recorded; ``missing``: what is not there yet, in words; ``asked``: who answers a concern."""

    what: What
    whose: Whose
    child: int
    due: date | None
    review: Review | None = None
    since: date | None = None
    missing: tuple[str, ...] = ()
    trigger: EarlyTrigger | None = None
    objection: ManagerAnswer | None = None
    concern: Concern | None = None
    asked: Worker | None = None

    def is_late(self, on: date) -> bool:
        return self.due is not None and self.due < on
