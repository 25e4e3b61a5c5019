"""Runs of the author's words in Word: bold, italic, a link to the web, a live figure."""

from __future__ import annotations

from typing import Any

from docx.opc.constants import RELATIONSHIP_TYPE
from docx.oxml.ns import qn

from holdfast.reports.content import Emphasis, Link, LiveFigure, Strong
from holdfast.reports.ink.word import styles
from holdfast.reports.ink.word.xml import element
from holdfast.reports.live import moved_words


def add(paragraph: Any, piece: str | Strong | Emphasis | Link | LiveFigure) -> None:
    """Add one run at the end of the paragraph. A live figure that is not what the author wrote says so, in red."""
    if isinstance(piece, str):
        paragraph.add_run(piece)
    elif isinstance(piece, Link):
        _web(paragraph, piece)
    elif isinstance(piece, LiveFigure) and (moved := moved_words(piece)):
        run = paragraph.add_run(moved)
        run.bold, run.font.color.rgb = True, styles.RED
    else:
        run = paragraph.add_run(piece.words)
        run.bold = True if isinstance(piece, Strong) else None
        run.italic = True if isinstance(piece, Emphasis) else None


def _web(paragraph: Any, piece: Link) -> None:
    place = paragraph.part.relate_to(piece.address, RELATIONSHIP_TYPE.HYPERLINK, is_external=True)
    made = element("w:hyperlink", history="1")
    made.set(qn("r:id"), place)
    run = paragraph.add_run(piece.words)
    run.underline, run.font.color.rgb = True, styles.BLUE
    made.append(run._r)
    paragraph._p.append(made)
