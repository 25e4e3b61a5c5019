"""``holdfast figures``: from the service's records, or straight from returns without a database."""

from __future__ import annotations

from typing import Any

import click

from holdfast.config.commands import figures_print
from holdfast.config.commands.reading import YearedFolder, read_or_stop
from holdfast.config.commands.year import Year
from holdfast.domain.reporting_year import ReportingYear
from holdfast.returns.ssda903.read import ReturnPath, ReturnSet


@click.command()
@click.option(
    "--ssda903",
    "folders",
    type=YearedFolder(),
    multiple=True,
    help="A return: a folder of CSV files, a folder with an XML file, or an XML file; repeat for several years. "
    "Its year is that of its latest DECOM unless you say 2017/18=FOLDER. Without it: the service's own records.",
)
@click.option("--year", type=Year(), required=True, help="The year, like 2017/18.")
@click.option("--table", "table", help="One table only, such as age.")
@click.option("--group", help="With --rows: the group, such as 5_9.")
@click.option(
    "--period",
    help="With --rows: a quarter, like '2017/18 Q2', or a month, like 2017-05; the year if left out.",
)
@click.option("--rows", "rows", is_flag=True, help="The rows behind one number, one object per row.")
@click.option("--base", is_flag=True, help="With --rows: the rows of the denominator.")
@click.option(
    "--population", type=click.IntRange(min=1), help="Population aged 0 to 17, for the rate per 10,000."
)
@click.option(
    "--format", "form", type=click.Choice(["table", "json", "csv"]), help="table unless you say otherwise."
)
def figures(
    folders: tuple[ReturnPath, ...],
    year: ReportingYear,
    table: str | None,
    group: str | None,
    period: str | None,
    rows: bool,
    base: bool,
    population: int | None,
    form: str | None,
) -> None:
    """Count the figures of a year, quarter by quarter, or list the rows behind one of them."""
    from holdfast.indicators import engine

    if rows and not (table and group):
        raise click.UsageError("--rows needs --table and --group: say which number to open.")
    if not rows and (group or period or base):
        raise click.UsageError("--group, --period and --base go with --rows.")
    sources = _sources(folders, year, population, table)
    try:
        if rows:
            found = engine.rows(sources, year, str(table), str(group), period, base=base)
            figures_print.rows(found, form or "json")
        else:
            counted = engine.counted(sources, year, [table] if table else None)
            figures_print.figures(counted, year, form or "table")
    except KeyError as error:
        raise click.UsageError(error.args[0]) from None


def _sources(
    folders: tuple[ReturnPath, ...], year: ReportingYear, population: int | None, table: str | None
) -> Any:
    """The statistical tables the figures are counted from, on DuckDB."""
    from holdfast.snapshot import store

    if folders:
        from holdfast.snapshot import from_ssda903

        found = read_or_stop(folders)
        _say_what_is_not_covered(found, year)
        tables = from_ssda903.tables(found)
    else:
        from holdfast.config.commands.django_setup import open_records

        open_records()
        from holdfast.config.commands.today import day_of_the_records
        from holdfast.snapshot import from_casework

        tables = from_casework.tables(on=day_of_the_records(), work=_reads(table))
    if population:
        tables["population"] = store.population({year.ending: population})
    return store.open(tables)


def _reads(table: str | None) -> tuple[str, ...]:
    """What one table is counted from that no return holds; for all tables, all of it."""
    from holdfast.indicators.registry import INDICATORS
    from holdfast.indicators.tables import RECORD_TABLES

    if table is None:
        return tuple(RECORD_TABLES)
    return INDICATORS[table].reads if table in INDICATORS else ()


def _say_what_is_not_covered(found: ReturnSet, year: ReportingYear) -> None:
    """A return also holds what is left of other years: their figures can be counted, but they are not whole."""
    years = ", ".join(str(one.year) for one in found.returns)
    if year.ending not in {one.year_ending for one in found.returns}:
        click.echo(
            f"None of the returns is of {year} (they are of {years}): the figures count only what they still show.",
            err=True,
        )
