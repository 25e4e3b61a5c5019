"""Who looked at a child's page: every read and every change, whoever or whatever did it."""

from __future__ import annotations

from datetime import date

import pytest
from django.urls import reverse

from holdfast.casework.access.models import User
from holdfast.casework.access.roles import Role
from holdfast.casework.audit.models import AuditEvent
from holdfast.casework.care.actions import correct_episode
from holdfast.casework.intake.actions import has_been_read, receive, settle
from holdfast.casework.intake.models import Mismatch
from holdfast.casework.people.actions import allocate, correct_child
from holdfast.casework.people.models import AllocationRole, Child
from holdfast.casework.reviews.actions import correct_review
from holdfast.domain.reporting_year import ReportingYear
from holdfast.returns.ssda903.load import load
from holdfast.web.child import readers
from tests.builders import people
from tests.builders.returns import ALICE, BOB, a_return, episode, header, review

YEAR = ReportingYear(2017)


def readers_of(client, child: Child, page: str = ""):
    return client.get(reverse("child_readers", args=[child.public_id]) + page)


def told(client, child: Child) -> list[tuple[str, str]]:
    """(who, what) of every entry but those of opening this list itself, oldest first."""
    rows = readers_of(client, child).context["listing"].rows
    return [(entry.who, entry.deed) for entry in reversed(rows) if entry.deed != "opened this list"]


@pytest.fixture
def manager(as_role):
    return as_role(Role.IRO_MANAGER)


def test_every_way_of_reading_is_told(as_role, manager, world):
    officer, mine = as_role(Role.IRO), [world.alice.public_id]
    for name, args in {
        "home": [],
        "children": [],
        "children_download": [],
        "child": mine,
        "child_correct": mine,
        "figures_rows": [YEAR, "children_in_care", "number"],
        "figures_rows_download": [YEAR, "children_in_care", "number"],
    }.items():
        assert officer.get(reverse(name, args=args)).status_code == 200

    sam = "Sam Independent Reviewing Officer"
    assert told(manager, world.alice) == [
        (sam, "saw the child on their own page, “My work”"),
        (sam, "saw the child in a list of children"),
        (sam, "downloaded a list of children with this child in it"),
        (sam, "opened the record"),
        (sam, "opened the record"),
        (sam, "saw the child among the rows behind a figure"),
        (sam, "downloaded the rows behind a figure with this child among them"),
    ]
    assert told(manager, world.benedict) == []


def test_opening_the_list_is_told_in_it(manager, world):
    rows = readers_of(manager, world.alice).context["listing"].rows

    assert [(entry.who, entry.role, entry.deed) for entry in rows] == [
        ("Sam IRO manager", "IRO manager", "opened this list")
    ]


def test_every_change_that_a_person_makes_is_told(manager, world):
    by = world.users[Role.BUSINESS_SUPPORT]
    correct_child(child=world.alice, changes={"ethnicity": "MWBC"}, by=by)
    correct_episode(episode=world.alice.episodes.get(), changes={"place": "U4"}, by=by)
    correct_review(review=world.review, changes={"participation": "PN2"}, by=by)
    correct_review(review=world.review, changes={"participation": "PN1"}, by=by, put_back=True)
    allocate(
        child=world.alice,
        worker=people.worker("Kit Moor"),
        role=AllocationRole.IRO,
        starts=date(2017, 1, 1),
        by=by,
    )
    allocate(
        child=world.alice,
        worker=people.worker("Lee Marsh"),
        role=AllocationRole.IRO,
        starts=date(2017, 1, 1),
        by=by,
    )
    correct_child(child=world.benedict, changes={"ethnicity": "MWBC"}, by=by)

    sam = "Sam Business support"
    assert told(manager, world.alice) == [
        (sam, "corrected who this is: ethnicity (ETHNIC)"),
        (sam, "corrected an episode: placement type (PLACE)"),
        (sam, "corrected a review: how the child took part (REVIEW_CODE)"),
        (sam, "took back a correction of a review: how the child took part (REVIEW_CODE)"),
        (sam, "made somebody responsible for the child"),
        (sam, "put right who is responsible for the child"),
    ]


def bring_in(by: User, **tables) -> None:
    intake = receive(by=by)
    has_been_read(intake=intake, years=[2017], refused=False, by=by)
    load(a_return(2017, **tables), intake=intake, by=by)


def test_what_returns_brought_and_changed_and_what_was_settled_is_told(manager, world):
    # Given a return that brings Alice and Benedict, a second that changes Alice, and a difference settled for a third
    by = world.users[Role.ANALYST]
    may = date(2016, 5, 1)
    both = header(ALICE, BOB)
    first = {
        "Episodes": [episode(ALICE, may), episode(BOB, may)],
        "Reviews": [review(ALICE, date(2016, 5, 20))],
    }
    bring_in(by, Header=both, **first)
    bring_in(
        by,
        Header=both,
        **{**first, "Episodes": [episode(ALICE, may, LS="V2"), episode(BOB, may)], "Reviews": []},
    )
    child = Child.objects.get(number=ALICE["CHILD"])
    correct_episode(episode=child.episodes.get(), changes={"place": "U4"}, by=None)
    bring_in(
        by,
        Header=both,
        **{**first, "Episodes": [episode(ALICE, may, LS="V2"), episode(BOB, may)], "Reviews": []},
    )
    settle(mismatch=Mismatch.objects.get(field="place"), keep="return", by=by)

    # Then each is told
    analyst = "Sam Performance analyst"
    found = told(manager, child)
    assert found[:3] == [
        (analyst, "brought in with a return: child, episode, review"),
        (analyst, "took over from a return: episode: legal status (LS); review: withdrawn"),
        ("The service itself", "corrected an episode: placement type (PLACE)"),
    ]
    assert sorted(found[3:]) == [
        (analyst, "settled a difference between a return and the record: placement type (PLACE)"),
        (analyst, "took over from a return: episode: placement type (PLACE)"),
    ]
    assert told(manager, Child.objects.get(number=BOB["CHILD"])) == [
        (analyst, "brought in with a return: child, episode")
    ]


def test_long_lists_are_read_page_by_page_and_none_is_left_out(manager, world, monkeypatch):
    monkeypatch.setattr(readers, "PER_PAGE", 2)
    monkeypatch.setattr("holdfast.web.listing.PER_PAGE", 2)
    for _ in range(3):
        manager.get(reverse("child", args=[world.alice.public_id]))

    pages = [
        readers_of(manager, world.alice, page).context["listing"]
        for page in ("?page=2", "?page=99", "?page=x")
    ]

    assert [(page.page, page.total, len(page.rows)) for page in pages] == [(2, 4, 2), (3, 5, 1), (1, 6, 2)]
    assert [entry.deed for entry in pages[1].rows] == ["opened the record"]


def test_an_account_that_is_gone_is_said_to_be(manager, world):
    AuditEvent.objects.create(
        actor_id="999999", verb="child.read", subject_type="people.Child", subject_id=str(world.alice.pk)
    )

    assert told(manager, world.alice) == [("An account since removed", "opened the record")]
