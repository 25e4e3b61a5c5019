"""A report as a tagged PDF that claims PDF/UA-1, made by Typst from one wheel and this folder's typeface.

The template is fixed and every word reaches it as data, so nothing an author types is markup. A warning of the
compiler is an error here: a missing typeface, for one, would give blank pages that still pass the standard.
"""

from __future__ import annotations

import json
import unicodedata
from collections.abc import Iterable
from datetime import UTC, datetime
from functools import cache
from itertools import groupby, zip_longest
from pathlib import Path
from typing import Any

import typst

from holdfast.reports.check import ReportRefused
from holdfast.reports.content import (
    Bullets,
    Chart,
    Document,
    Emphasis,
    Inline,
    Kind,
    Link,
    LiveFigure,
    Paragraph,
    Ref,
    Strong,
    SubHeading,
    Table,
)
from holdfast.reports.ink import drawing, widths
from holdfast.reports.ink.typeface import characters
from holdfast.reports.live import moved_words
from holdfast.reports.numbering import LaidOut, Placed, PlacedSection, Prompt, lay_out
from holdfast.reports.printing import lines, notes_of

HERE = Path(__file__).parent
STANDARD = "ua-1"
#: a chart's pixel on paper, and how wide a chart may become
_MM_PER_PIXEL, _WIDEST_MM = 0.27, 165
_KINDS = {Strong: "strong", Emphasis: "emph"}


class PdfRefused(ReportRefused):
    """The compiler warned or failed, so there is no PDF that can be trusted."""


def render(document: Document) -> bytes:
    """The PDF: the same bytes for the same document.

    Raises a ReportRefused if the report contradicts itself, PdfRefused if the compiler is not content.
    """
    laid = lay_out(document)
    made = document.made_on or datetime(2000, 1, 1, tzinfo=UTC).date()
    try:
        pdf, warnings = typst.compile_with_warnings(
            (HERE / "report.typ").read_bytes(),
            font_paths=_fonts(),
            sys_inputs={"report": json.dumps(_readable(_data(laid)))},
            pdf_standards=[STANDARD],
            timestamp=datetime(made.year, made.month, made.day, tzinfo=UTC),
        )
    except typst.TypstError as error:
        raise PdfRefused(f"The PDF was not made: {error.message}") from error
    if warnings:
        raise PdfRefused("The PDF was not made: " + "; ".join(warning.message for warning in warnings))
    return pdf


@cache
def _fonts() -> typst.Fonts:
    """This folder's typeface only, so that the page is the same on every machine."""
    return typst.Fonts(
        include_system_fonts=False, include_embedded_fonts=False, font_paths=[str(drawing.FONTS)]
    )


def load_typeface() -> None:
    """Read the typeface now instead of with the first report."""
    _fonts()


def _readable(value: Any) -> Any:
    """The same data with every character that the typeface lacks given by its name, in brackets.

    PDF/UA forbids a character without a shape; a reader is better served by '[grinning face]' than by a box.
    """
    if isinstance(value, str):
        known = characters()
        return "".join(
            c if c in known or c in "\n\t" else f"[{unicodedata.name(c, f'U+{ord(c):04X}').lower()}]"
            for c in value
        )
    if isinstance(value, dict):
        return {key: inner if key == "svg" else _readable(inner) for key, inner in value.items()}
    if isinstance(value, list | tuple):
        return [_readable(inner) for inner in value]
    return value


def _data(laid: LaidOut) -> dict[str, Any]:
    document = laid.document
    made = document.made_on
    return {
        "title": f"{document.title} {document.period}",
        "subtitle": document.subtitle,
        "author": document.authority,
        "keywords": ["independent reviewing officer", document.title, document.period]
        + (["invented data"] if document.synthetic else []),
        "made": [made.year, made.month, made.day] if made else None,
        "footer": f"{document.subtitle}. {document.title} {document.period}.",
        "synthetic": document.synthetic,
        "facts": document.facts,
        "short": document.short,
        "front_page": laid.fills_a_page,
        "sections": [
            _section(laid, section) | {"parts": [_section(laid, part) for part in section.parts]}
            for section in laid.sections
        ],
    }


def _section(laid: LaidOut, section: PlacedSection) -> dict[str, Any]:
    return {
        "number": section.number,
        "key": section.key,
        "title": section.title,
        "blocks": [
            _block(laid, placed, isinstance(after and after.block, Bullets))
            for placed, after in zip_longest(section.blocks, section.blocks[1:])
        ],
    }


def _block(laid: LaidOut, placed: Placed, leads: bool) -> dict[str, Any]:
    block = placed.block
    if isinstance(block, Paragraph):
        words = _words(laid, block.content)
        return {
            "type": "paragraph",
            "number": placed.number,
            "key": block.key,
            "words": words,
            "leads": leads,
        }
    if isinstance(block, Bullets):
        items = [_words(laid, item) for item in block.items]
        return {"type": "bullets", "numbered": block.numbered, "items": items}
    if isinstance(block, SubHeading):
        return {"type": "heading", "level": block.level, "words": _words(laid, block.content)}
    if isinstance(block, Prompt):
        return {"type": "prompt", "text": block.text}
    if isinstance(block, Chart):
        return _chart(laid, placed.number, block)
    return _table(placed.number, block)


def _words(laid: LaidOut, content: Iterable[Inline]) -> list[dict[str, str]]:
    return [_run(laid, piece) for piece in content]


def _run(laid: LaidOut, piece: Inline) -> dict[str, str]:
    """One run: its kind, its text, and where it leads."""
    if isinstance(piece, str):
        return {"kind": "plain", "text": piece}
    if isinstance(piece, Ref):
        return {"kind": "ref", "text": laid.labels[piece.key], "to": piece.key}
    if isinstance(piece, Link):
        return {"kind": "link", "text": piece.words, "to": piece.address}
    if isinstance(piece, LiveFigure):
        moved = moved_words(piece)
        return {"kind": "moved", "text": moved} if moved else {"kind": "plain", "text": piece.words}
    return {"kind": _KINDS[type(piece)], "text": piece.words}


def _chart(laid: LaidOut, number: str, chart: Chart) -> dict[str, Any]:
    svg = drawing.svg(chart)
    return {
        "type": "chart",
        "number": number,
        "key": chart.key,
        "caption": chart.caption,
        "alt": chart.alt,
        "svg": svg,
        "width": min(_WIDEST_MM, _MM_PER_PIXEL * drawing.width_of(svg)),
        "table": chart.table,
        "table_label": laid.labels[chart.table],
    }


def _table(number: str, table: Table) -> dict[str, Any]:
    groups = [
        {"name": name, "span": len(columns), "published": columns[0].published}
        for name, of in groupby(table.columns, key=lambda column: column.group)
        if (columns := list(of))
    ]
    return {
        "type": "table",
        "number": number,
        "key": table.key,
        "caption": table.caption,
        "heading": table.row_heading,
        "text": table.kind is Kind.TEXT,
        "groups": groups if any(column.group for column in table.columns) else [],
        "columns": [{"label": c.label, "published": c.published, "words": c.words} for c in table.columns],
        "widths": widths.millimetres(table) if widths.holds_words(table) else [],
        "rows": [
            {"header": row.header, "base": row.base, "cells": [lines(cell, table.kind) for cell in row.cells]}
            for row in table.rows
        ],
        "notes": notes_of(table),
    }
