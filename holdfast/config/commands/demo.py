"""``holdfast demo``: an invented council to try the service with, and how it stands beside what York published."""

from __future__ import annotations

import click

from holdfast.config.commands.django_setup import open_records


@click.group()
def demo() -> None:
    """An invented council with synthetic children and staff."""


@demo.command()
@click.option(
    "--seed", type=int, help="Another number makes other children, of whom the same figures are true."
)
def load(seed: int | None) -> None:
    """Load the demo authority into an empty database."""
    open_records()
    from holdfast.demo import load as loading
    from holdfast.demo.authority import SEED

    shown = ""

    def tell(what: str, done: int, total: int | None) -> None:
        nonlocal shown
        if what != shown:
            click.echo(f"  {what}…", err=True)
        shown = what

    try:
        loaded = loading.load(seed=SEED if seed is None else seed, progress=tell)
    except (loading.HoldsRecords, loading.AnotherDemo, loading.NoPlaceForADemo) as error:
        raise click.ClickException(str(error)) from error
    click.echo(
        "The demo authority is loaded."
        if loaded
        else "The demo authority was loaded before; nothing was done."
    )


@demo.command()
def compare() -> None:
    """Every cell York published for 2016/17 beside ours: equal, or with the reason why it cannot be."""
    open_records()
    from holdfast.demo import compare as comparing
    from holdfast.demo.mark import loaded_seed
    from holdfast.snapshot import from_casework, store

    if loaded_seed() is None:
        raise click.ClickException(
            "The demo authority is not in this database. Load it into an empty one with: holdfast demo load"
        )
    compared = comparing.compare(store.open(from_casework.tables()))
    for line in comparing.as_text(compared):
        click.echo(line)
    click.echo()
    click.echo(comparing.closing_count(compared))
