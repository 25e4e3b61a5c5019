"""Styles of the Word report, so that whoever edits it changes a style and not each paragraph.

Headings and numbered paragraphs share one list, so Word itself numbers 7 and 7.2 and goes on doing so after an
edit. The typeface is Arial, which every office has.
"""

from __future__ import annotations

from typing import Any

from docx.enum.style import WD_STYLE_TYPE
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml.ns import qn
from docx.shared import Cm, Pt, RGBColor

from holdfast.reports.ink.word.xml import element

FONT = "Arial"
BLUE, QUIET, RED = RGBColor(0x1D, 0x4F, 0x7C), RGBColor(0x48, 0x4F, 0x54), RGBColor(0x94, 0x25, 0x14)
INDENT = Cm(1.3)
#: the width of an upright page between its margins
PAGE = Cm(17)
NUMBERED, TABLE = "Numbered paragraph", "Report table"
_LIST_ID = "90"


def dress(document: Any, *, through: bool = False) -> None:
    """Give a new document the report's page, language, styles and numbering.

    ``through``: paragraphs are numbered from the first to the last, and headings are not.
    """
    section = document.sections[0]
    section.page_width, section.page_height = Cm(21), Cm(29.7)
    section.left_margin = section.right_margin = Cm(2)
    section.top_margin, section.bottom_margin = Cm(1.8), Cm(2.4)
    section.footer_distance = Cm(1)
    styles = document.styles
    _language(styles)
    _number_list(document, through=through)
    _style(styles, "Normal", 11, after=6)
    _style(styles, "Title", 25, bold=True, after=4)
    _style(styles, "Subtitle", 14, colour=QUIET, after=8)
    _new(styles, "Fact", "Normal", size=10, after=2)
    for name, size, before in (("Heading 1", 16, 22), ("Heading 2", 13, 16), ("Heading 3", 11.5, 12)):
        _style(styles, name, size, bold=True, before=before, after=8, keep=True, colour=BLUE)
    _style(styles, "Caption", 10.5, bold=True, before=12, after=4, keep=True)
    _new(styles, NUMBERED, "Normal")
    _new(styles, "Contents heading", "Normal", size=16, bold=True, colour=BLUE, before=12, after=8)
    _new(styles, "Prompt", "Normal", indent=INDENT, before=4, after=8, shaded="FFF7BF")
    _new(styles, "Invented data", "Normal", bold=True, colour=RED, after=12, boxed=True)
    _new(styles, "Table text", "Normal", size=9, after=0)
    _new(styles, "Table figure", "Table text", size=9, after=0, right=True)
    _new(styles, "Table heading", "Table text", size=9, bold=True, after=0, keep=True)
    _new(styles, "Table note", "Normal", size=8.5, colour=QUIET, after=2)
    _new(styles, "toc 1", "Normal", size=9.5, bold=True, before=2, after=0)
    _new(styles, "toc 2", "Normal", size=9, indent=Cm(0.8), after=0)
    for name in ("toc 1", "toc 2"):  # close, so that the contents of a year's report end on the first page
        styles[name].paragraph_format.line_spacing = 1.0
    _style(styles, "List Bullet", 11, after=3)
    styles["List Bullet"].paragraph_format.left_indent = INDENT + Cm(0.6)
    styles["List Bullet"].paragraph_format.first_line_indent = -Cm(0.5)
    _style(styles, "List Number", 11, after=3)
    styles["List Number"].paragraph_format.left_indent = INDENT + Cm(0.8)
    styles["List Number"].paragraph_format.first_line_indent = -Cm(0.7)
    _style(styles, "Footer", 8.5, colour=QUIET)
    if not through:
        _in_list(styles["Heading 1"], "0")
    _in_list(styles[NUMBERED], "0" if through else "1")
    _table_style(styles)


def put(paragraph: Any, name: str) -> None:
    """Give a paragraph a style of this document by its name, which is its id without the spaces.

    The library looks through all styles for each of a report's thousands of paragraphs.
    """
    paragraph._p.style = name.replace(" ", "")


def _language(styles: Any) -> None:
    defaults = styles.element.find(qn("w:docDefaults")).find(qn("w:rPrDefault")).find(qn("w:rPr"))
    language = defaults.find(qn("w:lang"))
    if language is None:
        language = element("w:lang")
        defaults.append(language)
    language.set(qn("w:val"), "en-GB")


def _style(
    styles: Any,
    name: str,
    size: float,
    *,
    bold: bool = False,
    colour: RGBColor | None = None,
    before: float = 0,
    after: float = 0,
    keep: bool = False,
) -> None:
    style = styles[name]
    fonts = style.element.get_or_add_rPr()
    for old in fonts.findall(qn("w:rFonts")):
        fonts.remove(old)
    fonts.insert(0, element("w:rFonts", ascii=FONT, hAnsi=FONT, cs=FONT, eastAsia=FONT))
    for old in fonts.findall(qn("w:spacing")):
        fonts.remove(old)
    style.font.size, style.font.bold, style.font.italic = Pt(size), bold, False
    style.font.color.rgb = colour or RGBColor(0x0B, 0x0C, 0x0C)
    spacing = style.paragraph_format
    spacing.space_before, spacing.space_after, spacing.keep_with_next = Pt(before), Pt(after), keep
    for border in style.element.findall(f".//{qn('w:pBdr')}"):
        border.getparent().remove(border)


def _new(
    styles: Any,
    name: str,
    based_on: str,
    *,
    size: float = 11,
    bold: bool = False,
    colour: RGBColor | None = None,
    before: float = 0,
    after: float = 6,
    indent: Any = None,
    right: bool = False,
    keep: bool = False,
    shaded: str = "",
    boxed: bool = False,
) -> None:
    style = styles.add_style(name, WD_STYLE_TYPE.PARAGRAPH)
    style.base_style = styles[based_on]
    style.quick_style = True
    _style(styles, name, size, bold=bold, colour=colour, before=before, after=after, keep=keep)
    if indent is not None:
        style.paragraph_format.left_indent = indent
    if right:
        style.paragraph_format.alignment = WD_ALIGN_PARAGRAPH.RIGHT
    properties = style.element.get_or_add_pPr()
    if boxed:
        border = element("w:pBdr")
        for side in ("top", "left", "bottom", "right"):
            border.append(element(f"w:{side}", val="single", sz="12", space="6", color="942514"))
        properties.insert_element_before(border, "w:shd", "w:spacing", "w:ind", "w:jc")
    if shaded:
        shading = element("w:shd", val="clear", color="auto", fill=shaded)
        properties.insert_element_before(shading, "w:spacing", "w:ind", "w:jc")


def _number_list(document: Any, *, through: bool) -> None:
    """One list of two levels: 7 for a heading, 7.2 for a paragraph under it; or of one: 1. to the last paragraph."""
    levels = (
        [("%1.", "Numberedparagraph")] if through else [("%1", "Heading1"), ("%1.%2", "Numberedparagraph")]
    )
    numbering = document.part.numbering_part.element
    abstract = element("w:abstractNum", abstractNumId=_LIST_ID)
    abstract.append(element("w:multiLevelType", val="multilevel"))
    for level, (text, style) in enumerate(levels):
        one = element("w:lvl", ilvl=str(level))
        one.append(element("w:start", val="1"))
        one.append(element("w:numFmt", val="decimal"))
        one.append(element("w:pStyle", val=style))
        one.append(element("w:lvlText", val=text))
        one.append(element("w:lvlJc", val="left"))
        place = element("w:pPr")
        place.append(element("w:ind", left=str(int(INDENT.twips)), hanging=str(int(INDENT.twips))))
        one.append(place)
        abstract.append(one)
    first = numbering.find(qn("w:num"))
    first.addprevious(abstract)
    number = element("w:num", numId=_LIST_ID)
    number.append(element("w:abstractNumId", val=_LIST_ID))
    numbering.append(number)


def _in_list(style: Any, level: str) -> None:
    properties = style.element.get_or_add_pPr()
    numbered = element("w:numPr")
    numbered.append(element("w:ilvl", val=level))
    numbered.append(element("w:numId", val=_LIST_ID))
    properties.insert_element_before(
        numbered, "w:pBdr", "w:shd", "w:spacing", "w:ind", "w:jc", "w:outlineLvl"
    )


def _table_style(styles: Any) -> None:
    """Rules between the rows, none between the columns; the heading in bold."""
    style = styles.add_style(TABLE, WD_STYLE_TYPE.TABLE)
    style.base_style = styles["Normal Table"]
    properties = element("w:tblPr")
    borders = element("w:tblBorders")
    for side in ("top", "bottom", "insideH"):
        borders.append(element(f"w:{side}", val="single", sz="4", space="0", color="B1B4B6"))
    properties.append(borders)
    margins = element("w:tblCellMar")
    for side in ("top", "left", "bottom", "right"):
        margins.append(element(f"w:{side}", w="60" if side in ("left", "right") else "40", type="dxa"))
    properties.append(margins)
    style.element.append(properties)
