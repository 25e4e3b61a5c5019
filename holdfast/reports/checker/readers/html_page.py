"""An HTML page: headings, paragraphs, list items and tables with their spans. Scripts and styles are passed over."""

from __future__ import annotations

import re
from dataclasses import dataclass
from html.parser import HTMLParser

from holdfast.reports.checker.grids import MOST_COLUMNS, caption_of, table_of
from holdfast.reports.checker.printed import Item
from holdfast.reports.checker.readers.limits import MOST_CELLS, MOST_ITEMS, CannotRead
from holdfast.reports.checker.readers.lines import Walk, heading_of, numbered_or_not

_UNSEEN = {"script", "style", "head", "template", "noscript", "svg"}
_BLOCKS = {"p", "li", "dt", "dd", "figcaption", "h1", "h2", "h3", "h4", "h5", "h6", "summary", "blockquote"}
_BREAKS = {"br", "div", "p", "li"}
#: a paragraph's number that stands beside it in an element of its own
_NUMBER_ALONE = re.compile(r"\d{1,3}(?:\.\d{1,3}){1,3}\.?")
#: a span that says more than this is a mistake or an attack
_MOST_SPAN = 100


class Grid:
    """The cells of a table while it is read; what spans several rows is said again in each as an empty cell."""

    def __init__(self) -> None:
        self.rows: list[dict[int, str]] = []
        self.held: dict[tuple[int, int], bool] = {}
        self.headers = 0
        self.in_head = False
        self.all_headings = True

    def row(self) -> None:
        self._settle()
        self.rows.append({})
        self.all_headings = True

    def cell(self, text: str, across: int, down: int, heading: bool) -> None:
        if not self.rows:
            self.rows.append({})
        at, column = len(self.rows) - 1, 0
        while column in self.rows[at] or (at, column) in self.held:
            column += 1
        if column >= MOST_COLUMNS:
            return
        self.all_headings = self.all_headings and heading
        self.rows[at][column] = text
        for other in range(min(across, _MOST_SPAN)):
            for below in range(min(down, _MOST_SPAN)):
                if other or below:
                    self.held[(at + below, column + other)] = True

    def _settle(self) -> None:
        if self.rows and (self.in_head or self.all_headings) and self.headers == len(self.rows) - 1:
            self.headers += 1

    def done(self) -> list[list[str]]:
        self._settle()
        width = max((at + 1 for row in self.rows for at in row), default=0)
        width = max([width, *(column + 1 for _, column in self.held if column < MOST_COLUMNS)], default=width)
        return [[row.get(at, "") for at in range(width)] for row in self.rows]


@dataclass(frozen=True)
class _Open:
    """A table whose cell another table stands in, as far as it was read."""

    grid: Grid
    caption: str
    span: tuple[int, int, bool]
    text: list[str]


class Page(HTMLParser):
    """One pass over a page."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.walk = Walk()
        self.unseen = self.cells = self.raised = 0
        self.around: list[_Open] = []
        self.block = self.number = ""
        self.text: list[str] = []
        self.grid: Grid | None = None
        self.caption = ""
        self.in_caption = self.in_cell = False
        self.span = (1, 1, False)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in _UNSEEN:
            self.unseen += 1
        elif self.grid is not None:
            self._inside_table(tag, dict(attrs))
        elif tag == "table":
            self._say()
            self.grid, self.caption = Grid(), ""
        elif tag in _BLOCKS:
            self._say()
            self.block = tag
        elif tag == "br":
            self.text.append(" ")

    def _inside_table(self, tag: str, attrs: dict[str, str | None]) -> None:
        assert self.grid is not None
        if tag == "table":
            self._go_in()
        elif tag == "tr":
            self._cell()
            self.grid.row()
        elif tag in ("thead", "tbody", "tfoot"):
            self._cell()
            self._leave_head()
            self.grid.in_head = tag == "thead"
        elif tag in ("td", "th"):
            self._cell()
            self.in_cell, self.text = True, []
            self.span = (_span(attrs.get("colspan")), _span(attrs.get("rowspan")), tag == "th")
        elif tag == "caption":
            self.in_caption, self.text = True, []
        elif tag == "sup":
            self.raised += 1
        elif tag in _BREAKS or tag == "span":
            self.text.append(" ")

    def handle_endtag(self, tag: str) -> None:
        if tag in _UNSEEN:
            self.unseen = max(0, self.unseen - 1)
        elif self.grid is not None:
            self._leave_in_table(tag)
        elif tag in _BLOCKS:
            self._say()

    def _leave_in_table(self, tag: str) -> None:
        assert self.grid is not None
        if tag == "table":
            self._cell()
            self._table()
        elif tag in ("td", "th"):
            self._cell()
        elif tag == "caption":
            self.in_caption, self.caption, self.text = False, _one_line(self.text), []
        elif tag == "thead":
            self._leave_head()
        elif tag == "sup":
            self.raised = max(0, self.raised - 1)

    def _cell(self) -> None:
        """The cell that is open ends: by its own end, or, where that is left out, by what comes after it."""
        assert self.grid is not None
        if not self.in_cell:
            return
        self.cells += 1
        if self.cells > MOST_CELLS:
            raise CannotRead(f"The page has more than {MOST_CELLS:,} cells. Check its tables in parts.")
        self.grid.cell(_one_line(self.text), *self.span)
        self.in_cell, self.text = False, []

    def _leave_head(self) -> None:
        assert self.grid is not None
        if self.grid.in_head:
            self.grid._settle()
            self.grid.in_head = self.grid.all_headings = False

    def handle_data(self, data: str) -> None:
        if not self.unseen and not (self.raised and self.grid is not None and not self.in_caption):
            self.text.append(data)

    def _table(self) -> None:
        assert self.grid is not None
        rows, headers = self.grid.done(), self.grid.headers
        caption = self.caption or self.walk.caption
        if caption is self.walk.caption:
            self.walk.caption = ""
        self.walk.items.append(table_of(rows, caption, headers=headers or None))
        self.grid, self.text, self.raised, self.in_cell = None, [], 0, False
        if self.around:
            outer = self.around.pop()
            self.grid, self.caption, self.span, self.text = outer.grid, outer.caption, outer.span, outer.text
            self.in_cell = True

    def _go_in(self) -> None:
        """A table within a cell is a table of its own; words in the cell that are a caption are its caption."""
        assert self.grid is not None
        words = _one_line(self.text)
        caption = words if caption_of(words) else ""
        self.around.append(_Open(self.grid, self.caption, self.span, [] if caption else self.text))
        if len(self.around) + len(self.walk.items) > MOST_ITEMS:
            raise CannotRead(
                f"The page has more than {MOST_ITEMS:,} tables within tables. Check it in parts."
            )
        self.grid, self.caption, self.text = Grid(), caption, []
        self.in_cell = self.in_caption = False

    def _say(self) -> None:
        words, self.text = _one_line(self.text), []
        block, self.block = self.block, ""
        if not words:
            return
        if not block and _NUMBER_ALONE.fullmatch(words):
            self.number = words
            return
        words, self.number = f"{self.number} {words}".strip(), ""
        if block in ("h1", "h2", "h3", "h4", "h5", "h6"):
            self.walk._leave_caption()
            self.walk.items.append(heading_of(words))
        elif caption_of(words) or self.walk.caption:
            self.walk.row([words])
        else:
            self.walk.items.append(numbered_or_not(words))


def read(text: str) -> list[Item]:
    """Everything on a page, in its order."""
    page = Page()
    page.feed(text)
    page.close()
    while page.grid is not None:  # a page that was cut off, or leaves out the end of its last table
        page._cell()
        page._table()
    page._say()
    return page.walk.done()


def _one_line(pieces: list[str]) -> str:
    return re.sub(r"\s+", " ", "".join(pieces)).strip()


def _span(given: str | None) -> int:
    return int(given) if given and given.isdigit() and len(given) < 4 and int(given) else 1
