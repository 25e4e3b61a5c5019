"""Reports for the tests: the whole annual report once, and the smallest report that can be wrong."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from functools import cache

from holdfast.reports.annual import build
from holdfast.reports.content import Block, Cell, Column, Document, Finish, Kind, Row, Section, Table, Unit
from tests.reports.a_year import MARLDON, YEAR, figures, published

#: what an author might type, by mistake or not, that is markup to somebody
INJECTIONS = (
    "<script>alert(1)</script>",
    '"><img src=x onerror=alert(1)>',
    "&lt;b&gt; &amp; </p></section>",
    "#let d = none; #panic() $ x^2 $ 2 * 3 * 4 a_name_of `code` @nobody <label>",
    "]]> <![CDATA[ <w:p/> &#x0;",
    "{{ 7 * 7 }} {% debug %} %s {0} \\u0000",
    "Zoë Ó Súilleabháin, Łódź, Ağaoğlu, Nguyễn",
    "smile 😀 and 日本",
)

#: what can be pasted or sent: formulas, new lines, signs that no file can hold or that turn text round
HOSTILE = (
    "=cmd|'/C calc'!A0",
    "+1+cmd|'/C calc'!A0",
    "\t=HYPERLINK(1)",
    "two\r\nlines\nof it",
    "pasted\x0bbreak\x0cand \x00\x07bell",
    "turned \u202egnp.exe",
    "no \ufffe\uffff character, half a \ud83d pair",
    *INJECTIONS,
)


def annual(texts: Mapping[str, str] | None = None, finish: Finish = Finish.DRAFT) -> Document:
    """The annual report of Marldon Council for 2016/17."""
    return build(YEAR, figures(), published(), texts, MARLDON, finish=finish, made_on=date(2017, 5, 31))


@cache
def annual_draft() -> Document:
    """The draft with one slot written, made once for all tests."""
    return annual(
        {"introduction": "\n\n".join(INJECTIONS), "recommendations": "Please:\n\n- note;\n- agree."}
    )


def report(*blocks: Block, finish: Finish = Finish.DRAFT) -> Document:
    """A report of one section."""
    section = Section("only", "The only section", blocks)
    return Document("Report", "Council", "Council", "2016/17", "report", (section,), finish=finish)


def distribution(*parts: tuple[str, int], base: int, value: float | None = None) -> Table:
    """A distribution of one column; ``value`` stands in for every right percentage."""
    rows = tuple(
        Row(
            name,
            (
                Cell(
                    Unit.PERCENT,
                    value=round(100 * count / base, 1) if value is None else value,
                    numerator=count,
                    denominator=base,
                ),
            ),
            part=True,
        )
        for name, count in parts
    )
    return Table("ages", "Children by age", "Age", (Column("2016/17"),), rows, Kind.DISTRIBUTION)
