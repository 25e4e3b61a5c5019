"""The rows of a table in Word, written as text and read once: a report has thousands of cells, and to build each of
them piece by piece takes longer than all the rest of the document.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any
from xml.sax.saxutils import escape

from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls

from holdfast.reports.content import Column, Kind, Row, Table
from holdfast.reports.ink.word import styles
from holdfast.reports.printing import lines

SHADE = "F3F5F6"
#: half points
SMALL = 15
_BREAK = re.compile(r"(\t|\r|\n)")


@dataclass(frozen=True)
class Rows:
    """``wide``: of each column, in twentieths of a point; ``small``: set smaller; ``together``: all on one page."""

    table: Table
    wide: Sequence[int]
    small: bool
    together: bool

    def elements(self) -> Iterator[Any]:
        """A row of the document for every row of the table."""
        for row in self.table.rows:
            cells = "".join(self._cells(row))
            yield parse_xml(f"<w:tr {nsdecls('w')}><w:trPr><w:cantSplit/></w:trPr>{cells}</w:tr>")

    def _cells(self, row: Row) -> Iterator[str]:
        yield self._cell(0, [row.header], "Tableheading" if row.base else "Tabletext", None)
        for nth, (column, content) in enumerate(zip(self.table.columns, row.cells, strict=True), start=1):
            numeric = self.table.kind is not Kind.TEXT and not column.words
            style = "Tableheading" if row.base else "Tablefigure" if numeric else "Tabletext"
            yield self._cell(nth, lines(content, self.table.kind), style, column)

    def _cell(self, nth: int, words: Sequence[str], style: str, column: Column | None) -> str:
        fill = SHADE if column is not None and column.published else ""
        shade = f'<w:shd w:val="clear" w:color="auto" w:fill="{fill}"/>' if fill else ""
        numeric = column is not None and self.table.kind is not Kind.TEXT and not column.words
        keep = "<w:keepNext/>" if self.together else ""
        side = '<w:jc w:val="right"/>' if numeric else ""
        runs = "".join(self._run(line, nth_line) for nth_line, line in enumerate(words))
        return (
            f'<w:tc><w:tcPr><w:tcW w:type="dxa" w:w="{self.wide[nth]}"/>{shade}</w:tcPr>'
            f'<w:p><w:pPr><w:pStyle w:val="{style}"/>{keep}{side}</w:pPr>{runs}</w:p></w:tc>'
        )

    def _run(self, line: str, nth: int) -> str:
        """A line of the cell; what a figure was counted from stands under it, quieter."""
        quiet = f'<w:color w:val="{styles.QUIET}"/>' if nth else ""
        small = f'<w:sz w:val="{SMALL}"/>' if self.small else ""
        properties = f"<w:rPr>{quiet}{small}</w:rPr>" if quiet or small else ""
        return f"<w:r>{properties}{'<w:br/>' if nth else ''}{''.join(_pieces(line))}</w:r>"


def _pieces(words: str) -> Iterator[str]:
    for piece in _BREAK.split(words):
        if piece == "\t":
            yield "<w:tab/>"
        elif _BREAK.fullmatch(piece):
            yield "<w:br/>"
        elif piece:
            kept = ' xml:space="preserve"' if piece != piece.strip() else ""
            yield f"<w:t{kept}>{escape(piece)}</w:t>"
