"""What may be done with a concern, by whom, and what must be said."""

from __future__ import annotations

from datetime import date
from typing import Any

from django.core.exceptions import ValidationError

from holdfast.casework.access.roles import Permission
from holdfast.casework.access.rules import check_by, may
from holdfast.casework.people.models import AllocationRole, Worker
from holdfast.casework.people.queries import responsible_on
from holdfast.casework.reviews.rules import check_theirs
from holdfast.domain.wording import long_date

from .models import Concern, Effect, Stage, Told

LONGEST_REASON = 300


class Refused(Exception):
    """A move of a concern was not made; the words say why and what to do."""


class NotNow(Refused):
    """The table of moves does not allow it as the concern stands; the words say what it allows."""


class Moved(Refused):
    """Somebody else moved the concern after the page was opened. Nothing of either is lost."""

    def __init__(self) -> None:
        super().__init__(
            "This concern was moved on after you opened the page. See how it stands now, "
            "and do it again if it is still needed."
        )


class NotAsked(Refused):
    """Only the person a stage is put to answers it."""


class OwnConcern(Refused):
    """Nobody answers a concern they raised, nor one about a child whose reviewing officer they are."""


def entered_meanwhile() -> ValidationError:
    """Two entered the same at once: the second is told."""
    return ValidationError(
        "Somebody entered the same a moment ago. Look at the list: it stands there already."
    )


def check_officer(by: Any, child_id: int) -> None:
    """Raises NotAllowed unless they see concerns through, NotYours when the child is not theirs."""
    check_theirs(by, Permission.RAISE_CONCERNS, child_id)


def check_answers(by: Any, stage: Stage, on: date) -> None:
    """Raises NotAllowed, NotAsked or OwnConcern unless a stage is theirs to answer. None is the command line."""
    if by is None:
        return
    check_by(by, Permission.ANSWER_CONCERNS)
    worker = Worker.objects.filter(user=by).first()
    if worker is None:
        raise NotAsked(
            "Your account is not linked to a worker, so no concern can be put to you. Ask your IRO manager to link "
            "it to your name among the workers; what is put to you then is yours to answer."
        )
    why = not_theirs_to_answer(worker, stage.concern, on)
    if why:
        raise OwnConcern(why)
    if stage.asked_id != worker.pk:
        asked = stage.asked.name if stage.asked else "nobody"
        raise NotAsked(
            f"“{stage.name}” is put to {asked}, and only they can answer it. "
            "If it should be put to you, ask the reviewing officer to hand it to you."
        )


def check_asked(worker: Worker, concern: Concern, on: date) -> None:
    """Raises ValidationError for somebody a concern cannot be put to."""
    why = not_theirs_to_answer(worker, concern, on)
    if why:
        raise ValidationError({"asked": f"{why} Choose somebody else."})


def not_theirs_to_answer(worker: Worker, concern: Concern, on: date) -> str:
    """Why this worker may not answer a concern, as a sentence; blank where nothing speaks against it."""
    raised = worker.pk == concern.officer_id or (
        worker.user_id is not None and worker.user_id == concern.raised_by_id
    )
    if raised:
        return f"{worker.name} raised this concern, and nobody answers a concern of their own."
    if responsible_on(on, AllocationRole.IRO).filter(child=concern.child_id, worker=worker).exists():
        return f"{worker.name} is the reviewing officer of this child, and so does not answer for them."
    return ""


def cannot_sign_in(worker: Worker) -> str:
    """Why somebody a concern is put to could not answer it here, as a sentence; blank where they could."""
    if worker.user is None or not worker.user.is_active:
        return (
            f"{worker.name} does not sign in, so they could not answer here. Ask your IRO manager to give them "
            "an account, or put it to somebody else."
        )
    if not may(worker.user, Permission.ANSWER_CONCERNS):
        return (
            f"The role of {worker.name} does not answer concerns. Ask your IRO manager to give them another, "
            "or put it to somebody else."
        )
    return ""


def check_text(text: str, field: str, sentence: str) -> str:
    """The text without the blanks around it. Raises ValidationError with the sentence where nothing is left."""
    text = (text or "").strip()
    if not text:
        raise ValidationError({field: sentence})
    return text


def check_reason(text: str, field: str, sentence: str) -> str:
    """The same for a reason, which is short. Raises ValidationError."""
    text = check_text(text, field, sentence)
    if len(text) > LONGEST_REASON:
        raise ValidationError(
            {field: f"This is longer than {LONGEST_REASON} characters. Say it in a sentence or two."}
        )
    return text


def check_day(concern: Concern, on: date) -> None:
    """Raises ValidationError for a day before something that is recorded of the concern already."""
    known = [concern.raised_on, concern.closed_on]
    for one in concern.stages.all():
        known += [one.opened_on, one.answered_on, one.passed_over_on]
    for pause in concern.pauses.all():
        known += [pause.starts, pause.ends]
    last = max(day for day in known if day)
    if on < last:
        raise ValidationError(
            {"on": f"This is before {long_date(last)}, when the concern last moved. Enter a later day."}
        )


def check_effect(concern: Concern, told: dict[str, Any], on: date) -> dict[str, Any]:
    """The closing facts put in order. Raises ValidationError, a sentence per field, for what is missing."""
    effect = told["effect"]
    words = {key: (told.get(key) or "").strip() for key in ("what_changed", "evidence")}
    changed_on = told.get("changed_on")
    wrong: dict[str, str] = {}
    if effect not in Effect.values or effect == Effect.WITHDRAWN:
        wrong["effect"] = "Say what came of it for the child. To take the concern back, use “Take it back”."
    if effect in (Effect.FULL, Effect.PARTIAL):
        if not words["what_changed"]:
            wrong["what_changed"] = "Write what changed for the child."
        if not words["evidence"]:
            wrong["evidence"] = "Write how you know: what you saw, who told you, or which document says so."
        if changed_on is None:
            wrong["changed_on"] = "Enter the day on which it changed."
    elif not words["what_changed"]:
        wrong["what_changed"] = (
            "Write what overtook it."
            if effect == Effect.OVERTAKEN
            else "Nothing changed: write why the concern is closed all the same."
        )
    if changed_on is not None and effect == Effect.NONE:
        wrong["changed_on"] = "You say that nothing changed. Leave the day empty, or choose another effect."
    elif changed_on is not None and not concern.raised_on <= changed_on <= on:
        wrong["changed_on"] = (
            f"Enter a day from {long_date(concern.raised_on)}, when it was raised, to {long_date(on)}."
        )
    wrong |= wrongly_told(told, on)
    if wrong:
        raise ValidationError(wrong)
    return {"effect": effect, **words, "changed_on": changed_on, **telling(told)}


def wrongly_told(told: dict[str, Any], on: date) -> dict[str, str]:
    """What is missing of whether the child was told, a sentence per field."""
    answer, day = told.get("child_told") or "", told.get("child_told_on")
    if answer not in Told.values:
        return {"child_told": "Say whether the child has been told."}
    if answer == Told.YES and day is None:
        return {"child_told_on": "Enter the day on which the child was told."}
    if answer == Told.YES and day > on:
        return {"child_told_on": "This day is still to come. Choose “Not yet” until the child is told."}
    why = (told.get("child_told_why") or "").strip()
    if answer == Told.NOT_RIGHT and not why:
        return {"child_told_why": "Write why it is not right to tell the child."}
    if len(why) > LONGEST_REASON:
        return {"child_told_why": f"This is longer than {LONGEST_REASON} characters. Say it in a sentence."}
    return {}


def telling(told: dict[str, Any]) -> dict[str, Any]:
    """Whether the child was told, with the day or the reason that belongs to the answer and no other."""
    answer = told["child_told"]
    return {
        "child_told": answer,
        "child_told_on": told.get("child_told_on") if answer == Told.YES else None,
        "child_told_why": (told.get("child_told_why") or "").strip() if answer == Told.NOT_RIGHT else "",
    }
