"""Questions about children’s tiers: read from care, plans and what is entered here, in a fixed number of queries."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, timedelta
from uuid import UUID

from django.db import models

from holdfast.casework.care.models import PeriodOfCare
from holdfast.casework.people.models import Child, Worker
from holdfast.casework.plans.models import NeedPlan, Protection
from holdfast.casework.reviews.models import Review
from holdfast.domain.tiers import Span, Step, Tier, steps_of

from .models import StepReason, TierSpan

Children = models.QuerySet[Child] | Iterable[Child]


def spans_of(children: Children) -> list[Span]:
    """Every span of a tier of these children, by the child's id. Four queries, however many children."""
    among = {"child__in": children.order_by() if isinstance(children, models.QuerySet) else list(children)}
    found: list[Span] = []
    cared = PeriodOfCare.objects.filter(**among).order_by("pk")
    found += _spans(Tier.CARE, cared.values_list("child_id", "started", "ended"))
    protected = Protection.objects.filter(**among, started__isnull=False).order_by("pk")
    found += _spans(Tier.CP, protected.values_list("child_id", "started", "ended"))
    needs = NeedPlan.objects.filter(**among).order_by("pk")
    found += _spans(Tier.CIN, needs.values_list("child_id", "agreed_on", "ended"))
    entered = TierSpan.objects.filter(**among).order_by("pk")
    for child, tier, started, ended in entered.values_list("child_id", "tier", "started", "ended"):
        # entered with its last day; a span is known by the first day no longer
        found.append(Span(Tier(tier), started, ended and ended + timedelta(days=1), child))
    return found


def every_span() -> list[Span]:
    """For counting: the spans of every child. Who may be shown them is `people.queries`' to say. Four queries."""
    return spans_of(Child.objects.all())


def _spans(tier: Tier, rows: Iterable[tuple[int, date, date | None]]) -> list[Span]:
    return [Span(tier, started, ended, child) for child, started, ended in rows]


def steps(children: Children, first: date, last: date) -> list[Step]:
    """The steps of these children between two days, both included; ``child`` is the child's id."""
    return [step for step in steps_of(spans_of(children)) if first <= step.on <= last]


def entered_spans(child: Child) -> models.QuerySet[TierSpan]:
    """Early help and being a care leaver, as entered, oldest first."""
    return TierSpan.objects.filter(child=child).order_by("started", "id")


def find_span(child: Child, public_id: UUID | str) -> TierSpan | None:
    """One span of a child that was reached through the door; None when it is another child's or not there."""
    try:
        wanted = public_id if isinstance(public_id, UUID) else UUID(str(public_id))
    except ValueError:
        return None
    return TierSpan.objects.select_related("child").filter(child=child, public_id=wanted).first()


def reasons_of(children: Children) -> dict[tuple[int, date], StepReason]:
    """(child's id, day of the step) -> why, at which review, and who looked at it. One query."""
    among = children.order_by() if isinstance(children, models.QuerySet) else list(children)
    found = StepReason.objects.filter(child__in=among).select_related("review", "reviewer")
    return {(one.child_id, one.on): one for one in found}


def meetings_to_name(child: Child) -> models.QuerySet[Review]:
    """The reviews and conferences at which a step may have been decided, newest first."""
    held = Review.objects.filter(child=child, held_on__isnull=False, withdrawn_at__isnull=True)
    return held.order_by("-held_on", "-id")


def reviewers_to_name(child: Child) -> models.QuerySet[Worker]:
    """Who was ever responsible for the child, by name: one of them looked at the step."""
    return Worker.objects.filter(allocations__child=child).distinct().order_by("name", "id")
