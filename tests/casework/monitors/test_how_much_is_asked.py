"""How many questions an officer must answer themselves: counted, so that the questionnaire does not grow unnoticed."""

from __future__ import annotations

from collections import Counter
from datetime import date

import pytest

from holdfast.casework.monitors.models import From, Monitor
from holdfast.casework.monitors.queries import questions_of
from holdfast.casework.monitors.sheet import Sheet, sheet_of
from holdfast.casework.people.models import Child
from holdfast.casework.plans.models import NeedPlan, Protection
from holdfast.casework.preparing.models import Invitee, Item
from holdfast.casework.records.models import Record, Section
from holdfast.casework.reviews.models import Review
from tests.builders import care, midway, monitors, people, reviews

from .conftest import FIRST, SECOND

pytestmark = pytest.mark.django_db

ORDINARY = {"advocate_offered": "declined", "visitor_wanted": "not_wanted"}
CAME = {"mother": "yes", "father": "no", "carer": "yes", "social_worker": "yes", "school": "online"}


def prepared_and_recorded(review: Review) -> None:
    """What every review leaves behind in the service."""
    for relation, came in CAME.items():
        Invitee.objects.create(
            review=review,
            name=f"Somebody, {relation}",
            relation=relation,
            came=came,
            paper_sent_on=date(2016, 8, 1),
            paper_back_on=date(2016, 8, 10) if came != "no" else None,
        )
    for kind in ("report", "care_plan", "education", "health", "shared"):
        Item.objects.create(review=review, kind=kind, done_on=date(2016, 8, 17))
    record = Record.objects.create(review=review)
    Section.objects.create(record=record, key="child_views", text="“I like it here.”")
    Review.objects.filter(pk=review.pk).update(mode="in_person", venue="At home", child_chaired="no")


def counted(sheet: Sheet) -> dict[str, int]:
    origins = Counter(line.origin for line in sheet.lines)
    return {
        "in the bank": len(list(sheet.questions.questions())),
        "apply": len(sheet.lines),
        "known": origins[From.KNOWN],
        "kept from last time": origins[From.KEPT],
        "to be answered": len(sheet.to_ask),
        "left open if they like": sum(
            line.value is None and not line.question.required and line.typed for line in sheet.lines
        ),
    }


def sheet_when_done(monitor: Monitor, on: date) -> Sheet:
    """With everything answered plainly, so that the follow-ups of plain answers are counted too."""
    monitors.fill_in(monitor, on)
    return sheet_of(Monitor.objects.get(pk=monitor.pk), on)


def test_an_ordinary_second_review_of_a_child_in_care(scene) -> None:
    """A nine-year-old in foster care, nothing special."""
    for review in (scene.first, scene.second):
        prepared_and_recorded(review)
    midway.decisions(scene.first)
    monitors.finished(scene.first, ORDINARY, on=FIRST)

    sheet = sheet_when_done(monitors.begun(scene.second), SECOND)

    assert [one.key for one in sheet.to_ask] == [
        "feelings",
        "plans_lacking",
        "permanence_agreed",
        "permanence_kind",
        "visits_in_time",
        "life_not_well",
        "legal_status_right",
        "placement_meets_needs",
        "care_plan_quality",
        "corporate_parenting",
        "rights_breached",
    ]
    assert counted(sheet) == {
        "in the bank": 148,
        "apply": 87,
        "known": 33,
        "kept from last time": 5,
        "to be answered": 11,
        "left open if they like": 26,
    }
    assert len(sheet.to_ask) * 3 < counted(sheet)["in the bank"]


def test_the_same_where_nothing_was_prepared_here_and_there_is_no_monitor_before(scene) -> None:
    """A service that prepares its reviews elsewhere: the officer is asked what is not held, and no more."""
    scene.second.seen_before.delete()

    sheet = sheet_when_done(monitors.begun(scene.second, ORDINARY), SECOND)

    assert counted(sheet) == {
        "in the bank": 148,
        "apply": 86,
        "known": 18,
        "kept from last time": 0,
        "to be answered": 20,
        "left open if they like": 32,
    }
    assert len(sheet.to_ask) * 2 < counted(sheet)["in the bank"]


def test_an_ordinary_review_conference(db) -> None:
    child = people.child(born=date(2007, 5, 1))
    process = Protection.objects.create(
        child=child, opened_on=date(2016, 4, 1), started=date(2016, 4, 15), category_latest="NEG"
    )
    held = Review.objects.create(
        child=child, kind="conference_initial", protection=process, held_on=date(2016, 4, 15),
        completed_on=date(2016, 4, 15),
    )  # fmt: skip
    second = Review.objects.create(
        child=child, kind="conference_review", protection=process, held_on=date(2016, 7, 12),
        completed_on=date(2016, 7, 12), participation="PN5",
    )  # fmt: skip
    for review in (held, second):
        prepared_and_recorded(review)

    sheet = sheet_when_done(monitors.begun(second), date(2016, 7, 12))

    assert [one.key for one in sheet.to_ask] == [
        "quorate",
        "child_spoken_to",
        "child_wants",
        "threshold_clear",
        "category_right",
        "plan_lacks",
        "plan_quality",
        "progress",
        "visits_in_time",
        "core_group_in_time",
        "core_groups",
    ]
    assert counted(sheet) == {
        "in the bank": 74,
        "apply": 53,
        "known": 24,
        "kept from last time": 0,
        "to be answered": 11,
        "left open if they like": 13,
    }


def test_an_ordinary_review_of_a_child_in_need(db) -> None:
    child = people.child(born=date(2007, 5, 1))
    plan = NeedPlan.objects.create(child=child, agreed_on=date(2016, 4, 1), made_on=date(2016, 4, 12))
    held = Review.objects.create(
        child=child, kind="need", need_plan=plan, held_on=date(2016, 7, 12), completed_on=date(2016, 7, 12)
    )
    prepared_and_recorded(held)

    sheet = sheet_when_done(monitors.begun(held), date(2016, 7, 12))

    assert [one.key for one in sheet.to_ask] == [
        "child_seen",
        "child_views",
        "parents_agree",
        "plan_lacks",
        "plan_quality",
        "progress",
        "needs_unmet",
        "risk",
        "next_step",
    ]
    assert counted(sheet) == {
        "in the bank": 44,
        "apply": 37,
        "known": 17,
        "kept from last time": 0,
        "to be answered": 9,
        "left open if they like": 2,
    }


def keys_that_apply(child: Child, day: date = date(2016, 6, 1)) -> set[str]:
    made = monitors.begun(reviews.review(child, day))
    return {line.question.key for line in sheet_of(made, day).lines}


def test_what_is_asked_follows_the_child(db) -> None:
    baby = keys_that_apply(care.in_care(child=people.child(born=date(2016, 1, 1))))
    sixteen = keys_that_apply(care.in_care(child=people.child(born=date(2000, 1, 1))))
    adopted = keys_that_apply(
        care.in_care(child=people.child(born=date(2014, 1, 1)), place="A5", legal_status="E1")
    )

    assert not baby & {"feelings", "advocate_known", "pathway_right", "adviser_named", "permanence_agreed"}
    assert {"feelings", "advocate_known", "pathway_right", "adviser_named", "staying_put"} <= sixteen
    assert {"adoption_stage", "life_story_book", "adoption_worker_came", "court_matters"} <= adopted
    assert "adoption_stage" not in baby | sixteen


def test_every_kind_of_review_has_its_questions(scene) -> None:
    short = Review.objects.create(child=scene.child, kind="short_break", held_on=SECOND, completed_on=SECOND)
    made = monitors.finished(short)
    keys = set(made.answers.values_list("question", flat=True))
    assert questions_of(made).kind == "child_in_care"
    assert "legal_status_right" in keys
    assert not keys & {"permanence_agreed", "visitor_wanted", "eligible"}
