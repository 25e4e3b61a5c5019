"""The roles people sign in with, what each may do, and a sentence that says so."""

from __future__ import annotations

from enum import StrEnum

from django.db import models


class Role(models.TextChoices):
    IRO = "iro", "Independent Reviewing Officer"
    IRO_MANAGER = "iro_manager", "IRO manager"
    BUSINESS_SUPPORT = "business_support", "Business support"
    SOCIAL_WORKER = "social_worker", "Social worker"
    TEAM_MANAGER = "team_manager", "Social work team manager"
    SENIOR_MANAGER = "senior_manager", "Service manager, group manager or above"
    ANALYST = "analyst", "Performance analyst"
    BOARD_READER = "board_reader", "Board reader"


class Permission(StrEnum):
    SEE_OWN_CHILDREN = "see the children allocated to them"
    SEE_TEAM_CHILDREN = "see the children allocated to their team"
    SEE_ALL_CHILDREN = "see every child"
    SEE_FIGURES = "see the service's figures"
    SEE_ROWS_BEHIND_FIGURES = "see the children behind a figure"
    SEE_PUBLISHED = "read published reports and the figures that are safe to publish"
    SEE_REPORT = "read and download the annual report"
    WRITE_REPORT = "write the report's text and enter published figures"
    CHECK_REPORT = "check an edition of a report before it is signed"
    SIGN_REPORT = "sign off an edition of a report"
    PUBLISH_REPORT = "publish or withdraw an edition of a report"
    WORK_ON_PLAN = "say how far the work plan has come"
    RECEIVE_PACKS = "read the quarterly packs sent to them, and answer"
    IMPORT_RETURNS = "bring in a return"
    SETTLE_MISMATCHES = "settle where a return and our records differ"
    CORRECT_RECORDS = "correct a record"
    ALLOCATE = "allocate a worker to a child"
    BOOK_REVIEWS = "book and prepare a review"
    HOLD_REVIEWS = "hold a review and write its record"
    SEND_RECORDS = "send a record to those entitled to it"
    ANSWER_FOR_CHILD = "answer what a reviewing officer asks about a child"
    ANSWER_DECISIONS = "agree or object to a review’s decisions"
    SEE_OFFICERS_NOTES = "see an officer’s own notes and drafts"
    FILL_MONITORS = "fill in and read quality monitors"
    RAISE_CONCERNS = "raise a concern and see it through"
    SEE_CONCERNS = "read the concerns that are theirs to know"
    ANSWER_CONCERNS = "answer a concern they are asked about"
    SEE_PATTERNS = "see patterns of concern and praise over the whole service"
    AUDIT_PEERS = "rate another officer’s review, and see what the audits found"
    SET_RULES = "change the service’s time limits, remit, posts, questions and ladder"
    MANAGE_USERS = "give people their sign-in and role"
    SEE_AUDIT = "see who read and changed what"


_P = Permission

PERMISSIONS: dict[Role, frozenset[Permission]] = {
    Role.IRO: frozenset(
        {
            _P.SEE_OWN_CHILDREN,
            _P.SEE_FIGURES,
            _P.SEE_ROWS_BEHIND_FIGURES,
            _P.SEE_REPORT,
            _P.CORRECT_RECORDS,
            _P.BOOK_REVIEWS,
            _P.HOLD_REVIEWS,
            _P.SEND_RECORDS,
            _P.SEE_OFFICERS_NOTES,
            _P.FILL_MONITORS,
            _P.RAISE_CONCERNS,
            _P.SEE_CONCERNS,
            _P.SEE_PATTERNS,
            _P.AUDIT_PEERS,
            _P.SEE_PUBLISHED,
            _P.WORK_ON_PLAN,
            _P.RECEIVE_PACKS,
        }
    ),
    Role.IRO_MANAGER: frozenset(Permission),
    Role.BUSINESS_SUPPORT: frozenset(
        {
            _P.SEE_OWN_CHILDREN,
            _P.SEE_ALL_CHILDREN,
            _P.SEE_FIGURES,
            _P.SEE_REPORT,
            _P.CORRECT_RECORDS,
            _P.ALLOCATE,
            _P.BOOK_REVIEWS,
            _P.SEND_RECORDS,
            _P.SEE_PUBLISHED,
            _P.WORK_ON_PLAN,
        }
    ),
    Role.SOCIAL_WORKER: frozenset(
        {_P.SEE_OWN_CHILDREN, _P.ANSWER_FOR_CHILD, _P.SEE_CONCERNS, _P.ANSWER_CONCERNS, _P.SEE_PUBLISHED}
    ),
    Role.TEAM_MANAGER: frozenset(
        {
            _P.SEE_OWN_CHILDREN,
            _P.SEE_TEAM_CHILDREN,
            _P.ANSWER_FOR_CHILD,
            _P.ANSWER_DECISIONS,
            _P.SEE_CONCERNS,
            _P.ANSWER_CONCERNS,
            _P.SEE_PUBLISHED,
            _P.RECEIVE_PACKS,
        }
    ),
    # The concerns that are put to them, and what may leave the service: no child's record.
    Role.SENIOR_MANAGER: frozenset(
        {_P.SEE_CONCERNS, _P.ANSWER_CONCERNS, _P.SEE_PUBLISHED, _P.PUBLISH_REPORT, _P.RECEIVE_PACKS}
    ),
    Role.ANALYST: frozenset(
        {
            _P.SEE_OWN_CHILDREN,
            _P.SEE_ALL_CHILDREN,
            _P.SEE_FIGURES,
            _P.SEE_ROWS_BEHIND_FIGURES,
            _P.SEE_REPORT,
            _P.WRITE_REPORT,
            _P.IMPORT_RETURNS,
            _P.SETTLE_MISMATCHES,
            _P.SEE_PATTERNS,
            _P.SEE_PUBLISHED,
            _P.CHECK_REPORT,
            _P.WORK_ON_PLAN,
        }
    ),
    # No child, and no figure that is not safe to publish.
    Role.BOARD_READER: frozenset({_P.SEE_PUBLISHED}),
}

SENTENCES: dict[Role, str] = {
    Role.IRO: "Sees the children allocated to them, corrects their records, holds their reviews, fills in the monitor, "
    "raises concerns, rates a colleague's review when drawn, and reads the service's figures; behind a figure they see "
    "their own children only.",
    Role.IRO_MANAGER: "Sees every child and everything the service holds, and gives people their sign-in.",
    Role.BUSINESS_SUPPORT: "Sees and keeps every child's record and the allocations, books reviews and sends records "
    "out; reads figures, but not the list of children behind one.",
    Role.SOCIAL_WORKER: "Sees the children allocated to them and answers what the reviewing officer asks, "
    "concerns included; reads published reports.",
    Role.TEAM_MANAGER: "Sees the children of their team, and agrees or objects to the decisions of their reviews; "
    "answers concerns put to them and the quarterly packs sent to them.",
    Role.SENIOR_MANAGER: "Sees and answers the concerns put to them, and nothing else of any child; "
    "publishes reports that are signed off, and reads the quarterly packs sent to them.",
    Role.ANALYST: "Brings in returns, settles where they differ from our records, and sees every figure with the "
    "children behind it, but not whose concerns and monitors were counted; checks reports before they are signed.",
    Role.BOARD_READER: "Sees no child: reads published reports, and figures in which small numbers are hidden.",
}
