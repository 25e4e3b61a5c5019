"""``holdfast user``: the first manager of a new service."""

from __future__ import annotations

import pytest
from click.testing import CliRunner, Result

from holdfast.casework.access.models import User
from holdfast.casework.access.roles import Role
from holdfast.casework.audit.queries import events_about
from holdfast.config.cli import main
from holdfast.config.commands.user import ROLES
from tests.builders import people

pytestmark = pytest.mark.django_db

NEW = "seven quiet herons"


def run(*arguments: str, typed: str = "") -> Result:
    return CliRunner().invoke(main, ["user", *arguments], input=typed)


def test_the_roles_of_the_command_are_the_roles() -> None:
    assert set(ROLES) == set(Role.values)


def test_the_first_manager_is_asked_for_a_password_that_is_not_shown() -> None:
    done = run("add", "kim", typed=f"Kim Lark\n{NEW}\n{NEW}\n")

    kim = User.objects.get()
    assert done.exit_code == 0, done.output
    assert (kim.username, kim.name, kim.role) == ("kim", "Kim Lark", Role.IRO_MANAGER)
    assert kim.check_password(NEW)
    assert NEW not in done.output
    assert "Kim Lark can sign in as kim: IRO manager." in done.output
    assert [(event.verb, event.actor_id) for event in events_about(kim)] == [("user.added", "")]


def test_a_script_passes_the_password_on_standard_input() -> None:
    done = run("add", "kim", "--name", "Kim Lark", "--role", "iro", "--password-stdin", typed=f"{NEW}\n")

    assert done.exit_code == 0, done.output
    assert User.objects.get().check_password(NEW)
    assert User.objects.get().worker.name == "Kim Lark"


@pytest.mark.parametrize(
    ("username", "password", "sentence"),
    [
        ("kim", "short", "Password: This password is too short."),
        ("taken", NEW, "User name: Somebody has it already; choose another."),
        ("", NEW, "User name: This field cannot be blank."),
    ],
)
def test_what_cannot_be_is_said_and_makes_nobody(username: str, password: str, sentence: str) -> None:
    people.user(username="taken")

    done = run("add", username, "--name", "Kim Lark", "--password-stdin", typed=f"{password}\n")

    assert done.exit_code == 1
    assert sentence in done.output
    assert User.objects.count() == 1


def test_the_only_manager_who_forgot_gets_another_password() -> None:
    kim = people.user(username="kim", name="Kim Lark")

    poor = run("password", "kim", "--password-stdin", typed="short\n")
    done = run("password", "kim", typed=f"{NEW}\n{NEW}\n")

    kim.refresh_from_db()
    assert (poor.exit_code, "too short" in poor.output) == (1, True)
    assert "Kim Lark has a new password." in done.output
    assert kim.check_password(NEW)
    assert "Nobody signs in as lee" in run("password", "lee", "--password-stdin", typed=NEW).output


def test_the_name_must_be_said_where_nobody_can_be_asked() -> None:
    assert "--name" in run("add", "kim", "--password-stdin", typed=NEW).output


def test_the_list_says_who_may_sign_in() -> None:
    assert "Nobody has an account yet" in run("list").output

    people.user(Role.ANALYST, name="Ada Ash", username="ada")
    closed = people.user(Role.IRO, name="Sam Fielding", username="sam")
    closed.is_active = False
    closed.save()

    assert [line.split("  ")[0] for line in run("list").stdout.splitlines()] == ["ada", "sam"]
    assert [" closed " in line for line in run("list").stdout.splitlines()] == [False, True]
