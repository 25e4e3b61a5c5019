"""``holdfast import ssda903``: read, judge and load returns into the service's records."""

from __future__ import annotations

import click

from holdfast.config.commands.reading import Progress, YearedFolder, print_warnings, read_or_stop
from holdfast.returns.ssda903.read import ReturnPath, ReturnSet

_KINDS = ("added", "changed", "unchanged", "withdrawn", "mismatches")


@click.group(name="import")
def import_() -> None:
    """Bring statutory returns into the service's records."""


@import_.command()
@click.argument("folders", type=YearedFolder(), nargs=-1, required=True)
@click.option("--check", is_flag=True, help="Read and list what is wrong; load nothing.")
@click.option("--all", "everything", is_flag=True, help="List every warning, not the first of each type.")
def ssda903(folders: tuple[ReturnPath, ...], check: bool, everything: bool) -> None:
    """Bring in SSDA903 returns: folders of CSV files or XML files, one year or several together.

    What cannot be understood stops everything with one line per fault. What is understood but wrong is kept and
    listed. What somebody typed here is never changed; where a return differs, it is listed to settle.
    """
    found = read_or_stop(folders)
    print_warnings(found, everything=everything)
    years = ", ".join(str(one.year) for one in found.returns)
    if check:
        click.echo(f"Read {years}: nothing stands in the way of loading it. Nothing was loaded.")
        return
    for kind, counts in _load(found).items():
        said = ", ".join(f"{counts[name]} {name}" for name in _KINDS if counts.get(name))
        click.echo(f"{kind}: {said or 'nothing'}")
    click.echo(f"Loaded {years}.")


def _load(found: ReturnSet) -> dict[str, dict[str, int]]:
    from holdfast.config.commands.django_setup import open_records

    open_records()
    from holdfast.casework.intake.rules import AnotherImportLoads
    from holdfast.returns.ssda903 import load

    try:
        intake = load.receive(return_set=found, by=None)
        return load.load(found, intake=intake, by=None, progress=Progress("Loading"))
    except AnotherImportLoads as error:
        raise click.ClickException(str(error)) from error
