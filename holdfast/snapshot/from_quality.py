"""Statistical tables of officers' judgements and concerns, and of steps between tiers: one query or few for each.

Read as the records stood on a day: what was finished, raised, opened or closed later is not there yet.
"""

from __future__ import annotations

from collections.abc import Callable
from itertools import groupby
from typing import Any

from django.db.models import Q

from holdfast.casework.monitors.models import MonitorAnswer, MonitorKind
from holdfast.casework.monitors.versions import question_changes
from holdfast.casework.resolution.categories import all_categories
from holdfast.casework.resolution.models import Concern, Effect, Stage
from holdfast.casework.tiers.queries import spans_of
from holdfast.domain.tiers import back_on, steps_of
from holdfast.domain.working_days import count_between
from holdfast.snapshot.from_work import KINDS, Rows, Work

#: the questions of a monitor that figures are made of, in the order of their columns
QUESTIONS = ("legal_status_right", "placement_meets_needs", "corporate_parenting", "care_plan_quality")


def _monitors(work: Work) -> Rows:
    answers: dict[int, dict[str, Any]] = {}
    given = MonitorAnswer.objects.filter(
        question__in=QUESTIONS, monitor__finished_on__lte=work.on, monitor__review__in=work.reviews()
    )
    for review, question, value in given.order_by().values_list("monitor__review_id", "question", "value"):
        answers.setdefault(review, {})[question] = value
    rows = work.reviews().filter(completed_on__lte=work.on).order_by("pk")
    for pk, child, kind, completed_on, finished_on, version in rows.values_list(
        *("pk", "child__number", "kind", "completed_on", "monitor__finished_on", "monitor__asked__number")
    ):
        finished = finished_on if finished_on and finished_on <= work.on else None
        theirs = answers.get(pk, {})
        words = (_word(theirs.get(question)) for question in QUESTIONS)
        yield child, KINDS[kind], completed_on, finished, version, *words


def _word(value: Any) -> str | None:
    """One option's key; a list, which these questions do not ask for, as its keys."""
    return value if value is None or isinstance(value, str) else " ".join(map(str, value))


def _question_changes(work: Work) -> Rows:
    for kind in MonitorKind.values:
        for question, version, changed_on in question_changes(kind):
            if changed_on <= work.on:
                yield kind, question, version, changed_on


def _concerns(work: Work) -> Rows:
    heads = {one.code: one.group for one in all_categories(work.on)}
    rows = Concern.objects.filter(child__in=work.among, raised_on__lte=work.on).order_by("pk")
    for child, public_id, category, raised_on, closed_on, effect in rows.values_list(
        "child__number", "public_id", "category", "raised_on", "closed_on", "effect"
    ):
        head = heads.get(category)
        if closed_on is None or closed_on > work.on:
            yield child, str(public_id), category, head, raised_on, None, None, None
        else:
            days = count_between(raised_on, closed_on)
            yield child, str(public_id), category, head, raised_on, closed_on, effect, days


def _stages(work: Work) -> Rows:
    stands = Q(opened_on__lte=work.on) | Q(opened_on__isnull=True, passed_over_on__lte=work.on)
    rows = Stage.objects.filter(stands, concern__child__in=work.among).order_by("pk")
    for child, concern, number, opened_on, effect, closed_on in rows.values_list(
        "concern__child__number",
        "concern__public_id",
        "number",
        "opened_on",
        "concern__effect",
        "concern__closed_on",
    ):
        withdrawn = effect == Effect.WITHDRAWN and closed_on is not None and closed_on <= work.on
        yield child, str(concern), number, opened_on, closed_on if withdrawn else None


def _tier_steps(work: Work) -> Rows:
    numbers = work.children
    steps = (step for step in steps_of(spans_of(work.among)) if step.on <= work.on)
    for child, theirs in groupby(steps, key=lambda step: step.child):
        mine = list(theirs)
        for nth, step in enumerate(mine):
            back = back_on(step, mine[nth + 1 :])
            yield (
                *(numbers[int(child)].number, str(step.from_tier), str(step.to_tier)),
                *(step.on, back, work.passed),
            )


#: statistical table -> its rows, columns in the order of ``indicators.tables``
TABLES: dict[str, Callable[[Work], Rows]] = {
    "monitors": _monitors,
    "question_changes": _question_changes,
    "concerns": _concerns,
    "stages": _stages,
    "tier_steps": _tier_steps,
}
