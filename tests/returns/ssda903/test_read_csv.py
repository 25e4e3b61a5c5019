"""Reading CSV folders that can be understood, however their case system wrote them."""

from __future__ import annotations

from datetime import date

import pytest

from holdfast.returns.ssda903.layout import LAYOUTS
from holdfast.returns.ssda903.read import ReturnPath, read

from .making import write_return


@pytest.fixture
def folder(tmp_path):
    return write_return(tmp_path / "a", Reviews=[{}])


def test_all_tables_are_there_with_their_columns_and_types(folder):
    read_set = read([folder])

    [one] = read_set.returns
    assert read_set.faults == []
    assert list(one.tables) == list(LAYOUTS)
    assert all(one.tables[name].schema == layout.schema for name, layout in LAYOUTS.items())
    assert one.tables["Episodes"].to_pylist() == [
        {
            "CHILD": "C1",
            "DECOM": date(2017, 5, 10),
            "RNE": "S",
            "LS": "C2",
            "CIN": "N1",
            "PLACE": "U4",
            "PLACE_PROVIDER": "PR1",
            "DEC": None,
            "REC": None,
            "REASON_PLACE_CHANGE": None,
            "HOME_POST": None,
            "PL_POST": None,
            "URN": None,
            "LINE": 2,
        }
    ]


def test_tables_are_known_by_their_columns_not_by_file_names(folder):
    (folder / "reviews.csv").rename(folder / "Export (3) FINAL.CSV")

    [one] = read([folder]).returns

    assert one.files["Reviews"] == "a/Export (3) FINAL.CSV"
    assert one.tables["Reviews"].num_rows == 1


def test_bom_case_order_spaces_and_line_ends_are_forgiven(folder):
    text = "﻿review_code, REVIEW ,child,Dob\r\n pn1 , 06/06/2017 , c1 ,01/02/2008\r\n\r\n"
    (folder / "reviews.csv").write_bytes(text.encode("utf-8"))

    [one] = read([folder]).returns

    assert one.tables["Reviews"].to_pylist() == [
        {"CHILD": "C1", "DOB": date(2008, 2, 1), "REVIEW": date(2017, 6, 6), "REVIEW_CODE": "PN1", "LINE": 2}
    ]


def test_the_line_is_the_line_in_the_file_past_blank_rows_and_values_over_two_lines(folder):
    text = (
        'CHILD,DOB,REVIEW,REVIEW_CODE\n\nC1,,06/06/2017,PN1\n,,,\nC1,,07/06/2017,"PN2\n"\nC1,,08/06/2017,PN3'
    )
    (folder / "reviews.csv").write_text(text)

    reviews = read([folder]).returns[0].tables["Reviews"]

    assert reviews["LINE"].to_pylist() == [3, 5, 7]
    assert reviews["REVIEW_CODE"].to_pylist() == ["PN1", "PN2", "PN3"]


def test_plain_and_quoted_files_read_the_same(tmp_path):
    plain = write_return(tmp_path / "plain", Reviews=[{}, {"REVIEW": "", "REVIEW_CODE": " pn0 "}])
    quoted = tmp_path / "quoted"
    quoted.mkdir()
    for file in plain.iterdir():
        rows = [line.split(",") for line in file.read_text().splitlines()]
        lines = [",".join(f'"{cell}"' for cell in cells) for cells in rows]
        (quoted / file.name).write_text("\n".join(lines))

    first, second = read([plain]).returns[0], read([quoted]).returns[0]

    assert all(first.tables[name].equals(second.tables[name]) for name in LAYOUTS)


@pytest.mark.parametrize("end", ["\r", "\r\n", "\n"])
@pytest.mark.parametrize("quote", ["", '"'])
def test_any_ends_of_lines(folder, end, quote):
    lines = ["CHILD,DOB,REVIEW,REVIEW_CODE", f"{quote}C1{quote},,06/06/2017,PN1", "C1,,07/06/2017,PN2"]
    (folder / "reviews.csv").write_bytes(end.join(lines).encode())

    reviews = read([folder]).returns[0].tables["Reviews"]

    assert reviews["REVIEW_CODE"].to_pylist() == ["PN1", "PN2"]
    assert reviews["LINE"].to_pylist() == [2, 3]


def test_a_table_with_a_header_row_only_has_no_rows(folder):
    (folder / "oc3.csv").write_text("CHILD,DOB,IN_TOUCH,ACTIV,ACCOM\n")

    [one] = read([folder]).returns

    assert one.tables["OC3"].num_rows == 0
    assert "OC3" in one.files


def test_date_perm_may_have_parts_that_are_not_known(tmp_path):
    given = ["zz/05/2016", "ZZ/ZZ/2015", "zz/zz/zzzz", "29/02/2016", ""]
    rows = [{"PREV_PERM": "P1", "DATE_PERM": text} for text in given]

    read_set = read([write_return(tmp_path / "a", PrevPerm=rows)])

    assert read_set.faults == []
    dates = read_set.returns[0].tables["PrevPerm"]["DATE_PERM"].to_pylist()
    assert dates == ["zz/05/2016", "ZZ/ZZ/2015", "zz/zz/zzzz", "29/02/2016", None]


def test_a_score_is_a_number(tmp_path):
    folder = write_return(tmp_path / "a", OC2=[{"SDQ_SCORE": "17"}, {"SDQ_SCORE": "007"}, {"SDQ_SCORE": ""}])

    scores = read([folder]).returns[0].tables["OC2"]["SDQ_SCORE"].to_pylist()

    assert scores == [17, 7, None]


def test_the_year_is_that_of_the_latest_decom_unless_somebody_says_otherwise(tmp_path):
    folder = write_return(
        tmp_path / "a", Episodes=[{"DECOM": "31/03/2017", "DEC": ""}, {"DECOM": "02/01/2015"}]
    )

    assert read([folder]).returns[0].year_ending == 2017
    assert read([str(folder)]).returns[0].year_ending == 2017
    assert read([f"2017/18={folder}"]).returns[0].year_ending == 2018
    assert read([ReturnPath.parse(f"2018/19={folder}")]).returns[0].year.name == "2018/19"


def test_a_year_that_is_none_is_said_at_once(tmp_path):
    with pytest.raises(ValueError, match="not a reporting year"):
        read([f"2017/19={tmp_path}"])


def test_several_returns_come_in_the_order_of_their_years(tmp_path):
    later = write_return(tmp_path / "later", Episodes=[{"DECOM": "10/05/2018"}])
    earlier = write_return(tmp_path / "earlier")

    assert [one.year_ending for one in read([later, earlier]).returns] == [2018, 2019]


def test_files_that_are_neither_csv_nor_xml_are_left_aside_with_a_note(folder):
    (folder / "notes.docx").write_bytes(b"PK\x03\x04")

    read_set = read([folder])

    assert read_set.faults == []
    assert read_set.notes == ["a/notes.docx is neither CSV nor XML and was left aside."]


def test_progress_is_told_up_to_the_last_byte(folder):
    told = []

    read([folder], progress=lambda what, done, total: told.append((what, done, total)))

    total = sum(file.stat().st_size for file in folder.iterdir())
    assert [what for what, _, _ in told] == ["a/episodes.csv", "a/header.csv", "a/reviews.csv"]
    assert told[-1] == ("a/reviews.csv", total, total)
