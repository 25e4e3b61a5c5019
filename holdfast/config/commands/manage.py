"""``holdfast manage``: Django's own commands (migrate, createsuperuser, …) with the service's settings."""

import click


@click.command(
    context_settings={"ignore_unknown_options": True, "allow_interspersed_args": False}, add_help_option=False
)
@click.argument("arguments", nargs=-1, type=click.UNPROCESSED)
def manage(arguments: tuple[str, ...]) -> None:
    """Run one of Django's commands, such as migrate."""
    from holdfast.config.commands.django_setup import load_django

    load_django()
    from django.core.management import execute_from_command_line

    execute_from_command_line(["holdfast manage", *arguments])
