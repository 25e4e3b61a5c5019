"""The work plan of a year: its aims, what is to be done for each, and what goes on in the next year."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any

from django.core.exceptions import ValidationError
from django.db import transaction

from holdfast.casework.access.roles import Permission
from holdfast.casework.access.rules import check_by
from holdfast.casework.audit.actions import record as note
from holdfast.casework.improvement.actions import changing
from holdfast.casework.improvement.models import Action, ActionState, Aim, Theme
from holdfast.casework.improvement.rules import check_figure, check_plan_year, check_stands
from holdfast.casework.provenance.actions import keep_what_is_removed

#: an action in one of these states is not carried to the next year
SETTLED = (ActionState.DONE, ActionState.STOPPED)


@transaction.atomic
def add_aim(
    *,
    year_ending: int,
    title: str,
    why: str = "",
    themes: Iterable[Theme] = (),
    table: str = "",
    group: str = "",
    by: Any,
) -> Aim:
    """An aim of the year's plan, behind those that stand. ``table`` and ``group``: the figure it is to move."""
    check_by(by, Permission.WRITE_REPORT)
    check_plan_year(year_ending)
    check_figure(table, group)
    place = changing.next_place(Aim.objects.filter(year_ending=year_ending))
    aim = Aim(year_ending=year_ending, title=title, why=why, table=table, group=group, order=place)
    aim.full_clean()
    aim.save()
    aim.themes.set(themes)
    note(by=by, verb="aim.added", subject=aim, detail={"year": year_ending})
    return aim


@transaction.atomic
def change_aim(
    *,
    aim: Aim,
    values: Mapping[str, Any],
    themes: Iterable[Theme] | None = None,
    seen: int | None = None,
    by: Any,
) -> list[str]:
    """Other words, figure or themes; the names of what changed. Raises Overtaken."""
    check_by(by, Permission.WRITE_REPORT)
    check_figure(values.get("table", aim.table), values.get("group", aim.group))
    changed = changing.change(record=aim, values=values, seen=seen, by=by, verb="aim.changed")
    if themes is not None and set(themes) != set(aim.themes.all()):
        keep_what_is_removed(record=_ThemesOf(aim), fields=["themes"], by=by)
        aim.themes.set(themes)
        note(by=by, verb="aim.changed", subject=aim, detail={"fields": ["themes"]})
        changed.append("themes")
    return changed


class _ThemesOf:
    """An aim as its history keeps it, with the themes it had as their names."""

    def __init__(self, aim: Aim) -> None:
        self._meta, self.pk = aim._meta, aim.pk
        self.themes = [theme.name for theme in aim.themes.all()]


def move_aim(*, aim: Aim, up: bool, by: Any) -> bool:
    """One place up or down in the year's plan; False where it stands at that end."""
    check_by(by, Permission.WRITE_REPORT)
    return changing.move(record=aim, up=up, by=by, verb="aim.moved")


def take_back_aim(*, aim: Aim, on: date, by: Any) -> None:
    """Out of the plan with its actions; what was said of them stays with it."""
    check_by(by, Permission.WRITE_REPORT)
    changing.take_back(record=aim, on=on, by=by, verb="aim.taken_back")


def put_back_aim(*, aim: Aim, by: Any) -> None:
    check_by(by, Permission.WRITE_REPORT)
    changing.put_back(record=aim, by=by, verb="aim.put_back")


@transaction.atomic
def add_action(*, aim: Aim, text: str, owner: str, due_on: date | None = None, by: Any) -> Action:
    """One thing to be done for the aim: who sees that it is done, and by when."""
    check_by(by, Permission.WRITE_REPORT)
    check_stands(aim)
    place = changing.next_place(Action.objects.filter(aim=aim))
    action = Action(aim=aim, text=text, owner=owner, due_on=due_on, order=place)
    action.full_clean()
    action.save()
    note(by=by, verb="plan_action.added", subject=action, detail={"aim": aim.pk})
    return action


def change_action(
    *, action: Action, values: Mapping[str, Any], seen: int | None = None, by: Any
) -> list[str]:
    """Other words, owner or day. Its state changes with what is said of its progress. Raises Overtaken."""
    check_by(by, Permission.WRITE_REPORT)
    return changing.change(record=action, values=values, seen=seen, by=by, verb="plan_action.changed")


def move_action(*, action: Action, up: bool, by: Any) -> bool:
    check_by(by, Permission.WRITE_REPORT)
    return changing.move(record=action, up=up, by=by, verb="plan_action.moved")


def take_back_action(*, action: Action, on: date, by: Any) -> None:
    check_by(by, Permission.WRITE_REPORT)
    changing.take_back(record=action, on=on, by=by, verb="plan_action.taken_back")


def put_back_action(*, action: Action, by: Any) -> None:
    check_by(by, Permission.WRITE_REPORT)
    changing.put_back(record=action, by=by, verb="plan_action.put_back")


@transaction.atomic
def carry(*, aim: Aim, by: Any) -> Aim:
    """The aim in the next year's plan, with what is not done yet; both years say so.

    Raises ValidationError where it is carried already, or nothing of it is left to do.
    """
    check_by(by, Permission.WRITE_REPORT)
    aim = Aim.objects.select_for_update().get(pk=aim.pk)
    check_stands(aim)
    if aim.carried_to.filter(taken_back_on=None).exists():
        raise ValidationError("This aim stands in the next year’s plan already.")
    actions = aim.actions.filter(taken_back_on=None)
    left = actions.exclude(state__in=SETTLED)
    if actions.exists() and not left.exists():
        raise ValidationError("Nothing of this aim is left to do, so there is nothing to carry.")
    following = add_aim(
        year_ending=aim.year_ending + 1,
        title=aim.title,
        why=aim.why,
        themes=aim.themes.all(),
        table=aim.table,
        group=aim.group,
        by=by,
    )
    following.carried_from = aim
    following.save(update_fields=["carried_from"])
    for one in left:
        add_action(aim=following, text=one.text, owner=one.owner, due_on=one.due_on, by=by)
    note(by=by, verb="aim.carried", subject=aim, detail={"to": following.pk})
    return following
