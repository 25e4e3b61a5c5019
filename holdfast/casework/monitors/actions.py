"""Monitors: begun, filled in bit by bit, finished, and opened again with a reason."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone

from holdfast.casework.audit.actions import record
from holdfast.casework.preparing.actions import child_seen
from holdfast.casework.provenance.actions import give_reason, keep_what_is_removed, set_fields
from holdfast.casework.provenance.queries import history_of
from holdfast.casework.records.rules import tidy
from holdfast.casework.reviews.models import Review
from holdfast.domain.questionnaires import answering
from holdfast.domain.questionnaires.questions import Question

from . import rules
from .models import From, Monitor, MonitorAnswer
from .queries import monitor_of, questions_of, version_on
from .sheet import Line, Sheet, kept_from, last_monitor, sheet_of
from .versions import first_version

Value = str | list[str]
Answers = Mapping[str, Value]


@dataclass(frozen=True)
class Kept:
    """What became of a saving. ``saved``: the questions whose answer changed; ``wrong``: question -> sentence.

    ``moved``: of the wrong ones, those answered elsewhere since the page was opened. ``step``: for the next saving.
    """

    saved: tuple[str, ...]
    wrong: Mapping[str, str]
    step: int
    moved: tuple[str, ...] = field(default=())


@transaction.atomic
def start(*, review: Review, on: date, by: Any) -> Monitor:
    """The monitor of a review, asked with the version of the day it was held; the one there is, if it was begun.

    However late it is begun, a review of before a new version is not asked it: its answers count beside those of then.

    Raises NotAllowed, NotYours; ValidationError before the review was held.
    """
    rules.check_officer(by, review)
    Review.objects.select_for_update().get(pk=review.pk)
    begun = monitor_of(review)
    if begun is not None:
        return begun
    rules.check_may_begin(review)
    first_version(kind=rules.kind_of(review), by=by)
    asked = version_on(rules.kind_of(review), review.held_on or on)
    made = Monitor.objects.create(review=review, asked=asked, started_on=on, started_by=by)
    _note(by, "monitor.begun", made)
    return made


@transaction.atomic
def keep(*, monitor: Monitor, answers: Answers, step: int, by: Any) -> Kept:
    """Save what is right of these answers and say what is not; a blank takes an answer back.

    ``step``: of the page they were typed on. An answer changed elsewhere since then stays, and is told as wrong here.
    Raises NotAllowed, NotYours; ValidationError once it is finished.
    """
    _hold(monitor, by)
    rules.check_open(monitor)
    questions = questions_of(monitor)
    cleaned = {key: _clean(questions.question(key), value) for key, value in answers.items()}
    wrong = answering.wrong(questions, cleaned, {})
    writing = _Writing(monitor, step, by)
    for key, value in cleaned.items():
        if key not in wrong:
            sentence = writing.put(questions.question(key), value)
            if sentence:
                wrong[key] = sentence
    if writing.saved:
        monitor.step += 1
        monitor.changed_at = {**monitor.changed_at, **dict.fromkeys(writing.saved, monitor.step)}
        monitor.save(update_fields=["step", "changed_at"])
        _note(by, "monitor.saved", monitor, questions=writing.saved)
    return Kept(tuple(writing.saved), wrong, monitor.step, tuple(writing.moved))


@transaction.atomic
def finish(*, monitor: Monitor, on: date, by: Any) -> Monitor:
    """Close the monitor. What is known or kept is written down with the rest, so that it reads the same for ever.

    Raises NotAllowed, NotYours; ValidationError, question -> sentence, for what is still open; one sentence where the
    review is not completed or the monitor finished already.
    """
    _hold(monitor, by)
    rules.check_may_finish(monitor, monitor.review, on)
    sheet = sheet_of(monitor, on)
    wrong = answering.wrong(sheet.questions, _to_check(sheet), sheet.facts)
    wrong |= {one.key: "Answer this question." for one in sheet.unanswered}
    if wrong:
        raise ValidationError(wrong)
    _tell_preparation(sheet, by)
    _write_down(sheet, by)
    set_fields(record=monitor, values={"finished_on": on}, by=by)
    monitor.finished_at, monitor.finished_by = timezone.now(), by
    monitor.step += 1
    monitor.save(update_fields=["finished_at", "finished_by", "step"])
    _note(by, "monitor.finished", monitor)
    return monitor


@transaction.atomic
def reopen(*, monitor: Monitor, why: str, by: Any) -> Monitor:
    """Open a finished monitor again; the reason stays beside it. Raises NotAllowed, NotYours, ValidationError."""
    _hold(monitor, by)
    if monitor.finished_on is None:
        return monitor
    reason = rules.check_reason(why)
    set_fields(record=monitor, values={"finished_on": None}, by=by)
    give_reason(change=history_of(monitor).filter(field="finished_on").last(), reason=reason, by=by)
    monitor.finished_at, monitor.finished_by = None, None
    monitor.step += 1
    monitor.save(update_fields=["finished_at", "finished_by", "step"])
    _note(by, "monitor.reopened", monitor)
    return monitor


class _Writing:
    """Answers put down one after the other on one monitor that is held."""

    def __init__(self, monitor: Monitor, step: int, by: Any) -> None:
        self.monitor, self.step, self.by = monitor, step, by
        self.rows = {one.question: one for one in MonitorAnswer.objects.filter(monitor=monitor)}
        last = last_monitor(monitor.review)
        self.kept = {key: one.value for key, one in kept_from(last, questions_of(monitor)).items()}
        self.saved: list[str] = []
        self.moved: list[str] = []

    def put(self, question: Question | None, value: Value) -> str:
        """A sentence where the answer was changed elsewhere meanwhile; else blank."""
        if question is None:
            return ""
        row = self.rows.get(question.key)
        there = row.value if row is not None and row.origin == From.GIVEN else None
        if value == there or (there is None and not answering.is_answered(value)):
            return ""
        if there is None and value == self.kept.get(question.key):
            return ""  # as last time, and not changed
        if self.monitor.changed_at.get(question.key, 0) > self.step:
            return self._changed_elsewhere(question, there, value)
        self._write(question, row, value)
        self.saved.append(question.key)
        return ""

    def _changed_elsewhere(self, question: Question, there: Value | None, value: Value) -> str:
        if not answering.is_answered(value):
            return ""  # it was blank on the older page; nothing was typed there
        self.moved.append(question.key)
        now = f"“{answering.in_words(question, there)}”" if there is not None else "no answer"
        return (
            f"While this page was open, this was changed elsewhere to {now}, and that stands. "
            "Load the page again, then change it if it is not right."
        )

    def _write(self, question: Question, row: MonitorAnswer | None, value: Value) -> None:
        if not answering.is_answered(value):
            if row is not None:
                keep_what_is_removed(record=row, fields=["value"], by=self.by)
                row.delete()
        elif row is None:
            MonitorAnswer.objects.create(monitor=self.monitor, question=question.key, value=value)
        else:
            _change(row, value, From.GIVEN, None, "", self.by)


def _write_down(sheet: Sheet, by: Any) -> None:
    """One row for each question that applies and has an answer; what no longer applies is taken out."""
    rows = {one.question: one for one in MonitorAnswer.objects.filter(monitor=sheet.monitor)}
    answered = {line.question.key: line for line in sheet.lines if line.value is not None}
    for key, row in rows.items():
        if key not in answered:
            keep_what_is_removed(record=row, fields=["value"], by=by)
            row.delete()
    MonitorAnswer.objects.bulk_create(
        MonitorAnswer(monitor=sheet.monitor, question=key, **_as_row(line))
        for key, line in answered.items()
        if key not in rows
    )
    for key, line in answered.items():
        if key in rows:
            _change(rows[key], *_as_row(line).values(), by)


def _as_row(line: Line) -> dict[str, Any]:
    """What is known without options to choose from is kept in words, so that nothing is looked up later."""
    return {
        "value": line.value,
        "origin": line.origin,
        "as_of": line.as_of,
        "source": line.source[:200],
    }


def _change(row: MonitorAnswer, value: Value, origin: str, as_of: date | None, source: str, by: Any) -> None:
    set_fields(record=row, values={"value": value}, by=by)
    row.origin, row.as_of, row.source = origin, as_of, source
    row.save(update_fields=["origin", "as_of", "source"])


def _to_check(sheet: Sheet) -> Answers:
    """What was typed and applies: what is known is as the service holds it."""
    return {
        line.question.key: line.value
        for line in sheet.lines
        if line.origin in (From.GIVEN, From.KEPT) and line.value is not None
    }


#: fields of `SeenBefore` -> what the monitor's question is known by
_SEEN = {
    "answer": "seen_before",
    "seen_on": "seen_on",
    "how": "seen_how",
    "alone": "seen_alone",
    "why_not": "seen_why_not",
}


def _tell_preparation(sheet: Sheet, by: Any) -> None:
    """Whether the child was seen before is asked once: said here first, it is written where figures count it."""
    by_name = {line.question.known: line for line in sheet.lines if line.question.known in _SEEN.values()}
    first = by_name.get("seen_before")
    if first is None or first.origin != From.GIVEN:
        return
    said: dict[str, Any] = {
        field: by_name[name].value for field, name in _SEEN.items() if name in by_name and by_name[name].value
    }
    if "seen_on" in said:
        said["seen_on"] = date.fromisoformat(said["seen_on"])
    try:
        child_seen(review=sheet.monitor.review, by=by, **said)
    except ValidationError as refusal:
        told = refusal.message_dict.items()
        raise ValidationError(
            {by_name.get(_SEEN[field], first).question.key: sentences for field, sentences in told}
        ) from refusal


def _clean(question: Question | None, value: Value) -> Value:
    """As it is kept: no blanks around it; what may be chosen several times over, in the order of the list."""
    if isinstance(value, list):
        order = [one.key for one in answering.options(question)] if question else []
        return sorted(value, key=lambda one: order.index(one) if one in order else len(order))
    return tidy(value)


def _hold(monitor: Monitor, by: Any) -> None:
    """Keep the monitor from others until the transaction ends, and read it and its review again."""
    rules.check_officer(by, monitor.review)
    monitor.refresh_from_db(from_queryset=Monitor.objects.select_for_update())
    monitor.review = Review.objects.select_related("child", "chair", "protection", "need_plan").get(
        pk=monitor.review_id
    )


def _note(by: Any, verb: str, monitor: Monitor, **more: Any) -> None:
    record(by=by, verb=verb, subject=monitor, detail={"child": monitor.review.child_id, **more})
