"""The few pieces of WordprocessingML that python-docx has no words for: fields, bookmarks, properties."""

from __future__ import annotations

import re
from typing import Any

from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.text.paragraph import Paragraph


def element(tag: str, **attributes: str) -> Any:
    """An element such as ``element('w:lang', val='en-GB')``."""
    made = OxmlElement(tag)
    for name, value in attributes.items():
        made.set(qn(f"w:{name}"), value)
    return made


def bookmark_name(key: str) -> str:
    """A key as Word allows it: letters, digits and underscores, at most 40 of them."""
    return ("k_" + re.sub(r"\W", "_", key))[:40]


class Bookmarks:
    """Gives every bookmark of a document its own number."""

    def __init__(self) -> None:
        self._last = 0

    def around(self, paragraph: Paragraph, key: str, first: int = 0) -> None:
        """Put a bookmark around what the paragraph holds from its ``first`` run on."""
        self._last += 1
        number = str(self._last)
        runs = paragraph._p.findall(qn("w:r"))
        start = element("w:bookmarkStart", id=number, name=bookmark_name(key))
        if runs:
            runs[first].addprevious(start)
        else:
            paragraph._p.append(start)
        paragraph._p.append(element("w:bookmarkEnd", id=number))


def field(paragraph: Paragraph, instruction: str, shown: str, style: str | None = None) -> None:
    """A field with the result it shows until somebody updates it."""
    for kind in ("begin", "instr", "separate", "result", "end"):
        run = paragraph.add_run(style=style)
        if kind == "instr":
            words = element("w:instrText")
            words.set(qn("xml:space"), "preserve")
            words.text = f" {instruction} "
            run._r.append(words)
        elif kind == "result":
            run.text = shown
        else:
            run._r.append(element("w:fldChar", fldCharType=kind))


def link(paragraph: Paragraph, key: str, shown: str) -> None:
    """Words that lead to a bookmark."""
    made = element("w:hyperlink", anchor=bookmark_name(key), history="1")
    run = paragraph.add_run(shown)
    made.append(run._r)
    paragraph._p.append(made)


def repeat_as_header(row: Any) -> None:
    """Mark a table row as a heading that is repeated on every page and read out as one."""
    properties = row._tr.get_or_add_trPr()
    properties.append(element("w:cantSplit"))
    properties.append(element("w:tblHeader"))


def keep_whole(row: Any) -> None:
    """Do not let a row run over the end of a page."""
    row._tr.get_or_add_trPr().append(element("w:cantSplit"))


def shade(cell: Any, colour: str) -> None:
    """The background of a cell."""
    cell._tc.get_or_add_tcPr().append(element("w:shd", val="clear", color="auto", fill=colour))
