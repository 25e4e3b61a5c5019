"""Changes to protection plans, core groups and plans of children in need.

Each raises NotAllowed, NotYours, or ValidationError with a sentence per field.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

from django.db import transaction

from holdfast.casework.audit.actions import record
from holdfast.casework.people.models import Child
from holdfast.casework.people.rules import check_fields, check_may_correct
from holdfast.casework.provenance.actions import keep_what_is_removed, set_fields

from . import rules
from .models import CoreGroup, NeedPlan, NoPlan, Protection, Route

CORRECTABLE = (
    "opened_on",
    "started",
    "category_first",
    "category_latest",
    "closed_on",
    "ended",
    "reason_ended",
)
NEED_CORRECTABLE = ("agreed_on", "made_on", "ended", "reason_ended")


@transaction.atomic
def open_protection(
    *, child: Child, opened_on: date, route: Route = Route.ENQUIRY, unborn: bool = False, by: Any
) -> Protection:
    """A child protection process begins: the strategy discussion, or the notice that the child has moved here."""
    _lock(child, by)
    rules.check_not_ahead("opened_on", opened_on)
    rules.check_no_process(child, opened_on)
    if child.born and not unborn and opened_on < child.born:
        raise rules.refuse(
            "opened_on", "This is before the child was born. Check the day, or say “not born yet”."
        )
    protection = Protection(child=child, opened_on=opened_on, route=route, unborn=unborn)
    protection.full_clean()
    protection.save()
    record(
        by=by, verb="protection.opened", subject=protection, detail={"child": child.pk, "route": str(route)}
    )
    return protection


@transaction.atomic
def make_plan(
    *, protection: Protection, started: date, category: str, ends_need_plan: bool = False, by: Any
) -> Protection:
    """The conference of that day made a plan. ``ends_need_plan``: the plan of a child in need ends the same day."""
    _hold(protection, by)
    rules.check_without_plan(protection)
    rules.check_conference_day(protection, started)
    need_plan = rules.check_clear_of_need_plan(protection.child, started)
    if need_plan is not None:
        if not ends_need_plan:
            raise rules.refuse("started", "End the child in need plan first: the two may not run together.")
        end_need_plan(plan=need_plan, ended=started, reason="A child protection plan was made", by=by)
    changes = {"started": started, "category_first": category, "category_latest": category}
    return _change(protection, changes, "protection.plan_made", by)


@transaction.atomic
def close_without_plan(*, protection: Protection, closed_on: date, why: NoPlan, by: Any) -> Protection:
    """The process ends without a plan: no conference was needed, or the conference made none."""
    _hold(protection, by)
    rules.check_without_plan(protection)
    rules.check_not_ahead("closed_on", closed_on)
    if closed_on < protection.opened_on:
        raise rules.refuse("closed_on", "This is before the process was opened. Check the day.")
    return _change(protection, {"closed_on": closed_on, "no_plan": str(why)}, "protection.closed", by)


@transaction.atomic
def change_category(*, protection: Protection, category: str, by: Any) -> Protection:
    """The category of the plan from now on; the first one is kept."""
    _hold(protection, by)
    rules.check_with_plan(protection)
    return _change(protection, {"category_latest": category}, "protection.category_changed", by)


@transaction.atomic
def end_plan(*, protection: Protection, ended: date, reason: str = "", by: Any) -> Protection:
    """The protection plan ends; not on the day it was made."""
    _hold(protection, by)
    rules.check_with_plan(protection)
    rules.check_ends_after("ended", ended, protection.started)
    return _change(protection, {"ended": ended, "reason_ended": reason.strip()}, "protection.ended", by)


@transaction.atomic
def correct_protection(*, protection: Protection, changes: Mapping[str, Any], by: Any) -> list[str]:
    """Put right what stands of a process. Returns the fields that changed; what stood there is kept."""
    _hold(protection, by)
    check_fields(changes, CORRECTABLE)
    rules.check_corrected(protection, dict(changes))
    changed = set_fields(record=protection, values=changes, by=by)
    if changed:
        detail = {"child": protection.child_id, "fields": changed}
        record(by=by, verb="protection.corrected", subject=protection, detail=detail)
    return changed


@transaction.atomic
def hold_core_group(*, protection: Protection, held_on: date, note: str = "", by: Any) -> CoreGroup:
    """The core group met."""
    _hold(protection, by)
    rules.check_core_group(protection, held_on)
    group = CoreGroup.objects.create(protection=protection, held_on=held_on, note=note.strip())
    record(by=by, verb="core_group.held", subject=group, detail={"child": protection.child_id})
    return group


@transaction.atomic
def remove_core_group(*, group: CoreGroup, by: Any) -> None:
    """A core group that was entered by mistake; what stood there is kept."""
    _hold(group.protection, by)
    keep_what_is_removed(record=group, fields=["held_on", "note"], by=by)
    record(by=by, verb="core_group.removed", subject=group, detail={"child": group.protection.child_id})
    group.delete()


@transaction.atomic
def agree_need_plan(*, child: Child, agreed_on: date, by: Any) -> NeedPlan:
    """It is decided that the child is to have a plan as a child in need."""
    _lock(child, by)
    rules.check_not_ahead("agreed_on", agreed_on)
    rules.check_no_need_plan(child, agreed_on)
    rules.check_clear_of_protection(child, agreed_on, field="agreed_on")
    plan = NeedPlan.objects.create(child=child, agreed_on=agreed_on)
    record(by=by, verb="need_plan.agreed", subject=plan, detail={"child": child.pk})
    return plan


@transaction.atomic
def make_need_plan(*, plan: NeedPlan, made_on: date, by: Any) -> NeedPlan:
    """The plan is written."""
    _hold(plan, by)
    rules.check_need_plan_open(plan)
    rules.check_not_ahead("made_on", made_on)
    if made_on < plan.agreed_on:
        raise rules.refuse("made_on", "This is before the plan was agreed. Check both days.")
    return _change(plan, {"made_on": made_on}, "need_plan.made", by)


@transaction.atomic
def end_need_plan(*, plan: NeedPlan, ended: date, reason: str = "", by: Any) -> NeedPlan:
    """The plan of a child in need ends."""
    _hold(plan, by)
    rules.check_need_plan_open(plan)
    rules.check_not_ahead("ended", ended)
    if ended < plan.agreed_on or (plan.made_on and ended < plan.made_on):
        raise rules.refuse("ended", "This is before the plan was agreed and made. Check the days.")
    return _change(plan, {"ended": ended, "reason_ended": reason.strip()}, "need_plan.ended", by)


@transaction.atomic
def correct_need_plan(*, plan: NeedPlan, changes: Mapping[str, Any], by: Any) -> list[str]:
    """Put right what stands of a plan of a child in need. Returns the fields that changed."""
    _hold(plan, by)
    check_fields(changes, NEED_CORRECTABLE)
    rules.check_need_corrected(plan, dict(changes))
    changed = set_fields(record=plan, values=changes, by=by)
    if changed:
        detail = {"child": plan.child_id, "fields": changed}
        record(by=by, verb="need_plan.corrected", subject=plan, detail=detail)
    return changed


def _lock(child: Child, by: Any) -> None:
    """One change of a child's plans at a time. Raises NotAllowed or NotYours."""
    check_may_correct(by, child)
    Child.objects.select_for_update().get(pk=child.pk)


def _hold(plan: Protection | NeedPlan, by: Any) -> None:
    _lock(plan.child, by)
    plan.refresh_from_db(from_queryset=type(plan)._base_manager.select_for_update())


def _change(plan: Any, changes: dict[str, Any], verb: str, by: Any) -> Any:
    changed = set_fields(record=plan, values=changes, by=by)
    record(by=by, verb=verb, subject=plan, detail={"child": plan.child_id, "fields": changed})
    return plan
