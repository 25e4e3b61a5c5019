"""By when the next review of each child of the demo is to be held, as its plan was drawn."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Any

from holdfast.casework.plans.models import NeedPlan, Protection
from holdfast.casework.reviews.models import ReviewKind
from holdfast.demo.authority import Authority
from holdfast.demo.need import REVIEWED_WITHIN_MONTHS
from holdfast.demo.quarters import TODAY
from holdfast.demo.rhythm import latest
from holdfast.domain import limits, months


@dataclass(frozen=True)
class Waiting:
    """A review that is due. ``plan``: what `book_review` needs beside the child."""

    number: str
    family: int
    kind: ReviewKind
    due: date
    plan: dict[str, Any]


def in_care(authority: Authority) -> list[Waiting]:
    """Children in care today, the earliest due first."""
    here = [life for life in authority.children if life.in_care_on(TODAY)]
    found = [
        Waiting(life.number, life.family, ReviewKind.CARE, latest(life, [d for d, _ in life.reviews])[0], {})
        for life in here
    ]
    return sorted(found, key=lambda one: (one.due, one.number))


def protected(authority: Authority) -> list[Waiting]:
    """Children with a protection plan today."""
    families = {one.child.number: one.child.family for one in authority.protections}
    open_now = Protection.objects.filter(started__isnull=False, ended__isnull=True).select_related("child")
    found = []
    for plan in open_now.prefetch_related("conferences"):
        days = sorted(one.completed_on for one in plan.conferences.all())
        rule = "conference.first-review" if len(days) == 1 else "conference.later"
        due, number = limits.on(rule, days[-1]).after(days[-1]), plan.child.number
        found.append(
            Waiting(number, families[number], ReviewKind.CONFERENCE_REVIEW, due, {"protection": plan})
        )
    return sorted(found, key=lambda one: (one.due, one.number))


def in_need(authority: Authority) -> list[Waiting]:
    """Children in need today."""
    families = {one.child.number: one.child.family for one in authority.needs}
    found = []
    for plan in (
        NeedPlan.objects.filter(ended__isnull=True).select_related("child").prefetch_related("reviews")
    ):
        last = max([plan.made_on, *(one.completed_on for one in plan.reviews.all())])
        due = months.plus(last, REVIEWED_WITHIN_MONTHS)
        number = plan.child.number
        found.append(Waiting(number, families[number], ReviewKind.NEED, due, {"need_plan": plan}))
    return sorted(found, key=lambda one: (one.due, one.number))
