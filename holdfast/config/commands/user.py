"""``holdfast user``: the people who sign in, from the machine the service runs on."""

from __future__ import annotations

import sys

import click

from holdfast.config.commands.django_setup import open_records

#: as in holdfast.casework.access.roles, which needs Django; a test holds the two together
ROLES = (
    "iro",
    "iro_manager",
    "business_support",
    "social_worker",
    "team_manager",
    "senior_manager",
    "analyst",
    "board_reader",
)


@click.group()
def user() -> None:
    """People who sign in. The first manager of a new service is made here; the manager adds the others on screen."""


@user.command()
@click.argument("username")
@click.option("--name", help="The name colleagues know them by; asked for where it is left out.")
@click.option("--role", type=click.Choice(ROLES), default="iro_manager", show_default=True)
@click.option("--password-stdin", is_flag=True, help="Read the password from standard input, its first line.")
def add(username: str, name: str | None, role: str, password_stdin: bool) -> None:
    """Give somebody a sign-in. Their password is asked for and not shown."""
    open_records()
    from django.core.exceptions import ValidationError

    from holdfast.casework.access.roles import Role
    from holdfast.casework.people.actions import give_sign_in

    if name is None:
        if password_stdin:
            raise click.UsageError("With --password-stdin say the name too: --name 'Kim Lark'")
        name = click.prompt("Name")
    password = _first_line() if password_stdin else _asked()
    try:
        made = give_sign_in(
            username=username.strip(), name=name.strip(), role=Role(role), password=password, by=None
        )
    except ValidationError as refusal:
        raise click.ClickException(_in_words(refusal)) from None
    click.echo(f"{made.name} can sign in as {made.username}: {made.get_role_display()}.")


@user.command()
@click.argument("username")
@click.option("--password-stdin", is_flag=True, help="Read the password from standard input, its first line.")
def password(username: str, password_stdin: bool) -> None:
    """Set a new password, where no manager can do it on screen. It is asked for and not shown."""
    open_records()
    from django.core.exceptions import ValidationError

    from holdfast.casework.access.actions import set_password
    from holdfast.casework.access.queries import users

    found = users().filter(username=username).first()
    if found is None:
        raise click.ClickException(f"Nobody signs in as {username}. See who does with: holdfast user list")
    try:
        set_password(user=found, password=_first_line() if password_stdin else _asked(), by=None)
    except ValidationError as refusal:
        raise click.ClickException(_in_words(refusal)) from None
    click.echo(f"{found.name} has a new password.")


@user.command(name="list")
def list_() -> None:
    """Everybody with an account: user name, role, whether it is open, name."""
    open_records()
    from holdfast.casework.access.queries import users

    rows = [
        (one.username, one.get_role_display(), "open" if one.is_active else "closed", one.name)
        for one in users()
    ]
    if not rows:
        click.echo("Nobody has an account yet. Make the first manager with: holdfast user add NAME")
        return
    wide = [max(len(row[column]) for row in rows) for column in range(3)]
    for row in rows:
        click.echo("  ".join([*(cell.ljust(width) for cell, width in zip(row, wide, strict=False)), row[3]]))


def _asked() -> str:
    return click.prompt("Password, at least 12 characters", hide_input=True, confirmation_prompt="Once more")


def _first_line() -> str:
    return sys.stdin.readline().rstrip("\r\n")


def _in_words(refusal: Exception) -> str:
    """Each field with what is wrong with it."""
    said = []
    for field, errors in refusal.error_dict.items():
        taken = any(error.code == "unique" for error in errors)
        sentences = ["Somebody has it already; choose another."] if taken else refusal.message_dict[field]
        said.append(f"{field.replace('username', 'user name').capitalize()}: {' '.join(sentences)}")
    return "\n".join(said)
