"""The quarter's lists of the conference audit, read from the plans and conferences on record."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from django.db import models

from holdfast.casework.people.models import Child
from holdfast.casework.plans.models import Protection
from holdfast.casework.reviews.models import Review, ReviewKind
from holdfast.domain.conference_audit import Listed, Listing, Plan, lists
from holdfast.domain.reporting_year import Period, ReportingYear

from .models import ConferenceFinding

Children = models.QuerySet[Child] | Iterable[Child]


@dataclass(frozen=True)
class ListedPlan:
    """A plan on one of the lists, and what its audit found, if it was looked at."""

    protection: Protection
    listed: Listed
    finding: ConferenceFinding | None

    @property
    def child(self) -> Child:
        return self.protection.child

    @property
    def listing(self) -> Listing:
        return self.listed.listing


def conference_lists(children: Children, quarter: Period) -> dict[Listing, list[ListedPlan]]:
    """The three lists of these children for a quarter, each possibly empty. Three queries, however many children."""
    protections = _with_plan(children)
    found = lists(_plans(protections.values()), quarter.starts, quarter.ends)
    findings = _findings(quarter)
    by_list: dict[Listing, list[ListedPlan]] = {listing: [] for listing in Listing}
    for listed in found:
        protection = protections[int(listed.plan.key)]
        finding = findings.get((protection.pk, str(listed.listing)))
        by_list[listed.listing].append(ListedPlan(protection, listed, finding))
    return by_list


def listed_in(protection: Protection, quarter: Period, trigger: str) -> ListedPlan | None:
    """The plan as one list of the quarter has it; None where it is not on it."""
    if trigger not in list(Listing):
        return None
    own = conference_lists([protection.child], quarter)[Listing(trigger)]
    return next((one for one in own if one.protection.pk == protection.pk), None)


def find_listed(
    children: models.QuerySet[Child], public_id: object, quarter: Period, trigger: str
) -> ListedPlan | None:
    """The same by the plan's public id, among children that were reached through the door."""
    protection = (
        Protection.objects.select_related("child").filter(child__in=children, public_id=public_id).first()
    )
    return listed_in(protection, quarter, trigger) if protection else None


def read_on(quarter: Period, on: date) -> Period:
    """The quarter as it stands on a day: one that is not over yet ends on it."""
    return Period(quarter.name, quarter.starts, min(quarter.ends, on))


def quarter_named(name: str) -> Period:
    """“2016/17 Q3”. Raises ValueError with a sentence when it is no such name."""
    year, _, number = name.partition(" Q")
    if number not in ("1", "2", "3", "4"):
        raise ValueError(f"“{name}” is not a quarter; write it like 2016/17 Q3.")
    return ReportingYear.parse(year).quarters[int(number) - 1]


def quarter_of(day: date) -> Period:
    """The quarter a day lies in."""
    return next(one for one in ReportingYear.of(day).quarters if one.starts <= day <= one.ends)


def _with_plan(children: Children) -> dict[int, Protection]:
    among = children.order_by() if isinstance(children, models.QuerySet) else list(children)
    found = Protection.objects.filter(child__in=among, started__isnull=False).select_related("child")
    return {one.pk: one for one in found.order_by("started", "pk")}


def _plans(protections: Iterable[Protection]) -> list[Plan]:
    """Each plan with its first review conference: the first one completed after it was made, and not after it ended."""
    own = list(protections)
    held: dict[int, list[tuple[int | None, date]]] = {}
    conferences = Review.objects.filter(
        kind=ReviewKind.CONFERENCE_REVIEW,
        child__in={one.child_id for one in own},
        completed_on__isnull=False,
        withdrawn_at__isnull=True,
        cancelled_on__isnull=True,
    ).order_by("completed_on", "pk")
    for child, protection, day in conferences.values_list("child_id", "protection_id", "completed_on"):
        held.setdefault(child, []).append((protection, day))
    return [
        Plan(one.child_id, one.started, one.ended, _first_review(one, held), one.pk)
        for one in own
        if one.started
    ]


def _first_review(one: Protection, held: dict[int, list[tuple[int | None, date]]]) -> date | None:
    for protection, day in held.get(one.child_id, []):
        is_its_own = protection in (None, one.pk)
        if is_its_own and one.started < day and (one.ended is None or day <= one.ended):
            return day
    return None


def _findings(quarter: Period) -> dict[tuple[int, str], ConferenceFinding]:
    found = ConferenceFinding.objects.filter(quarter=quarter.name).select_related("found_by")
    return {(one.protection_id, one.trigger): one for one in found}
