"""The work plan: entered, changed by one person at a time, progressed, taken back and carried."""

from __future__ import annotations

from datetime import date

import pytest
from django.core.exceptions import ValidationError

from holdfast.casework.access.roles import Role
from holdfast.casework.access.rules import NotAllowed
from holdfast.casework.audit.models import AuditEvent
from holdfast.casework.audit.mutability import OnlyAdded
from holdfast.casework.audit.queries import events_about
from holdfast.casework.improvement import queries
from holdfast.casework.improvement.actions import plan, themes
from holdfast.casework.improvement.actions.progress import say_progress
from holdfast.casework.improvement.models import ActionState
from holdfast.casework.improvement.rules import Overtaken
from holdfast.casework.provenance.queries import history_of, last_change
from tests.builders import improvement, people
from tests.builders.improvement import TODAY, action, aim, theme

pytestmark = pytest.mark.django_db


def said(of, state="under_way", text="The diary is set up.", on=TODAY, by=None, **facts):
    return say_progress(action=of, said_on=on, state=state, text=text, today=TODAY, by=by, **facts)


@pytest.mark.parametrize("role", [Role.IRO, Role.BUSINESS_SUPPORT, Role.BOARD_READER, Role.SOCIAL_WORKER])
def test_only_who_writes_the_report_writes_the_plan(role) -> None:
    with pytest.raises(NotAllowed):
        aim(by=people.user(role))


@pytest.mark.parametrize("role", [Role.IRO, Role.IRO_MANAGER, Role.ANALYST, Role.BUSINESS_SUPPORT])
def test_who_works_on_the_plan_says_how_far_it_has_come(role) -> None:
    one = action(aim())
    user = people.user(role)

    said(one, evidence="The diary", by=user)

    one.refresh_from_db()
    assert one.state == ActionState.UNDER_WAY
    event = AuditEvent.objects.get(verb="plan_action.progress_said")
    assert (event.actor_id, set(event.detail)) == (str(user.pk), {"progress"})


def test_who_does_not_work_on_the_plan_says_nothing_of_it() -> None:
    with pytest.raises(NotAllowed):
        said(action(aim()), by=people.user(Role.TEAM_MANAGER))


def test_the_latest_day_says_the_state_whatever_is_entered_last() -> None:
    one = action(aim())
    said(one, "done", on=date(2017, 3, 1))

    said(one, "under_way", on=date(2017, 1, 1))

    one.refresh_from_db()
    assert one.state == ActionState.DONE
    with pytest.raises(OnlyAdded):
        one.progress.all().delete()


@pytest.mark.parametrize(
    ("given", "words"),
    [
        ({"text": " "}, "Say what was done."),
        ({"text": "", "state": "stopped"}, "Say why it was stopped."),
        ({"on": date(2017, 4, 1)}, "The day must be today or earlier."),
        ({"state": "finished"}, "is not a valid choice"),
    ],
)
def test_progress_that_cannot_be_is_refused_in_words(given, words) -> None:
    with pytest.raises(ValidationError, match=words):
        said(action(aim()), **given)


def test_of_two_people_the_second_is_told() -> None:
    one = aim()
    seen = last_change(one)
    plan.change_aim(aim=one, values={"title": "Reviews on the day"}, seen=seen, by=None)

    with pytest.raises(Overtaken, match="Somebody else changed this"):
        plan.change_aim(aim=one, values={"title": "No reviews late"}, seen=seen, by=None)

    one.refresh_from_db()
    assert one.title == "Reviews on the day"
    assert [change.before for change in history_of(one)] == ["Reviews in time"]


def test_themes_that_an_aim_had_are_kept_by_name() -> None:
    trust, ambition = theme("Trust"), theme("Ambition")
    one = aim(themes=[trust])

    changed = plan.change_aim(aim=one, values={}, themes=[ambition], by=None)

    assert changed == ["themes"]
    assert [(change.field, change.before) for change in history_of(one)] == [("themes", "Trust")]
    assert plan.change_aim(aim=one, values={}, themes=[ambition], by=None) == []


def test_an_aim_moves_among_those_of_its_year() -> None:
    first, second, _ = aim("First"), aim("Second"), aim("Next year’s", year_ending=2018)

    assert plan.move_aim(aim=second, up=True, by=None)
    assert not plan.move_aim(aim=second, up=True, by=None)

    assert [one.title for one in queries.aims([2017])] == ["Second", "First"]
    assert first.order == 0


def test_what_is_taken_back_leaves_the_plan_and_can_come_back() -> None:
    one = aim()
    inner = action(one)
    plan.take_back_action(action=inner, on=TODAY, by=None)
    assert [list(each.actions.all()) for each in queries.aims([2017])] == [[]]
    inner.refresh_from_db()
    with pytest.raises(ValidationError, match="taken back"):
        said(inner)

    plan.put_back_action(action=inner, by=None)
    plan.take_back_aim(aim=one, on=TODAY, by=None)

    assert not queries.aims([2017]).exists()
    assert [each.verb for each in events_about(one)] == ["aim.added", "aim.taken_back"]


def test_what_is_not_done_goes_on_in_the_next_year_and_both_years_know() -> None:
    one = aim(themes=[theme()], why="Children wait", table="timeliness", group="held_in_time")
    done, left, stopped = (action(one, text) for text in ("Done", "Left", "Stopped"))
    said(done, "done")
    said(stopped, "stopped", "The rules changed.")

    following = plan.carry(aim=one, by=None)

    (now,) = queries.aims([2018])
    assert (now, now.carried_from, now.why, now.group) == (following, one, "Children wait", "held_in_time")
    assert [each.text for each in now.actions.all()] == [left.text]
    assert [each.name for each in now.themes.all()] == ["Trust"]
    assert list(queries.aims([2017])[0].carried_to.all()) == [following]
    with pytest.raises(ValidationError, match="next year’s plan already"):
        plan.carry(aim=one, by=None)


def test_an_aim_with_nothing_left_is_not_carried() -> None:
    one = aim()
    said(action(one), "done")

    with pytest.raises(ValidationError, match="Nothing of this aim is left"):
        plan.carry(aim=one, by=None)


def test_what_is_overdue_is_neither_done_nor_stopped() -> None:
    one = aim()
    late, done, later = (
        action(one, "Late"),
        action(one, "Done"),
        action(one, "Later", due_on=date(2017, 9, 1)),
    )
    said(done, "done")

    assert list(queries.overdue(TODAY)) == [late]
    assert later.due_on > TODAY


def test_a_theme_holds_from_its_first_day_to_its_last() -> None:
    one = theme(to_date=date(2016, 12, 31))

    assert list(queries.themes(date(2016, 12, 31))) == [one]
    assert not queries.themes(date(2017, 1, 1)).exists()
    with pytest.raises(ValidationError, match="must not be before the first"):
        themes.change_theme(theme=one, values={"to_date": date(2015, 1, 1)}, by=None)


def test_a_plan_is_of_a_year_that_a_report_can_be_of() -> None:
    with pytest.raises(ValidationError, match="Choose a year"):
        improvement.aim(year_ending=1999)
    with pytest.raises(ValidationError, match="Choose the figure"):
        improvement.aim(table="timeliness")
