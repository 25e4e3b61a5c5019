"""How many reviews have a finished monitor, whose are missing, and which one an officer is shown as missing."""

from __future__ import annotations

from datetime import date

import pytest

from holdfast.casework.monitors.queries import completion, missing_monitors, version_on, versions
from holdfast.casework.monitors.versions import first_version
from holdfast.casework.people.models import Child
from holdfast.casework.reviews.models import Review
from tests.builders import monitors, people, reviews

from .conftest import FIRST, SECOND

pytestmark = pytest.mark.django_db

ALL = Child.objects.all


def told(first: date = date(2016, 4, 1), last: date = date(2017, 3, 31), **more) -> list:
    return [
        (
            one.officer.name if one.officer else "",
            one.completed,
            one.finished,
            [each.pk for each in one.missing],
        )
        for one in completion(ALL(), first, last, **more)
    ]


def test_completion_is_counted_per_officer(scene) -> None:
    monitors.bare(scene.first, {"care_plan_quality": "good"})
    monitors.begun(scene.second)

    assert told() == [("Sam Fielding", 2, 1, [scene.second.pk])]
    assert told(last=date(2016, 6, 30)) == [("Sam Fielding", 1, 1, [])]
    assert told(first=date(2017, 1, 1)) == []


def test_the_officer_is_who_chaired_it(scene) -> None:
    chair = people.worker("Ada Moss")
    Review.objects.filter(pk=scene.second.pk).update(chair=chair)
    nobodys = reviews.review(people.child(), SECOND)

    assert told() == [
        ("Ada Moss", 1, 0, [scene.second.pk]),
        ("Sam Fielding", 1, 0, [scene.first.pk]),
        ("", 1, 0, [nobodys.pk]),
    ]


def test_what_is_only_booked_cancelled_or_taken_back_needs_none(scene) -> None:
    reviews.booked(scene.child)
    reviews.under_way(scene.child, date(2017, 1, 3))
    assert told()[0][1] == 2


def test_the_queries_do_not_grow_with_the_reviews(scene, django_assert_max_num_queries) -> None:
    for day in range(1, 20):
        reviews.review(people.child(), date(2016, 10, day))
    with django_assert_max_num_queries(3):
        completion(ALL(), date(2016, 4, 1), date(2017, 3, 31))
    with django_assert_max_num_queries(1):
        assert len(missing_monitors(ALL(), date(2016, 10, 20))) == 20


def missing(on: date) -> list[int]:
    return [review.pk for review in missing_monitors(ALL(), on)]


def test_a_missing_monitor_is_shown_until_it_is_finished(scene) -> None:
    assert missing(SECOND) == [scene.second.pk]
    made = monitors.begun(scene.second)
    assert missing(SECOND) == [scene.second.pk]
    monitors.fill_in(made, SECOND)
    monitors.actions.finish(monitor=made, on=SECOND, by=None)
    assert missing(SECOND) == []


def test_it_is_not_shown_for_ever_nor_after_the_next_review(scene) -> None:
    assert missing(FIRST) == [scene.first.pk]
    assert missing(date(2017, 2, 23)) == [scene.second.pk]
    assert missing(date(2017, 2, 24)) == []


def test_what_only_a_return_tells_of_is_not_asked_for(scene) -> None:
    Review.objects.filter(pk=scene.second.pk).update(made_by_intake=7)
    assert missing(SECOND) == []
    assert told()[0][1] == 2  # it counts all the same


def test_without_a_published_version_the_shipped_one_is_asked(db) -> None:
    assert version_on("conference", FIRST).pk is None
    assert [one.number for one in versions("conference")] == [1]
    saved = first_version(kind="conference", by=None)
    assert versions("conference") == [saved]
    assert version_on("conference", FIRST) == saved
