"""Lines of cells, from a text, a CSV file or a sheet, to headings, paragraphs, captions and tables."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from holdfast.reports.checker.cells import is_bare, plain
from holdfast.reports.checker.grids import caption_of, table_of
from holdfast.reports.checker.printed import Caption, Heading, Item, Said

_PARAGRAPH = re.compile(r"^[\s\-•*]{0,8}(\d{1,3}(?:\.\d{1,3}){1,3})\.?\s+(\S.*)$", re.S)
_MARKED = re.compile(r"^\s*#{1,6}\s+(.*)$")
_SECTION = re.compile(r"^(\d{1,3})\.?\s+(\S.*)$")
#: a caption is a line of its own, and no sentence about the table
_LONGEST_CAPTION = 300
#: cells beside each other that are no table yet
_FEW = 2


def item_of(line: str) -> Heading | Said:
    """A line of words as a heading or a paragraph, with its number where it has one."""
    if marked := _MARKED.match(line):
        return heading_of(marked[1])
    if numbered := _PARAGRAPH.match(line):
        return Said(numbered[1], plain(numbered[2]))
    return Said("", plain(line))


def heading_of(text: str) -> Heading:
    """A heading; '7. Caseloads' and '7 Caseloads' have the number 7."""
    words = plain(text)
    found = _SECTION.match(words)
    return Heading(found[1], found[2]) if found else Heading("", words)


def numbered_or_not(text: str) -> Said:
    """A paragraph with its number, where it is printed in front of it."""
    found = _PARAGRAPH.match(text)
    return Said(found[1], plain(found[2])) if found else Said("", plain(text))


class Walk:
    """One pass over lines of cells. A line of one cell is words, a line of several is a row of a table."""

    def __init__(self, sheet: str = "") -> None:
        self.sheet = sheet
        self.items: list[Item] = []
        self.caption = ""
        self.grid: list[list[str]] = []
        self.blank = False

    def row(self, cells: Sequence[str]) -> None:
        """One line: no cell at all parts two tables if the next has a caption or a header of its own."""
        given = [cell.strip() for cell in cells]
        if not any(given):
            self.blank = True
            return
        if sum(bool(cell) for cell in given) == 1 and given[0] and len(given) == 1:
            self._words(given[0])
        else:
            self._of_table(given)
        self.blank = False

    def _of_table(self, cells: list[str]) -> None:
        if (
            self.grid
            and len(cells) > _FEW
            and all(len(row) <= _FEW for row in self.grid)
            and not self._has_figures()
        ):
            # words beside each other above a table are a note, and its caption is still to be used
            self.items += [Said("", plain(" ".join(row))) for row in self.grid]
            self.grid = []
        if self.grid and self.blank and not self._goes_on(cells):
            self._close()
        self.grid.append(cells)

    def _goes_on(self, cells: list[str]) -> bool:
        """After an empty line: a page break within a table, if figures follow or none have come so far."""
        return (not self._has_figures() or any(is_bare(cell) for cell in cells[1:])
                or cells[0][:1].islower() or not cells[0]) and not self._is_new(cells)  # fmt: skip

    def _has_figures(self) -> bool:
        return any(is_bare(cell) for row in self.grid for cell in row[1:])

    def _is_new(self, cells: list[str]) -> bool:
        """Another width than the table so far: the rows of one table are as wide as each other."""
        return len(cells) != max(len(row) for row in self.grid)

    def _words(self, line: str) -> None:
        self._close()
        if len(line) <= _LONGEST_CAPTION and caption_of(line) and not _is_sentence(line):
            self._leave_caption()
            self.caption = line
            return
        if self.caption and (_PARAGRAPH.match(line) or _MARKED.match(line)):
            self._leave_caption()
        self.items.append(item_of(line))

    def _close(self) -> None:
        if self.grid:
            self.items.append(table_of(self.grid, self.caption, sheet=self.sheet))
            self.grid, self.caption = [], ""

    def _leave_caption(self) -> None:
        if self.caption:
            number, words = caption_of(self.caption) or ("", self.caption)
            self.items.append(Caption(number, words))
            self.caption = ""

    def done(self) -> list[Item]:
        self._close()
        self._leave_caption()
        return self.items


def walked(rows: Iterable[Sequence[str]], sheet: str = "") -> list[Item]:
    """Everything in lines of cells, in their order."""
    walk = Walk(sheet)
    for row in rows:
        walk.row(row)
    return walk.done()


def _is_sentence(line: str) -> bool:
    """'Table 4 illustrates a rise …' is a sentence about a table, no caption of it."""
    return bool(
        re.match(
            r"\W*table\s+\d+[a-z]?\W{0,6}\s*(also\s+)?(illustrat|show|indicat|demonstrat|gives?\b|sets?\b|is\b|has\b|"
            r"lists?\b|counts?\b|compar|and\b|below|above)", line, re.I,
        )
    )  # fmt: skip
