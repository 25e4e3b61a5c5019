"""People who sign in and the workers they are."""

from __future__ import annotations

import pytest
from django.core.exceptions import ValidationError

from holdfast.casework.access.models import User
from holdfast.casework.access.roles import Role
from holdfast.casework.access.rules import NotAllowed
from holdfast.casework.audit.queries import events_about
from holdfast.casework.people import actions
from holdfast.casework.people.models import Worker
from holdfast.casework.people.queries import accounts, workers_without_account
from holdfast.casework.people.rules import AlreadySignsIn
from tests.builders import people

pytestmark = pytest.mark.django_db

NEW = "seven quiet herons"


def give(role: Role, **more) -> User:
    given = {
        "username": "kim",
        "name": "Kim Lark",
        "password": NEW,
        "by": people.user(Role.IRO_MANAGER),
        **more,
    }
    return actions.give_sign_in(role=role, **given)


@pytest.mark.parametrize("role", list(Role))
def test_who_has_children_allocated_is_a_worker_too(role: Role) -> None:
    kim = give(role)

    made = list(Worker.objects.values_list("name", "user"))
    assert made == (
        [("Kim Lark", kim.pk)] if role in (Role.IRO, Role.SOCIAL_WORKER, Role.TEAM_MANAGER) else []
    )
    assert kim.check_password(NEW)


def test_a_worker_who_was_there_before_is_taken() -> None:
    robin = people.worker("Robin Ash")

    kim = give(Role.IRO, worker=robin)

    robin.refresh_from_db()
    assert robin.user == kim
    assert list(workers_without_account()) == []
    assert [event.verb for event in events_about(robin)] == ["worker.linked"]


def test_a_worker_has_one_account_only() -> None:
    robin = people.worker("Robin Ash", people.user(Role.IRO))

    with pytest.raises(AlreadySignsIn, match="Robin Ash has an account already"):
        give(Role.IRO, worker=robin)

    assert not User.objects.filter(username="kim").exists()


@pytest.mark.parametrize(
    ("wrong", "field"), [({"password": "short"}, "password"), ({"username": "taken"}, "username")]
)
def test_a_wrong_answer_makes_no_account(wrong: dict, field: str) -> None:
    people.user(username="taken")

    with pytest.raises(ValidationError) as refused:
        give(Role.IRO, **wrong)

    assert field in refused.value.message_dict
    assert not User.objects.filter(username="kim").exists()
    assert not Worker.objects.exists()


def test_a_new_role_brings_its_worker_once() -> None:
    kim = give(Role.ANALYST)

    actions.give_role(user=kim, role=Role.IRO, by=None)
    actions.give_role(user=kim, role=Role.SOCIAL_WORKER, by=None)

    assert Worker.objects.get().user == kim
    assert [event.verb for event in events_about(kim)] == ["user.added", *["user.role_changed"] * 2]


def test_who_may_not_manage_users_gives_no_sign_in() -> None:
    support = people.user(Role.BUSINESS_SUPPORT)

    with pytest.raises(NotAllowed):
        give(Role.IRO, by=support)
    with pytest.raises(NotAllowed):
        actions.link_worker(worker=people.worker(), user=support, by=support)


def test_the_accounts_come_with_their_workers(django_assert_num_queries) -> None:
    people.iro_of()
    people.user()

    with django_assert_num_queries(1):
        assert [getattr(user, "worker", None) is not None for user in accounts()] == [False, True]
