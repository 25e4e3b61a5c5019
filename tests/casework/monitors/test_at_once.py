"""Two people, or two pages of one person, do the same at once: nothing is lost and nothing is there twice."""

from __future__ import annotations

import pytest

from holdfast.casework.access.roles import Role
from holdfast.casework.monitors import actions, versions
from holdfast.casework.monitors.models import Monitor, MonitorAnswer, QuestionSet
from tests.builders import monitors, people
from tests.casework.reviews.test_at_once import at_once

from .conftest import FIRST, SECOND

pytestmark = pytest.mark.django_db(transaction=True)


def fresh(made: Monitor) -> Monitor:
    return Monitor.objects.select_related("review__child").get(pk=made.pk)


def test_a_monitor_is_begun_once(scene) -> None:
    found = at_once(*[lambda: actions.start(review=scene.second, on=SECOND, by=scene.officer)] * 3)
    assert len({one.pk for one in found}) == 1
    assert Monitor.objects.count() == 1


def test_the_first_version_is_written_down_once(scene) -> None:
    at_once(
        lambda: actions.start(review=scene.first, on=FIRST, by=scene.officer),
        lambda: actions.start(review=scene.second, on=SECOND, by=scene.officer),
    )
    assert QuestionSet.objects.count() == 1
    assert Monitor.objects.count() == 2


def test_of_two_answers_at_once_one_stands_and_the_other_is_told(scene) -> None:
    made = actions.start(review=scene.second, on=SECOND, by=None)

    def keep(value: str, other: str) -> object:
        answers = {"care_plan_quality": value, other: "yes"}
        return lambda: actions.keep(monitor=fresh(made), answers=answers, step=0, by=scene.officer)

    found = at_once(keep("good", "legal_status_right"), keep("inadequate", "placement_meets_needs"))

    assert sorted(len(one.moved) for one in found) == [0, 1]
    told = next(one for one in found if one.moved)
    assert "changed elsewhere" in told.wrong["care_plan_quality"]
    assert MonitorAnswer.objects.filter(monitor=made).count() == 3  # what does not touch is saved of both
    assert fresh(made).step == 2


def test_a_monitor_is_finished_once(scene) -> None:
    made = monitors.begun(scene.second)
    monitors.fill_in(made, SECOND)
    found = at_once(*[lambda: actions.finish(monitor=fresh(made), on=SECOND, by=scene.officer)] * 2)

    assert sorted(type(one).__name__ for one in found) == ["Monitor", "ValidationError"]
    assert "was finished on 24 August 2016" in str(next(one for one in found if not isinstance(one, Monitor)))


def test_a_draft_of_the_questions_is_begun_once(db) -> None:
    manager = people.user(Role.IRO_MANAGER)
    versions.first_version(kind="child_in_care", by=None)

    found = at_once(*[lambda: versions.begin_draft(kind="child_in_care", by=manager)] * 4)

    assert [getattr(one, "number", one) for one in found] == [2] * 4
    assert QuestionSet.objects.count() == 2
