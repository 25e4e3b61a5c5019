"""Numbered lists in Word: each begins at 1, and Word goes on counting after an edit."""

from __future__ import annotations

from typing import Any

from docx.oxml.ns import qn

from holdfast.reports.ink.word.styles import INDENT
from holdfast.reports.ink.word.xml import element

NUMBERED_LIST = "List Number"
_HANGING = 400  # twentieths of a point


def begin(document: Any) -> str:
    """A list of its own; returns the number by which its paragraphs join it."""
    numbering = document.part.numbering_part.element
    used = [int(one.get(qn("w:numId"))) for one in numbering.findall(qn("w:num"))]
    number = str(max(used, default=0) + 1)
    abstract = element("w:abstractNum", abstractNumId=number)
    abstract.append(element("w:multiLevelType", val="singleLevel"))
    level = element("w:lvl", ilvl="0")
    level.append(element("w:start", val="1"))
    level.append(element("w:numFmt", val="decimal"))
    level.append(element("w:lvlText", val="%1."))
    level.append(element("w:lvlJc", val="left"))
    place = element("w:pPr")
    place.append(element("w:ind", left=str(INDENT.twips + _HANGING), hanging=str(_HANGING)))
    level.append(place)
    abstract.append(level)
    numbering.find(qn("w:num")).addprevious(abstract)
    entry = element("w:num", numId=number)
    entry.append(element("w:abstractNumId", val=number))
    numbering.append(entry)
    return number


def put_in(paragraph: Any, number: str) -> None:
    """Make the paragraph an item of the list."""
    numbered = paragraph._p.get_or_add_pPr().get_or_add_numPr()
    numbered.get_or_add_ilvl().val = 0
    numbered.get_or_add_numId().val = int(number)
