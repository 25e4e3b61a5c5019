"""That a child was told who their reviewing officer is."""

from __future__ import annotations

from datetime import date

from django.urls import reverse

from holdfast.casework.access.roles import Role
from holdfast.casework.people.actions import allocate
from tests.builders import people

SENT = {"told_how": "writing", "told_on_0": "27", "told_on_1": "3", "told_on_2": "2017"}


def test_the_childs_page_says_when_the_child_was_told(as_role, world):
    iro, page = as_role(Role.IRO), reverse("child", args=[world.alice.public_id])
    told = reverse("child_told", args=[world.alice.public_id])
    assert "Note that the child was told who their officer is" in iro.get(page).content.decode()

    body = iro.post(told, SENT, follow=True).content.decode()

    assert "since 1 April 2016; the child was told in writing on 27 March 2017" in body
    assert "The child was told in writing on 27 March 2017" in body
    assert "Correct when the child was told" in body


def test_a_day_to_come_is_refused(as_role, world):
    told = reverse("child_told", args=[world.alice.public_id])

    response = as_role(Role.IRO).post(told, {**SENT, "told_on_2": "2018"})

    assert response.status_code == 400
    assert "This day is still to come" in response.content.decode()


def test_nobody_is_told_of_an_officer_who_is_not_there(as_role, world):
    benedict = reverse("child_told", args=[world.benedict.public_id])

    assert as_role(Role.IRO_MANAGER).get(benedict).status_code == 404


def test_what_was_told_of_an_officer_named_by_mistake_goes_with_the_mistake(as_role, world):
    as_role(Role.IRO).post(reverse("child_told", args=[world.alice.public_id]), SENT)
    officer = world.alice.allocations.get(role="iro")
    assert officer.told_on == date(2017, 3, 27)

    allocate(child=world.alice, worker=people.worker("Kim Lark"), role="iro", starts=officer.starts, by=None)

    officer.refresh_from_db()
    assert (officer.worker.name, officer.told_on, officer.told_how) == ("Kim Lark", None, "")
