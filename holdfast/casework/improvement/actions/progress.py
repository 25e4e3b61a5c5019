"""How far an action has come, in the words of whoever works on it. What was said stays; the latest says the state."""

from __future__ import annotations

from datetime import date
from typing import Any

from django.db import transaction

from holdfast.casework.access.roles import Permission
from holdfast.casework.access.rules import check_by
from holdfast.casework.audit.actions import record as note
from holdfast.casework.improvement.models import Action, Progress
from holdfast.casework.improvement.rules import check_progress, check_said_on, check_stands
from holdfast.casework.provenance.actions import set_fields


@transaction.atomic
def say_progress(
    *, action: Action, said_on: date, state: str, text: str, evidence: str = "", today: date, by: Any
) -> Progress:
    """What was done, what it led to for children, and where that can be seen. The action takes the latest state.

    ``today``: the day it is entered. An entry of an earlier day than the latest leaves the state as it is.
    """
    check_by(by, Permission.WORK_ON_PLAN)
    action = Action.objects.select_for_update().get(pk=action.pk)
    check_stands(action)
    check_said_on(said_on, today)
    check_progress(state, text)
    said = Progress(
        action=action, said_on=said_on, state=state, text=text.strip(), evidence=evidence.strip(), said_by=by
    )
    said.full_clean(exclude=["said_by"])
    said.save()
    latest = action.progress.order_by("said_on", "id").last()
    if latest is not None:
        set_fields(record=action, values={"state": latest.state}, by=by)
    note(by=by, verb="plan_action.progress_said", subject=action, detail={"progress": said.pk})
    return said
