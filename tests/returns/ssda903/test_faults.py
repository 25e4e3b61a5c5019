"""Returns that cannot be understood: one clear line for each fault, and nothing is loaded."""

from __future__ import annotations

import resource
import time

import pytest

from holdfast.returns.ssda903.faults import LISTED_PER_COLUMN
from holdfast.returns.ssda903.read import read

from .making import write_return

HEAD = "CHILD,DOB,REVIEW,REVIEW_CODE\n"
ROW = "C1,01/02/2008,06/06/2017,PN1\n"
A_DATE = "expected a date that exists, written DD/MM/YYYY"
SAVE_AS = "expected a table saved as “CSV UTF-8 (comma delimited)”"


def faults_with(tmp_path, reviews: str | bytes) -> list[str]:
    """The faults of a sound return whose Reviews file is this."""
    folder = write_return(tmp_path / "a")
    content = reviews if isinstance(reviews, bytes) else reviews.encode()
    (folder / "reviews.csv").write_bytes(content)
    read_set = read([folder])
    assert read_set.returns == []
    return [str(fault) for fault in read_set.faults]


@pytest.mark.parametrize(
    "text", ["31/02/2017", "29/02/2017", "2017-04-01", "1/4/17", "1/4/2017", "06/06/0217", "soon"]
)
def test_a_date_that_is_none(tmp_path, text):
    faults = faults_with(tmp_path, HEAD + ROW + f"C1,01/02/2008,{text},PN1\n")

    assert faults == [f"a/reviews.csv, row 3, column REVIEW: found “{text}”; {A_DATE}"]


def test_a_month_and_a_day_that_are_swapped(tmp_path):
    faults = faults_with(tmp_path, HEAD + "C1,01/02/2008,06/13/2017,PN1\n")

    assert faults == [f"a/reviews.csv, row 2, column REVIEW: found “06/13/2017”; {A_DATE}"]


@pytest.mark.parametrize("text", ["12.5", "twelve", "1e3", "0x1F", "٣"])
def test_a_number_that_is_none(tmp_path, text):
    folder = write_return(tmp_path / "a", OC2=[{"SDQ_SCORE": text}])

    [fault] = read([folder]).faults

    assert str(fault) == f"a/oc2.csv, row 2, column SDQ_SCORE: found “{text}”; expected a whole number"


@pytest.mark.parametrize("text", ["xx/05/2016", "zz/13/2016", "31/02/2016", "2016", "zz/zz/16"])
def test_a_date_perm_that_is_none(tmp_path, text):
    folder = write_return(tmp_path / "a", PrevPerm=[{"DATE_PERM": text}])

    [fault] = read([folder]).faults

    expected = "a date written DD/MM/YYYY, with zz for a part that is not known"
    assert (
        str(fault)
        == f"a/previous_permanence.csv, row 2, column DATE_PERM: found “{text}”; expected {expected}"
    )


def test_a_missing_column(tmp_path):
    faults = faults_with(tmp_path, "CHILD,DOB,REVIEW\nC1,01/02/2008,06/06/2017\n")

    assert faults == [
        "a/reviews.csv, row 1: found the columns of Reviews with REVIEW_CODE missing; "
        "expected exactly the columns of Reviews"
    ]


def test_columns_missing_and_extra(tmp_path):
    faults = faults_with(tmp_path, "CHILD,REVIEW,REVIEW_CODE,CHAIR,\nC1,06/06/2017,PN1,x,\n")

    assert faults == [
        "a/reviews.csv, row 1: found the columns of Reviews with DOB missing and “CHAIR”, one without a name extra; "
        "expected exactly the columns of Reviews"
    ]


def test_a_column_twice(tmp_path):
    faults = faults_with(tmp_path, "CHILD,DOB,REVIEW,REVIEW_CODE,REVIEW\n")

    assert faults == [
        "a/reviews.csv, row 1, column REVIEW: found this column twice; expected each column of Reviews once"
    ]


def test_columns_that_are_none_of_ours(tmp_path):
    faults = faults_with(tmp_path, "Name;Team\nx;y\n")

    expected = "expected the columns of an SSDA903 table, with commas between them"
    assert faults == [f"a/reviews.csv, row 1: found a header row “NAME;TEAM”; {expected}"]


def test_a_row_with_too_many_values(tmp_path):
    faults = faults_with(tmp_path, HEAD + ROW + "C1,,06/06/2017,PN1,PN2\n" + ROW)

    assert faults == ["a/reviews.csv, row 3: found 5 values; expected 4 values"]


def test_a_file_cut_short(tmp_path):
    faults = faults_with(tmp_path, HEAD + ROW + "C1,01/02/2")

    assert faults == [
        "a/reviews.csv, row 3: found 2 values; expected 4 values; the file looks cut short here"
    ]


def test_a_quotation_mark_that_is_never_closed(tmp_path):
    faults = faults_with(tmp_path, HEAD + ROW + 'C1,"01/02/2008,06/06/2017,PN1\n' + ROW)

    expected = "expected quotation marks in pairs around a whole value"
    assert faults == [f"a/reviews.csv, row 3: found a quotation mark that is never closed; {expected}"]


def test_a_quotation_mark_inside_a_value(tmp_path):
    faults = faults_with(tmp_path, HEAD + 'C1,"01/02"2008,06/06/2017,PN1\n')

    expected = "expected quotation marks in pairs around a whole value"
    assert faults == [f"a/reviews.csv, row 2: found a quotation mark inside a value; {expected}"]


def test_a_child_without_a_header_row(tmp_path):
    faults = faults_with(tmp_path, HEAD + ROW + "C7,01/02/2008,06/06/2017,PN1\n")

    assert faults == [
        "a/reviews.csv, row 3, column CHILD: found “C7”; expected a child with a row in a/header.csv"
    ]


def test_a_child_in_episodes_without_a_header_row(tmp_path):
    folder = write_return(tmp_path / "a", Header=[{"CHILD": "C2"}])

    assert [str(fault) for fault in read([folder]).faults] == [
        "a/episodes.csv, row 2, column CHILD: found “C1”; expected a child with a row in a/header.csv"
    ]


def test_a_blank_child_and_a_blank_decom(tmp_path):
    folder = write_return(tmp_path / "a", Episodes=[{}, {"CHILD": " "}, {"DECOM": ""}], Header=[{}])

    assert [str(fault) for fault in read([folder]).faults] == [
        "a/episodes.csv, row 3, column CHILD: found nothing; expected the child's id",
        f"a/episodes.csv, row 4, column DECOM: found nothing; {A_DATE}",
    ]


def test_an_empty_file(tmp_path):
    expected = "a/reviews.csv: found an empty file; expected a header row with the names of the columns"

    assert faults_with(tmp_path, "") == [expected]
    assert faults_with(tmp_path, "\n \n") == [expected]


@pytest.mark.parametrize(
    ("content", "found"),
    [
        (b"PK\x03\x04 anything", "an Excel workbook or a zip file"),
        (b"%PDF-1.7", "a PDF document"),
        ("CHILD,DOB\n".encode("utf-16"), "text in UTF-16 letters"),
        (b"CHILD\0DOB", "a file that is not text"),
    ],
)
def test_a_file_that_is_not_text(tmp_path, content, found):
    assert faults_with(tmp_path, content) == [f"a/reviews.csv: found {found}; {SAVE_AS}"]


def test_letters_that_are_not_text_far_into_the_file(tmp_path):
    faults = faults_with(tmp_path, (HEAD + ROW * 5000).encode() + b"C1,\0,,\n")

    assert faults == [f"a/reviews.csv, row 5002: found letters that are not text; {SAVE_AS}"]


def test_letters_that_are_not_utf8(tmp_path):
    faults = faults_with(tmp_path, (HEAD + ROW).encode() + "Zoë,,06/06/2017,PN1\n".encode("latin-1"))

    assert faults == [f"a/reviews.csv, row 3: found a letter that is not UTF-8; {SAVE_AS}"]


@pytest.mark.parametrize("start", [b"", HEAD.encode(), b"\xff"])
def test_500_megabytes_that_are_not_csv_are_answered_in_no_time_and_little_memory(tmp_path, start):
    folder = write_return(tmp_path / "a")
    with (folder / "reviews.csv").open("wb") as file:
        file.write(start)
        file.truncate(500_000_000)
    before, began = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss, time.monotonic()

    read_set = read([folder])

    assert len(read_set.faults) == 1
    assert read_set.returns == []
    assert time.monotonic() - began < 5
    assert resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before < 50_000


def test_a_table_that_is_far_too_large(tmp_path):
    folder = write_return(tmp_path / "a")
    with (folder / "reviews.csv").open("wb") as file:
        file.write((HEAD + ROW * 3000).encode())
        file.truncate(500_000_000)

    assert [str(fault) for fault in read([folder]).faults] == [
        "a/reviews.csv: found 500 MB; expected at most 134 MB"
    ]


def test_a_file_of_rows_of_another_length_is_not_read_to_its_end(tmp_path):
    faults = faults_with(tmp_path, HEAD + "a line of a letter\n" * 100_000)

    assert len(faults) == LISTED_PER_COLUMN + 2
    assert faults[0] == (
        "a/reviews.csv: found 1000 rows of the wrong length; reading stopped there; expected 4 values in every row"
    )


def test_a_quotation_mark_that_swallows_the_rest(tmp_path):
    faults = faults_with(tmp_path, HEAD + 'C1,"' + ROW * 10_000)

    assert faults == [
        "a/reviews.csv, row 2: found a value longer than any in a return, or a quotation mark that is never closed; "
        "expected quotation marks in pairs around a whole value"
    ]


@pytest.mark.parametrize("head", [b'"CHILD"x,DOB\n', b"CHILD,D\xd6B\n", b'CHILD,"DOB\n'])
def test_a_header_row_that_cannot_be_read(tmp_path, head):
    assert faults_with(tmp_path, head) == [
        f"a/reviews.csv, row 1: found a header row that cannot be read; {SAVE_AS}"
    ]


def test_a_file_that_may_not_be_read(tmp_path, monkeypatch):
    folder = write_return(tmp_path / "a")

    def refuse(*_: object) -> None:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr("pathlib.Path.open", refuse)

    assert [str(fault) for fault in read([folder]).faults] == [
        "a: found a file that may not be read (Permission denied); expected a folder of CSV files, or an XML file"
    ]


def test_nothing_to_read():
    assert [str(fault) for fault in read([]).faults] == [
        "(nothing): found no return; expected at least one folder or XML file"
    ]


def test_one_endless_row(tmp_path):
    assert faults_with(tmp_path, "x" * 3_000_000) == [
        "a/reviews.csv, row 1: found a first row without an end; expected a header row with the names of the columns"
    ]
    assert faults_with(tmp_path, HEAD + ROW + "x" * 3_000_000) == [
        "a/reviews.csv, row 3: found a row without an end; expected one child or event in each row"
    ]


def test_only_the_first_faults_of_a_column_are_listed_and_the_rest_counted(tmp_path):
    faults = faults_with(tmp_path, HEAD + "C1,,soon,PN1\n" * 1234)

    assert len(faults) == LISTED_PER_COLUMN + 1
    assert (
        faults[-1]
        == "a/reviews.csv, column REVIEW: found and 1214 more like these; expected the same as above"
    )


def test_a_long_value_is_shortened_and_cannot_move_the_cursor(tmp_path):
    [fault] = faults_with(tmp_path, HEAD + f"C1,,\x1b[2J{'9' * 200},PN1\n")

    assert f"found “\\x1b[2J{'9' * 35}…”" in fault


def test_a_table_twice(tmp_path):
    folder = write_return(tmp_path / "a", Reviews=[{}])
    (folder / "reviews copy.csv").write_text((folder / "reviews.csv").read_text())

    [fault] = read([folder]).faults

    assert str(fault) == (
        "a/reviews.csv: found the table Reviews again (it is also in a/reviews copy.csv); expected each table once"
    )


def test_a_folder_with_none_of_the_tables(tmp_path):
    assert [str(fault) for fault in read([tmp_path]).faults] == [
        f"{tmp_path.name}: found no CSV and no XML file; expected the files of an SSDA903 return"
    ]


@pytest.mark.parametrize("name", ["header", "episodes"])
def test_a_return_without_header_or_episodes(tmp_path, name):
    folder = write_return(tmp_path / "a")
    (folder / f"{name}.csv").unlink()

    [fault] = read([folder]).faults

    assert str(fault).startswith(
        f"a: found no table {name.title()}; expected a file with the columns CHILD, "
    )


def test_a_path_that_is_not_there(tmp_path):
    assert [str(fault) for fault in read([tmp_path / "gone"]).faults] == [
        "gone: found nothing of this name; expected a folder of CSV files, or an XML file"
    ]


def test_a_single_csv_file(tmp_path):
    folder = write_return(tmp_path / "a")

    [fault] = read([folder / "header.csv"]).faults

    assert str(fault) == "header.csv: found a single CSV file; expected a folder of CSV files, or an XML file"


def test_a_return_without_any_episode(tmp_path):
    folder = write_return(tmp_path / "a", Episodes=[], Header=[{}])

    [fault] = read([folder]).faults

    assert (
        str(fault)
        == "a/episodes.csv, column DECOM: found no date; expected at least one episode, to tell the year"
    )


def test_a_year_the_code_lists_do_not_know(tmp_path):
    folder = write_return(tmp_path / "a", Episodes=[{"DECOM": "10/05/2071"}])

    [fault] = read([folder]).faults

    assert str(fault) == (
        "a/episodes.csv, column DECOM: "
        "found the return year 2071/72, told by the latest date or given with the folder; "
        "expected a return of 2016/17 to 2026/27"
    )


def test_two_returns_for_one_year(tmp_path):
    first, second = write_return(tmp_path / "a"), write_return(tmp_path / "b")

    [fault] = read([first, second]).faults

    assert str(fault) == (
        "b/episodes.csv: found a second return for 2017/18 (the first is a/episodes.csv); expected one for each year"
    )


def test_all_faults_of_a_return_are_told_at_once(tmp_path):
    folder = write_return(
        tmp_path / "a", Episodes=[{"DECOM": "today"}], Reviews=[{"CHILD": "C9"}], Header=[{}]
    )
    (folder / "oc3.csv").write_text("CHILD,DOB\n")

    places = [(fault.file, fault.row, fault.column) for fault in read([folder]).faults]

    assert places == [
        ("a/episodes.csv", 2, "DECOM"),
        ("a/oc3.csv", 1, None),
        ("a/reviews.csv", 2, "CHILD"),
    ]


def test_a_folder_of_folders_says_to_name_each(tmp_path):
    write_return(tmp_path / "2017")

    [fault] = read([tmp_path]).faults

    assert fault.found == "no CSV and no XML file, only folders (name each of them)"


def test_folders_of_one_name_are_told_apart(tmp_path):
    first = write_return(tmp_path / "east" / "903")
    second = write_return(tmp_path / "west" / "903", Episodes=[{"DECOM": "10/05/2018"}])
    (second / "header.csv").unlink()

    faults = read([first, second]).faults

    assert [fault.file for fault in faults] == ["west/903"]
