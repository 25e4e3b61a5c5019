"""A report as a web page that stands by itself: no script, no network, its own typeface inside.

Every word passes through ``escape``; the only markup is what is written here. ``body`` gives the report alone,
for a page of the service; ``render`` the whole file, for a download.
"""

from __future__ import annotations

import base64
from collections.abc import Callable, Iterable
from html import escape
from itertools import groupby
from pathlib import Path
from xml.etree import ElementTree  # reads only what our own chart drawing wrote

from holdfast.reports.content import (
    Bullets,
    Cell,
    Chart,
    Column,
    Document,
    Emphasis,
    FigureKey,
    Inline,
    Kind,
    Link,
    LiveFigure,
    Paragraph,
    Row,
    Strong,
    SubHeading,
    Table,
)
from holdfast.reports.ink import drawing
from holdfast.reports.live import moved_words
from holdfast.reports.numbering import LaidOut, Placed, PlacedSection, Prompt, lay_out
from holdfast.reports.printing import lines, long_day, notes_of

HERE = Path(__file__).parent
#: gives the address behind a figure, or None
Opens = Callable[[FigureKey], str | None]

_SVG = "http://www.w3.org/2000/svg"


def render(document: Document, opens: Opens | None = None) -> str:
    """The whole page. Raises a ReportRefused if the report contradicts itself."""
    return (
        '<!DOCTYPE html>\n<html lang="en-GB">\n<head>\n<meta charset="utf-8">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        f"<title>{escape(_title(document))}</title>\n"
        f"<style>\n{_font_faces()}{css()}{(HERE / 'page.css').read_text()}{_page_marks(document)}</style>\n"
        '</head>\n<body>\n<a class="skip" href="#report">Skip to the report</a>\n'
        f'<main class="report" id="report">\n{body(document, opens)}\n</main>\n</body>\n</html>\n'
    )


def css() -> str:
    """The report's own style, all of it under ``.report``."""
    return (HERE / "html.css").read_text()


def body(document: Document, opens: Opens | None = None) -> str:
    """The report without the page around it. Raises a ReportRefused if it contradicts itself."""
    return _Page(lay_out(document), opens).body()


def _title(document: Document) -> str:
    mark = " (invented data)" if document.synthetic else ""
    return f"{document.title} {document.period}, {document.authority}{mark}"


def _font_faces() -> str:
    faces = []
    for name, weight in (("Regular", 400), ("Semibold", 600)):
        font = (drawing.FONTS / f"SourceSans3-{name}.ttf.woff2").read_bytes()
        data = base64.b64encode(font).decode()
        faces.append(
            f'@font-face {{ font-family: "Source Sans 3"; font-weight: {weight}; '
            f'src: url("data:font/woff2;base64,{data}") format("woff2"); }}\n'
        )
    return "".join(faces)


def _page_marks(document: Document) -> str:
    """What stands at the foot of every printed page."""
    words = f"{document.title} {document.period}" + (f". {document.synthetic}" if document.synthetic else "")
    quoted = "".join(f"\\{ord(c):x} " if c in '"\\<>\n' or ord(c) > 126 else c for c in words)
    return (
        "@page { size: A4; margin: 16mm 14mm 20mm;"
        f' @bottom-left {{ content: "{quoted}"; font: 8pt "Source Sans 3", Arial, sans-serif; }}'
        ' @bottom-right { content: counter(page) " of " counter(pages);'
        ' font: 8pt "Source Sans 3", Arial, sans-serif; } }\n'
    )


class _Page:
    """Writes one laid-out report."""

    def __init__(self, laid: LaidOut, opens: Opens | None) -> None:
        self.laid = laid
        self.opens = opens or (lambda key: None)

    def body(self) -> str:
        document = self.laid.document
        return "\n".join(
            (
                self._head(document),
                "" if document.short else self._contents(),
                *(self._section(section) for section in self.laid.sections),
                self._foot(document),
            )
        )

    def _head(self, document: Document) -> str:
        facts = "".join(f"<dt>{escape(name)}</dt><dd>{escape(text)}</dd>" for name, text in document.facts)
        return (
            f"{_synthetic(document, 'top')}<h1>{escape(document.title)} {escape(document.period)}</h1>\n"
            f'<p class="subtitle">{escape(document.subtitle)}</p>\n'
            + (f'<dl class="facts">{facts}</dl>' if facts else "")
        )

    def _contents(self) -> str:
        items = "".join(
            f'<li><a href="#{escape(section.key)}"><span class="number">{section.number} </span>'
            f"{escape(section.title)}</a>{self._parts(section)}</li>\n"
            for section in self.laid.sections
        )
        return (
            '<nav class="contents" aria-labelledby="contents-heading">'
            f'<h2 id="contents-heading">Contents</h2>\n<ol>\n{items}</ol></nav>'
        )

    def _parts(self, section: PlacedSection) -> str:
        parts = "".join(
            f'<li><a href="#{escape(part.key)}">{escape(part.title)}</a></li>' for part in section.parts
        )
        return f"<ol>{parts}</ol>" if parts else ""

    def _foot(self, document: Document) -> str:
        made = f" Made on {long_day(document.made_on)}." if document.made_on else ""
        return (
            f"<footer><p>{escape(document.subtitle)}. {escape(document.title)} {escape(document.period)}.{made}"
            f"</p>{_synthetic(document, 'end')}</footer>"
        )

    def _section(self, section: PlacedSection) -> str:
        blocks = "\n".join(self._block(placed) for placed in section.blocks)
        parts = "\n".join(
            f'<h3 id="{escape(part.key)}">{escape(part.title)}</h3>\n'
            + "\n".join(self._block(placed) for placed in part.blocks)
            for part in section.parts
        )
        return (
            f'<section aria-labelledby="{escape(section.key)}">\n<h2 id="{escape(section.key)}">'
            f"{_numbered(section)}{escape(section.title)}</h2>\n"
            f"{blocks}\n{parts}\n</section>"
        )

    def _block(self, placed: Placed) -> str:
        block = placed.block
        if isinstance(block, Paragraph):
            anchor = f' id="{escape(block.key)}"' if block.key else ""
            return (
                f'<div class="para"{anchor}><span class="number">{placed.number}</span>'
                f"<p>{self._words(block.content)}</p></div>"
            )
        if isinstance(block, Bullets):
            items = "".join(f"<li>{self._words(item)}</li>" for item in block.items)
            kind = "ol" if block.numbered else "ul"
            return f'<{kind} class="list">{items}</{kind}>'
        if isinstance(block, SubHeading):
            return f'<h{block.level + 1} class="sub">{self._words(block.content)}</h{block.level + 1}>'
        if isinstance(block, Prompt):
            return f'<div class="prompt"><p><strong>To be written.</strong> {escape(block.text)}</p></div>'
        if isinstance(block, Chart):
            return self._chart(placed.number, block)
        return self._table(placed.number, block)

    def _words(self, content: Iterable[Inline]) -> str:
        return "".join(self._run(piece) for piece in content)

    def _run(self, piece: Inline) -> str:
        if isinstance(piece, str):
            return escape(piece)
        if isinstance(piece, Strong):
            return f"<strong>{escape(piece.words)}</strong>"
        if isinstance(piece, Emphasis):
            return f"<em>{escape(piece.words)}</em>"
        if isinstance(piece, Link):
            return f'<a href="{escape(piece.address)}" rel="noreferrer">{escape(piece.words)}</a>'
        if isinstance(piece, LiveFigure):
            return self._live(piece)
        return f'<a href="#{escape(piece.key)}">{escape(self.laid.labels[piece.key])}</a>'

    def _live(self, live: LiveFigure) -> str:
        """The figure as it stands; where it is not what the author wrote, in red and said in words."""
        if moved := moved_words(live):
            return f'<strong class="moved">{escape(moved)}</strong>'
        address = self.opens(live.figure)
        words = escape(live.words)
        return f'<a href="{escape(address)}">{words}</a>' if address else words

    def _chart(self, number: str, chart: Chart) -> str:
        table = f'<a href="#{escape(chart.table)}">{escape(self.laid.labels[chart.table])}</a>'
        return (
            f'<figure class="chart" id="{escape(chart.key)}">'
            f'<figcaption id="{escape(chart.key)}-caption">{number}: {escape(chart.caption)}'
            f'<p class="beside">The figures are in {table}.</p></figcaption>\n'
            f'<div class="wide" role="region" aria-labelledby="{escape(chart.key)}-caption" tabindex="0">\n'
            f"{_picture(chart)}</div></figure>"
        )

    def _table(self, number: str, table: Table) -> str:
        caption = f"{table.key}-caption"
        words = ' class="words"' if table.kind is Kind.TEXT else ""
        head = _head_rows(table)
        rows = "\n".join(self._row(table, row) for row in table.rows)
        notes = "".join(f"<p>{escape(note)}</p>" for note in notes_of(table))
        return (
            f'<figure class="table" id="{escape(table.key)}">'
            f'<figcaption id="{escape(caption)}">{number}: {escape(table.caption)}</figcaption>\n'
            f'<div class="wide" role="region" aria-labelledby="{escape(caption)}" tabindex="0">\n'
            f'<table{words} aria-labelledby="{escape(caption)}">\n'
            f"<thead>{head}</thead>\n<tbody>{rows}</tbody></table></div>"
            f'<div class="notes">{notes}</div></figure>'
        )

    def _row(self, table: Table, row: Row) -> str:
        cells = "".join(
            self._cell(table, column, cell) for column, cell in zip(table.columns, row.cells, strict=True)
        )
        base = ' class="base"' if row.base else ""
        return f'<tr{base}><th scope="row">{escape(row.header)}</th>{cells}</tr>'

    def _cell(self, table: Table, column: Column, cell: Cell) -> str:
        main, *rest = (escape(line) for line in lines(cell, table.kind))
        address = self.opens(cell.figure) if cell.figure else None
        if address:
            main = f'<a href="{escape(address)}">{main}</a>'
        less = "".join(f' <span class="less">{line}</span>' for line in rest)
        return f"<td{_classes(column, numeric=_numeric(table, column))}>{main}{less}</td>"


def _numbered(section: PlacedSection) -> str:
    return f'<span class="number">{section.number}</span> ' if section.number else ""


def _synthetic(document: Document, where: str) -> str:
    if not document.synthetic:
        return ""
    words = f"<p>{escape(document.synthetic)}</p>"
    if where == "top":
        return f'<div class="synthetic" role="note" aria-label="Invented data">{words}</div>\n'
    return f'<div class="synthetic">{words}</div>'


def _numeric(table: Table, column: Column) -> bool:
    return table.kind is not Kind.TEXT and not column.words


def _classes(column: Column, *, numeric: bool) -> str:
    names = [name for name, on in (("n", numeric), ("published", column.published)) if on]
    return f' class="{" ".join(names)}"' if names else ""


def _head_rows(table: Table) -> str:
    labels = "".join(
        f'<th scope="col"{_classes(column, numeric=_numeric(table, column))}>{escape(column.label)}</th>'
        for column in table.columns
    )
    if not any(column.group for column in table.columns):
        return f'<tr><th scope="col">{escape(table.row_heading)}</th>{labels}</tr>'
    groups = ""
    for name, of in groupby(table.columns, key=lambda column: column.group):
        columns = list(of)
        shade = " published" if columns[0].published else ""
        groups += f'<th scope="colgroup" colspan="{len(columns)}" class="of{shade}">{escape(name)}</th>'
    return f'<tr><th scope="col" rowspan="2">{escape(table.row_heading)}</th>{groups}</tr>\n<tr>{labels}</tr>'


def _picture(chart: Chart) -> str:
    """The drawing inside the page, spoken as one picture with its text alternative."""
    ElementTree.register_namespace("", _SVG)
    root = ElementTree.fromstring(drawing.svg(chart))  # noqa: S314 - written by our own drawing
    for element in root.iter():
        for name in list(element.attrib):
            if name in ("role", "class", "id") or name.startswith("aria-"):
                del element.attrib[name]
    root.set("role", "img")
    root.set("aria-label", chart.alt)
    return ElementTree.tostring(root, encoding="unicode")
