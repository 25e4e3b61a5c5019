"""Invented monitors: begun, half filled in, or finished with the answers figures count."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

from holdfast.casework.monitors import actions
from holdfast.casework.monitors.models import Monitor, MonitorAnswer
from holdfast.casework.monitors.queries import questions_of
from holdfast.casework.monitors.sheet import sheet_of
from holdfast.casework.reviews.models import Review
from holdfast.domain.questionnaires.answering import options
from holdfast.domain.questionnaires.questions import AnswerType, Question, Questionnaire

#: what is answered where nothing else is said
GOOD = {"care_plan_quality": "good", "corporate_parenting": "good", "plan_quality": "good"}


def begun(review: Review, answers: Mapping[str, Any] | None = None, on: date | None = None) -> Monitor:
    """A monitor with these answers, not finished."""
    made = actions.start(review=review, on=on or review.held_on or date(2016, 6, 1), by=None)
    kept = actions.keep(monitor=made, answers=dict(answers or {}), step=made.step, by=None)
    assert not kept.wrong, kept.wrong
    return made


def finished(review: Review, answers: Mapping[str, Any] | None = None, on: date | None = None) -> Monitor:
    """A monitor in which everything that must be answered is: with these answers, and with plain ones for the rest."""
    day = on or review.completed_on
    made = begun(review, {**good_for(review), **dict(answers or {})}, day)
    fill_in(made, day)
    return actions.finish(monitor=made, on=day, by=None)


def bare(review: Review, answers: Mapping[str, Any], on: date | None = None) -> Monitor:
    """A finished monitor with just these answers, put into the tables without asking anything: for figures."""
    day = on or review.completed_on
    made = actions.start(review=review, on=day, by=None)
    MonitorAnswer.objects.bulk_create(
        MonitorAnswer(monitor=made, question=key, value=value) for key, value in answers.items()
    )
    made.finished_on = day
    made.save()
    return made


def good_for(review: Review) -> dict[str, str]:
    """Of the good ratings those this kind of review is asked for."""
    asked = questions_of(actions.start(review=review, on=review.held_on, by=None))
    return {key: value for key, value in GOOD.items() if asked.question(key) is not None}


def fill_in(monitor: Monitor, on: date) -> None:
    """Answer what is still open, follow-ups included, plainly."""
    for _ in range(20):
        sheet = sheet_of(monitor, on)
        if not sheet.unanswered:
            return
        answers = {one.key: plain_answer(one, sheet.questions) for one in sheet.unanswered}
        kept = actions.keep(monitor=monitor, answers=answers, step=monitor.step, by=None)
        assert not kept.wrong, kept.wrong
    raise AssertionError(f"Still open: {[one.key for one in sheet.unanswered]}")


def plain_answer(question: Question, asked: Questionnaire) -> str | list[str]:
    """An answer that can be given and leads to no further question where there is one; a day, 1, or a few words."""
    conditions = [condition for one in asked.questions() for condition in one.when]
    leading_on = {
        key for condition in conditions if condition.question == question.key for key in condition.is_one_of
    }
    keys = [one.key for one in options(question)]
    if question.type is AnswerType.SCALE4:
        return "good"
    if keys:
        plain = next((key for key in keys if key not in leading_on), keys[0])
        return [plain] if question.type is AnswerType.MANY else plain
    plain = {AnswerType.DATE: "2016-05-20", AnswerType.NUMBER: "1", AnswerType.TEXT: "As the plan says."}
    return plain[question.type]
