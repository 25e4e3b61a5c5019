"""Versions of a questionnaire: a draft is made, changed, published from a day on, and never changed after."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone

from holdfast.casework.access.roles import Permission
from holdfast.casework.access.rules import check_by
from holdfast.casework.audit.actions import record
from holdfast.casework.service.rules import FIRST_DAY, LAST_DAY
from holdfast.domain.questionnaires.changes import breaks_series, changed, changed_question
from holdfast.domain.questionnaires.checking import faults
from holdfast.domain.questionnaires.questions import Question, Questionnaire, content_of, read
from holdfast.domain.questionnaires.shipped import shipped
from holdfast.domain.wording import long_date

from .models import MonitorKind, QuestionSet

#: How many changes of a draft can be taken back, one after the other.
KEPT_CHANGES = 50


class ChangedMeanwhile(Exception):
    """Somebody else changed, published or dropped the draft after the page was opened; nothing was written."""

    def __init__(self) -> None:
        super().__init__(
            "Somebody else changed this draft after you opened it. Nothing of yours was saved yet: look at the "
            "draft as it is now, and do it again if it is still right."
        )


@transaction.atomic
def first_version(*, kind: str, by: Any) -> QuestionSet:
    """Version 1: the questionnaire shipped with the service, written down once, in force since ever."""
    found = QuestionSet.objects.filter(kind=kind, number=1).first()
    if found is not None:
        return found
    made, is_new = QuestionSet.objects.get_or_create(
        kind=MonitorKind(kind),
        number=1,
        defaults={
            "content": content_of(shipped(kind)),
            "from_date": FIRST_DAY,
            "reason": "Shipped with the service.",
            "published_at": timezone.now(),
        },
    )
    if is_new:
        record(by=by, verb="questions.shipped", subject=made, detail={"kind": kind, "number": 1})
    return made


@transaction.atomic
def begin_draft(*, kind: str, by: Any) -> QuestionSet:
    """The draft of the next version, as the newest published one stands; the one there is, if one was begun.

    Raises NotAllowed.
    """
    check_by(by, Permission.SET_RULES)
    first_version(kind=kind, by=by)
    every = QuestionSet.objects.filter(kind=kind).order_by("number")
    every.select_for_update().first()  # who comes second waits here, and reads below what the first began
    newest = every.last()
    if newest.published_at is None:
        return newest
    draft = QuestionSet.objects.create(kind=kind, number=newest.number + 1, content=newest.content)
    record(by=by, verb="questions.begun", subject=draft, detail=_which(draft))
    return draft


@transaction.atomic
def change_draft(
    *, draft: QuestionSet, content: Mapping[str, Any], step: int, by: Any, about: str = ""
) -> QuestionSet:
    """Put another content in a draft. ``step``: of the page it was changed on; ``about``: the key of what was changed.

    Raises NotAllowed, ChangedMeanwhile, or ValidationError where the content is no questionnaire of this kind.
    """
    held = _held(draft, step, by)
    after = content_of(_readable(held.kind, content))
    if after == held.content:
        return held
    held.undo = [*held.undo, _way_back(held.content, after)][-KEPT_CHANGES:]
    held.content, held.step = after, held.step + 1
    held.save(update_fields=["content", "step", "undo"])
    record(by=by, verb="questions.changed", subject=held, detail={**_which(held), "about": about})
    return held


@transaction.atomic
def take_change_back(*, draft: QuestionSet, step: int, by: Any) -> QuestionSet:
    """The last change of a draft is undone. Raises NotAllowed, ChangedMeanwhile; ValidationError when there is none."""
    held = _held(draft, step, by)
    if not held.undo:
        raise ValidationError("No change of this draft is left to take back.")
    *earlier, last = held.undo
    sections = {one["key"]: one for one in held.content["sections"]} | last["sections"]
    held.content = {**held.content, "sections": [sections[key] for key in last["order"]]}
    held.undo, held.step = earlier, held.step + 1
    held.save(update_fields=["content", "step", "undo"])
    record(by=by, verb="questions.change_taken_back", subject=held, detail=_which(held))
    return held


@transaction.atomic
def drop_draft(*, draft: QuestionSet, step: int, by: Any) -> None:
    """The draft is thrown away; what is published stays. Raises NotAllowed, ChangedMeanwhile."""
    held = _held(draft, step, by)
    record(by=by, verb="questions.dropped", subject=held, detail=_which(held))
    held.delete()


@transaction.atomic
def publish(*, draft: QuestionSet, from_date: date, reason: str, step: int, on: date, by: Any) -> QuestionSet:
    """New monitors ask this version from ``from_date`` on; it is never changed again. ``on``: today.

    Raises NotAllowed, ChangedMeanwhile, ValidationError with a sentence per field: faults, no change, no reason, or a
    first day that is gone by or not after that of the version before.
    """
    held = _held(draft, step, by)
    before = published(held.kind)[-1]
    wrong = _wrong_day(from_date, before, on)
    if not reason.strip():
        wrong["reason"] = "Say what changed and why, for those who read the figures later."
    if wrong:
        raise ValidationError(wrong)
    asked = read(held.content)
    if found := faults(asked):
        raise ValidationError(found)
    if held.content == before.content:
        raise ValidationError(f"Nothing differs from version {before.number}. Change something first.")
    held.from_date, held.reason = from_date, reason.strip()
    held.published_at, held.published_by, held.undo = timezone.now(), by, []
    held.step += 1
    held.save()
    keys = sorted({one.question for one in changed(read(before.content), asked)})
    record(by=by, verb="questions.published", subject=held, detail={**_which(held), "questions": keys})
    return held


def published(kind: str) -> list[QuestionSet]:
    """The published versions of a questionnaire, the first one first; none while only the shipped one is asked."""
    found = QuestionSet.objects.filter(kind=kind, published_at__isnull=False).select_related("published_by")
    return list(found.order_by("number"))


def draft_of(kind: str) -> QuestionSet | None:
    """The draft of the next version, if one is begun."""
    return QuestionSet.objects.filter(kind=kind, published_at__isnull=True).first()


def keys_ever(kind: str) -> frozenset[str]:
    """Every key a question of this questionnaire ever had, drafts included; none is given to another question."""
    contents = QuestionSet.objects.filter(kind=kind).order_by().values_list("content", flat=True)
    return frozenset(one.key for content in contents for one in read(content).questions())


def question_changes(kind: str) -> list[tuple[str, int, date]]:
    """(question, version, first day) of each change that breaks a figure's series, in the order of the versions.

    A question that was left out for a while is laid beside the last version that asked it.
    """
    found: list[tuple[str, int, date]] = []
    last: dict[str, Question] = {}
    for version in published(kind):
        asked = {one.key: one for one in read(version.content).questions()}
        for key, one in asked.items():
            if key in last and any(breaks_series(each) for each in changed_question(last[key], one)):
                found.append((key, version.number, version.from_date))
        last |= asked
    return found


def _held(draft: QuestionSet, step: int, by: Any) -> QuestionSet:
    """The draft, locked, as it stood on the page. Raises NotAllowed, ChangedMeanwhile."""
    check_by(by, Permission.SET_RULES)
    held = QuestionSet.objects.select_for_update().filter(pk=draft.pk).first()
    if held is None or held.published_at is not None or held.step != step:
        raise ChangedMeanwhile
    return held


def _readable(kind: str, content: Mapping[str, Any]) -> Questionnaire:
    try:
        found = read(content)
    except (KeyError, TypeError, ValueError):
        raise ValidationError("This is no questionnaire: a part of it is missing or misspelt.") from None
    if found.kind != kind:
        raise ValidationError("This is the questionnaire of another kind of review.")
    return found


def _way_back(before: Mapping[str, Any], after: Mapping[str, Any]) -> dict[str, Any]:
    """What leads from a content back to the one before: the order of its sections, and those that differ, in full."""
    now = {one["key"]: one for one in after["sections"]}
    return {
        "order": [one["key"] for one in before["sections"]],
        "sections": {one["key"]: one for one in before["sections"] if now.get(one["key"]) != one},
    }


def _wrong_day(from_date: date, before: QuestionSet, on: date) -> dict[str, str]:
    if from_date < on:
        return {
            "from_date": f"The first day must be {long_date(on)} or later: what was asked before then was asked with "
            f"version {before.number} and stays so."
        }
    if from_date <= before.from_date:
        return {
            "from_date": f"Version {before.number} is asked from {long_date(before.from_date)}. Choose a later day."
        }
    if from_date > LAST_DAY:
        return {"from_date": f"Check the year: the last day that can be given is {long_date(LAST_DAY)}."}
    return {}


def _which(version: QuestionSet) -> dict[str, Any]:
    return {"kind": version.kind, "number": version.number}
