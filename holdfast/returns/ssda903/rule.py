"""The shape of a rule over a return: what is understood but wrong, kept, and listed for the analyst."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any, Final

import ibis

from .facts import Facts


@dataclass(frozen=True)
class Finding:
    """Where to look: the rows of a table, as an Ibis expression, at which a column is wrong."""

    table: str
    column: str
    rows: Any


#: what a rule gives, made by :func:`at`, one for each column it looks at
Findings = Iterator[Finding]

#: how a date is shown in a message
DAY: Final = "%d/%m/%Y"


@dataclass(frozen=True)
class Rule:
    """``title`` heads the list of its findings; ``message`` is the sentence for one of them.

    The sentence may hold {found}, {column} and {year}. ``tables`` are the tables it speaks of;
    ``source`` names where the rule comes from.
    """

    code: str
    title: str
    message: str
    tables: tuple[str, ...]
    source: str
    find: Callable[[Facts], Findings]


@dataclass(frozen=True)
class ReturnWarning:
    """One finding: ``type`` is the code of its rule; ``row`` the line in the file."""

    type: str
    child: str | None
    file: str
    row: int | None
    column: str | None
    found: str
    message: str
    year_ending: int


def at(rows: Any, table: str, column: str, found: Any = None) -> Finding:
    """Findings at these rows of a table: in which column, and the value found there (its own by default)."""
    value = rows[column] if found is None else found
    if isinstance(value, str):
        value = ibis.literal(value)
    if value.type().is_date():
        value = value.strftime(DAY)
    chosen = rows.select(
        year=rows.YEAR, child=rows.CHILD, row=rows.LINE, found=value.cast("string").fill_null("nothing")
    )
    return Finding(table, column, chosen)
