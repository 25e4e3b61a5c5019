"""What may be entered to be printed."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from django.core.exceptions import ValidationError

from holdfast.domain.codesets import ssda903

from .models import ReportText


def check_year(year_ending: int) -> None:
    """Raises ValidationError unless it is a year a return can be of."""
    if year_ending not in ssda903.YEARS:
        first, last = ssda903.YEARS[0], ssda903.YEARS[-1]
        raise ValidationError({"year_ending": f"Choose a year that ends between {first} and {last}."})


#: the first year ending a population may be entered for: earlier ones no report of ours can stand beside
EARLIEST_POPULATION = 2001


def check_population_year(year_ending: int) -> None:
    """Raises ValidationError unless figures of the year can be counted: earlier years come with a child's history."""
    if not EARLIEST_POPULATION <= year_ending <= ssda903.YEARS[-1]:
        raise ValidationError(
            {"year_ending": f"Choose a year that ends between {EARLIEST_POPULATION} and {ssda903.YEARS[-1]}."}
        )


#: the most a typed table may hold: more would not fit on an upright page, or in anybody's head
MOST_COLUMNS, MOST_ROWS = 12, 60


def check_typed(columns: Sequence[str], rows: Sequence[Sequence[str]]) -> None:
    """Raises ValidationError unless it is a table: two columns and a row at least, each row as long as the headings."""
    if not 2 <= len(columns) <= MOST_COLUMNS:
        raise ValidationError(
            {"grid": f"A table has from 2 to {MOST_COLUMNS} columns; this has {len(columns)}."}
        )
    if not 1 <= len(rows) <= MOST_ROWS:
        raise ValidationError(
            {"grid": f"A table has from 1 to {MOST_ROWS} rows under its headings; this has {len(rows)}."}
        )
    if not all(str(column).strip() for column in columns):
        raise ValidationError({"grid": "Give every column a heading."})
    for nth, row in enumerate(rows, start=1):
        if len(row) != len(columns):
            raise ValidationError({"grid": f"Row {nth} has {len(row)} cells for {len(columns)} columns."})
        if not str(row[0]).strip():
            raise ValidationError({"grid": f"Row {nth} has no heading: its first cell is empty."})


class WrittenMeanwhile(Exception):
    """Somebody else has written in the same place since; ``latest`` is what stands there, None where it is empty."""

    def __init__(self, latest: ReportText | None) -> None:
        super().__init__("Somebody else has written here since you began.")
        self.latest = latest


def tidy_words(words: Iterable[str], preferred: str) -> list[str]:
    """The words not to use, each once. Raises ValidationError where there is none, or one is the preferred word."""
    tidy = list(dict.fromkeys(" ".join(one.split()) for one in words if one.strip()))
    if not tidy:
        raise ValidationError({"instead_of": "Enter at least one word that is not to be used."})
    if preferred.casefold() in {one.casefold() for one in tidy}:
        raise ValidationError(
            {"instead_of": f"“{preferred}” is the word you prefer: take it out of this list."}
        )
    if too_long := [one for one in tidy if len(one) > 100]:
        raise ValidationError({"instead_of": f"“{too_long[0][:30]}…” is longer than a word. Shorten it."})
    return tidy
