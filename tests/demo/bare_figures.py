"""Finds figures that stand bare: a percentage, mean or rate that is printed without what it was counted from.

A figure is whatever reads as one: a number with a per cent sign, or one with decimals. What it was counted from stands
in its cell, its row or its sentence; of a distribution the N may stand in the total of its column. A figure that
somebody else published needs none where it is marked as published, and a hidden one is no number.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from lxml import html
from lxml.etree import _Element as Element

#: a share, or a number with decimals
FIGURE = re.compile(r"(?<![\d.,/-])\d[\d,]*(?:\.\d+)?\s?%|(?<![\d.,/-])\d[\d,]*\.\d+(?![\d.])")
#: “125 of 204”, “594 over 6.00”, “204 among 37,000”, “of 12” under a median, “in 4 posts” under what they add up to
COUNTS = re.compile(
    r"\d[\d,]*\s+(?:\w+\s+){0,4}?of\s+(?:all\s+|the\s+|these\s+|those\s+|its\s+|their\s+)?\d"
    r"|\d[\d,]* children\b.*\d full-time equivalent posts|\d+ other returns"
    r"|\d (?:in care|child|children), [\d.]+ per full post \(\d"
    r"|\d[\d,]*\s+over\s+\d|\d[\d,]*\s+among\s+\d|^of \d[\d,]*$|\bin \d[\d,]* posts?\b|\bfrom \d[\d,]* of \d",
    re.MULTILINE,
)
#: “96 (47.1%)” beside another share of the same N
OF_THE_SAME = re.compile(r"\d[\d,]* \(\d[\d.,]*\s?%\)")
#: what says that somebody else’s, or an earlier, figure is repeated as it was printed
PUBLISHED = re.compile(
    r"published|as it was printed|\bwe printed|printed it ourselves|\baverage\b.*\d{4}/\d\d", re.IGNORECASE
)
#: numbers with a point that count nothing: paragraphs of law, standards, versions
NO_FIGURE = re.compile(
    r"WCAG(?: version)? \d\.\d|version \d+(?:\.\d+)+|Handbook(?: \(?\d{4}\)?,?)?(?: paragraphs?| chapter)? ?\d+\.\d+"
    r"|(?:guidance|guide) \d{4}(?:/\d\d)?, \d+\.\d+|paragraphs? \d+\.\d+|\b\d+\.\d+\.\d+\b"
)
#: rows that are counts although they have decimals: parts of posts added up
POSTS = re.compile(r"full-time equivalent|full posts?$", re.IGNORECASE)
#: the row that holds the N of a distribution
PARTS_OF_POSTS = re.compile(
    r"\(\d+\.\d+ held\)|\d+\.\d+ of a post|\d+\.\d+ (?:full-time equivalent|full) posts?\b|over \d+\.\d+"
)
TOTAL = re.compile(r"^(?:total|all\b|base\b|reviews with an? )", re.IGNORECASE)
#: the rows that hold n and N of a rate per 10,000
OF_10000 = re.compile(r"^(?:number$|children aged 0 to 17)", re.IGNORECASE)
#: the heading of how far two raters agree: its n and N stand in the row
AGREEMENT = re.compile(r"kappa", re.IGNORECASE)
#: the heading of a number that is given with how many it is of, in a column before it
OF_MANY = re.compile(r"median|longest|mean\b|average", re.IGNORECASE)
WHOLE = re.compile(r"(?<![\d.,])\d[\d,]*(?![\d,]*\.\d|\d)")

_BLOCKS = (
    "p",
    "li",
    "dt",
    "dd",
    "caption",
    "figcaption",
    "h1",
    "h2",
    "h3",
    "h4",
    "summary",
    "legend",
    "label",
)
_IN_LINE = ("a", "abbr", "b", "br", "button", "code", "del", "em", "i", "ins", "small", "span", "strong", "sub", "sup",
            "time")  # fmt: skip
_UNSEEN = ("script", "style", "svg", "select", "textarea", "head", "nav")


@dataclass(frozen=True)
class Text:
    """A cell. ``published``: its column, or it itself, is marked as somebody’s printed figure."""

    words: str
    published: bool = False
    heading: str = ""


def of_page(page: str) -> list[str]:
    """The bare figures of a page, each with the words it stands in."""
    root = html.document_fromstring(page)
    for unseen in list(root.iter(*_UNSEEN)):
        unseen.text, unseen[:] = "", []
    for number in root.find_class("number"):
        number.text = ""
    tables = [_grid(table) for table in root.iter("table")]
    found = [bare for rows in tables for bare in of_rows(rows)]
    return found + [bare for words in _sentences(root) for bare in of_sentence(words)]


def of_sentence(words: str) -> list[str]:
    """The figures in a paragraph, a point of a list, a heading, unless it says what they were counted from."""
    plain = NO_FIGURE.sub("", words)
    counted = len(COUNTS.findall(plain))
    told = counted + len(PUBLISHED.findall(plain)) + (len(OF_THE_SAME.findall(plain)) if counted else 0)
    found = FIGURE.findall(PARTS_OF_POSTS.sub("", plain))
    return [] if len(found) <= told else [f"{', '.join(found)}: {words[:200]}"]


def of_paragraphs(paragraphs: Iterable[str]) -> list[str]:
    """The same of paragraphs one after the other."""
    return [bare for words in paragraphs for bare in of_sentence(words)]


def of_rows(rows: Sequence[Sequence[Text]]) -> list[str]:
    """The same of a table: cell by cell, with its row and the total of its column."""
    return [
        f"{cell.words}: {' | '.join(each.words for each in row)[:200]}"
        for row in rows
        for nth, cell in enumerate(row)
        if FIGURE.search(NO_FIGURE.sub("", cell.words)) and not _stands_with_counts(row, nth, rows)
    ]


def of_sheet(rows: Iterable[Sequence[object]]) -> list[str]:
    """The same of a spreadsheet: its headings are its first row, and counts stand in columns of their own."""
    headings, *lines = [["" if cell is None else str(cell) for cell in row] for row in rows]
    found = []
    for line in lines:
        cells = [Text(words, bool(PUBLISHED.search(heading)), heading)
                 for heading, words in zip(headings, line, strict=False)]  # fmt: skip
        for nth, cell in enumerate(cells):
            if FIGURE.fullmatch(cell.words) and not _counted_beside(cells, nth):
                found.append(f"{cell.heading} {cell.words}: {' | '.join(line)[:200]}")
    return found


def _stands_with_counts(row: Sequence[Text], nth: int, rows: Sequence[Sequence[Text]]) -> bool:
    cell, name = row[nth], row[0].words
    if cell.published or PUBLISHED.search(cell.words) or PUBLISHED.search(cell.heading) or POSTS.search(name):
        return True
    if COUNTS.search(cell.words) or _counted_in_its_row(row, nth):
        return True
    column = [(each[0].words, _whole(each[nth].words)) for each in rows if nth < len(each)]
    if "10,000" in name:
        return sum(whole and bool(OF_10000.search(header)) for header, whole in column) == 2
    return _whole(cell.words) and any(whole and TOTAL.search(header) for header, whole in column)


def _counted_in_its_row(row: Sequence[Text], nth: int) -> bool:
    """Whether the row says it of its one figure, or holds how many a median or a mean is of."""
    beside = [each.words for at, each in enumerate(row) if at not in (0, nth)]
    if OF_MANY.search(row[nth].heading):
        return any(WHOLE.fullmatch(words) for words in beside)
    if AGREEMENT.search(row[nth].heading):
        return any(COUNTS.search(words) for words in beside)
    alone = not any(FIGURE.search(words) for words in beside)
    return alone and any(COUNTS.search(words) for words in (row[0].words, *beside))


def _whole(words: str) -> bool:
    """Whether a count stands there, beside any figure."""
    return WHOLE.search(FIGURE.sub("", words)) is not None


def _counted_beside(cells: Sequence[Text], nth: int) -> bool:
    """Whether the columns after the figure, up to the next figure’s, hold its counts."""
    cell = cells[nth]
    if cell.published or POSTS.search(cells[0].words):
        return True
    if AGREEMENT.search(cell.heading) or cell.heading == "Percentage":  # n and N stand before it
        return sum(WHOLE.fullmatch(each.words) is not None for each in cells[:nth]) >= 2
    flat = [each for each in cells if each.heading in ("numerator", "denominator")]
    if flat:  # one figure a line; what posts add up to has its posts and no N
        posts = any(each.words == "fte" for each in cells)
        return sum(bool(re.match(r"\d", each.words)) for each in flat) >= (1 if posts else 2)
    name = cell.heading.partition(":")[0]
    counts = [each for each in cells if each.heading.partition(":")[0] == name and each is not cell]
    return sum(bool(WHOLE.search(each.words)) for each in counts) >= 2


def _sentences(root: Element) -> Iterator[str]:
    """The words of every block that is in no table and holds no other block."""
    for block in root.iter(*_BLOCKS, *_IN_LINE, "div", "section", "article", "body"):
        inside = (*_BLOCKS, *_IN_LINE, "table") if block.tag in _IN_LINE else ("table",)
        if next(block.iterancestors(*inside), None) is None:
            yield _own_words(block)


def _own_words(block: Element) -> str:
    """The words of a block with what stands in its line, and without those of blocks inside it."""
    parts = [block.text or ""]
    for child in block:
        if child.tag in _IN_LINE:
            parts.append(_own_words(child))
        parts.append(child.tail or "")
    return " ".join(" ".join(parts).split())


def _grid(table: Element) -> list[list[Text]]:
    """The rows of a table, each cell in its column; one over several columns or rows stands in each."""
    rows: list[dict[int, Text]] = []
    headings: dict[int, str] = {}
    below: dict[tuple[int, int], Text] = {}
    for down, line in enumerate(table.iter("tr")):
        row = {across: text for (at, across), text in below.items() if at == down}
        across = 0
        for cell in line.iterchildren("td", "th"):
            for _ in range(int(cell.get("colspan", 1))):
                while across in row:
                    across += 1
                row[across] = text = _text(cell, headings.get(across, ""))
                for more in range(1, int(cell.get("rowspan", 1))):
                    below[down + more, across] = text
        if next(line.iterancestors("thead"), None) is not None:
            for across, text in row.items():
                headings[across] = f"{headings.get(across, '')} {text.words}"
        rows.append(row)
    return [[row[across] for across in sorted(row)] for row in rows]


def _text(cell: Element, heading: str) -> Text:
    words = "\n".join(part for part in (" ".join(each.split()) for each in cell.itertext()) if part)
    return Text(words, "published" in (cell.get("class") or ""), heading)
