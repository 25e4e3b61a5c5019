"""The officers' work as statistical tables: each record once, and what is due as every page says it."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from holdfast.casework.care.models import Episode
from holdfast.casework.midway.models import MidwayCheck
from holdfast.casework.people.models import Allocation, Child, Post
from holdfast.casework.plans.models import NeedPlan, Protection
from holdfast.casework.preparing.models import Item, ItemKind, SeenBefore
from holdfast.casework.records.models import Recipient, Record, Release
from holdfast.casework.reviews.models import Review
from holdfast.domain.reporting_year import ReportingYear
from holdfast.indicators import engine
from holdfast.indicators.registry import INDICATORS
from holdfast.indicators.tables import RECORD_TABLES
from holdfast.snapshot import from_casework, from_work, store
from tests.builders import care, people

pytestmark = pytest.mark.django_db
READ_ON = date(2017, 1, 10)


def rows(table: str, on: date = READ_ON) -> list[tuple[Any, ...]]:
    made = from_casework.tables(on=on, work=[table])[table]
    assert made.schema == store.schema(table)
    return [tuple(row.values()) for row in made.to_pylist()]


def held(child: Child, on: date, completed: date | None = None, kind: str = "care", **facts: Any) -> Review:
    return Review.objects.create(child=child, held_on=on, completed_on=completed or on, kind=kind, **facts)


def amber(since: date = date(2016, 5, 3)) -> Child:
    return care.in_care(since, people.child(number="A1", name="Amber Ash"))


def test_an_allocation_and_a_post_end_the_day_after_their_last() -> None:
    worker = people.worker()
    people.allocated(amber(), worker, ends=date(2016, 8, 31))
    Post.objects.create(worker=worker, fte=Decimal("0.60"), starts=date(2016, 4, 1), ends=date(2016, 8, 31))

    public_id = str(worker.public_id)
    assert rows("allocations") == [("A1", public_id, "iro", date(2016, 4, 1), date(2016, 9, 1))]
    assert rows("posts") == [(public_id, "iro", 60, date(2016, 4, 1), date(2016, 9, 1))]


def test_a_plan_of_each_kind() -> None:
    child = amber()
    made = Protection.objects.create(
        child=child, opened_on=date(2016, 6, 1), started=date(2016, 6, 20), ended=date(2016, 9, 1)
    )
    for day in (date(2016, 9, 1), date(2016, 12, 1)):
        held(child, day, kind="conference_review", protection=made)
    held(child, date(2016, 6, 20), kind="conference_initial", protection=made)
    held(child, date(2016, 8, 1), kind="conference_review", protection=made, withdrawn_at=timezone.now())
    Protection.objects.create(child=child, opened_on=date(2016, 12, 1))
    NeedPlan.objects.create(child=child, agreed_on=date(2016, 9, 1), made_on=date(2016, 9, 10))

    assert rows("plans") == [
        ("A1", "cp", date(2016, 6, 20), date(2016, 9, 1), date(2016, 6, 1), date(2016, 9, 1)),
        ("A1", "cp", None, None, date(2016, 12, 1), None),
        ("A1", "cin", date(2016, 9, 1), None, date(2016, 9, 1), None),
    ]


def test_every_kind_of_meeting_once_it_is_completed() -> None:
    child = amber()
    review = held(child, date(2016, 5, 20), date(2016, 5, 25), child_chaired="part")
    SeenBefore.objects.create(review=review, answer="not_necessary")
    for day, kind in enumerate(("short_break", "conference_initial", "conference_review", "need"), start=1):
        held(child, date(2016, 6, day), kind=kind)
    Review.objects.create(child=child, planned_on=date(2016, 7, 1))
    Review.objects.create(child=child, held_on=date(2016, 7, 2))

    first, *others = rows("meetings")
    assert first == ("A1", "cypic", date(2016, 5, 20), date(2016, 5, 25), "not_necessary", "part")
    assert [row[1] for row in others] == ["short_breaks", "cp", "cp", "cin"]


def test_what_was_due_and_what_became_of_it() -> None:
    """In care since 3 May 2016, so first by 1 June; a series from then to 13 June; the next 3 months on, late."""
    child = amber()
    held(child, date(2016, 5, 31), date(2016, 6, 13))
    held(child, date(2016, 9, 20))

    found = [row[1:7] for row in rows("dues")]
    assert found == [
        (date(2016, 6, 1), date(2016, 5, 31), date(2016, 6, 13), date(2016, 6, 28), "in_time", "late"),
        (date(2016, 9, 13), date(2016, 9, 20), date(2016, 9, 20), date(2016, 10, 18), "late", "late"),
        (date(2017, 3, 20), None, None, None, "open", "open"),
    ]
    assert {row[7] for row in rows("dues")} == {date(2017, 1, 9)}
    assert {row[7] for row in rows("dues", on=date(2017, 3, 31))} == {date(2017, 3, 31)}
    assert rows("dues", on=date(2017, 3, 31))[-1][5:7] == ("overdue", "overdue")


def test_care_that_ended_before_the_day_leaves_nothing_due() -> None:
    child = people.child(number="A1")
    care.episode(child, date(2016, 5, 3), date(2016, 5, 20), reason_ended="E4A")

    assert rows("dues") == []


def test_a_review_nobody_can_tell_the_due_date_of_is_kept_apart() -> None:
    child = people.child(number="A1")
    care.episode(child, date(2016, 5, 3), reason_started="L")
    held(child, date(2016, 6, 10))

    found = [row[1:7] for row in rows("dues")]
    assert (None, date(2016, 6, 10), date(2016, 6, 10), date(2016, 7, 8), None, None) in found


def test_deadlines_that_have_passed() -> None:
    """Completed on Monday 12 December 2016: decisions by the 19th, the record by 5 January, everybody by the 12th."""
    review = held(amber(), date(2016, 12, 12))
    Release.objects.create(review=review, released_on=date(2016, 12, 20))
    record = Record.objects.create(review=review, signed_on=date(2017, 1, 4))
    Recipient.objects.create(record=record, name="Invented Parent", relation="mother")

    assert rows("deadlines") == [
        ("A1", "decisions", date(2016, 12, 19), date(2016, 12, 20)),
        ("A1", "manager", date(2016, 12, 29), None),
        ("A1", "record", date(2017, 1, 5), date(2017, 1, 4)),
    ]
    assert [row[1] for row in rows("deadlines", on=date(2017, 1, 13))][-1] == "distributed"


def test_midway_checks_of_children_still_in_care_that_no_review_overtook() -> None:
    child, left = amber(), people.child(number="B2")
    care.episode(left, date(2016, 5, 3), date(2016, 9, 1), reason_ended="E4A")
    for of, day, facts in (
        (child, 1, {"done_on": date(2016, 9, 20)}),
        (child, 2, {"waived_on": date(2016, 8, 1), "waived_why": "The plan is the same"}),
        (child, 3, {"closed_on": date(2016, 9, 9)}),
        (child, 4, {"closed_on": date(2016, 9, 11)}),
        (left, 5, {}),
    ):
        review = held(of, date(2016, 6, day))
        MidwayCheck.objects.create(review=review, due_on=date(2016, 9, 10), **facts)
    MidwayCheck.objects.create(review=held(child, date(2016, 12, 1)), due_on=date(2017, 2, 1))

    assert rows("midways") == [
        ("A1", date(2016, 9, 10), date(2016, 9, 20), None),
        ("A1", date(2016, 9, 10), None, date(2016, 8, 1)),
        ("A1", date(2016, 9, 10), None, None),
    ]


def test_only_the_tables_that_are_wanted_are_filled() -> None:
    amber()
    made = from_casework.tables(work=["posts", "plans"])

    assert set(RECORD_TABLES) & set(made) == {"posts", "plans"}
    assert not store.open(made).holds(["dues"])


def test_some_children_leave_the_others_out() -> None:
    worker = people.worker()
    for child in (amber(), care.in_care(date(2016, 5, 3), people.child(number="B2"))):
        people.allocated(child, worker)
        held(child, date(2016, 5, 31))
        Protection.objects.create(child=child, opened_on=date(2016, 6, 1), started=date(2016, 6, 20))

    made = from_casework.tables(Child.objects.filter(number="B2"), on=READ_ON)

    for name in ("allocations", "plans", "meetings", "dues", "deadlines"):
        assert set(made[name]["child"].to_pylist()) == {"B2"}, name


def test_as_many_queries_for_forty_children_as_for_two() -> None:
    def asked(children: int) -> int:
        worker = people.worker()
        for _ in range(children):
            child = care.in_care(date(2016, 5, 3))
            Allocation.objects.create(child=child, worker=worker, role="iro", starts=date(2016, 5, 3))
            MidwayCheck.objects.create(review=held(child, date(2016, 5, 31)), due_on=date(2016, 7, 1))
            Protection.objects.create(child=child, opened_on=date(2016, 6, 1))
        with CaptureQueriesContext(
            connection,
        ) as queries:
            from_casework.tables(on=READ_ON)
        return len(queries)

    assert asked(2) == asked(38) <= 40


def test_every_figure_of_the_work_is_answered_from_the_records() -> None:
    worker, child = people.worker(), amber(date(2015, 5, 5))
    people.allocated(child, worker)
    Post.objects.create(worker=worker, fte=1, starts=date(2016, 4, 1))
    Episode.objects.filter(child=child).update(location="OUT")
    review = held(child, date(2016, 6, 1), child_chaired="whole")
    Item.objects.create(review=review, kind=ItemKind.EDUCATION, done_on=date(2016, 5, 30))
    SeenBefore.objects.create(review=review, answer="seen", seen_on=date(2016, 5, 30))
    MidwayCheck.objects.create(review=review, due_on=date(2016, 9, 1), done_on=date(2016, 9, 1))
    Protection.objects.create(child=child, opened_on=date(2016, 6, 1), started=date(2016, 6, 20))
    Release.objects.create(review=review, released_on=date(2016, 6, 2))

    sources = store.open(from_casework.tables(on=date(2017, 4, 5)))
    found = engine.figures(sources, ReportingYear(2017))

    work = {t for t, about in INDICATORS.items() if {*from_work.TABLES} & {*about.needs}} - {
        "conference_audit",  # see test_from_quality
        "disputes",
    }
    assert {figure.table for figure in found if figure.numerator} >= work - {"iro_continuity"}
    assert len(work) == 10


def test_the_place_of_an_episode_is_found_by_its_line() -> None:
    first, second = amber(), care.in_care(date(2016, 6, 1), people.child(number="A2", name="Ben Birch"))
    Episode.objects.filter(child=second).update(location="OUT")

    tables = from_casework.tables(on=READ_ON, work=["places"])

    lines = {row["child"]: row["line"] for row in tables["episodes"].to_pylist()}
    assert rows("places") == [("A2", lines["A2"], "OUT")]
    assert first.number in lines


def test_an_education_plan_counts_as_it_was_on_the_day_of_the_review() -> None:
    child = amber()
    for month, facts in (
        (6, {"done_on": date(2016, 6, 1)}),
        (7, {"done_on": date(2016, 7, 2)}),
        (8, {"not_needed": "Under three"}),
        (9, {}),
    ):
        review = held(child, date(2016, month, 1))
        Item.objects.create(review=review, kind=ItemKind.EDUCATION, **facts)
    Item.objects.create(review=held(child, date(2016, 10, 1)), kind=ItemKind.HEALTH)

    found = [(completed_on.month, state) for _child, completed_on, state in rows("education_plans")]
    assert found == [(6, "there"), (7, "not_there"), (8, "not_needed"), (9, "not_there")]
