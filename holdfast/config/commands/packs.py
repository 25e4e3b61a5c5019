"""``holdfast packs``: prepare the quarterly packs that are due. ``holdfast mail`` does it too, and tells of them."""

from __future__ import annotations

from datetime import datetime

import click

from holdfast.config.commands.django_setup import open_records
from holdfast.config.commands.today import day_of_the_records


@click.command()
@click.option(
    "--on", "day", type=click.DateTime(["%Y-%m-%d"]), help="Prepare what is due on another day than today."
)
def packs(day: datetime | None) -> None:
    """Prepare the drafts of the quarterly packs that are due. Prints counts; nothing is prepared twice.

    A draft is prepared five working days before its pack is due. Nothing is sent: the manager reads it and sends it.
    """
    open_records()
    from holdfast.casework.editions.packs_queries import waiting_to_be_sent
    from holdfast.demo import whose
    from holdfast.reports.quarterly.preparing import prepare_due

    on = day.date() if day else day_of_the_records()
    made = prepare_due(on=on, authority=whose.authority(whose.is_demonstration()), by=None)
    click.echo(
        f"Prepared as drafts: {len(made)}. Waiting to be read and sent: {waiting_to_be_sent().count()}."
    )
