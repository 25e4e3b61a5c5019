"""Changes to what is entered of a child's tiers. Each raises NotAllowed, NotYours, or ValidationError in words."""

from __future__ import annotations

from datetime import date
from typing import Any

from django.db import transaction

from holdfast.casework.audit.actions import record
from holdfast.casework.people.models import Child, Worker
from holdfast.casework.people.rules import check_may_correct
from holdfast.casework.plans.rules import refuse
from holdfast.casework.provenance.actions import keep_what_is_removed, set_fields
from holdfast.casework.reviews.models import Review

from . import rules
from .models import StepReason, TierSpan
from .queries import steps


@transaction.atomic
def begin_span(*, child: Child, tier: str, started: date, ended: date | None = None, by: Any) -> TierSpan:
    """Early help begins for a child, or the child is a care leaver from then on. ``ended``: its last day, if over."""
    _lock(child, by)
    rules.check_span(child, tier, started, ended)
    span = TierSpan.objects.create(child=child, tier=tier, started=started, ended=ended)
    record(by=by, verb="tier.begun", subject=span, detail={"child": child.pk, "tier": str(tier)})
    return span


@transaction.atomic
def end_span(*, span: TierSpan, ended: date, by: Any) -> None:
    """The last day of early help, or of being a care leaver; given again, it is corrected."""
    _hold(span, by)
    rules.check_span(span.child, span.tier, span.started, ended, but=span)
    changed = set_fields(record=span, values={"ended": ended}, by=by)
    if changed:
        record(by=by, verb="tier.ended", subject=span, detail={"child": span.child_id, "fields": changed})


@transaction.atomic
def take_back(*, span: TierSpan, by: Any) -> None:
    """A span entered by mistake; what stood there is kept."""
    _hold(span, by)
    keep_what_is_removed(record=span, fields=["tier", "started", "ended"], by=by)
    record(by=by, verb="tier.taken_back", subject=span, detail={"child": span.child_id, "tier": span.tier})
    span.delete()


@transaction.atomic
def say_why(
    *,
    child: Child,
    on: date,
    reason: str,
    review: Review | None = None,
    reviewer: Worker | None = None,
    by: Any,
) -> StepReason:
    """Why the child stepped up or down on that day, at which review or conference, and who looked at it.

    Raises ValidationError where the records show no step of that day.
    """
    _lock(child, by)
    text = rules.check_reason(reason)
    if not steps([child], on, on):
        raise rules.no_such_step(on)
    if review is not None and review.child_id != child.pk:
        raise refuse("review", "This review is another child’s. Choose one of this child.")
    values = {"reason": text, "review_id": review and review.pk, "reviewer_id": reviewer and reviewer.pk}
    found = StepReason.objects.select_for_update().filter(child=child, on=on).first()
    if found is None:
        found = StepReason.objects.create(child=child, on=on, **values)
        changed = [name for name, value in values.items() if value]
    else:
        changed = set_fields(record=found, values=values, by=by)
    if changed:
        detail = {"child": child.pk, "fields": [name.removesuffix("_id") for name in changed]}
        record(by=by, verb="tier.step_explained", subject=found, detail=detail)
    return found


def _lock(child: Child, by: Any) -> None:
    """One change of a child's tiers at a time. Raises NotAllowed or NotYours."""
    check_may_correct(by, child)
    Child.objects.select_for_update().get(pk=child.pk)


def _hold(span: TierSpan, by: Any) -> None:
    _lock(span.child, by)
    span.refresh_from_db(from_queryset=TierSpan.objects.select_for_update())
