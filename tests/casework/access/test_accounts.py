"""Giving people their sign-in and taking it away again."""

from __future__ import annotations

import pytest
from django.core.exceptions import ValidationError

from holdfast.casework.access import actions
from holdfast.casework.access.passwords import made_password
from holdfast.casework.access.queries import users, who_manage_users
from holdfast.casework.access.roles import Role
from holdfast.casework.access.rules import LastManager, NotAllowed, OwnAccount, check_password
from holdfast.casework.audit.queries import events_about
from tests.builders import people

pytestmark = pytest.mark.django_db

NEW = "seven quiet herons"


@pytest.fixture
def manager():
    return people.user(Role.IRO_MANAGER)


def verbs(user) -> list[str]:
    return [event.verb for event in events_about(user)]


def test_closing_and_opening_again_leave_their_events(manager) -> None:
    sam = people.user(Role.IRO)

    actions.close_account(user=sam, by=manager)
    sam.refresh_from_db()
    assert not sam.is_active

    actions.reopen_account(user=sam, by=manager)
    sam.refresh_from_db()
    assert sam.is_active
    assert verbs(sam) == ["user.closed", "user.reopened"]


def test_nobody_closes_their_own_account(manager) -> None:
    people.user(Role.IRO_MANAGER)

    with pytest.raises(OwnAccount, match="Another manager can close it"):
        actions.close_account(user=manager, by=manager)

    manager.refresh_from_db()
    assert manager.is_active


@pytest.mark.parametrize(
    "deed",
    [
        lambda user: actions.close_account(user=user, by=None),
        lambda user: actions.change_role(user=user, role=Role.ANALYST, by=user),
    ],
)
def test_the_last_manager_stays_one(deed, manager) -> None:
    closed = people.user(Role.IRO_MANAGER)
    actions.close_account(user=closed, by=manager)

    with pytest.raises(LastManager, match="Make somebody else IRO manager first"):
        deed(manager)

    assert list(who_manage_users()) == [manager]
    assert verbs(manager) == []


def test_one_of_two_managers_may_take_another_role(manager) -> None:
    people.user(Role.IRO_MANAGER)

    actions.change_role(user=manager, role=Role.IRO, by=manager)

    manager.refresh_from_db()
    assert manager.role == Role.IRO


def test_a_manager_sets_another_password_and_everybody_their_own(manager) -> None:
    sam = people.user(Role.IRO)

    actions.set_password(user=sam, password=NEW, by=manager)
    assert sam.check_password(NEW)

    actions.set_password(user=sam, password=f"{NEW} again", by=sam)
    assert sam.check_password(f"{NEW} again")
    assert verbs(sam) == ["user.password_set"] * 2
    assert all(event.detail == {} for event in events_about(sam))


def test_nobody_else_sets_a_password_closes_or_opens(manager) -> None:
    sam, jo = people.user(Role.IRO), people.user(Role.BUSINESS_SUPPORT)

    for deed in (
        lambda: actions.set_password(user=sam, password=NEW, by=jo),
        lambda: actions.close_account(user=sam, by=jo),
        lambda: actions.reopen_account(user=sam, by=jo),
        lambda: actions.change_role(user=jo, role=Role.IRO_MANAGER, by=jo),
    ):
        with pytest.raises(NotAllowed):
            deed()


def test_a_closed_account_does_not_set_its_own_password(manager) -> None:
    sam = people.user(Role.IRO)
    actions.close_account(user=sam, by=manager)

    with pytest.raises(NotAllowed):
        actions.set_password(user=sam, password=NEW, by=sam)


@pytest.mark.parametrize(
    ("password", "sentence"),
    [
        ("short", "at least 12 characters"),
        ("1qaz2wsx3edc", "too common"),
        ("morgan vale 1", "too similar"),
    ],
)
def test_a_password_that_is_easy_to_guess_is_refused(password: str, sentence: str, manager) -> None:
    sam = people.user(Role.IRO)

    with pytest.raises(ValidationError, match=sentence):
        actions.set_password(user=sam, password=password, by=manager)

    assert sam.check_password(people.PASSWORD)


def test_a_made_password_is_good_enough_and_never_the_same(manager) -> None:
    made = {made_password() for _ in range(50)}

    assert len(made) == 50
    for password in made:
        check_password(password, manager)


def test_the_list_has_those_who_may_sign_in_first(manager) -> None:
    closed = people.user(name="Ada Ash")
    actions.close_account(user=closed, by=manager)
    sam = people.user(Role.IRO, name="Sam Fielding")

    assert list(users()) == [manager, sam, closed]
