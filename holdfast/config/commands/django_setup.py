"""Load Django for a command that needs the service's records."""

import os

import click

from holdfast.config.data_folder import OpenToOthers


def load_django() -> None:
    """Set Django up with the service's settings. Stops with a sentence where others could read what it keeps."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "holdfast.config.settings")
    import django

    try:
        django.setup()
    except OpenToOthers as error:
        raise click.ClickException(str(error)) from error


def open_records() -> None:
    """Set Django up and make sure the records can be reached; an embedded database is made on first use.

    Stops with a sentence where the database is not in the form this version needs or does not answer.
    """
    load_django()
    from holdfast.config.serve import CannotServe, prepare_database

    try:
        prepare_database(lambda sentence: click.echo(sentence, err=True))
    except CannotServe as error:
        raise click.ClickException(str(error)) from error
