"""The desk of the officer who signs in, and what waits for the others: one of each thing that can be under way."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from holdfast.casework.drafts import actions as drafts
from holdfast.casework.midway import actions as midway
from holdfast.casework.midway.models import MidwayCheck
from holdfast.casework.people import actions as people
from holdfast.casework.people.models import AllocationRole, Child, Worker
from holdfast.casework.people.queries import responsible_on
from holdfast.casework.records import actions as records
from holdfast.casework.records.models import Answer, Record, Release
from holdfast.casework.reviews import actions as reviews
from holdfast.casework.reviews.models import ReviewKind, TriggerAnswer
from holdfast.demo.authority import Authority
from holdfast.demo.loading.words import words
from holdfast.demo.quarters import TODAY
from holdfast.domain import working_days

_OFFICER = "iro-1"
_MOVES_ON = date(2017, 4, 10)
_HOW_MANY_MOVE = 6


def fill(authority: Authority, children: dict[str, Child], workers: dict[str, Worker]) -> None:
    """Triggers waiting for an answer, a draft, an objection, and an officer whose children move to another."""
    mine = _in_care(authority, children, workers[_OFFICER])
    _log_triggers(mine)
    _object(workers)
    _ask_halfway(workers)
    _keep_a_draft(workers[_OFFICER])
    _move_some(authority, children, workers)


def _in_care(authority: Authority, children: dict[str, Child], officer: Worker) -> Iterator[Child]:
    theirs = set(
        responsible_on(TODAY, AllocationRole.IRO)
        .filter(worker=officer)
        .values_list("child__number", flat=True)
    )
    here = [life for life in authority.children if life.in_care_on(TODAY) and life.number in theirs]
    return iter([children[life.number] for life in here if life.age_on(TODAY) >= 6])


def _log_triggers(mine: Iterator[Child]) -> None:
    """One waiting for the officer's answer, and one of each answer."""
    waiting = (("placement_ends", date(2017, 3, 27), date(2017, 3, 29), "Notice of four weeks was given."),)
    for code, happened, told, note in waiting:
        reviews.log_trigger(
            child=next(mine), code=code, happened_on=happened, told_on=told, note=note, by=None
        )
    answered = (
        (
            "moved",
            TriggerAnswer.REVIEW,
            "An unplanned move: the plan has to be looked at.",
            date(2017, 4, 21),
        ),
        ("moved", TriggerAnswer.CONTACT, "I will see the child first, and decide then.", None),
        ("moved", TriggerAnswer.NOTE, "A planned move, agreed at the last review.", None),
    )
    for code, answer, reason, by_when in answered:
        trigger = reviews.log_trigger(
            child=next(mine), code=code, happened_on=date(2017, 3, 9), told_on=date(2017, 3, 13), by=None
        )
        reviews.answer_trigger(
            trigger=trigger,
            answer=answer,
            reason=reason,
            review_by=by_when,
            answered_on=date(2017, 3, 15),
            by=None,
        )


def _object(workers: dict[str, Worker]) -> None:
    """The manager who signs in objects to a decision, and the officer has not answered yet."""
    theirs = responsible_on(TODAY, AllocationRole.SOCIAL_WORKER).filter(
        worker__manager=workers["team_manager-1"]
    )
    waiting = Release.objects.filter(
        review__kind=ReviewKind.CARE, answers__isnull=True, review__child__in=theirs.values("child")
    )
    found = waiting.select_related("review__child", "review__chair").order_by("released_on", "pk")
    release = min(found, key=lambda one: one.review.chair != workers[_OFFICER], default=None)
    if release is None:
        return
    records.answer_decisions(
        release=release,
        answer=Answer.OBJECTS,
        text=words()["objection"]["why"][0],
        decision=release.review.decisions.order_by("number").first(),
        name=workers["team_manager-1"].name,
        on=TODAY,
        by=None,
    )


def _ask_halfway(workers: dict[str, Worker]) -> None:
    """The social worker who signs in is asked about decisions: once in time still, once past the day."""
    theirs = responsible_on(TODAY, AllocationRole.SOCIAL_WORKER).filter(worker=workers["social_worker-1"])
    waiting = MidwayCheck.objects.filter(
        review__child__in=theirs.values("child"),
        review__releases__isnull=False,
        done_on=None,
        waived_on=None,
        closed_on=None,
        asked_on=None,
    )
    for check, days in zip(waiting.distinct().order_by("due_on", "pk"), (8, 2), strict=False):
        midway.ask(check=check, on=working_days.subtract(TODAY, days), by=None)


def _keep_a_draft(officer: Worker) -> None:
    """Something the officer typed into a record and has not saved."""
    record = (
        Record.objects.filter(review__chair=officer, review__kind=ReviewKind.CARE, signed_on__isnull=True)
        .order_by("-review__completed_on")
        .first()
    )
    if record is None or officer.user is None:
        return
    drafts.keep(
        form=f"record:{record.review.public_id}",
        content={"officer_view": "I would like to say something about how long the assessment took, and "},
        step=1,
        child=record.review.child_id,
        by=officer.user,
    )


def _move_some(authority: Authority, children: dict[str, Child], workers: dict[str, Worker]) -> None:
    """One officer's children go to another in ten days; brothers and sisters stay together, so only those alone."""
    alone = {life.number for life in authority.children if not life.family}
    here = responsible_on(TODAY, AllocationRole.IRO).filter(worker=workers["iro-5"], ends=None)
    numbers = (
        here.filter(child__number__in=alone).order_by("child_id").values_list("child__number", flat=True)
    )
    pairs = [(children[number], workers["iro-6"]) for number in list(numbers)[:_HOW_MANY_MOVE]]
    people.move_caseload(from_worker=workers["iro-5"], to=pairs, starts=_MOVES_ON, by=None)
