"""``holdfast editions``: the editions of reports, and whether what is kept with them still gives their figures."""

from __future__ import annotations

from typing import Any

import click

from holdfast.config.commands.django_setup import open_records


@click.group()
def editions() -> None:
    """Editions of reports: what is kept with them."""


@editions.command("list")
def list_() -> None:
    """Every edition, the newest first: its report, state, day, and the digest of what it is printed from."""
    open_records()
    from holdfast.casework.editions.queries import editions as every

    found = list(every())
    for one in found:
        click.echo(
            f"{_name(one)}: {one.get_state_display()}, records of {one.snapshot.day}, {one.digest[:16]}"
        )
    if not found:
        click.echo("There are no editions.")


@editions.command()
def verify() -> None:
    """Count the figures of every edition again from the rows kept with it, and compare.

    Ends with 1 where a digest does not hold, or where a figure would be counted otherwise today. The editions
    themselves are not touched: they print what was kept with them.
    """
    open_records()
    from holdfast.casework.editions.queries import editions as every
    from holdfast.reports.recounted import verify as verified

    broken, found_any = 0, False
    for one in every().order_by("id"):
        found_any = True
        found = verified(one)
        broken += not found.holds
        click.echo(_said(found))
        for figure in found.differing:
            click.echo(f"  {figure.table}, {figure.group}, {figure.period}: {_counts(figure)}")
    if not found_any:
        click.echo("There are no editions.")
    if broken:
        raise click.exceptions.Exit(1)


def _name(one: Any) -> str:
    quarter = f" Q{one.quarter}" if one.quarter else ""
    team = f", {one.team}" if one.team else ""
    years = f"{one.year_ending - 1}/{one.year_ending % 100:02d}"
    return f"{one.get_kind_display()} {years}{quarter}{team}, edition {one.number}"


def _said(found: Any) -> str:
    name = _name(found.edition)
    if found.altered:
        return f"{name}: {found.altered}"
    if found.differing:
        return (
            f"{name}: {len(found.differing):,} of {found.figures:,} figures are counted otherwise today "
            "than when it was prepared."
        )
    return f"{name}: {found.figures:,} figures, each counted again as it was kept."


def _counts(figure: Any) -> str:
    return f"kept {_figure(figure.before)}, today {_figure(figure.now)}"


def _figure(one: Any) -> str:
    if one is None:
        return "none"
    of = "" if one.denominator is None else f" of {one.denominator:,}"
    return f"{one.numerator:,}{of} ({one.value})"
