"""From stage to stage: opening the next, passing over one, handing it to somebody else, and the answer to it."""

from __future__ import annotations

from datetime import date
from typing import Any

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone

from holdfast.casework.people.models import Worker
from holdfast.casework.resolution import rules
from holdfast.casework.resolution.facts import ladder_of
from holdfast.casework.resolution.models import Concern, Outcome, Stage
from holdfast.domain.resolution.ladders import Rung
from holdfast.domain.resolution.moves import Move

from .holding import hold, moved, put


@transaction.atomic
def open_stage(
    *,
    concern: Concern,
    number: int,
    asked: Worker | None,
    on: date,
    by: Any,
    said: str = "",
    passed_over_why: str = "",
    step: int | None = None,
) -> Stage:
    """Put it to the next stage or a later one; those between are written as passed over, with the reason.

    A stage that waits without an answer is left as it is and says so.
    Raises NotNow, Moved, ValidationError, NotAllowed, NotYours.
    """
    rules.check_officer(by, concern.child_id)
    hold(concern, Move.OPEN, step=step, on=on)
    between, rung = _up_to(concern, number)
    if asked is None:
        raise ValidationError({"asked": "Choose who is asked."})
    rules.check_asked(asked, concern, on)
    if between:
        passed_over_why = rules.check_reason(
            passed_over_why, "passed_over_why", "Say why the stages before it are passed over."
        )
    for one in between:
        _pass_over(concern, one, passed_over_why, on)
    stage = Stage.objects.create(
        opened_on=on, opened_at=timezone.now(), asked=asked, said=said.strip(), **_as_written(concern, rung)
    )
    moved(concern, "concern.stage_opened", by, stage=number)
    return stage


@transaction.atomic
def pass_over(
    *, concern: Concern, number: int, why: str, on: date, by: Any, step: int | None = None
) -> Stage:
    """The next stage is not gone through; it stays on the ladder with the reason. Raises as `open_stage` does."""
    rules.check_officer(by, concern.child_id)
    hold(concern, Move.SKIP, step=step, on=on)
    between, rung = _up_to(concern, number)
    if between:
        raise ValidationError(
            {"number": f"“{between[0].name}” comes before it. Pass over the stages one after the other."}
        )
    why = rules.check_reason(why, "why", "Say why the stage is passed over.")
    stage = _pass_over(concern, rung, why, on)
    moved(concern, "concern.stage_passed_over", by, stage=number)
    return stage


@transaction.atomic
def hand_to(*, stage: Stage, worker: Worker | None, on: date, by: Any, step: int | None = None) -> None:
    """Somebody else is to answer the stage that waits; who was asked before is kept in its history.

    The day by which it is to be answered stays. Raises as `open_stage` does.
    """
    concern = stage.concern
    rules.check_officer(by, concern.child_id)
    hold(concern, Move.HAND_TO, step=step, on=on)
    _check_last(concern, stage, "hand it to somebody else")
    if worker is None:
        raise ValidationError({"worker": "Choose who answers instead."})
    why = rules.not_theirs_to_answer(worker, concern, on)
    if why:
        raise ValidationError({"worker": f"{why} Choose somebody else."})
    if put(stage, {"asked_id": worker.pk}, by):
        moved(concern, "concern.handed_on", by, stage=stage.number)


@transaction.atomic
def answer(
    *,
    stage: Stage,
    outcome: str,
    answer: str,
    on: date,
    by: Any,
    do_by: date | None = None,
    step: int | None = None,
) -> None:
    """What the person asked says to it. Raises NotAllowed, NotAsked, OwnConcern, NotNow, Moved, ValidationError."""
    _answer(stage, Move.ANSWER, outcome, answer, do_by, on, by, step)
    stage.answered_at = timezone.now()
    stage.save(update_fields=["answered_at"])


@transaction.atomic
def correct_answer(
    *,
    stage: Stage,
    outcome: str,
    answer: str,
    on: date,
    by: Any,
    do_by: date | None = None,
    step: int | None = None,
) -> None:
    """An answer written wrongly, put right before the officer has moved on; the day it was given stays."""
    _answer(stage, Move.CORRECT_ANSWER, outcome, answer, do_by, on, by, step)


def _answer(
    stage: Stage,
    move: Move,
    outcome: str,
    words: str,
    do_by: date | None,
    on: date,
    by: Any,
    step: int | None,
) -> None:
    concern = stage.concern
    # locked first, so that the stage is read as it is after whoever came before
    Concern.objects.select_for_update().get(pk=concern.pk)
    stage.refresh_from_db(fields=["asked", "answered_on"])
    rules.check_answers(by, stage, on)
    hold(concern, move, step=step, on=on)
    _check_last(concern, stage, "answer it")
    wrong: dict[str, str] = {}
    if outcome not in Outcome.values:
        wrong["outcome"] = "Say whether you agree."
    if not words.strip():
        wrong["answer"] = "Write what will be done, or why it will not be done."
    if do_by is not None and stage.opened_on and do_by < stage.opened_on:
        wrong["do_by"] = "This is before you were asked. Enter the day by which it will be done."
    if wrong:
        raise ValidationError(wrong)
    values = {"outcome": outcome, "answer": words.strip(), "do_by": do_by}
    if move is Move.ANSWER:
        values["answered_on"] = on
    if put(stage, values, by):
        verb = "concern.answered" if move is Move.ANSWER else "concern.answer_corrected"
        moved(concern, verb, by, stage=stage.number)


def _up_to(concern: Concern, number: int) -> tuple[list[Rung], Rung]:
    """The stages between the last one written and this one, and this one. Raises ValidationError."""
    ladder = ladder_of(concern)
    written = max((one.number for one in concern.stages.all()), default=0)
    rung = ladder.rung(number)
    if rung is None or number <= written:
        ahead = ", ".join(f"“{one.name}”" for one in ladder.rungs if one.number > written)
        raise ValidationError({"number": f"Choose a stage that is still to come: {ahead}."})
    return [one for one in ladder.rungs if written < one.number < number], rung


def _pass_over(concern: Concern, rung: Rung, why: str, on: date) -> Stage:
    return Stage.objects.create(passed_over_on=on, passed_over_why=why, **_as_written(concern, rung))


def _as_written(concern: Concern, rung: Rung) -> dict[str, Any]:
    return {
        "concern": concern,
        "number": rung.number,
        "name": rung.name,
        "role": rung.role,
        "days": rung.days,
    }


def _check_last(concern: Concern, stage: Stage, what: str) -> None:
    """Raises NotNow for a stage that a later one has taken the place of."""
    last = max(concern.stages.all(), key=lambda one: one.number)
    if last.pk != stage.pk:
        raise rules.NotNow(
            f"The concern has gone on to “{last.name}” since, so nobody can {what} any more at “{stage.name}”."
        )
