"""Why a row is another: corrected, entered late, brought or taken back by a return, since a moment."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from django.apps import apps
from django.utils import timezone

from holdfast.casework.care.actions import correct_episode
from holdfast.casework.intake.models import ReturnIntake, State
from holdfast.casework.people.queries import _kinds_of_a_child, note_shown, open_child
from holdfast.casework.reviews.actions import add_review, correct_review
from holdfast.reports.causes import Why, causes, ways_to_a_child
from holdfast.web.editions.changed_words import cause_in_words
from tests.builders import care, people, reviews

pytestmark = pytest.mark.django_db


@pytest.fixture
def alice():
    return care.in_care(date(2016, 5, 2))


def words_of(child, since, until=None) -> list[str]:
    found = causes([child.pk], since=since, until=until).get(child.pk, [])
    return [cause_in_words(one).split(": ", 1)[1] for one in found]


def test_a_value_put_right_is_told_once_with_what_stood_there(alice) -> None:
    episode = alice.episodes.get()
    since = timezone.now()
    correct_episode(episode=episode, changes={"started": date(2016, 5, 4)}, by=None)

    assert "episode, date it began (DECOM) put right from 2 May 2016 to 4 May 2016" in words_of(alice, since)
    assert not [one for one in words_of(alice, since) if one.startswith("corrected an episode")]


def test_a_review_recorded_late_is_told_with_its_day(alice) -> None:
    since = timezone.now()
    add_review(child=alice, held_on=date(2016, 5, 27), participation="PN1", by=None)

    found = causes([alice.pk], since=since)[alice.pk]

    assert (found[-1].why, found[-1].record_type) == (Why.DONE, "reviews.Review")
    assert "entered a review of 27 May 2016" in words_of(alice, since)


def test_what_was_done_before_or_after_or_to_another_child_is_not_told(alice) -> None:
    benedict = care.in_care(date(2016, 11, 7), people.child("Benedict Birch"))
    review = reviews.review(alice, date(2016, 5, 27))
    correct_review(review=review, changes={"participation": "PN2"}, by=None)
    after = timezone.now()

    assert words_of(alice, after) == []
    assert words_of(benedict, after - timedelta(days=1)) == []
    assert words_of(alice, after - timedelta(days=2), after - timedelta(days=1)) == []
    assert words_of(alice, after - timedelta(days=1), after)


def test_reading_changes_nothing(alice) -> None:
    manager = people.user()
    since = timezone.now()
    open_child(manager, alice.public_id)
    note_shown(to=manager, verb="figure.opened", children=[alice.pk])

    assert words_of(alice, since) == []


def test_a_return_that_brought_a_review_is_told(alice) -> None:
    since = timezone.now()
    intake = ReturnIntake.objects.create(state=State.LOADED, ended_at=timezone.now())
    review = reviews.review(alice, date(2016, 5, 27))
    type(review).objects.filter(pk=review.pk).update(made_by_intake=intake.pk)

    assert words_of(alice, since) == ["a return brought the review of 27 May 2016"]


def test_nobody_asked_for_nothing_found() -> None:
    assert causes([], since=timezone.now()) == {}


def test_from_every_record_of_a_child_a_way_leads_to_the_child() -> None:
    ways = ways_to_a_child()
    assert _kinds_of_a_child() <= set(ways)
    for kind, way in ways.items():
        apps.get_model(kind)._base_manager.filter(**{f"{way}__in": [1]}).values_list("pk", way).first()
