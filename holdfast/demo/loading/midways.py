"""The checks halfway between reviews: done, answered, asked, waived, and some whose day went by."""

from __future__ import annotations

from collections import defaultdict
from datetime import date
from random import Random

from holdfast.casework.midway.models import MidwayAnswer, MidwayCheck, MidwayEntry
from holdfast.casework.records.models import Decision, DecisionStatus, Release
from holdfast.casework.reviews.models import Review, ReviewKind
from holdfast.demo.authority import Authority
from holdfast.demo.chance import weighted
from holdfast.demo.loading.words import words
from holdfast.demo.quarters import TODAY
from holdfast.demo.rhythm import latest
from holdfast.domain import midway as law
from holdfast.domain import working_days

_HOW_FAR = {"done": 52, "answered": 8, "asked": 12, "waiting": 20, "waived": 8}
_WAIVED = "The officer sees the child every week in the weeks between these reviews."
_ANSWERS = {DecisionStatus.DONE: 66, DecisionStatus.PART: 20, DecisionStatus.NOT_DONE: 14}


def set_up(chance: Random, authority: Authority, reviews: list[Review]) -> None:
    """A check after each review of a child in care, as far as it had come by today."""
    lives = {life.number: life for life in authority.children}
    decisions: dict[int, list[Decision]] = defaultdict(list)
    for decision in Decision.objects.order_by("number"):
        decisions[decision.review_id].append(decision)
    released = set(Release.objects.values_list("review_id", flat=True))
    checks, answers, entries = [], [], []
    for review in reviews:
        life = lives.get(review.child.number)
        if review.kind != ReviewKind.CARE or life is None:
            continue
        days = [day for day, _ in life.reviews]
        done = [day for day in days if day <= review.completed_on]
        following = next((day for day in days if day > review.completed_on), None)
        due, _ = latest(life, done)
        check = MidwayCheck(review=review, due_on=law.halfway(review.completed_on, due))
        checks.append(check)
        if check.due_on > TODAY or (life.left is not None and life.left <= check.due_on):
            continue
        how_far = weighted(chance, _HOW_FAR) if review.pk in released else "waiting"
        _go(check, how_far)
        if how_far in ("done", "answered"):
            answers += [_answer(chance, check, one) for one in decisions[review.pk]]
        if how_far == "done" and chance.random() < 0.2:
            entries += _entries(check)
        if check.done_on is None and check.waived_on is None and following is not None:
            check.closed_on = following
    MidwayCheck.objects.bulk_create(checks, batch_size=500)
    MidwayAnswer.objects.bulk_create(answers, batch_size=500)
    MidwayEntry.objects.bulk_create(entries)


def _go(check: MidwayCheck, how_far: str) -> None:
    completed = check.review.completed_on
    if how_far == "waived":
        check.waived_on, check.waived_why = check.due_on, _WAIVED
    if how_far in ("done", "answered", "asked"):
        check.asked_on = max(working_days.subtract(check.due_on, 6), working_days.add(completed, 1))
    if how_far in ("done", "answered"):
        check.answered_on = _by_today(working_days.add(check.asked_on, 4))
    if how_far == "done":
        check.done_on = _by_today(max(check.due_on, check.answered_on))
        check.summary = words()["midway"]["found"][check.review_id % 2]


def _by_today(day: date) -> date:
    return min(day, TODAY)


def _answer(chance: Random, check: MidwayCheck, decision: Decision) -> MidwayAnswer:
    status = weighted(chance, _ANSWERS)
    note = "" if status == DecisionStatus.DONE else "Asked for, and not there yet."
    return MidwayAnswer(check_of=check, decision=decision, status=status, note=note)


def _entries(check: MidwayCheck) -> list[MidwayEntry]:
    said = words()["midway"]
    challenged = check.answered_on
    changed = _by_today(working_days.add(challenged, 8))
    return [
        MidwayEntry(check_of=check, kind="challenge", text=said["challenge"], happened_on=challenged),
        MidwayEntry(check_of=check, kind="effect", text=said["effect"], happened_on=changed),
    ]
