"""Our own reports give no finding, in any kind of file; a figure changed in one is found."""

from __future__ import annotations

import re

from holdfast.reports.checker.check import check
from holdfast.reports.checker.findings import Kind, Sure
from holdfast.reports.checker.reading import read


def test_the_annual_report_agrees_with_itself(page, word):
    """York's slip of 2013/14 is repeated as it was published (male and female 221, total 222): its note says so."""
    assert "add up to 221; the total published is 222" in page
    for name, content in (("report.html", page.encode()), ("report.docx", word)):
        assert check(read(name, content)) == []


def test_without_its_note_the_slip_of_an_earlier_year_is_found(page):
    (one,) = check(read("report.html", page.replace("add up to 221", "stand as they were").encode()))

    assert (one.rule, one.printed, one.expected, one.sure) == ("sum", "222", "221", Sure.LOOK)
    assert one.where == "Table 16, row “All children in care”, column “2013/14”"


def test_every_table_and_paragraph_is_read(page, word):
    web, office = read("report.html", page.encode()), read("report.docx", word)

    assert [table.number for table in web.tables] == [str(n) for n in range(1, len(web.tables) + 1)]
    assert [(table.caption, len(table.rows)) for table in web.tables] == [
        (table.caption, len(table.rows)) for table in office.tables
    ]
    assert "1.1" in [said.number for said in web.said]


def test_a_changed_total_is_found(page):
    found = check(read("report.html", page.replace(">1,202<", ">1,302<", 1).encode()))

    assert ("sum", "1,302", "1,202") in {(one.rule, one.printed, one.expected) for one in found}


def test_a_reference_that_leads_nowhere_is_found(page):
    changed = re.sub(r">Table \d+</a>", ">Table 99</a>", page, count=1)
    assert changed != page

    found = check(read("report.html", changed.encode()))

    assert "Table 99" in {one.printed for one in found if one.kind is Kind.REFERENCE}
