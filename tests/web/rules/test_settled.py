"""Categories of concern, the ladder and who answers, on the manager's pages."""

from __future__ import annotations

from datetime import date

import pytest
from django.urls import reverse

from holdfast.casework.access.roles import Role
from holdfast.casework.people.models import Worker
from holdfast.casework.resolution import settling, settling_ladder
from holdfast.casework.resolution.categories import categories_on
from holdfast.casework.resolution.models import Answerer, OwnCategory, OwnLadder
from holdfast.domain.resolution import categories, ladders
from tests.builders import people
from tests.web.conftest import TODAY
from tests.web.rules.test_limits import day

APRIL = date(2017, 4, 1)


@pytest.fixture
def manager(as_role):
    return as_role(Role.IRO_MANAGER)


def offered(on: date = APRIL) -> dict[str, str]:
    return {one.code: one.label for one in categories_on(on)}


def lines(manager) -> dict[str, str]:
    groups = manager.get(reverse("rules_categories")).context["groups"]
    return {line.category.code: line.state for _, found in groups for line in found}


def test_every_category_stands_there_in_its_group(manager, world):
    response = manager.get(reverse("rules_categories"))

    assert [name for name, _ in response.context["groups"]] == [
        "Resource",
        "Care planning",
        "Practice",
        "Other",
    ]
    assert set(lines(manager)) == {one.code for one in categories.shipped()}
    assert response.content.decode().count("York’s 23") == 23


def test_a_category_is_added_to_a_group_or_one_of_its_own(manager, world):
    page = reverse("rules_category_add")
    given = {"label": "Court reports", "head": "practice", "new_head": "", "reason": "Asked for"}
    manager.post(page, {**given, **day("from_date", APRIL)})
    own = {**given, "label": "Bedroom", "head": "", "new_head": "Home"}
    manager.post(page, {**own, **day("from_date", TODAY)})

    assert lines(manager)["own_court_reports"] == "Not yet: from 1 April 2017"
    groups = dict(manager.get(reverse("rules_categories")).context["groups"])
    assert [line.whose for line in groups["Home"]] == ["Our own"]
    refused = manager.post(page, {**own, **day("from_date", TODAY)})
    assert "There is a category “Bedroom” already" in refused.content.decode()
    none = manager.post(page, {**given, "head": "", **day("from_date", TODAY)})
    assert list(none.context["form"].errors) == ["label", "head"]


def test_a_category_is_worded_otherwise_ended_let_go_on_and_taken_back(manager, world):
    address = reverse("rules_category", args=["pep"])
    manager.post(
        reverse("rules_category_rename", args=["pep"]),
        {"label": "Education plan", "reason": "Clearer", **day("from_date", APRIL)},
    )
    assert (offered(TODAY)["pep"], offered()["pep"]) == (
        "No or poor quality personal education plan",
        "Education plan",
    )
    manager.post(reverse("rules_category_end", args=["pep"]), day("to_date", date(2017, 6, 30)))
    body = manager.get(address).content.decode()
    assert "1 April 2017 to 30 June 2017" in body
    assert "Clearer" in body
    assert f"entered by {world.users[Role.IRO_MANAGER].name}" in body
    manager.post(reverse("rules_category_goes_on", args=["pep"]))
    assert "pep" in offered(date(2018, 1, 1))

    manager.post(reverse("rules_category_take_back", args=[OwnCategory.objects.get().pk]))
    assert offered()["pep"] == "No or poor quality personal education plan"
    nothing = manager.post(reverse("rules_category_goes_on", args=["pep"]), follow=True)
    assert "This category has no last day" in nothing.content.decode()


def test_one_that_ended_says_so(manager, world):
    settling.end_category(code="pep", to_date=date(2017, 3, 1), by=None)

    assert lines(manager)["pep"] == "Ended on 1 March 2017"
    assert "to 1 March 2017" in manager.get(reverse("rules_category", args=["pep"])).content.decode()


def ladder_fields(manager, like: str = "") -> dict[str, str]:
    form = manager.get(reverse("rules_ladder_set"), {"like": like}).context["form"]
    return {name: str(form[name].value() or "") for name in form.fields if name != "from_date"} | day(
        "from_date", APRIL
    )


def set_ladder(manager, like: str = "", **changed: str):
    given = {**ladder_fields(manager, like), "place_0": "0", "reason": "Days for each", **changed}
    return manager.post(f"{reverse('rules_ladder_set')}?like={like}", given, follow=True)


def test_the_ladder_in_force_and_those_to_choose_from(manager, world):
    body = manager.get(reverse("rules_ladder")).content.decode()

    assert "this council has not set one of its own" in body
    assert "20 working days at most" in body
    assert all(one.name in body for one in ladders.shipped())


def test_a_shipped_ladder_is_taken_as_it_is(manager, world):
    body = set_ladder(manager, "barnet").content.decode()

    assert "From Saturday 1 April 2017" in body
    assert f"set by {world.users[Role.IRO_MANAGER].name}" in body
    assert settling_ladder.ladder_from(settling_ladder.own_ladders(), APRIL) == ladders.named("barnet")


def test_stages_are_changed_added_left_out_and_put_in_another_order(manager, world):
    set_ladder(
        manager,
        days_1="5", name_2="", role_2="", place_3="9",
        place_4="2", name_4="Panel", role_4="Head of service", days_4="10",
    )  # fmt: skip

    found = settling_ladder.ladder_from(settling_ladder.own_ladders(), APRIL)
    assert [(one.number, one.name, one.days) for one in found.rungs] == [
        (0, "Informal", None),
        (1, "Stage 1: e-mail to the service manager", 5),
        (2, "Panel", 10),
        (3, "Stage 3: meeting with the group manager", None),
    ]


@pytest.mark.parametrize(
    ("changed", "sentence"),
    [
        ({"days_1": "12", "days_2": "9"}, "21 working days together, and all of them may take 20 at most"),
        ({"days_1": "soon"}, "Enter the working days of row 2 as a whole number"),
        ({"role_1": ""}, "Stage 1 does not say who answers"),
        ({"reason": ""}, "Say why"),
        (day("from_date", date(2017, 3, 30)), "Choose 31 March 2017 or a later day"),
    ],
)
def test_a_ladder_that_is_none_is_said(changed, sentence, manager, world):
    response = set_ladder(manager, **changed)

    assert response.status_code == 400
    assert sentence in response.content.decode()
    assert not OwnLadder.objects.exists()


def test_a_ladder_is_taken_back(manager, world):
    set_ladder(manager, "barnet")
    manager.post(reverse("rules_ladder_take_back", args=[OwnLadder.objects.get().public_id]))

    assert not OwnLadder.objects.exists()


def test_who_answers_is_named_for_a_team_ended_and_taken_back(manager, world):
    pat = Worker.objects.get(name="Pat Hollis")
    Worker.objects.filter(name="Jo Reed").update(team="North")
    before = manager.get(reverse("rules_answerers")).content.decode()
    assert "Nobody is named on Friday 31 March 2017" in before
    assert "it follows from who works with the child" in before
    given = {"role": "Service manager", "worker": str(pat.public_id), "team": "North"}
    page = reverse("rules_answerer_add")
    manager.post(page, {**given, **day("starts", TODAY), **day("ends", None)})

    body = manager.get(reverse("rules_answerers")).content.decode()
    assert all(words in body for words in ("Pat Hollis", "North", "from 31 March 2017"))
    assert "they cannot answer" not in body
    again = manager.post(page, {**given, **day("starts", APRIL), **day("ends", None)})
    assert "answers for this role already" in again.content.decode()
    made = Answerer.objects.get()
    manager.post(reverse("rules_answerer_end", args=[made.pk]), day("ends", APRIL))
    made.refresh_from_db()
    assert made.ends == APRIL
    manager.post(reverse("rules_answerer_take_back", args=[made.pk]))
    assert not Answerer.objects.exists()


@pytest.mark.parametrize(
    ("name", "sentence"),
    [("Lee Moss", "No sign-in: they cannot answer here"), ("Sam Fielding", "does not let them answer")],
)
def test_somebody_who_cannot_answer_here_is_pointed_at(name, sentence, manager, world):
    worker = Worker.objects.filter(name=name).first() or people.worker(name)
    settling_ladder.name_answerer(role="Group manager", worker=worker, starts=TODAY, by=None)

    assert sentence in manager.get(reverse("rules_answerers")).content.decode()


def test_nobody_chosen_is_said(manager, world):
    response = manager.post(
        reverse("rules_answerer_add"),
        {"role": "Service manager", "worker": "", "team": "", **day("starts", TODAY), **day("ends", None)},
    )

    assert "Choose who answers" in response.content.decode()


@pytest.mark.parametrize(
    ("name", "args"),
    [
        ("rules_category", ["gone"]),
        ("rules_category_rename", ["gone"]),
        ("rules_answerer_end", [4711]),
    ],
)
def test_what_is_not_there(name, args, manager, world):
    assert manager.get(reverse(name, args=args)).status_code == 404
