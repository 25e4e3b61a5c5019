"""``holdfast check-report``: whether the tables, percentages, numbers and references of a report agree."""

from __future__ import annotations

import csv
import sys
from pathlib import Path

import click

from holdfast.reports.checker.findings import Finding


@click.command("check-report")
@click.argument(
    "files", nargs=-1, required=True, type=click.Path(exists=True, dir_okay=False, path_type=Path)
)
@click.option(
    "--format",
    "form",
    type=click.Choice(["text", "csv"]),
    default="text",
    help="text unless you say otherwise.",
)
def check_report(files: tuple[Path, ...], form: str) -> None:
    """Check reports by rule: Word, Excel, CSV, HTML, text or JSON.

    Lists sums that do not add up, percentages that do not follow from their counts, numbers used twice or left
    out, and references that lead nowhere. Nothing is kept. Ends with code 1 where something was found or a FILE cannot
    be read.
    """
    from holdfast.reports.checker.check import check
    from holdfast.reports.checker.readers.limits import MB, MOST_BYTES
    from holdfast.reports.checker.reading import CannotRead, read

    clean = True
    rows: list[tuple[str, Finding]] = []
    for file in files:
        try:
            if file.stat().st_size > MOST_BYTES:
                raise CannotRead(f"The file is larger than {MOST_BYTES // MB} MB. Check it in parts.")
            report = read(file.name, file.read_bytes())
        except CannotRead as why:
            click.echo(f"{file.name}: {why}", err=True)
            clean = False
            continue
        found = check(report)
        clean = clean and not found
        rows += [(file.name, one) for one in found]
        if form == "text":
            _say(file.name, len(report.tables), len(report.said), found)
    if form == "csv":
        _as_csv(rows)
    if not clean:
        raise SystemExit(1)


def _say(name: str, tables: int, paragraphs: int, found: list[Finding]) -> None:
    click.echo(f"{name}: {tables} tables and {paragraphs} paragraphs read, {len(found)} found.")
    for one in found:
        click.echo(f"  {one.kind.value} ({one.sure.value.casefold()}): {one.where}")
        click.echo(f"    printed: {one.printed}; should be: {one.expected}")
        click.echo(f"    {one.sentence}")


def _as_csv(rows: list[tuple[str, Finding]]) -> None:
    from holdfast.reports.checker.listing import HEADINGS, line_of

    writer = csv.writer(sys.stdout)
    writer.writerow(["File", *HEADINGS])
    writer.writerows([name, *line_of(one)] for name, one in rows)
