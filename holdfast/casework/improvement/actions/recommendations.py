"""What the board is asked, what it decided, and what became of it."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

from django.core.exceptions import ValidationError
from django.db import transaction

from holdfast.casework.access.roles import Permission
from holdfast.casework.access.rules import check_by
from holdfast.casework.audit.actions import record as note
from holdfast.casework.improvement.actions import changing
from holdfast.casework.improvement.models import BoardDecision, Decided, FollowUp, Recommendation, Theme
from holdfast.casework.improvement.rules import check_figure, check_plan_year, check_said_on, check_stands


@transaction.atomic
def add_recommendation(
    *,
    year_ending: int,
    text: str,
    reason: str = "",
    theme: Theme | None = None,
    table: str = "",
    group: str = "",
    by: Any,
) -> Recommendation:
    """What the board is asked in the year's report and paper, behind what stands there."""
    check_by(by, Permission.WRITE_REPORT)
    check_plan_year(year_ending)
    check_figure(table, group)
    asked = Recommendation(
        year_ending=year_ending,
        text=text,
        reason=reason,
        theme=theme,
        table=table,
        group=group,
        order=changing.next_place(Recommendation.objects.filter(year_ending=year_ending)),
    )
    asked.full_clean()
    asked.save()
    note(by=by, verb="recommendation.added", subject=asked, detail={"year": year_ending})
    return asked


def change_recommendation(
    *, recommendation: Recommendation, values: Mapping[str, Any], seen: int | None = None, by: Any
) -> list[str]:
    """Other words, as long as the board has not decided. Raises ValidationError then, and Overtaken."""
    check_by(by, Permission.WRITE_REPORT)
    if recommendation.decisions.exists():
        raise ValidationError(
            "The board has decided about this, so its words stand. Add a new recommendation."
        )
    check_figure(values.get("table", recommendation.table), values.get("group", recommendation.group))
    return changing.change(
        record=recommendation, values=values, seen=seen, by=by, verb="recommendation.changed"
    )


def move_recommendation(*, recommendation: Recommendation, up: bool, by: Any) -> bool:
    check_by(by, Permission.WRITE_REPORT)
    return changing.move(record=recommendation, up=up, by=by, verb="recommendation.moved")


def take_back_recommendation(*, recommendation: Recommendation, on: date, by: Any) -> None:
    """Before the board has decided. Raises ValidationError where it has: then it stands."""
    check_by(by, Permission.WRITE_REPORT)
    if recommendation.decisions.exists():
        raise ValidationError("The board has decided about this, so it is not taken back.")
    changing.take_back(record=recommendation, on=on, by=by, verb="recommendation.taken_back")


def put_back_recommendation(*, recommendation: Recommendation, by: Any) -> None:
    check_by(by, Permission.WRITE_REPORT)
    changing.put_back(record=recommendation, by=by, verb="recommendation.put_back")


@transaction.atomic
def record_decision(
    *,
    recommendation: Recommendation,
    body: str,
    met_on: date,
    decided: str,
    text: str = "",
    owner: str = "",
    due_on: date | None = None,
    today: date,
    by: Any,
) -> BoardDecision:
    """What a body decided at a meeting. An earlier decision stays beside it; the latest counts."""
    check_by(by, Permission.WRITE_REPORT)
    check_stands(recommendation)
    if met_on > today:
        raise ValidationError({"met_on": "The day of the meeting must be today or earlier."})
    if decided == Decided.AMENDED and not text.strip():
        raise ValidationError({"text": "Say what the board agreed to instead."})
    made = BoardDecision(
        recommendation=recommendation,
        body=body.strip(),
        met_on=met_on,
        decided=decided,
        text=text.strip(),
        owner=owner.strip(),
        due_on=due_on,
        recorded_by=by,
    )
    made.full_clean(exclude=["recorded_by"])
    made.save()
    note(by=by, verb="recommendation.decided", subject=recommendation, detail={"decision": made.pk})
    return made


@transaction.atomic
def follow_up(
    *,
    recommendation: Recommendation,
    said_on: date,
    text: str,
    evidence: str = "",
    done: bool = False,
    today: date,
    by: Any,
) -> FollowUp:
    """What became of it since the board decided. ``done``: nothing is left to do.

    Raises ValidationError before the board has decided.
    """
    check_by(by, Permission.WORK_ON_PLAN)
    check_stands(recommendation)
    check_said_on(said_on, today)
    if not recommendation.decisions.exists():
        raise ValidationError("Record what the board decided first.")
    said = FollowUp(
        recommendation=recommendation,
        said_on=said_on,
        text=text.strip(),
        evidence=evidence.strip(),
        done=done,
        said_by=by,
    )
    said.full_clean(exclude=["said_by"])
    said.save()
    note(by=by, verb="recommendation.followed_up", subject=recommendation, detail={"follow_up": said.pk})
    return said
