"""Child protection, child in need, milestones and what might make a review early, in words."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

from django.urls import reverse

from holdfast.casework.people.models import Child
from holdfast.casework.plans.models import NeedPlan, Protection
from holdfast.domain.early_triggers import table as triggers
from holdfast.domain.wording import long_date
from holdfast.web.child.telling import Event, Undo
from holdfast.web.child_now import ChildNow

#: (name of the address, the record's id, the word on the button)
UndoOf = Callable[[str, Any, str], Undo | None]


def plans_of(now: ChildNow, can_correct: bool, undo: UndoOf) -> Iterator[Event]:
    child = now.child
    for process in child.protections.all():
        yield from _protection(process, _correct(child, process, can_correct), undo)
    for plan in child.need_plans.all():
        yield from _need(plan, _correct(child, plan, can_correct))
    for one in child.milestones.all():
        button = undo("child_milestone_remove", one.public_id, "Take this milestone away")
        note = (one.note,) if one.note else ()
        yield Event(
            one.happened_on,
            2,
            "Milestone",
            one.get_kind_display(),
            note,
            key=f"milestone-{one.pk}",
            undo=button,
        )
    names = {trigger.code: trigger.name for trigger in triggers()}
    for one in child.early_triggers.all():
        answer = one.get_answer_display() if one.answer else "Not answered yet"
        by = f", by {long_date(one.review_by)}" if one.review_by else ""
        told = (f"The officer was told on {long_date(one.told_on)}", f"{answer}{by}")
        yield Event(
            one.happened_on, 2, "Early review?", names.get(one.code, one.code), told, key=f"trigger-{one.pk}"
        )


def _correct(child: Child, plan: Protection | NeedPlan, can_correct: bool) -> str:
    return reverse("child_correct_plan", args=[child.public_id, plan.public_id]) if can_correct else ""


def _protection(one: Protection, correct: str, undo: UndoOf) -> Iterator[Event]:
    kind = "Child protection"
    born = ("Before the birth",) if one.unborn else ()
    opened = (one.get_route_display(), *born)
    yield Event(
        one.opened_on, 1, kind, "Child protection process opened", opened, correct, f"opened-{one.pk}"
    )
    if one.started:
        category = one.get_category_first_display() or "Category not recorded"
        later = one.category_latest and one.category_latest != one.category_first
        now = (f"Now: {one.get_category_latest_display()}",) if later else ()
        yield Event(one.started, 3, kind, "Child protection plan made", (category, *now))
    if one.closed_on:
        yield Event(one.closed_on, 0, kind, "Closed without a plan", (one.get_no_plan_display(),))
    if one.ended:
        why = (one.reason_ended,) if one.reason_ended else ()
        yield Event(one.ended, 0, kind, "Child protection plan ended", why)
    for group in one.core_groups.all():
        button = undo("child_core_group_remove", group.pk, "Take this core group away")
        note = (group.note,) if group.note else ()
        yield Event(group.held_on, 2, kind, "Core group met", note, key=f"group-{group.pk}", undo=button)


def _need(one: NeedPlan, correct: str) -> Iterator[Event]:
    kind = "Child in need"
    yield Event(one.agreed_on, 1, kind, "Child in need plan agreed", (), correct)
    if one.made_on:
        yield Event(one.made_on, 1, kind, "Child in need plan made")
    if one.ended:
        why = (one.reason_ended,) if one.reason_ended else ()
        yield Event(one.ended, 0, kind, "Child in need plan ended", why)
