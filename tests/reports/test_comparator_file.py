"""Published figures as lines of text: what is understood, and how each fault is named."""

from __future__ import annotations

import csv
import io

import pytest

from holdfast.reports import comparator_file
from holdfast.reports.comparator_file import Fault, decoded, line_of, read
from holdfast.reports.comparator_line import PARTS
from holdfast.reports.comparators import Comparator

HEAD = ",".join(PARTS)

#: table, group, period, publisher, printed, n, of -> value, numerator, denominator, whose
UNDERSTOOD = """
sex,male,2015/16,us,51.3,98,191                       -> 51.3 98 191 -
sex,Male,2015/16,US,51.3%,98,191                      -> 51.3 98 191 -
Children in care by sex,male,2015/16,region,51,,      -> 51 - - Regional_average
sex,male,2015/16,National average,51,,                -> 51 - - National_average
sex,male,2015/16,neighbours,51.30,,                   -> 51.30 - - Statistical_neighbours
sex,male,2015/16,us,,98,                              -> - 98 - -
sex,male,2015/16,us,,98,191                           -> - 98 191 -
sex,male,2000/01,us,0,,                               -> 0 - - -
sex,male,2026/27,us,100,,                             -> 100 - - -
children_in_care,number,2015/16,us,191,,              -> 191 191 - -
children_in_care,number,2015/16,us,191,191,           -> 191 191 - -
children_in_care,number,2015/16,us,,191,              -> - 191 - -
children_in_care,per_10000,2015/16,nation,60,,        -> 60 - - National_average
children_in_care,per_10000,2015/16,us,53,191,36000    -> 53 191 36000 -
health_education,sdq_average,2015/16,us,13.0,,        -> 13.0 - - -
health_education,sdq_average,2015/16,us,13.0,80,95    -> 13.0 80 95 -
leaving_care,e4a,2015/16,us,,14,                      -> - 14 - -
"""

#: the same parts and a source -> column, found
REFUSED = """
gender,male,2015/16,us,51.3,,,x                       -> table “gender”
,male,2015/16,us,51.3,,,x                             -> table nothing
sex,boys,2015/16,us,51.3,,,x                          -> group “boys”
leaving_care,E48,2015/16,us,,4,,x                     -> group “E48”
sex,male,2015,us,51.3,,,x                             -> period “2015”
sex,male,2015/17,us,51.3,,,x                          -> period “2015/17”
sex,male,1998/99,us,51.3,,,x                          -> period “1998/99”
sex,male,2015/16 Q1,us,51.3,,,x                       -> period “2015/16_Q1”
sex,male,2015/16,Marldon,51.3,,,x                     -> publisher “Marldon”
sex,male,2015/16,,51.3,,,x                            -> publisher nothing
sex,male,2015/16,us,100.1,,,x                         -> printed “100.1”
sex,male,2015/16,us,-3,,,x                            -> printed “-3”
sex,male,2015/16,us,5e1,,,x                           -> printed “5e1”
sex,male,2015/16,us,1.23456,,,x                       -> printed “1.23456”
sex,male,2015/16,us,٣,,,x                             -> printed “٣”
sex,male,2015/16,us,,,,x                              -> printed nothing
sex,male,2015/16,us,51.3,9.5,,x                       -> n “9.5”
sex,male,2015/16,us,51.3,,191,x                       -> n nothing
sex,male,2015/16,us,51.3,192,191,x                    -> of “191”
children_in_care,number,2015/16,us,19.1,,,x           -> printed “19.1”
children_in_care,number,2015/16,us,191,190,,x         -> n “190”
children_in_care,number,2015/16,us,191,,200,x         -> of “200”
children_in_care,per_10000,2015/16,us,,191,36000,x    -> printed nothing
health_education,sdq_average,2015/16,us,,80,95,x      -> printed nothing
sex,male,2015/16,us,51.3,,,                           -> source nothing
"""


def cases(table: str) -> list[list[str]]:
    return [[side.strip() for side in row.split("->")] for row in table.strip().splitlines()]


def figures(lines: str) -> list[Comparator]:
    found = read(f"{HEAD}\n{lines}\n")
    assert found.faults == []
    return found.figures


def faults(text: str) -> list[Fault]:
    found = read(text)
    assert found.figures == []
    return found.faults


@pytest.mark.parametrize(("line", "expected"), cases(UNDERSTOOD))
def test_a_line_is_understood(line: str, expected: str):
    (figure,) = figures(f"{line},An invented report,")

    value, numerator, denominator, whose = (None if part == "-" else part for part in expected.split())
    assert (figure.value, figure.numerator, figure.denominator, figure.whose) == (
        value, numerator and int(numerator), denominator and int(denominator), (whose or "").replace("_", " "),
    )  # fmt: skip


@pytest.mark.parametrize(("line", "expected"), cases(REFUSED))
def test_a_line_is_refused_where_it_is_wrong(line: str, expected: str):
    (fault,) = faults(f"{HEAD}\n{line}\n")

    column, found = expected.split()
    assert (fault.line, fault.column, fault.found) == (2, column, found.replace("_", " "))
    assert fault.expected


def test_a_fault_says_line_column_found_and_expected():
    (fault,) = faults(f"{HEAD}\n\nsex,male,2015/16,us,half,,,x\n")

    assert (
        str(fault) == "line 3, column printed: found “half”; expected a percentage from 0 to 100, like 12.5"
    )


def test_all_faults_of_a_line_are_named_in_the_order_of_the_columns():
    assert [fault.column for fault in faults(f"{HEAD}\nsex,boys,2015,Marldon,51.3,,,,\n")] == [
        "group", "period", "publisher", "source",
    ]  # fmt: skip


def test_one_wrong_line_of_many_leaves_no_figure():
    assert len(faults(f"{HEAD}\nsex,male,2015/16,us,51.3,,,x\nsex,female,2015/16,us,x,,,x\n")) == 1


@pytest.mark.parametrize(
    ("text", "line", "column", "found"),
    [
        ("", 1, "", "nothing"),
        ("\n\n", 1, "", "nothing"),
        (f"{HEAD}\n", 2, "", "nothing"),
        (HEAD.replace(",note", ",remark"), 1, "remark", "the heading “remark”"),
        (HEAD.replace(",n,", ",n,n,"), 1, "n", "this heading 2 times"),
        ("table,group,period,publisher,printed", 1, "source", "no such heading"),
        (f"{HEAD}\nsex,male,2015/16,us,51,,,x,,,more", 2, "", "11 cells"),
        (f'{HEAD}\nsex,male,2015/16,us,51,,,"x', 2, "", "a quotation mark that opens or ends in the wrong place"),
        (f"{HEAD}\nsex\0", 1, "", "bytes that are no text"),
        (f"{HEAD}\n" + 2 * "sex,male,2015/16,us,51,,,x\n", 3, "", "the figure of line 2 again"),
    ],
)  # fmt: skip
def test_what_is_no_such_file_is_named(text: str, line: int, column: str, found: str):
    (fault,) = faults(text)

    assert (fault.line, fault.column, fault.found) == (line, column, found)


def test_commas_semicolons_and_tabs_part_cells_and_empty_columns_may_be_left_out():
    for mark in ",;\t":
        line = mark.join(["sex", "male", "2015/16", "us", "51.3", "x"])
        (figure,) = read(
            f"{mark.join(['Table', 'Group', 'Period', 'Publisher', 'Printed', 'Source'])}\r\n{line}\r\n"
        ).figures
        assert (figure.value, figure.numerator, figure.note) == ("51.3", None, "")


def test_a_cell_may_run_over_lines_and_the_next_fault_keeps_its_line():
    text = f'{HEAD}\nsex,male,2015/16,us,51,,,"A report,\nTable 9",\nsex,female,2015/16,us,x,,,x,\n'

    assert [fault.line for fault in faults(text)] == [4]
    (figure,) = read(text.replace(",x,,", ",49,,").split("\nsex,female")[0]).figures
    assert figure.source == "A report, Table 9"


def test_too_many_lines_and_too_many_faults_are_cut():
    line = "sex,male,2015/16,us,x,,,x\n"

    assert faults(HEAD + "\n" + line * 5_001)[0].found == "more than 5,000 lines"
    found = read(HEAD + "\n" + line * 150)
    assert (len(found.faults), found.more) == (comparator_file.LISTED, 50)


def test_what_is_written_is_read_again():
    known = [
        Comparator("sex", "male", "2015/16", "51.30", "A “report”, Table 9", "", 98, 191, "=1+1"),
        Comparator("children_in_care", "number", "2014/15", "193", "Another", "", 193, None),
        Comparator("leaving_care", "E4A", "2014/15", None, "Another", "National average", 14, None),
    ]
    out = io.StringIO()
    writer = csv.writer(out)
    writer.writerow(PARTS)
    writer.writerows(line_of(figure) for figure in known)

    assert read(out.getvalue()).figures == known


def test_files_of_either_kind_of_machine_are_read():
    assert decoded("\ufeffCôté".encode()) == "Côté"
    assert decoded("Côté’s".encode("cp1252")) == "Côté’s"


def test_every_line_of_the_example_is_understood():
    out = io.StringIO()
    csv.writer(out).writerows([PARTS, *comparator_file.EXAMPLE])

    assert len(read(out.getvalue()).figures) == len(comparator_file.EXAMPLE)
