from __future__ import annotations

import pytest
from django.db import IntegrityError

from holdfast.casework.access import actions
from holdfast.casework.access.models import User
from holdfast.casework.access.roles import PERMISSIONS, SENTENCES, Permission, Role
from holdfast.casework.access.rules import NotAllowed, check_may, may
from holdfast.casework.audit.queries import events_about
from tests.builders import people

pytestmark = pytest.mark.django_db

P = Permission


def test_every_role_has_its_permissions_and_a_sentence() -> None:
    assert set(PERMISSIONS) == set(SENTENCES) == set(Role)
    assert all(sentence.endswith(".") for sentence in SENTENCES.values())


@pytest.mark.parametrize(
    ("role", "can", "cannot"),
    [
        (
            Role.IRO,
            [P.SEE_OWN_CHILDREN, P.SEE_FIGURES],
            [P.SEE_ALL_CHILDREN, P.IMPORT_RETURNS, P.SETTLE_MISMATCHES],
        ),
        (Role.IRO_MANAGER, list(Permission), []),
        (
            Role.BUSINESS_SUPPORT,
            [P.SEE_ALL_CHILDREN, P.SEE_FIGURES],
            [P.SEE_ROWS_BEHIND_FIGURES, P.IMPORT_RETURNS],
        ),
        (Role.SOCIAL_WORKER, [P.SEE_OWN_CHILDREN], [P.SEE_ALL_CHILDREN, P.SEE_FIGURES, P.CORRECT_RECORDS]),
        (Role.ANALYST, [P.IMPORT_RETURNS, P.SEE_ROWS_BEHIND_FIGURES, P.SETTLE_MISMATCHES], [P.MANAGE_USERS]),
        (Role.BOARD_READER, [P.SEE_PUBLISHED], [p for p in Permission if p is not P.SEE_PUBLISHED]),
    ],
)
def test_role_may_do_just_this(role: Role, can: list[Permission], cannot: list[Permission]) -> None:
    user = people.user(role)

    assert [p for p in can if not may(user, p)] == []
    assert [p for p in cannot if may(user, p)] == []


def test_a_closed_account_may_do_nothing() -> None:
    people.user(Role.IRO_MANAGER)  # somebody is left who gives people their sign-in
    user = people.user(Role.IRO_MANAGER)
    actions.close_account(user=user, by=None)

    assert not may(user, P.SEE_ALL_CHILDREN)
    assert not may(None, P.SEE_ALL_CHILDREN)
    with pytest.raises(NotAllowed, match="Your role does not let you see every child"):
        check_may(user, P.SEE_ALL_CHILDREN)


def test_a_role_that_is_not_in_the_list_is_refused_by_the_database() -> None:
    with pytest.raises(IntegrityError, match="user_role_is_in_the_list"):
        User.objects.create(username="odd", name="Odd", role="caretaker")


def test_adding_a_user_and_changing_the_role_leave_their_events() -> None:
    manager = people.user(Role.IRO_MANAGER)

    user = actions.add_user(
        username="kim", name="Kim", role=Role.IRO, password="a long pass phrase", by=manager
    )
    actions.change_role(user=user, role=Role.ANALYST, by=manager)

    user.refresh_from_db()
    assert user.role == Role.ANALYST
    assert user.check_password("a long pass phrase")
    assert [event.verb for event in events_about(user)] == ["user.added", "user.role_changed"]


def test_only_those_who_manage_users_add_one() -> None:
    with pytest.raises(NotAllowed):
        actions.add_user(username="kim", name="Kim", role=Role.IRO, by=people.user(Role.ANALYST))

    assert not User.objects.filter(username="kim").exists()
