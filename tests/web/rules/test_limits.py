"""The rules page: every limit in force, and the manager's forms."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from django.urls import reverse

from holdfast.casework.access.roles import Role
from holdfast.casework.service import actions
from holdfast.casework.service.models import OwnLimit, Remit
from holdfast.domain import limits

SET = "rules_limit_set"


@pytest.fixture
def manager(as_role):
    return as_role(Role.IRO_MANAGER)


def day(field: str, value: date | None) -> dict[str, str]:
    parts = [str(value.day), str(value.month), str(value.year)] if value else ["", "", ""]
    return {f"{field}_{n}": part for n, part in enumerate(parts)}


def given(**changed: str) -> dict[str, str]:
    return {
        "value": "10", "unit": "working days", "source": "Management team, 3 March 2017", "certainty": "H",
        "reason": "Records reached families too late", **day("from_date", date(2017, 3, 1)),
        **day("to_date", None), **changed,
    }  # fmt: skip


def own(**changed: Any) -> OwnLimit:
    standard = {
        "rule_id": "review.record", "value": 10, "unit": "working days", "from_date": date(2017, 1, 1),
        "source": "Management team", "certainty": "H", "reason": "Sooner", "by": None,
    }  # fmt: skip
    return actions.set_limit(**{**standard, **changed})


def in_force(response) -> dict[str, Any]:
    return {one.rule.rule_id: one for _, rules in response.context["groups"] for one in rules}


def test_every_rule_stands_there_with_its_source_and_how_sure_it_is(manager, world):
    response = manager.get(reverse("rules"))

    found = in_force(response)
    assert set(found) == {rule.rule_id for rule in limits.rules()}
    first = found["review.first"]
    assert (first.value, first.own, first.sureness) == (
        "20 working days",
        False,
        "Seen in the law, guidance or decision itself",
    )
    assert found["review.talk"].value == "At least 15 working days"
    assert found["review.local-under-5"].value == "Off"
    assert "Others: 3 months" in response.content.decode()


def test_an_own_limit_stands_beside_the_national_one(manager, world):
    own()

    response = manager.get(reverse("rules"))

    one = in_force(response)["review.record"]
    assert (one.value, one.own, one.note) == ("10 working days", True, "National: 15 working days")


@pytest.mark.parametrize("role", [Role.IRO, Role.SOCIAL_WORKER])
def test_others_read_and_are_offered_nothing_to_change(role, as_role, world):
    own()

    for address in (reverse("rules"), reverse("rules_limit", args=["review.record"])):
        body = as_role(role).get(address).content.decode()
        assert "10 working days" in body
        assert all(word not in body for word in ("Take back", "Set our own limit", "Change what the service"))


def test_only_the_manager_finds_it_in_the_menu(as_role, world):
    there = [role for role in Role if f'href="{reverse("rules")}"' in as_role(role).get("/").content.decode()]

    assert there == [Role.IRO_MANAGER]


def test_the_manager_sets_a_limit_and_the_history_says_who(manager, world):
    response = manager.post(reverse(SET, args=["review.record"]), given(), follow=True)

    body = response.content.decode()
    assert "Saved. Every due date follows it." in body
    assert f"entered by {world.users[Role.IRO_MANAGER].name}" in body
    assert "Why: Records reached families too late" in body
    made = OwnLimit.objects.get()
    assert (made.value, made.from_date, made.to_date) == (10, date(2017, 3, 1), None)


@pytest.mark.parametrize(
    ("wrong", "field", "sentence"),
    [
        ({"value": "16"}, "value", "a council may only be stricter"),
        ({"value": "ten"}, "value", "Enter a whole number"),
        ({"value": ""}, "value", "Enter a number"),
        ({"source": ""}, "source", "Say where the limit comes from"),
        ({"reason": ""}, "reason", "Say why"),
        (day("to_date", date(2017, 2, 1)), "to_date", "before the first"),
        ({"unit": "children"}, "unit", "not one of the available"),
    ],
)
def test_a_wrong_answer_is_said_beside_its_field(wrong, field, sentence, manager, world):
    response = manager.post(reverse(SET, args=["review.record"]), given(**wrong))

    assert response.status_code == 400
    assert list(response.context["form"].errors) == [field]
    assert sentence in response.content.decode()
    assert not OwnLimit.objects.exists()


def test_laxer_is_taken_when_the_law_changed(manager, world):
    manager.post(reverse(SET, args=["review.record"]), given(value="16", law_changed="on"))

    assert OwnLimit.objects.get().law_changed
    assert "the law changed" in manager.get(reverse("rules_limit", args=["review.record"])).content.decode()


def test_a_rule_no_law_sets_offers_what_others_do(manager, world):
    form = manager.get(reverse(SET, args=["review.local-under-5"])).context["form"]

    assert (form.initial["value"], form.initial["unit"]) == (3, "months")
    assert "law_changed" not in form.fields


def test_ending_and_taking_back(manager, world):
    made = own()

    manager.post(reverse("rules_limit_end", args=[made.pk]), day("to_date", date(2017, 3, 31)))
    made.refresh_from_db()
    assert made.to_date == date(2017, 3, 31)
    early = manager.post(reverse("rules_limit_end", args=[made.pk]), day("to_date", date(2016, 3, 31)))
    assert "before the first" in early.content.decode()

    manager.post(reverse("rules_limit_take_back", args=[made.pk]))
    assert not OwnLimit.objects.exists()


def test_the_remit_is_switched_on_and_off(manager, world):
    page = reverse("rules_remit")
    assert "Reviews of children in need" in manager.get(page).content.decode()

    manager.post(
        page,
        {"kind": "need", "reason": "Asked for", **day("from_date", date(2016, 9, 1)), **day("to_date", None)},
    )
    remit = Remit.objects.get()
    assert "from 1 September 2016: Asked for" in manager.get(reverse("rules")).content.decode()
    manager.post(reverse("rules_remit_end", args=[remit.pk]), day("to_date", date(2017, 3, 1)))

    body = manager.get(reverse("rules")).content.decode()
    assert "1 September 2016 to 1 March 2017: Asked for" in body
    (need,) = [one for one in manager.get(reverse("rules")).context["remit"] if one.kind == "need"]
    assert need.words == "No"


@pytest.mark.parametrize(
    ("name", "args"),
    [
        ("rules_limit", ["review.tenth"]),
        (SET, ["review.tenth"]),
        ("rules_limit_end", [4711]),
        ("rules_remit_end", [4711]),
    ],
)
def test_what_is_not_there(name, args, manager, world):
    assert manager.get(reverse(name, args=args)).status_code == 404
