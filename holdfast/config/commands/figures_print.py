"""Figures and rows on standard output: a table to read, JSON or CSV to pass on."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterable
from itertools import groupby
from typing import Any

import click

from holdfast.domain.reporting_year import ReportingYear
from holdfast.indicators.answers import sentence
from holdfast.indicators.breaks import sentences
from holdfast.indicators.engine import Counted
from holdfast.indicators.figure import Figure
from holdfast.indicators.language import Measure
from holdfast.indicators.registry import INDICATORS, measure_of
from holdfast.indicators.rounding import in_percent

_COLUMNS = ("table", "group", "period", "numerator", "denominator", "value")


def figures(counted: Counted, year: ReportingYear, form: str) -> None:
    """Print figures as one flat list (json, csv) or table by table, the share answered under each (table)."""
    found = counted.figures
    if form == "json":
        _json(f.as_dict() for f in found)
    elif form == "csv":
        _csv([f.as_dict() for f in found], _COLUMNS)
    else:
        for table, group in groupby(found, key=lambda f: f.table):
            click.echo(_text(table, list(group)))
            answered = sentence(counted.answers, table, year)
            under = [*([answered] if answered else []), *sentences(counted.breaks, table)]
            click.echo("".join(f"{one}\n" for one in under))


def rows(found: list[dict[str, Any]], form: str) -> None:
    """Print the rows behind one number."""
    if form == "json":
        _json(found)
    elif form == "csv":
        _csv(found, list(found[0]) if found else [])
    else:
        columns = list(found[0]) if found else []
        _columns([columns, *([_word(row[c]) for c in columns] for row in found)])
        click.echo(f"{len(found)} row{'s' * (len(found) != 1)}")


def _json(objects: Iterable[dict[str, Any]]) -> None:
    lines = ",\n".join(json.dumps(o, default=str, ensure_ascii=False) for o in objects)
    click.echo(f"[{lines}]")


def _csv(objects: list[dict[str, Any]], columns: Iterable[str]) -> None:
    text = io.StringIO()
    writer = csv.DictWriter(text, list(columns), lineterminator="\n")
    writer.writeheader()
    writer.writerows(objects)
    click.echo(text.getvalue(), nl=False)


def _text(table: str, found: list[Figure]) -> str:
    """One table: groups down, periods across, each cell its value with n/N."""
    chosen = INDICATORS[table]
    periods = list(dict.fromkeys(f.period for f in found))
    by_group = {key: {f.period: f for f in each} for key, each in groupby(found, key=lambda f: f.group)}
    header = ["", *(p.split(" ")[-1] for p in periods)]
    body = [[key, *(_cell(cells.get(p)) for p in periods)] for key, cells in by_group.items()]
    return f"{chosen.title} ({table})\n{_aligned([header, *body])}"


def _cell(figure: Figure | None) -> str:
    if figure is None:
        return ""
    if figure.denominator is None:
        return str(figure.value)
    value = "–" if figure.value is None else str(figure.value)
    if figure.value is not None and measure_of(figure) is Measure.SHARE:
        value = in_percent(value)
    return f"{value} ({figure.numerator}/{figure.denominator})"


def _columns(lines: list[list[str]]) -> None:
    if lines and lines[0]:
        click.echo(_aligned(lines))


def _aligned(lines: list[list[str]]) -> str:
    widths = [max(len(line[i]) for line in lines) for i in range(len(lines[0]))]
    return "\n".join(
        "  ".join(
            c.ljust(w) if i == 0 else c.rjust(w) for i, (c, w) in enumerate(zip(line, widths, strict=True))
        )
        for line in lines
    )


def _word(value: Any) -> str:
    return "" if value is None else str(value)
