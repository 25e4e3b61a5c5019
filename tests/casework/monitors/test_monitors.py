"""A monitor is begun, kept bit by bit, finished, opened again; nobody writes over what somebody else wrote."""

from __future__ import annotations

from datetime import date

import pytest
from django.core.exceptions import ValidationError

from holdfast.casework.access.roles import Role
from holdfast.casework.access.rules import NotAllowed
from holdfast.casework.audit.queries import events_about
from holdfast.casework.monitors import actions
from holdfast.casework.monitors.models import Monitor, MonitorAnswer, QuestionSet
from holdfast.casework.monitors.queries import (
    answers_of,
    find_monitor,
    last_monitor,
    monitor_of,
    open_monitor,
    reopenings,
    version_on,
)
from holdfast.casework.monitors.sheet import sheet_of
from holdfast.casework.people.queries import NotYours
from holdfast.casework.preparing.models import SeenBefore
from holdfast.casework.provenance.queries import history_of
from tests.builders import monitors, people, reviews

from .conftest import FIRST, SECOND

pytestmark = pytest.mark.django_db


def kept(monitor: Monitor) -> dict:
    return {key: one.value for key, one in answers_of(Monitor.objects.get(pk=monitor.pk)).items()}


def test_a_monitor_is_begun_once_with_the_shipped_questions(scene) -> None:
    made = actions.start(review=scene.second, on=SECOND, by=scene.officer)

    assert actions.start(review=scene.second, on=SECOND, by=scene.officer) == made
    assert made.asked == QuestionSet.objects.get(kind="child_in_care") == version_on("child_in_care", SECOND)
    assert made.asked.number == 1
    assert monitor_of(scene.second) == made
    assert [event.verb for event in events_about(made)] == ["monitor.begun"]


def test_there_is_none_before_the_review_was_held(scene) -> None:
    booked = reviews.booked(scene.child, date(2017, 2, 1))
    with pytest.raises(ValidationError, match="not been held yet"):
        actions.start(review=booked, on=SECOND, by=scene.officer)

    cancelled = reviews.booked(scene.child, date(2017, 2, 2), cancelled_on=date(2017, 1, 2))
    with pytest.raises(ValidationError, match="cancelled"):
        actions.start(review=cancelled, on=SECOND, by=scene.officer)


def test_it_may_be_begun_and_kept_before_the_review_is_completed_and_not_finished(scene) -> None:
    under_way = reviews.under_way(scene.child, date(2017, 2, 1))
    made = monitors.begun(under_way, {"care_plan_quality": "good"})

    with pytest.raises(ValidationError, match="not completed yet"):
        actions.finish(monitor=made, on=date(2017, 2, 1), by=scene.officer)
    assert kept(made) == {"care_plan_quality": "good"}


def test_what_is_right_is_saved_and_what_is_wrong_is_said(scene) -> None:
    made = actions.start(review=scene.second, on=SECOND, by=scene.officer)
    answers = {
        "care_plan_quality": "splendid",
        "corporate_parenting": "good",
        "dispute_raised": "formal",
        "x": "y",
    }

    result = actions.keep(monitor=made, answers=answers, step=0, by=scene.officer)

    assert result.saved == ("corporate_parenting",)
    assert sorted(result.wrong) == ["care_plan_quality", "dispute_raised", "x"]
    assert result.step == 1
    assert kept(made) == {"corporate_parenting": "good"}


def test_an_answer_is_changed_and_taken_back_and_what_stood_there_is_kept(scene) -> None:
    made = monitors.begun(scene.second, {"care_plan_quality": "good"})
    row = made.answers.get()

    actions.keep(monitor=made, answers={"care_plan_quality": "inadequate"}, step=1, by=scene.officer)
    assert [(one.before, one.after) for one in history_of(row)] == [("good", "inadequate")]

    actions.keep(monitor=made, answers={"care_plan_quality": ""}, step=2, by=scene.officer)
    assert kept(made) == {}
    assert [one.before for one in history_of(row)] == ["good", "inadequate"]


def test_several_answers_stand_in_the_order_of_the_list_and_are_kept_readable(scene) -> None:
    made = monitors.begun(scene.second, {"plans_lacking": ["sdq", "care_plan"]})
    assert kept(made)["plans_lacking"] == ["care_plan", "sdq"]

    actions.keep(monitor=made, answers={"plans_lacking": ["none"]}, step=1, by=scene.officer)
    assert [(one.before, one.after) for one in history_of(made.answers.get())] == [("care_plan, sdq", "none")]


def test_nothing_new_is_nothing_written(scene) -> None:
    made = monitors.begun(scene.second, {"care_plan_quality": "good"})

    again = actions.keep(
        monitor=made,
        answers={"care_plan_quality": "good", "corporate_parenting": ""},
        step=0,
        by=scene.officer,
    )

    assert again == actions.Kept((), {}, 1)


def test_an_older_page_writes_over_nothing_newer(scene) -> None:
    made = actions.start(review=scene.second, on=SECOND, by=None)
    actions.keep(monitor=made, answers={"care_plan_quality": "good"}, step=0, by=scene.officer)
    other_tab = Monitor.objects.get(pk=made.pk)

    result = actions.keep(
        monitor=other_tab,
        answers={"care_plan_quality": "inadequate", "corporate_parenting": "good"},
        step=0,
        by=scene.officer,
    )

    assert result.saved == ("corporate_parenting",)
    assert result.moved == ("care_plan_quality",)
    assert "changed elsewhere to “Good”" in result.wrong["care_plan_quality"]
    assert kept(made) == {"care_plan_quality": "good", "corporate_parenting": "good"}


def test_an_older_page_on_which_nothing_was_typed_clears_nothing(scene) -> None:
    made = monitors.begun(scene.second, {"care_plan_quality": "good"})

    result = actions.keep(monitor=made, answers={"care_plan_quality": ""}, step=0, by=scene.officer)

    assert not result.saved
    assert not result.wrong
    assert kept(made) == {"care_plan_quality": "good"}


def test_an_answer_taken_back_elsewhere_is_not_put_there_again(scene) -> None:
    made = monitors.begun(scene.second, {"care_plan_quality": "good"})
    actions.keep(monitor=made, answers={"care_plan_quality": ""}, step=1, by=scene.officer)

    result = actions.keep(monitor=made, answers={"care_plan_quality": "good"}, step=1, by=scene.officer)

    assert "no answer" in result.wrong["care_plan_quality"]
    assert kept(made) == {}


def test_a_monitor_is_not_finished_before_everything_is_answered(scene) -> None:
    made = monitors.begun(scene.second, {"care_plan_quality": "good"})

    with pytest.raises(ValidationError) as refusal:
        actions.finish(monitor=made, on=SECOND, by=scene.officer)

    open_ones = refusal.value.message_dict
    assert "corporate_parenting" in open_ones
    assert "care_plan_quality" not in open_ones
    assert "seen_before" not in open_ones  # known
    assert "dispute_raised" not in open_ones  # never typed
    assert Monitor.objects.get(pk=made.pk).finished_on is None


def test_a_finished_monitor_holds_what_was_known_with_day_and_source(scene) -> None:
    made = monitors.finished(scene.second)

    rows = answers_of(Monitor.objects.get(pk=made.pk))
    assert rows["seen_before"].value == "seen"
    assert rows["seen_before"].origin == "known"
    assert rows["seen_before"].as_of == SECOND
    assert rows["seen_before"].source == "the preparation of the review"
    assert rows["care_plan_quality"].origin == "given"
    assert [event.verb for event in events_about(made)][-1] == "monitor.finished"


def test_a_finished_monitor_reads_as_it_was_finished_whatever_changes(scene) -> None:
    made = monitors.finished(scene.second)
    before = [(one.question.key, one.words, one.source) for one in shown(made)]

    SeenBefore.objects.filter(review=scene.second).update(answer="not_seen", seen_on=None, why_not="Away")

    assert [(one.question.key, one.words, one.source) for one in shown(made)] == before


def shown(monitor: Monitor) -> list:
    sheet = sheet_of(Monitor.objects.get(pk=monitor.pk), SECOND)
    return [line for line in sheet.lines if line.value is not None]


def test_a_finished_monitor_is_not_changed(scene) -> None:
    made = monitors.finished(scene.second)

    with pytest.raises(ValidationError, match="Open it again"):
        actions.keep(monitor=made, answers={"care_plan_quality": "inadequate"}, step=9, by=scene.officer)
    with pytest.raises(ValidationError, match="was finished on 24 August 2016"):
        actions.finish(monitor=made, on=SECOND, by=scene.officer)


def test_it_is_opened_again_with_a_reason_and_looks_up_anew_what_is_known(scene) -> None:
    made = monitors.finished(scene.second)
    with pytest.raises(ValidationError, match="why it is opened again"):
        actions.reopen(monitor=made, why=" ", by=scene.officer)

    actions.reopen(monitor=made, why="I mistook the plan", by=scene.officer)
    SeenBefore.objects.filter(review=scene.second).update(answer="not_necessary", seen_on=None)
    actions.keep(monitor=made, answers={"care_plan_quality": "outstanding"}, step=made.step, by=scene.officer)
    monitors.fill_in(made, SECOND)
    actions.finish(monitor=made, on=SECOND, by=scene.officer)

    assert [one.why.reason for one in reopenings(made)] == ["I mistook the plan"]
    rows = answers_of(Monitor.objects.get(pk=made.pk))
    assert rows["seen_before"].value == "not_necessary"
    assert rows["care_plan_quality"].value == "outstanding"


def test_whether_the_child_was_seen_is_asked_once_wherever_it_is_said(scene) -> None:
    SeenBefore.objects.filter(review=scene.second).delete()
    made = monitors.finished(
        scene.second, {"seen_before": "seen", "seen_on": "2016-08-20", "seen_how": "school"}
    )

    seen = SeenBefore.objects.get(review=scene.second)
    assert (seen.answer, seen.seen_on, seen.how, seen.alone) == ("seen", date(2016, 8, 20), "school", "yes")
    assert answers_of(made)["seen_before"].origin == "given"


def test_a_day_on_which_the_child_cannot_have_been_seen_is_told_beside_its_question(scene) -> None:
    SeenBefore.objects.filter(review=scene.second).delete()
    with pytest.raises(ValidationError) as refusal:
        monitors.finished(scene.second, {"seen_before": "seen", "seen_on": "2016-08-30"})
    assert list(refusal.value.message_dict) == ["seen_on"]
    assert not SeenBefore.objects.filter(review=scene.second).exists()


def test_an_answer_to_a_question_that_no_longer_applies_is_not_finished_with(scene) -> None:
    made = monitors.begun(scene.second, {"legal_status_right": "no", "legal_status_why": "A care order"})
    actions.keep(monitor=made, answers={"legal_status_right": "yes"}, step=made.step, by=scene.officer)
    assert kept(made)["legal_status_why"] == "A care order"  # it comes back with the answer before it

    monitors.fill_in(made, SECOND)
    actions.finish(monitor=made, on=SECOND, by=scene.officer)

    assert "legal_status_why" not in kept(made)
    assert not MonitorAnswer.objects.filter(question="legal_status_why").exists()


def test_the_monitor_before_is_the_last_finished_one_of_the_child(scene) -> None:
    assert last_monitor(scene.second) is None
    first = monitors.begun(scene.first)
    assert last_monitor(scene.second) is None

    monitors.fill_in(first, FIRST)
    actions.finish(monitor=first, on=FIRST, by=None)
    assert last_monitor(scene.second) == first
    assert last_monitor(scene.first) is None


def test_only_those_who_fill_in_monitors_of_the_child_do(scene) -> None:
    made = monitors.begun(scene.second)

    for action in (
        lambda by: actions.start(review=scene.first, on=FIRST, by=by),
        lambda by: actions.keep(monitor=made, answers={}, step=0, by=by),
        lambda by: actions.finish(monitor=made, on=SECOND, by=by),
        lambda by: actions.reopen(monitor=made, why="x", by=by),
        lambda by: find_monitor(by, scene.second.public_id),
    ):
        with pytest.raises(NotYours):
            action(scene.other)
        for role in (Role.BUSINESS_SUPPORT, Role.SOCIAL_WORKER, Role.SENIOR_MANAGER, Role.ANALYST):
            with pytest.raises(NotAllowed):
                action(people.user(role))


def test_opening_one_is_written_in_the_diary(scene) -> None:
    made = monitors.begun(scene.second)

    assert open_monitor(scene.officer, str(scene.second.public_id)) == made
    assert [event.verb for event in events_about(made)][-1] == "monitor.read"
    for wrong in ("nonsense", scene.first.public_id):
        with pytest.raises(NotYours):
            open_monitor(scene.officer, wrong)
