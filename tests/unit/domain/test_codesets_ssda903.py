"""The code lists of the SSDA903 return and what each year changed."""

from datetime import date

import pytest

from holdfast.domain.codesets import ssda903

EXITS_FIRST = ["E11", "E12", "E13", "E14", "E15", "E16", "E17", "E2", "E3", "E41"]
EXITS_LAST = ["E4A", "E4B", "E5", "E6", "E7", "E8", "E9"]
EXITS_BEFORE = [*EXITS_FIRST, "E43", "E44", *EXITS_LAST]
EXITS_SINCE = [*EXITS_FIRST, "E45", "E46", "E47", "E48", *EXITS_LAST]


def test_reasons_to_leave_stand_in_the_order_of_the_guide():
    assert list(ssda903.codes("REC", year_ending=2017)) == ["X1", *EXITS_BEFORE]
    assert list(ssda903.codes("REC", year_ending=2018)) == ["X1", *EXITS_BEFORE]
    assert list(ssda903.codes("REC", year_ending=2019)) == ["X1", *EXITS_SINCE]
    assert list(ssda903.codes("REC", year_ending=2027)) == ["X1", *EXITS_SINCE]


@pytest.mark.parametrize(
    ("field", "code", "first", "last"),
    [
        ("REC", "E43", 2017, 2018),
        ("REC", "E48", 2019, 2027),
        ("REASON_PLACE_CHANGE", "CUSTOD", 2019, 2027),
        ("ACTIV", "F3", 2017, 2021),
        ("ACTIV", "P5", 2022, 2027),
        ("SEX", "1", 2017, 2024),
        ("SEX", "U", 2025, 2027),
        ("PLACE", "K3", 2025, 2027),
        ("PLACE", "H5", 2017, 2025),
        ("PLACE", "P2", 2017, 2025),
        ("PLACE", "Z1", 2017, 2025),
        ("PLACE", "Z14", 2026, 2027),
        ("SW_REASON", "MANAGE", 2024, 2027),
        ("PLACE", "U1", 2017, 2027),
    ],
)
def test_a_code_stands_in_the_years_it_was_valid(field, code, first, last):
    found = [year for year in ssda903.YEARS if code in ssda903.codes(field, year_ending=year)]

    assert found == list(range(first, last + 1))


def test_every_field_has_its_number_of_codes():
    counts = {field: len(ssda903.codes(field, year_ending=2017)) for field in ssda903.fields()}

    assert counts == {
        "SEX": 2, "ETHNIC": 20, "RNE": 6, "LS": 13, "CIN": 8, "PLACE": 27, "PLACE_PROVIDER": 6, "REC": 20,
        "REASON_PLACE_CHANGE": 11, "REVIEW_CODE": 8, "SDQ_REASON": 5, "IN_TOUCH": 6, "ACTIV": 10, "ACCOM": 31,
        "PREV_PERM": 5, "MISSING": 2, "REASON_PLACED_CEASED": 4, "SEX_ADOPTR": 5, "LS_ADOPTR": 6,
        "SW_REASON": 0, "PL_LOCATION": 2,
    }  # fmt: skip


def test_new_codes_stand_beside_their_kin():
    moves = list(ssda903.codes("REASON_PLACE_CHANGE", year_ending=2019))
    places = list(ssda903.codes("PLACE", year_ending=2025))

    assert moves[-3:] == ["PLACE", "CUSTOD", "OTHER"]
    assert places[places.index("P3") + 1] == "K3"


def test_a_reworded_code_keeps_its_place():
    before = ssda903.codes("ACCOM", year_ending=2023)
    after = ssda903.codes("ACCOM", year_ending=2024)

    assert list(before) == list(after)
    assert before["D1"] == "Semi-independent, transitional accommodation, suitable"
    assert after["D1"] == "Supported accommodation registered with Ofsted, suitable"


def test_what_nobody_could_verify_says_so():
    unverified = {c.code: c.meaning for c in ssda903.details("PLACE", year_ending=2026) if c.certainty == "L"}

    assert unverified == dict.fromkeys(["Z11", "Z12", "Z13", "Z14"], "Other placement (meaning not verified)")


@pytest.mark.parametrize(
    ("code", "day", "valid"),
    [
        ("P2", date(2023, 10, 27), True),
        ("P2", date(2023, 10, 28), False),
        ("P2", date(2024, 6, 1), False),
        ("P2", date(2018, 6, 1), True),
        ("H5", date(2025, 3, 31), True),
        ("H5", date(2025, 4, 1), False),
        ("K3", date(2024, 3, 31), False),
        ("K3", date(2024, 4, 1), True),
        ("U9", date(2018, 6, 1), False),
        ("U1", date(1999, 6, 1), False),
    ],
)
def test_a_code_is_valid_on_a_day(code, day, valid):
    assert ssda903.is_valid("PLACE", code, on=day) is valid


def test_every_change_has_a_sentence_and_a_source():
    for change in ssda903.changes():
        assert change.says.endswith(".")
        assert change.source
        assert change.certainty in {"H", "M", "L"}
    assert {change.year_ending for change in ssda903.changes()} == {2019, 2022, 2024, 2025, 2026, 2027}


def test_every_code_has_a_meaning_a_source_and_a_certainty():
    for year in ssda903.YEARS:
        for field in ssda903.fields():
            for code in ssda903.details(field, year_ending=year):
                assert code.meaning
                assert code.source
                assert code.certainty in {"H", "M", "L"}


def test_a_list_handed_out_may_be_changed_without_harm():
    ssda903.codes("SEX", year_ending=2017).clear()

    assert ssda903.codes("SEX", year_ending=2017) == {"1": "Male", "2": "Female"}


@pytest.mark.parametrize("year", [2016, 2028])
def test_a_year_without_code_lists_is_refused(year):
    with pytest.raises(ValueError, match="they run from 2017 to 2027"):
        ssda903.codes("REC", year_ending=year)


def test_a_field_without_a_code_list_is_refused():
    with pytest.raises(ValueError, match="“HOME_POST” has no SSDA903 code list"):
        ssda903.codes("HOME_POST", year_ending=2018)
