"""``holdfast comparators import``: figures others published, and ours of earlier years, from a CSV file."""

from __future__ import annotations

from pathlib import Path

import click

from holdfast.reports.comparators import Comparator


@click.group()
def comparators() -> None:
    """Figures somebody published, to print beside ours."""


@comparators.command("import")
@click.argument("file", type=click.Path(exists=True, dir_okay=False, path_type=Path))
@click.option("--check", is_flag=True, help="Read and say what it would do; enter nothing.")
def import_(file: Path, check: bool) -> None:
    """Enter the published figures of a CSV FILE, all of them or none.

    Its columns: table, group, period, publisher (us, region, neighbours or nation), printed, n, of, source, note.
    What cannot be understood is named by line and column, and nothing is entered.
    """
    figures = _read_or_stop(file)
    from holdfast.config.commands.django_setup import open_records

    open_records()
    from holdfast.reports import comparator_records

    found = comparator_records.entering(figures)
    new, changed = sum(one.is_new for one in found), sum(one.is_change for one in found)
    click.echo(f"{new} new, {changed} changed, {len(found) - new - changed} as before")
    if check:
        click.echo("Nothing stands in the way of entering them. Nothing was entered.")
        return
    comparator_records.enter(figures, by=None)
    click.echo(f"Entered {len(found)} published figure{'s' * (len(found) != 1)}.")


def _read_or_stop(file: Path) -> list[Comparator]:
    """Read the file; where something cannot be understood, say so line by line and stop with exit code 1."""
    from holdfast.reports import comparator_file

    if file.stat().st_size > comparator_file.MOST_BYTES:
        raise click.ClickException(
            "This file is larger than 1 MB. Part it into several. Nothing was entered."
        )
    found = comparator_file.read(comparator_file.decoded(file.read_bytes()))
    if found.faults:
        for fault in found.faults:
            click.echo(f"{file.name}, {fault}", err=True)
        count = len(found.faults) + found.more
        if found.more:
            click.echo(f"and {found.more} more like these", err=True)
        click.echo(f"{count} fault{'s' * (count != 1)}. Nothing was entered.", err=True)
        raise SystemExit(1)
    return found.figures
