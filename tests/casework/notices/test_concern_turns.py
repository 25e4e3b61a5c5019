"""Whose turn a concern is, the same on desks and in e-mails; and the reminders before and after the day."""

from __future__ import annotations

from datetime import date
from types import SimpleNamespace

import pytest
from django.urls import resolve

from holdfast.casework.notices.actions import remind_of_concerns, write_summaries
from holdfast.casework.notices.actions.reminding import template_of
from holdfast.casework.notices.models import Letter
from holdfast.casework.notices.turns import What, Whose, turns
from holdfast.casework.people.models import Child
from holdfast.domain.limits import NATIONAL
from tests.builders import concerns as build
from tests.builders import people

pytestmark = pytest.mark.django_db

#: a Monday; 20 working days after it is Monday 3 April 2017
OPENED = date(2017, 3, 6)


@pytest.fixture
def world() -> build.World:
    return build.world()


def waiting(on: date) -> list[tuple]:
    found = turns(Child.objects.all(), on, NATIONAL)
    return [(turn.what, turn.whose, turn.asked, turn.due, turn.since) for turn in found]


def formal(world: build.World, **facts) -> SimpleNamespace:
    """At stage 1, with the service manager, since 6 March 2017."""
    concern = build.concern(world.child, world.social_worker, asked_by=date(2017, 3, 10), **facts)
    build.answered(concern.stages.get(), OPENED, "refused")
    stage = build.stage(concern, 1, world.service_manager, OPENED)
    return SimpleNamespace(concern=concern, stage=stage)


def test_it_is_the_turn_of_who_is_asked_until_the_day_has_passed_and_then_the_officers_too(world) -> None:
    concern = build.concern(world.child, world.social_worker, asked_by=date(2017, 3, 10))
    asked = (What.ANSWER_CONCERN, Whose.ASKED, world.social_worker, date(2017, 3, 10), OPENED)

    assert waiting(date(2017, 3, 10)) == [asked]
    after = (What.CONCERN, Whose.OFFICER, None, None, date(2017, 3, 13))
    assert waiting(date(2017, 3, 13)) == [asked, after]

    build.answered(concern.stages.get(), date(2017, 3, 13), do_by=date(2017, 3, 20))
    assert waiting(date(2017, 3, 13)) == [
        (What.CONCERN, Whose.OFFICER, None, date(2017, 3, 20), date(2017, 3, 13))
    ]


def test_a_formal_stage_without_days_of_its_own_is_due_when_the_total_is_used_up(world) -> None:
    formal(world)

    assert waiting(date(2017, 3, 7)) == [
        (What.ANSWER_CONCERN, Whose.ASKED, world.service_manager, date(2017, 4, 3), OPENED)
    ]


def test_a_pause_is_nobodys_turn_until_the_total_has_passed_all_the_same(world) -> None:
    made = formal(world)
    build.paused(made.concern, date(2017, 3, 8))

    assert waiting(date(2017, 4, 3)) == []
    assert waiting(date(2017, 4, 4)) == [(What.CONCERN, Whose.OFFICER, None, None, date(2017, 3, 8))]


def test_closed_it_is_nobodys_turn_but_for_telling_the_child(world) -> None:
    concern = build.concern(world.child, world.social_worker)
    build.closed(concern, date(2017, 3, 20), child_told="no", child_told_on=None)
    assert waiting(date(2017, 3, 21)) == [(What.TELL_CHILD, Whose.OFFICER, None, None, date(2017, 3, 20))]

    build.closed(concern, date(2017, 3, 20))
    assert waiting(date(2017, 3, 21)) == []


def test_the_weekly_e_mail_goes_to_who_is_asked_though_the_child_is_not_theirs(world) -> None:
    formal(world)

    write_summaries(on=date(2017, 3, 13), by=None)

    letters = {letter.to: letter.text for letter in Letter.objects.all()}
    assert "ada@council.example" not in letters or "concern" not in letters["ada@council.example"]
    assert "lee@council.example" not in letters
    Letter.objects.all().delete()
    write_summaries(on=date(2017, 3, 27), by=None)
    (letter,) = Letter.objects.filter(to="kit@council.example")
    assert "- Answer a concern: by Monday 3 April 2017" in letter.text
    assert str(world.child) not in letter.text


@pytest.mark.parametrize(
    ("on", "template"),
    [
        (date(2017, 3, 29), ""),
        (date(2017, 3, 30), "concern_soon"),  # two working days before Monday 3 April
        (date(2017, 4, 3), "concern_soon"),
        (date(2017, 4, 4), "concern_passed"),
        (date(2017, 4, 10), "concern_passed"),
        (date(2017, 4, 11), ""),
    ],
)
def test_when_a_reminder_is_due(on, template) -> None:
    assert template_of(date(2017, 4, 3), OPENED, on) == template


def test_nobody_is_reminded_on_the_day_they_are_asked() -> None:
    assert template_of(date(2017, 3, 8), date(2017, 3, 7), date(2017, 3, 7)) == ""
    assert template_of(date(2017, 3, 8), date(2017, 3, 7), date(2017, 3, 8)) == "concern_soon"


def test_who_is_asked_is_reminded_before_the_day_and_after_it_once_each(world) -> None:
    made = formal(world)

    counts = [
        remind_of_concerns(on=date(2017, month, day), by=None)
        for month, day in ((3, 29), (3, 30), (3, 31), (3, 31), (4, 3), (4, 4), (4, 4), (4, 5))
    ]

    assert counts == [0, 1, 0, 0, 0, 1, 0, 0]
    soon, passed = Letter.objects.order_by("id")
    assert soon.to == passed.to == "kit@council.example"
    assert soon.subject == "A concern is to be answered by Monday 3 April 2017"
    assert "No answer is recorded" in passed.text
    path = f"/concerns/{made.concern.public_id}"
    for letter in (soon, passed):
        assert f"{path}\n" in letter.text
        for word in ("Alice", "Arden", world.child.number, "health", "Obi"):
            assert word not in letter.text + letter.subject
    assert resolve(path).url_name == "concern"


def test_the_summary_of_a_day_does_not_say_again_what_the_reminder_says(world) -> None:
    build.concern(world.child, world.social_worker, asked_by=date(2017, 3, 10))

    told = {}
    for day in (6, 7, 8, 9):
        write_summaries(on=date(2017, 3, day), by=None)
        remind_of_concerns(on=date(2017, 3, day), by=None)
        told[day] = [one.template for one in Letter.objects.filter(to="jo@council.example").order_by("id")]

    assert told == {6: ["week"], 7: ["week"], 8: ["week", "concern_soon"], 9: ["week", "concern_soon"]}


def test_handed_on_the_next_person_is_reminded_too(world) -> None:
    made = formal(world)
    assert remind_of_concerns(on=date(2017, 3, 30), by=None) == 1

    made.stage.asked = world.group_manager
    made.stage.save()

    assert remind_of_concerns(on=date(2017, 3, 31), by=None) == 1
    assert set(Letter.objects.values_list("to", flat=True)) == {"kit@council.example", "lee@council.example"}


def test_nobody_is_reminded_of_what_is_answered_paused_closed_or_without_an_address(world) -> None:
    build.answered(formal(world).stage, date(2017, 3, 20))
    build.paused(formal(world).concern, date(2017, 3, 20))
    build.closed(formal(world).concern, date(2017, 3, 20))
    nowhere = formal(world).stage
    nowhere.asked = people.worker("Ren Ito")
    nowhere.save()

    assert remind_of_concerns(on=date(2017, 4, 3), by=None) == 0
