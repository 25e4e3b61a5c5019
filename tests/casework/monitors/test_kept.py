"""What seldom changes is asked once, kept with the day it was said, and asked again only where it must be."""

from __future__ import annotations

from datetime import date

import pytest

from holdfast.casework.monitors import actions
from holdfast.casework.monitors.models import Monitor, QuestionSet
from holdfast.casework.monitors.queries import answers_of
from holdfast.casework.monitors.sheet import Line, sheet_of
from tests.builders import monitors, reviews

from .conftest import FIRST, SECOND

pytestmark = pytest.mark.django_db

THIRD = date(2017, 2, 20)


def line(monitor: Monitor, key: str) -> Line:
    sheet = sheet_of(Monitor.objects.get(pk=monitor.pk), SECOND)
    return next(one for one in sheet.lines if one.question.key == key)


def test_last_times_answer_stands_with_its_day(scene) -> None:
    monitors.finished(scene.first, {"complaints_known": "yes", "feelings": "mixed"})
    made = monitors.begun(scene.second)

    kept = line(made, "complaints_known")
    assert (kept.value, kept.origin, kept.as_of) == ("yes", "kept", FIRST)
    assert kept.source == "the monitor of the review of 27 May 2016"
    feelings = line(made, "feelings")
    assert (feelings.value, feelings.origin, feelings.last) == (None, "", "Content with parts of it")


def test_it_is_carried_on_with_the_day_it_was_said_first(scene) -> None:
    monitors.finished(scene.first, {"complaints_known": "yes"})
    second = monitors.finished(scene.second)
    third = monitors.begun(reviews.review(scene.child, THIRD))

    row = answers_of(second)["complaints_known"]
    assert (row.origin, row.as_of) == ("kept", FIRST)
    assert line(third, "complaints_known").as_of == FIRST


def test_what_left_something_to_do_is_asked_again(scene) -> None:
    monitors.finished(scene.first, {"complaints_known": "no", "advocate_offered": "not_offered"})
    made = monitors.begun(scene.second)

    assert line(made, "complaints_known").value is None
    assert line(made, "complaints_known").last == "No"
    assert line(made, "advocate_offered").value is None


def test_it_is_changed_when_something_has_changed(scene) -> None:
    monitors.finished(scene.first, {"visitor_wanted": "not_wanted"})
    made = monitors.begun(scene.second, {"visitor_wanted": "has_one"})

    assert line(made, "visitor_wanted").origin == "given"
    assert line(made, "visitor_right").value is None  # asked now

    actions.keep(monitor=made, answers={"visitor_wanted": ""}, step=made.step, by=scene.officer)
    assert line(made, "visitor_wanted").origin == "kept"


def test_a_page_that_sends_back_what_was_kept_changes_nothing(scene) -> None:
    monitors.finished(scene.first, {"visitor_wanted": "not_wanted"})
    made = monitors.begun(scene.second)
    result = actions.keep(monitor=made, answers={"visitor_wanted": "not_wanted"}, step=0, by=scene.officer)
    assert result.saved == ()
    assert line(made, "visitor_wanted").origin == "kept"


def test_an_answer_the_new_version_does_not_offer_is_asked_again(scene) -> None:
    monitors.finished(scene.first, {"visitor_wanted": "has_family"})
    first = QuestionSet.objects.get(number=1)
    content = first.content
    for section in content["sections"]:
        for one in section["questions"]:
            if one["key"] == "visitor_wanted":
                one["options"] = [each for each in one["options"] if each["key"] != "has_family"]
    QuestionSet.objects.create(
        kind="child_in_care", number=2, content=content, from_date=SECOND, published_at=first.published_at
    )

    made = monitors.begun(scene.second)
    assert made.asked.number == 2
    assert line(made, "visitor_wanted").value is None
    assert line(made, "visitor_wanted").last == "Family visits often enough"


def test_an_older_monitor_reads_as_it_was_asked_after_a_new_version(scene) -> None:
    made = monitors.finished(scene.first)
    before = [(one.question, one.words) for one in sheet_of(Monitor.objects.get(pk=made.pk), FIRST).lines]
    first = QuestionSet.objects.get(number=1)
    content = {**first.content, "sections": first.content["sections"][:2]}
    QuestionSet.objects.create(
        kind="child_in_care", number=2, content=content, from_date=FIRST, published_at=first.published_at
    )
    again = sheet_of(Monitor.objects.get(pk=made.pk), SECOND)
    assert [(one.question, one.words) for one in again.lines] == before


def test_a_finished_monitor_loses_no_answer_when_a_record_is_corrected(scene) -> None:
    made = monitors.finished(scene.second, {"feelings": "unhappy"})
    scene.child.born = date(2015, 1, 1)  # too young to be asked
    scene.child.save()
    assert line(made, "feelings").words == "Unhappy with it"


def test_a_page_of_a_monitor_asks_the_database_little(scene, django_assert_max_num_queries) -> None:
    monitors.finished(scene.first)
    made = monitors.begun(scene.second)
    with django_assert_max_num_queries(32):
        sheet_of(Monitor.objects.get(pk=made.pk), SECOND)
    monitors.fill_in(made, SECOND)
    done = actions.finish(monitor=made, on=SECOND, by=None)
    with django_assert_max_num_queries(3):  # itself, its version, its answers
        sheet_of(Monitor.objects.get(pk=done.pk), SECOND)
