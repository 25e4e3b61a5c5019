"""How wide the columns of a table with words in it are on paper: each after what it holds."""

from __future__ import annotations

from holdfast.reports.content import Kind, Table
from holdfast.reports.printing import lines

#: an upright page between its margins; what a letter of a table takes, and the walls of a cell; all in millimetres
PAGE_MM = 170.0
_LETTER_MM, _WALLS_MM, _LEAST_MM = 1.75, 3.5, 14.0


def holds_words(table: Table) -> bool:
    """Whether some column holds words, so that the columns cannot all be as wide as figures are."""
    return table.kind is Kind.TEXT or any(column.words for column in table.columns)


def millimetres(table: Table) -> list[float]:
    """The width of each column, the row headings' first: never less than its longest word, and more where it says
    more. All together they are as wide as the page."""
    texts = [[table.row_heading, *(row.header for row in table.rows)]]
    for place, column in enumerate(table.columns):
        texts.append([column.label, *(" ".join(lines(row.cells[place], table.kind)) for row in table.rows)])
    longest = [max((len(word) for text in column for word in text.split()), default=1) for column in texts]
    least = [max(count * _LETTER_MM + _WALLS_MM, _LEAST_MM) for count in longest]
    if sum(least) > PAGE_MM:
        return [one * PAGE_MM / sum(least) for one in least]
    # The root: a column that says a hundred times as much is not a hundred times as wide.
    wish = [max(sum(map(len, column)) / len(column), 1.0) ** 0.75 for column in texts]
    spare = PAGE_MM - sum(least)
    return [low + spare * part / sum(wish) for low, part in zip(least, wish, strict=True)]
