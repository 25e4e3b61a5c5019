"""Brothers and sisters, parents in care and their children."""

from __future__ import annotations

import pytest
from django.urls import reverse

from holdfast.casework.access.roles import Role
from holdfast.casework.people import actions
from holdfast.casework.people.models import FamilyTie, TieKind, Worker
from tests.builders import people


@pytest.fixture
def support(as_role):
    return as_role(Role.BUSINESS_SUPPORT)


@pytest.fixture
def bea(world):
    return people.child("Bea Arden")


def page(name: str, child, *more) -> str:
    return reverse(name, args=[child.public_id, *more])


def given(words: str, kind: str = "sibling", **more: str) -> dict[str, str]:
    return {"words": words, "kind": kind, "apart": "", **more}


def test_another_child_is_found_by_part_of_the_name_or_the_number(support, world, bea):
    support.post(page("child_family_add", world.alice), given("bea"))
    support.post(page("child_family_add", world.alice), given(world.benedict.number))

    assert list(FamilyTie.objects.order_by("id").values_list("child", "other", "kind")) == [
        (world.alice.pk, bea.pk, "sibling"),
        (world.alice.pk, world.benedict.pk, "sibling"),
    ]


@pytest.mark.parametrize(
    ("kind", "parent", "of_alice", "of_bob"),
    [("parent", "alice", "Child", "Parent"), ("child", "benedict", "Parent", "Child")],
)
def test_who_is_whose_parent_reads_right_from_both_sides(kind, parent, of_alice, of_bob, support, world):
    support.post(page("child_family_add", world.alice), given("Benedict Birch", kind))

    assert FamilyTie.objects.get().child == getattr(world, parent)
    for child, relation in ((world.alice, of_alice), (world.benedict, of_bob)):
        (row,) = support.get(page("child_family", child)).context["rows"]
        assert row.relation == relation


def test_of_several_one_is_chosen(support, world, bea):
    other = people.child("Bea Birch")
    address = page("child_family_add", world.alice)

    asked = support.post(address, given("bea"))

    assert asked.status_code == 400
    assert "2 children fit. Choose which one it is" in asked.content.decode()
    support.post(address, given("bea", other=str(other.public_id)))
    assert FamilyTie.objects.get().other == other


@pytest.mark.parametrize(
    ("answers", "field"),
    [
        (given("Zoe Zander"), "words"),
        (given(""), "words"),
        (given("benedict", ""), "kind"),
        (given("Alice Arden"), "words"),  # the child themselves is not offered
    ],
)
def test_a_wrong_answer_is_said(answers, field, support, world):
    response = support.post(page("child_family_add", world.alice), answers)

    assert response.status_code == 400
    assert field in response.context["form"].errors
    assert not FamilyTie.objects.exists()


def test_what_is_on_record_already_is_said(support, world):
    actions.tie(child=world.benedict, other=world.alice, kind=TieKind.SIBLING, by=None)

    response = support.post(page("child_family_add", world.alice), given("Benedict"))

    assert "on record already" in response.content.decode()


def test_a_child_who_is_not_theirs_is_not_named_nor_found(as_role, world):
    actions.tie(child=world.alice, other=world.benedict, kind=TieKind.SIBLING, by=None)
    people.allocated(world.benedict, people.worker("Robin Ash"))
    iro = as_role(Role.IRO)

    body = iro.get(page("child_family", world.alice)).content.decode()
    assert "A child who is not among yours" in body
    assert "Robin Ash" in body
    assert "Benedict" not in body
    found = iro.post(page("child_family_add", world.alice), given("Benedict Birch"))
    assert found.status_code == 400
    assert "born" not in found.content.decode()


def test_taking_out_and_the_officers_beside(support, world, bea):
    tie = actions.tie(child=world.alice, other=bea, kind=TieKind.SIBLING, apart="A quarrel", by=None)
    people.allocated(bea, Worker.objects.get(name="Sam Fielding"))
    (row,) = support.get(page("child_family", world.alice)).context["rows"]
    assert (row.other, row.officer, row.tie.apart) == (bea, "Sam Fielding", "A quarrel")

    address = page("child_family_remove", world.alice, tie.pk)
    assert "Taken out" in support.post(address, follow=True).content.decode()
    assert not FamilyTie.objects.exists()
    assert "taken out before" in support.post(address, follow=True).content.decode()
