"""Themes of the council plan and of the strategy for children in care, each with the days it holds."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

from django.db import transaction

from holdfast.casework.access.roles import Permission
from holdfast.casework.access.rules import check_by
from holdfast.casework.audit.actions import record as note
from holdfast.casework.improvement.actions.changing import change, next_place
from holdfast.casework.improvement.models import Theme
from holdfast.casework.improvement.rules import check_days


@transaction.atomic
def add_theme(*, name: str, plan: str, from_date: date, to_date: date | None = None, by: Any) -> Theme:
    """A theme of a plan, from its first day on; it stands behind the others of the plan."""
    check_by(by, Permission.WRITE_REPORT)
    check_days(from_date, to_date)
    theme = Theme(
        name=name.strip(),
        plan=plan.strip(),
        from_date=from_date,
        to_date=to_date,
        order=next_place(Theme.objects.filter(plan=plan.strip())),
    )
    theme.full_clean()
    theme.save()
    note(by=by, verb="theme.added", subject=theme)
    return theme


@transaction.atomic
def change_theme(*, theme: Theme, values: Mapping[str, Any], seen: int | None = None, by: Any) -> list[str]:
    """Other words or days for a theme. One that ended stays with the aims it was tied to. Raises Overtaken."""
    check_by(by, Permission.WRITE_REPORT)
    check_days(values.get("from_date", theme.from_date), values.get("to_date", theme.to_date))
    return change(record=theme, values=values, seen=seen, by=by, verb="theme.changed")
