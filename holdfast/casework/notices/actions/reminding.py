"""Reminding whoever a concern is put to: two working days before the day, and on the day after it passed."""

from __future__ import annotations

from datetime import date
from typing import Any

from django.conf import settings

from holdfast.casework.notices.concern_turns import concern_turns
from holdfast.casework.notices.turn import Turn, What
from holdfast.casework.resolution.facts import RECORDS_OF_A_CONCERN
from holdfast.casework.resolution.models import Concern, Stage
from holdfast.casework.service.queries import book as book_in_force
from holdfast.domain import working_days
from holdfast.domain.wording import weekday_and_date

from .writing import write

#: working days before the last day on which the first reminder goes
BEFORE = 2
#: so many working days after the day has passed nobody is reminded of it for the first time
STALE_AFTER = 5


def remind_of_concerns(*, on: date, by: Any) -> int:
    """Write the reminders that are due; how many. Each once for a person, a stage and a day, however often this runs.

    Asked less than two working days before the day, nobody is reminded on the day they were asked.
    """
    waiting = Concern.objects.filter(closed_on=None, raised_on__lte=on).prefetch_related(
        *RECORDS_OF_A_CONCERN
    )
    turns = concern_turns(waiting.order_by("id"), on, book_in_force())
    return sum(_remind(turn, on, by) for turn in turns if turn.what is What.ANSWER_CONCERN)


def template_of(due: date, since: date, on: date) -> str:
    """Which reminder is due for an answer on a day; blank where none is."""
    if on > due:
        return "concern_passed" if on <= working_days.add(due, STALE_AFTER) else ""
    near = working_days.subtract(due, BEFORE) <= on
    return "concern_soon" if near and on > since else ""


def _remind(turn: Turn, on: date, by: Any) -> int:
    worker, since = turn.asked, turn.since
    if worker is None or since is None or turn.due is None or not worker.email:
        return 0
    template = template_of(turn.due, since, on)
    if not template:
        return 0
    stage = _stage(turn)
    letter = write(
        template=template,
        to=worker.email,
        key=f"{template}|{stage.pk}|{worker.pk}|{turn.due}",
        user=worker.user,
        by=by,
        child=turn.child,
        day=weekday_and_date(turn.due),
        since=weekday_and_date(since),
        address=f"{settings.SERVICE_ADDRESS.rstrip('/')}/concerns/{turn.concern.public_id}",
    )
    return 1 if letter else 0


def _stage(turn: Turn) -> Stage:
    return max(turn.concern.stages.all(), key=lambda one: one.number)
