"""The work plan on screen: entered, filtered, moved, progressed, carried, and what stood there before."""

from __future__ import annotations

from datetime import date

import pytest
from django.urls import reverse

from holdfast.casework.access.roles import Role
from holdfast.casework.improvement.actions.progress import say_progress
from holdfast.casework.improvement.models import Action, Aim, Progress, Theme
from holdfast.domain.reporting_year import ReportingYear
from tests.builders import improvement, publishing
from tests.builders.improvement import TODAY

YEAR = ReportingYear(2017)
PLAN = reverse("workplan_year", args=[YEAR])
WRITER = Role.IRO_MANAGER


def page(client, address: str = PLAN) -> str:
    return client.get(address).content.decode()


def test_an_empty_plan_says_how_to_begin(as_role) -> None:
    assert "No plan is entered for 2016/17 yet. Add the first aim" in page(as_role(WRITER))
    assert "Add the first aim" not in page(as_role(Role.IRO))


def test_the_running_year_opens_unless_only_another_has_a_plan(as_role) -> None:
    client = as_role(WRITER)
    assert client.get(reverse("workplan"))["Location"] == PLAN
    improvement.aim(year_ending=2018)

    assert client.get(reverse("workplan"))["Location"] == reverse("workplan_year", args=[ReportingYear(2018)])
    chosen = client.get(reverse("workplan"), {"year": "2016/17"})
    assert chosen["Location"] == PLAN
    assert client.get(reverse("workplan_year", args=[ReportingYear(2012)])).status_code == 404


def test_an_aim_is_added_with_its_themes_and_figure(as_role) -> None:
    theme = improvement.theme()
    given = {"title": "Reviews in time", "why": "Children wait", "figure": "timeliness/held_in_time"}

    response = as_role(WRITER).post(
        reverse("workplan_aim_add", args=[YEAR]), {**given, f"theme_{theme.pk}": "on"}, follow=True
    )

    aim = Aim.objects.get()
    assert (aim.table, aim.group, list(aim.themes.all())) == ("timeliness", "held_in_time", [theme])
    said = response.content.decode()
    assert "Reviews in time" in said
    assert "Themes: Trust" in said
    assert "Reviews held in the period that were in time" in said


def test_the_figure_stands_with_what_it_was_counted_from_and_with_the_year_before(as_role) -> None:
    improvement.aim(table="sex", group="male")
    publishing.figure()

    (aim,) = as_role(Role.IRO).get(PLAN).context["aims"]

    assert aim.figure.label == "Children in care by sex: Male"
    assert aim.figure.values == (
        ("2016/17", "50.0%", "1 of 2"), ("2015/16", "51.3%", "98 of 191, as published"),
    )  # fmt: skip


@pytest.mark.parametrize("role", [Role.BOARD_READER, Role.SOCIAL_WORKER, Role.SENIOR_MANAGER])
def test_who_sees_no_figures_sees_none_here_and_no_progress(as_role, role) -> None:
    one = improvement.action(improvement.aim(table="sex", group="female"))
    say_progress(action=one, said_on=TODAY, state="done", text="Said inside", today=TODAY, by=None)

    said = page(as_role(role))

    assert "Book each review a month ahead" in said
    assert "Done" in said
    assert "Said inside" not in said
    assert "hf-plan__figure" not in said


def test_a_state_is_words_with_a_shape_and_what_is_late_says_so(as_role) -> None:
    aim = improvement.aim()
    improvement.action(aim)
    done = improvement.action(aim, "Done already")
    say_progress(action=done, said_on=TODAY, state="done", text="It is.", today=TODAY, by=None)

    said = page(as_role(Role.IRO))

    assert said.count("Overdue") == 1
    assert "1 of 2 actions done." in said
    assert "1 is overdue." in said
    for shape in ("○", "●"):
        assert f'<span aria-hidden="true">{shape}</span>' in said


def test_the_plan_is_filtered_by_theme_and_owner(as_role) -> None:
    theme = improvement.theme()
    improvement.action(improvement.aim("With a theme", themes=[theme]), owner="Group manager")
    improvement.action(improvement.aim("Without"), owner="Service manager")
    client = as_role(Role.IRO)

    of_theme = client.get(PLAN, {"theme": str(theme.public_id)}).context["aims"]
    of_owner = client.get(PLAN, {"owner": "Service manager"}).context["aims"]
    nothing = client.get(PLAN, {"owner": "Nobody"}).content.decode()

    assert [one.aim.title for one in of_theme] == ["With a theme"]
    assert [(one.number, one.aim.title) for one in of_owner] == [(2, "Without")]
    assert "fits what you chose" in nothing


def test_progress_is_said_by_who_works_on_the_plan_and_stays(as_role) -> None:
    one = improvement.action(improvement.aim())
    address = reverse("workplan_action", args=[one.public_id])
    given = {
        "said_on_0": "30", "said_on_1": "3", "said_on_2": "2017", "state": "under_way",
        "text": "The diary is set up.", "evidence": "The diary",
    }  # fmt: skip

    response = as_role(Role.IRO).post(address, given, follow=True)

    said = Progress.objects.get()
    assert (said.said_on, said.said_by.role) == (date(2017, 3, 30), Role.IRO)
    assert "30 March 2017: Under way" in response.content.decode()
    wrong = as_role(Role.IRO).post(address, {**given, "text": "", "said_on_0": "31", "said_on_1": "4"})
    assert wrong.status_code == 400
    assert "Say what was done" in wrong.content.decode()


def test_a_day_to_come_is_refused_beside_its_field(as_role) -> None:
    one = improvement.action(improvement.aim())
    given = {"said_on_0": "1", "said_on_1": "4", "said_on_2": "2017", "state": "done", "text": "Done"}

    response = as_role(Role.IRO).post(reverse("workplan_action", args=[one.public_id]), given)

    assert response.context["form"].errors == {"said_on": ["The day must be today or earlier."]}


def test_of_two_who_change_an_aim_the_second_sees_what_stands_and_may_then_save(as_role) -> None:
    aim = improvement.aim()
    client, address = as_role(WRITER), reverse("workplan_aim_change", args=[aim.public_id])
    seen = client.get(address).context["form"]["seen"].value()
    client.post(address, {"title": "Theirs", "figure": "", "seen": seen})

    second = client.post(address, {"title": "Ours", "figure": "", "seen": seen})

    assert second.status_code == 400
    said = second.content.decode()
    assert "Somebody else changed this while you had it open" in said
    assert "What stands now" in said
    assert "Theirs" in said
    client.post(address, {"title": "Ours", "figure": "", "seen": second.context["form"]["seen"].value()})
    aim.refresh_from_db()
    assert aim.title == "Ours"
    shown = page(client, reverse("workplan_aim", args=[aim.public_id]))
    assert "What stood here before (2)" in shown


def test_aims_and_actions_move_are_taken_back_and_put_back(as_role) -> None:
    first, second = improvement.aim("First"), improvement.aim("Second")
    step = improvement.action(second)
    client = as_role(WRITER)

    def do(kind: str, one, what: str) -> str:
        address = reverse(f"workplan_{kind}_do", args=[one.public_id])
        return client.post(address, {"do": what}, follow=True).content.decode()

    do("aim", second, "up")
    assert [one.aim for one in client.get(PLAN).context["aims"]] == [second, first]
    said = do("action", step, "take_back")
    assert "Action: Book each review a month ahead" in said
    do("action", step, "put_back")
    do("aim", first, "take_back")
    assert [one.aim for one in client.get(PLAN).context["aims"]] == [second]
    assert client.post(reverse("workplan_aim_do", args=[first.public_id]), {"do": "burn"}).status_code == 404


def test_what_is_carried_is_said_in_both_years_and_carried_once(as_role) -> None:
    aim = improvement.aim()
    improvement.action(aim)
    client, address = as_role(WRITER), reverse("workplan_aim_do", args=[aim.public_id])

    assert (
        "goes on in the next year’s plan"
        in client.post(address, {"do": "carry"}, follow=True).content.decode()
    )
    assert "Carried from the plan for" in page(client, reverse("workplan_year", args=[ReportingYear(2018)]))
    again = client.post(address, {"do": "carry"}, follow=True).content.decode()
    assert "stands in the next year’s plan already" in again
    assert Aim.objects.count() == 2


def test_a_theme_is_entered_changed_and_ended(as_role) -> None:
    client = as_role(WRITER)
    given = {
        "name": "Trust", "plan": "Strategy", "from_date_0": "1", "from_date_1": "1", "from_date_2": "2016",
    }  # fmt: skip
    client.post(reverse("workplan_theme_add"), given)
    theme = Theme.objects.get()
    address = reverse("workplan_theme_change", args=[theme.public_id])
    last = {"to_date_0": "31", "to_date_1": "12", "to_date_2": "2016"}

    response = client.post(address, {**given, **last}, follow=True)

    assert "Ended on 31 December 2016" in response.content.decode()


def test_an_action_is_added_and_changed(as_role) -> None:
    aim = improvement.aim()
    client = as_role(Role.ANALYST)
    client.post(
        reverse("workplan_action_add", args=[aim.public_id]),
        {"text": "Ask each child", "owner": "Officers", "due_on_0": "", "due_on_1": "", "due_on_2": ""},
    )
    one = Action.objects.get()
    client.post(
        reverse("workplan_action_change", args=[one.public_id]),
        {
            "text": "Ask each child",
            "owner": "Every officer",
            "due_on_0": "1",
            "due_on_1": "9",
            "due_on_2": "2017",
        },
    )

    one.refresh_from_db()
    assert (one.owner, one.due_on) == ("Every officer", date(2017, 9, 1))
    assert "until" in page(client, reverse("workplan_action", args=[one.public_id]))
