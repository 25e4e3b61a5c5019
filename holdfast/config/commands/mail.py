"""``holdfast mail``: write the e-mails that are due and send what waits. For a timer, every quarter of an hour."""

from __future__ import annotations

from datetime import datetime

import click

from holdfast.config.commands.django_setup import open_records
from holdfast.config.commands.today import day_of_the_records

FILES = "django.core.mail.backends.filebased.EmailBackend"


@click.command()
@click.option(
    "--on", "day", type=click.DateTime(["%Y-%m-%d"]), help="Write what is due on another day than today."
)
@click.option(
    "--again", is_flag=True, help="Send once more what was cut off on its way; it may arrive twice."
)
def mail(day: datetime | None, again: bool) -> None:
    """Write the e-mails that are due today and send every one that waits. Prints counts, never a name or an address.

    Run it as often as you like: nothing is written or sent twice. The demonstration sends nothing; its e-mails are
    written to files.
    """
    open_records()
    from django.conf import settings
    from django.core.mail import get_connection

    from holdfast.casework.notices import actions
    from holdfast.demo import whose
    from holdfast.reports.quarterly.preparing import prepare_due

    invented = whose.is_demonstration()
    on = day.date() if day else day_of_the_records()
    summaries = actions.write_summaries(on=on, by=None)
    changes = actions.tell_of_changes(on=on, by=None)
    reminders = actions.remind_of_concerns(on=on, by=None)
    drafts = prepare_due(on=on, authority=whose.authority(invented), by=None)
    packs = actions.tell_of_packs(on=on, by=None)
    connection = None
    if invented or settings.EMAIL_BACKEND == FILES:
        connection = get_connection(FILES, file_path=settings.MAIL_FOLDER)
    posted = actions.send_waiting(by=None, connection=connection, again=again)
    click.echo(
        f"Written: {summaries.letters} with what waits for somebody, {changes} on reviews moved or cancelled, "
        f"{reminders} to answer a concern, {packs} on quarterly packs."
    )
    if drafts:
        click.echo(f"Quarterly packs prepared as drafts, to be read and sent: {len(drafts)}.")
    went = f"written to files in {settings.MAIL_FOLDER}" if connection else "sent"
    click.echo(f"{went[0].upper()}{went[1:]}: {posted.sent}. Failed, tried again next time: {posted.failed}.")
    if invented:
        click.echo("This is the demonstration: nothing left this machine.")
    if summaries.without_address:
        click.echo(f"With something waiting but no work e-mail on record: {summaries.without_address}.")
    if posted.given_up:
        click.echo(f"Refused too often by the mail server and given up: {posted.given_up}.")
    if posted.cut_off:
        click.echo(
            f"Cut off on their way, so that nobody knows whether they arrived: {posted.cut_off}. "
            "Send them once more with: holdfast mail --again"
        )
