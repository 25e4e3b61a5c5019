"""Posts, lines of management, registration and independence, on the manager's pages."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from uuid import uuid4

import pytest
from django.urls import reverse

from holdfast.casework.access.roles import Role
from holdfast.casework.audit.models import AuditEvent
from holdfast.casework.people import actions
from holdfast.casework.people.models import Ground, Interest, Post, Worker
from tests.web.rules.test_limits import day


@pytest.fixture
def manager(as_role):
    return as_role(Role.IRO_MANAGER)


@pytest.fixture
def sam(world) -> Worker:
    return Worker.objects.get(name="Sam Fielding")


def page(name: str, worker: Worker) -> str:
    return reverse(name, args=[worker.public_id])


def test_the_list_has_officers_first_with_post_and_caseload(manager, world, sam):
    actions.hold_post(worker=sam, fte=Decimal("0.6"), starts=date(2017, 1, 1), by=None)

    response = manager.get(reverse("rules_people"))

    rows = response.context["listing"].rows
    assert [row.worker.name for row in rows] == ["Sam Fielding", "Jo Reed", "Pat Hollis"]
    assert (rows[0].post, rows[0].caseload) == (
        "0.60 of a post",
        "1 child, 1.7 per full post (0.60 held): below the guide of 50 to 70",
    )


@pytest.mark.parametrize(
    ("until", "warning"),
    [
        (date(2017, 3, 30), "Ran out on 30 March 2017"),
        (date(2017, 3, 31), "Runs out on 31 March 2017"),
        (date(2017, 5, 30), "Runs out on 30 May 2017"),
        (date(2017, 5, 31), ""),
    ],
)
def test_a_registration_that_runs_out_is_pointed_at(until, warning, manager, sam):
    actions.correct_worker(worker=sam, changes={"register_until": until}, by=None)

    assert [row.warning for row in manager.get(reverse("rules_people")).context["warned"]] == (
        [warning] if warning else []
    )
    assert manager.get(page("rules_person", sam)).context["person"].warning == warning


def test_hours_are_entered_and_ended(manager, sam):
    manager.post(
        page("rules_post", sam), {"fte": "0.8", **day("starts", date(2017, 1, 1)), **day("ends", None)}
    )
    post = Post.objects.get()
    assert (post.fte, post.starts, post.ends) == (Decimal("0.80"), date(2017, 1, 1), None)

    manager.post(reverse("rules_post_end", args=[post.pk]), day("ends", date(2017, 3, 1)))

    assert "1 January 2017 to 1 March 2017" in manager.get(page("rules_person", sam)).content.decode()


@pytest.mark.parametrize("fte", ["", "0", "1.2", "most", "0.333", "100"])
def test_a_share_that_is_none_is_said(fte, manager, sam):
    response = manager.post(
        page("rules_post", sam), {"fte": fte, **day("starts", date(2017, 1, 1)), **day("ends", None)}
    )

    assert response.status_code == 400
    assert list(response.context["form"].errors) == ["fte"]


def corrected(form, **changed: str) -> dict[str, str]:
    fields = {name: form[name].value() or "" for name in form.fields if name != "register_until"}
    return {**fields, **day("register_until", None), **changed}


def test_who_they_work_for_is_corrected(manager, sam):
    pat = Worker.objects.get(name="Pat Hollis")
    form = manager.get(page("rules_person_correct", sam)).context["form"]

    manager.post(
        page("rules_person_correct", sam),
        corrected(form, manager_id=str(pat.public_id), team="North", email="sam@example.org"),
    )

    sam.refresh_from_db()
    assert (sam.manager, sam.team, sam.email) == (pat, "North", "sam@example.org")
    event = AuditEvent.objects.get(verb="worker.corrected")
    assert sorted(event.detail["fields"]) == ["email", "manager_id", "team"]


def test_a_line_that_would_close_is_refused_beside_its_field(manager, world, sam):
    jo, pat = Worker.objects.get(name="Jo Reed"), Worker.objects.get(name="Pat Hollis")
    form = manager.get(page("rules_person_correct", pat)).context["form"]

    response = manager.post(page("rules_person_correct", pat), corrected(form, manager_id=str(jo.public_id)))

    assert list(response.context["form"].errors) == ["manager_id"]
    assert "Pat Hollis would come to manage themselves" in response.content.decode()


def test_an_interest_is_noted_of_one_child_or_all_and_ended(manager, world, sam):
    base = {"ground": Ground.ADVISER, "note": "", **day("starts", date(2017, 1, 1)), **day("ends", None)}

    manager.post(page("rules_interest", sam), {**base, "number": world.benedict.number})
    manager.post(page("rules_interest", sam), {**base, "number": "", "ground": Ground.RELATED})

    one, every = Interest.objects.order_by("id")
    assert (one.child, every.child) == (world.benedict, None)
    body = manager.get(page("rules_person", sam)).content.decode()
    assert all(words in body for words in ("Benedict Birch", "Every child", "Refused", "With a warning"))
    assert AuditEvent.objects.filter(verb="children.listed").latest("id").detail["children"] == [
        world.benedict.pk
    ]
    manager.post(reverse("rules_interest_end", args=[one.pk]), day("ends", date(2017, 2, 1)))
    one.refresh_from_db()
    assert one.ends == date(2017, 2, 1)


def test_a_number_nobody_has_is_said(manager, sam):
    response = manager.post(
        page("rules_interest", sam),
        {"ground": Ground.ADVISER, "number": "none", **day("starts", date(2017, 1, 1)), **day("ends", None)},
    )

    assert list(response.context["form"].errors) == ["number"]


@pytest.mark.parametrize("name", ["rules_person", "rules_person_correct", "rules_post", "rules_interest"])
def test_somebody_who_is_not_there(name, manager, world):
    assert manager.get(reverse(name, args=[uuid4()])).status_code == 404


@pytest.mark.parametrize("name", ["rules_post_end", "rules_interest_end"])
def test_something_that_is_not_there(name, manager, world):
    assert manager.get(reverse(name, args=[4711])).status_code == 404
