"""Read returns for a command: progress on standard error, faults one clear line each."""

from __future__ import annotations

import sys
import time
from collections.abc import Sequence
from typing import Any

import click

from holdfast.indicators.rounding import in_percent
from holdfast.returns.ssda903.read import ReturnPath, ReturnSet, read

#: warnings of one type shown before the rest are only counted
_FIRST = 3


class YearedFolder(click.ParamType):
    """A folder or XML file, or 2017/18=FOLDER where its year must be said."""

    name = "FOLDER"

    def convert(
        self, value: str | ReturnPath, param: click.Parameter | None, ctx: click.Context | None
    ) -> ReturnPath:
        if isinstance(value, ReturnPath):
            return value
        try:
            return ReturnPath.parse(value)
        except ValueError as error:
            self.fail(str(error), param, ctx)


def read_or_stop(paths: Sequence[ReturnPath]) -> ReturnSet:
    """Read returns; where something cannot be understood, say so line by line and stop with exit code 1."""
    found = read(paths, progress=Progress("Reading"))
    for note in found.notes:
        click.echo(note, err=True)
    if found.faults:
        for fault in found.faults:
            click.echo(str(fault), err=True)
        count = len(found.faults)
        click.echo(f"{count} fault{'s' * (count != 1)}. Nothing was counted or loaded.", err=True)
        raise SystemExit(1)
    return found


class Progress:
    """One line on a terminal, rewritten at most four times a second, and only when reading takes a while."""

    def __init__(self, doing: str) -> None:
        self.doing = doing
        self.began = self.last = time.monotonic()

    def __call__(self, what: str, done: int, total: int | None) -> None:
        now = time.monotonic()
        if not sys.stderr.isatty() or now - self.began < 1 or now - self.last < 0.25:
            return
        self.last = now
        share = f" {in_percent(100 * done // total)}" if total else ""
        click.echo(f"\r\033[K{self.doing} {what}{share}", err=True, nl=False)
        if total and done >= total:
            click.echo("\r\033[K", err=True, nl=False)


def print_warnings(found: ReturnSet, *, everything: bool = False) -> None:
    """What is understood but wrong: how many of each type with the first few, then the children with most."""
    by_type = found.warnings_by_type
    if not by_type:
        click.echo("No warnings.")
        return
    for kind, count in by_type.items():
        click.echo(f"{count} × {kind}")
        listed = [w for w in found.warnings if w.type == kind]
        for warning in listed if everything else listed[:_FIRST]:
            click.echo(f"    {_where(warning)}: {warning.message}")
        if not everything and count > _FIRST:
            click.echo(f"    and {count - _FIRST} more (--all lists them)")
    most = list(found.warnings_by_child.items())[:_FIRST]
    click.echo("Children with most: " + ", ".join(f"{child} ({count})" for child, count in most))
    click.echo(f"{sum(by_type.values())} warnings of {len(by_type)} types; all are kept.")


def _where(warning: Any) -> str:
    """File, row, column and child, as far as the warning has them."""
    parts = [warning.file]
    if warning.row is not None:
        parts.append(f"row {warning.row}")
    if warning.column:
        parts.append(f"column {warning.column}")
    if warning.child:
        parts.append(f"child {warning.child}")
    return ", ".join(parts)
