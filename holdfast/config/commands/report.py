"""``holdfast report annual``: the annual report of a year as HTML, Word and PDF."""

from __future__ import annotations

from pathlib import Path

import click

from holdfast.config.commands.django_setup import open_records
from holdfast.config.commands.today import day_of_the_records
from holdfast.config.commands.year import Year
from holdfast.domain.reporting_year import ReportingYear


@click.group()
def report() -> None:
    """Reports from the service's records."""


@report.command()
@click.option("--year", type=Year(), required=True, help="The year, like 2016/17.")
@click.option(
    "--out",
    type=click.Path(file_okay=False, path_type=Path),
    required=True,
    help="The folder to write into; made if it is not there.",
)
@click.option(
    "--final", is_flag=True, help="The final edition: places without the author's words are left out."
)
def annual(year: ReportingYear, out: Path, final: bool) -> None:
    """Write the annual report of a year: HTML, Word and tagged PDF, all three or none."""
    open_records()
    from django.utils import timezone

    from holdfast.demo import whose
    from holdfast.reports.annual.from_records import document
    from holdfast.reports.annual.write import write
    from holdfast.reports.check import ReportRefused
    from holdfast.reports.content import Finish
    from holdfast.snapshot import from_casework, store

    today = timezone.localdate()
    try:
        made = document(
            year,
            store.open(from_casework.tables(on=day_of_the_records())),
            whose.authority(whose.is_demonstration()),
            finish=Finish.FINAL if final else Finish.DRAFT,
            made_on=today,
        )
        paths = write(made, out)
    except ReportRefused as refused:
        raise click.ClickException(str(refused)) from refused
    except OSError as error:
        raise click.ClickException(f"Cannot write into {out}: {error.strerror}.") from error
    for path in paths:
        click.echo(path)
