"""Warnings of a whole return: kept with it, in order, counted by type and by child."""

from __future__ import annotations

from holdfast.returns.ssda903.read import ReturnSet, read

from .making import write_return


def test_a_sound_return_has_none(tmp_path):
    folder = write_return(
        tmp_path / "a",
        Episodes=[
            {"DEC": "01/08/2017", "REC": "X1", "REASON_PLACE_CHANGE": "CARPL"},
            {"DECOM": "01/08/2017", "RNE": "P", "PLACE": "K2"},
        ],
        Reviews=[{}, {"REVIEW": "06/09/2017"}],
        OC2=[{"SDQ_SCORE": "12", "TEETH_CHECK": "1"}],
    )

    assert read([folder]).warnings == []


def test_they_come_by_year_file_and_row_and_the_rows_are_kept(tmp_path):
    this = write_return(
        tmp_path / "this",
        Reviews=[{"REVIEW": ""}, {"REVIEW_CODE": "PN9"}, {"CHILD": "C2", "REVIEW_CODE": ""}],
        OC2=[{"CONVICTED": "Y"}],
        Episodes=[{}, {"CHILD": "C2"}],
    )
    before = write_return(
        tmp_path / "before", Header=[{"SEX": "M"}], Episodes=[{"DECOM": "10/05/2016", "REC": "E4A"}]
    )

    read_set = read([this, before])

    assert read_set.faults == []
    assert [(one.year_ending, one.file, one.row, one.type, one.child) for one in read_set.warnings] == [
        (2017, "before/episodes.csv", 2, "open_last_year_gone", "C1"),
        (2017, "before/episodes.csv", 2, "rec_without_dec", "C1"),
        (2017, "before/header.csv", 2, "unknown_code", "C1"),
        (2018, "this/oc2.csv", 2, "value_not_allowed", "C1"),
        (2018, "this/reviews.csv", 2, "review_code_without_date", "C1"),
        (2018, "this/reviews.csv", 3, "unknown_code", "C1"),
        (2018, "this/reviews.csv", 4, "review_date_without_code", "C2"),
    ]
    assert [one.tables["Reviews"].num_rows for one in read_set.returns] == [0, 3]
    assert next(iter(read_set.warnings_by_type.items())) == ("unknown_code", 2)
    assert read_set.warnings_by_child == {"C1": 6, "C2": 1}


def test_the_sentence_says_what_was_found_where(tmp_path):
    [warning] = read([write_return(tmp_path / "a", Reviews=[{"REVIEW_CODE": "pn9"}])]).warnings

    assert warning.message == (
        "“PN9” is not a code of REVIEW_CODE in 2017/18. "
        "It is kept; a figure that does not know the code counts it as not known. Correct it in the case system."
    )


def test_a_value_with_braces_is_only_a_value(tmp_path):
    [warning] = read([write_return(tmp_path / "a", Reviews=[{"REVIEW_CODE": "{YEAR}"}])]).warnings

    assert warning.message.startswith("“{YEAR}” is not a code")


def test_nothing_read_has_no_warnings():
    assert ReturnSet().warnings == []
