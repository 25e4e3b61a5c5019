"""Judgements, concerns and steps as statistical tables, read as they stood on a day."""

from __future__ import annotations

from datetime import date
from typing import Any
from uuid import uuid4

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from holdfast.casework.monitors.models import Monitor, MonitorAnswer, QuestionSet
from holdfast.casework.people.models import Child
from holdfast.casework.plans.models import NeedPlan, Protection
from holdfast.casework.resolution.models import Concern, OwnCategory, Stage
from holdfast.casework.reviews.models import Review
from holdfast.casework.tiers.models import TierSpan
from holdfast.domain.questionnaires.questions import (
    AnswerType,
    Question,
    Questionnaire,
    Section,
    content_of,
)
from holdfast.domain.reporting_year import ReportingYear
from holdfast.indicators import engine
from holdfast.indicators.registry import INDICATORS
from holdfast.snapshot import from_casework, from_quality, store
from tests.builders import care, people

pytestmark = pytest.mark.django_db
READ_ON = date(2017, 1, 10)


def rows(table: str, on: date = READ_ON) -> list[tuple[Any, ...]]:
    made = from_casework.tables(on=on, work=[table])[table]
    assert made.schema == store.schema(table)
    return [tuple(row.values()) for row in made.to_pylist()]


def amber(number: str = "A1") -> Child:
    return care.in_care(date(2016, 5, 3), people.child(number=number, name="Amber Ash"))


def asked(number: int = 1, from_date: date = date(2016, 4, 1), text: str = "Is it right?") -> QuestionSet:
    question = Question("legal_status_right", "20", text, AnswerType.YES_NO, used_by="figure")
    content = content_of(Questionnaire("child_in_care", "Monitor", (Section("a", "A", (question,)),)))
    found, _made = QuestionSet.objects.get_or_create(
        kind="child_in_care",
        number=number,
        defaults={"content": content, "from_date": from_date, "published_at": timezone.now()},
    )
    return found


def reviewed(child: Child, on: date, **facts: Any) -> Review:
    return Review.objects.create(child=child, held_on=on, completed_on=on, **({"kind": "care"} | facts))


def monitor(review: Review, finished_on: date | None, **answers: Any) -> Monitor:
    made = Monitor.objects.create(
        review=review, asked=asked(), started_on=review.completed_on, finished_on=finished_on
    )
    for question, value in answers.items():
        MonitorAnswer.objects.create(monitor=made, question=question, value=value)
    return made


def concern(
    child: Child, raised_on: date, closed_on: date | None = None, effect: str = "", **facts: Any
) -> Concern:
    given = {"category": "pep", "about": "Invented", "asked_for": "Invented"} | facts
    return Concern.objects.create(
        child=child, raised_on=raised_on, closed_on=closed_on, effect=effect, **given
    )


def test_a_monitor_answers_once_it_is_finished() -> None:
    child = amber()
    monitor(reviewed(child, date(2016, 6, 1)), date(2016, 6, 20), legal_status_right="no", B4="yes")
    monitor(reviewed(child, date(2016, 9, 1)), None, corporate_parenting="good")
    reviewed(child, date(2016, 12, 1), kind="conference_review")
    Review.objects.create(child=child, held_on=date(2017, 1, 3))

    assert rows("monitors") == [
        ("A1", "cypic", date(2016, 6, 1), date(2016, 6, 20), 1, "no", None, None, None),
        ("A1", "cypic", date(2016, 9, 1), None, 1, None, None, None, None),
        ("A1", "cp", date(2016, 12, 1), None, None, None, None, None, None),
    ]
    assert rows("monitors", on=date(2016, 6, 19)) == [
        ("A1", "cypic", date(2016, 6, 1), None, 1, None, None, None, None)
    ]


def test_a_changed_question_from_the_day_it_is_asked() -> None:
    asked()
    asked(2, date(2016, 10, 1), "Is the legal status appropriate?")

    assert rows("question_changes") == [("child_in_care", "legal_status_right", 2, date(2016, 10, 1))]
    assert rows("question_changes", on=date(2016, 9, 30)) == []


def test_a_concern_with_its_head_and_the_working_days_it_took() -> None:
    """Friday 23 December 2016 to Tuesday 3 January 2017: the 28th, 29th and 30th, and the 3rd."""
    child = amber()
    OwnCategory.objects.create(code="pets", head="home", label="Pets", from_date=date(2016, 4, 1))
    closed = concern(child, date(2016, 12, 23), date(2017, 1, 3), "partial")
    opened = concern(child, date(2017, 1, 5), category="pets")
    concern(child, date(2017, 1, 11))

    assert rows("concerns") == [
        ("A1", str(closed.public_id), "pep", "practice", date(2016, 12, 23), date(2017, 1, 3), "partial", 4),
        ("A1", str(opened.public_id), "pets", "home", date(2017, 1, 5), None, None, None),
    ]
    assert [row[5:] for row in rows("concerns", on=date(2017, 1, 2))] == [(None, None, None)]


def test_a_stage_opened_or_passed_over_and_whether_the_concern_was_taken_back() -> None:
    child = amber()
    kept = concern(child, date(2016, 6, 1))
    back = concern(child, date(2016, 6, 1), date(2016, 9, 1), "withdrawn")
    Stage.objects.create(
        concern=kept, number=0, passed_over_on=date(2016, 6, 1), passed_over_why="It cannot wait"
    )
    Stage.objects.create(concern=kept, number=1, opened_on=date(2016, 6, 1))
    Stage.objects.create(concern=back, number=0, opened_on=date(2016, 6, 2))
    Stage.objects.create(concern=kept, number=2, opened_on=date(2017, 2, 1))

    assert rows("stages") == [
        ("A1", str(kept.public_id), 0, None, None),
        ("A1", str(kept.public_id), 1, date(2016, 6, 1), None),
        ("A1", str(back.public_id), 0, date(2016, 6, 2), date(2016, 9, 1)),
    ]
    assert rows("stages", on=date(2016, 8, 1))[-1][4] is None


def test_a_step_and_the_way_back() -> None:
    child = people.child(number="A1")
    Protection.objects.create(
        child=child, opened_on=date(2016, 5, 1), started=date(2016, 5, 20), ended=date(2016, 9, 1)
    )
    NeedPlan.objects.create(child=child, agreed_on=date(2016, 5, 1))
    Protection.objects.create(child=child, opened_on=date(2016, 11, 1), started=date(2016, 11, 20))
    TierSpan.objects.create(child=people.child(number="B2"), tier="early_help", started=date(2016, 5, 1))

    assert rows("tier_steps") == [
        ("A1", "cin", "cp", date(2016, 5, 20), date(2016, 9, 1), date(2017, 1, 9)),
        ("A1", "cp", "cin", date(2016, 9, 1), date(2016, 11, 20), date(2017, 1, 9)),
        ("A1", "cin", "cp", date(2016, 11, 20), None, date(2017, 1, 9)),
    ]
    assert [row[4] for row in rows("tier_steps", on=date(2016, 10, 1))] == [date(2016, 9, 1), None]


def test_as_many_queries_for_forty_children_as_for_two() -> None:
    def queries(children: int) -> int:
        for _ in range(children):
            child = care.in_care(date(2016, 5, 3))
            monitor(reviewed(child, date(2016, 6, 1)), date(2016, 6, 2), legal_status_right="yes")
            Stage.objects.create(
                concern=concern(child, date(2016, 6, 1), together=uuid4()),
                number=0,
                opened_on=date(2016, 6, 1),
            )
            NeedPlan.objects.create(child=child, agreed_on=date(2016, 1, 1))
        with CaptureQueriesContext(connection) as found:
            from_casework.tables(on=READ_ON, work=from_quality.TABLES)
        return len(found)

    assert queries(2) == queries(38) <= 24


def test_every_figure_of_the_judgements_is_answered_from_the_records() -> None:
    child = amber()
    review = reviewed(child, date(2016, 6, 1))
    monitor(
        review,
        date(2016, 6, 3),
        legal_status_right="no",
        placement_meets_needs="no",
        corporate_parenting="good",
        care_plan_quality="inadequate",
    )
    raised = concern(child, date(2016, 6, 1), date(2016, 6, 10), "full", review=review)
    Stage.objects.create(concern=raised, number=0, opened_on=date(2016, 6, 1))
    made = Protection.objects.create(
        child=child, opened_on=date(2016, 1, 1), started=date(2016, 1, 20), ended=date(2016, 4, 15)
    )
    reviewed(child, date(2016, 4, 15), kind="conference_review", protection=made)

    sources = store.open(from_casework.tables(on=date(2017, 4, 5)))
    found = engine.figures(sources, ReportingYear(2017))

    judged = {t for t, about in INDICATORS.items() if {*from_quality.TABLES} & {*about.needs}}
    assert {figure.table for figure in found if figure.numerator} >= judged | {"conference_audit"}
    assert len(judged) == 8
