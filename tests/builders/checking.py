"""Invented peer audits: officers with children, reviews and finished monitors."""

from __future__ import annotations

from datetime import date
from typing import Any

from holdfast.casework.access.roles import Role
from holdfast.casework.checking.models import PeerAudit, Sample
from holdfast.casework.monitors.models import Monitor, MonitorAnswer, QuestionSet
from holdfast.casework.people.models import Worker
from holdfast.casework.plans.models import Protection
from holdfast.casework.reviews.models import Review
from holdfast.domain.questionnaires.questions import content_of
from holdfast.domain.questionnaires.shipped import shipped
from tests.builders import care, people, reviews

GOOD = {
    "legal_status_right": "yes",
    "placement_meets_needs": "yes",
    "care_plan_quality": "good",
    "corporate_parenting": "good",
}


def questions() -> QuestionSet:
    """Version 1 of the questionnaire for children in care, as shipped."""
    found = QuestionSet.objects.filter(kind="child_in_care", number=1).first()
    return found or QuestionSet.objects.create(
        kind="child_in_care", number=1, content=content_of(shipped("child_in_care")),
        from_date=date(2016, 4, 1), published_at="2016-04-01T09:00:00Z",
    )  # fmt: skip


def monitor(review: Review, finished: date | None = date(2017, 3, 1), **answers: str) -> Monitor:
    """The officer's finished monitor of a review; all is right and good unless told otherwise."""
    made = Monitor.objects.create(
        review=review, asked=questions(), started_on=date(2017, 2, 1), finished_on=finished
    )
    for question, value in {**GOOD, **answers}.items():
        MonitorAnswer.objects.create(monitor=made, question=question, value=value)
    return made


def officer(name: str, reviews_in: date = date(2017, 2, 15), number: int = 3, user: Any = None) -> Worker:
    """An officer who signs in and completed so many reviews on a day, each with a finished monitor."""
    made = people.worker(name, user or people.user(Role.IRO, name=name))
    for nth in range(number):
        child = care.in_care(date(2016, 5, 2), people.child(f"{name} child {nth}"))
        people.allocated(child, made)
        monitor(reviews.review(child, reviews_in))
    return made


def audit(
    review: Review, officer: Worker, rater: Worker, month: date = date(2017, 2, 1), **facts: Any
) -> PeerAudit:
    """One review drawn for peer audit, whose officer found all right and good."""
    sample, _ = Sample.objects.get_or_create(
        month=month,
        defaults={"per_officer": 2, "seed": 7, "drawn_from": {"officers": {}, "without_officer": 0}},
    )
    standard = {"officer_ratings": dict(GOOD)}
    return PeerAudit.objects.create(
        sample=sample, review=review, officer=officer, rater=rater, **{**standard, **facts}
    )


def plan(child: Any, started: date, ended: date | None = None, **facts: Any) -> Protection:
    """A protection plan for neglect."""
    return Protection.objects.create(
        child=child, opened_on=started, started=started, ended=ended, category_first="NEG",
        category_latest="NEG", **facts,
    )  # fmt: skip


def review_conference(child: Any, on: date, protection: Protection | None = None) -> Review:
    return Review.objects.create(
        child=child, kind="conference_review", held_on=on, completed_on=on, protection=protection
    )
