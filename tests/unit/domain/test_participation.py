"""Participation codes from plain answers, against the national checks."""

import pytest

from holdfast.domain import participation
from holdfast.domain.codesets import ssda903


@pytest.mark.parametrize(
    ("there", "views_by", "code"),
    [
        (True, "self", "PN1"),
        (True, "spoken_for", "PN2"),
        (True, "without_speech", "PN3"),
        (True, "none_there", "PN4"),
        (False, "briefed", "PN5"),
        (False, "sent", "PN6"),
        (False, "not_sent", "PN7"),
    ],
)
def test_the_answers_lead_to_a_code(there, views_by, code):
    assert participation.code_for(9, there, views_by) == code
    assert participation.code_for(None, there, views_by) == code


def test_under_four_nothing_is_asked():
    assert participation.code_for(3, True, "self") == "PN0"
    assert participation.code_for(0, False, "") == "PN0"


def test_from_the_fourth_birthday_on_the_questions_are_asked():
    assert participation.code_for(4, True, "self") == "PN1"


@pytest.mark.parametrize(
    ("there", "views_by"), [(True, "sent"), (False, "self"), (True, ""), (False, "none_there")]
)
def test_answers_that_do_not_go_together_are_refused(there, views_by):
    with pytest.raises(ValueError, match="is no answer for a child who was"):
        participation.code_for(9, there, views_by)


@pytest.mark.parametrize(
    ("codes", "fullest"),
    [
        (["PN7", "PN1"], "PN1"),
        (["PN4", "PN6"], "PN6"),  # views sent say more than presence alone
        (["PN4", "PN7"], "PN4"),
        (["PN5", "PN3"], "PN3"),
        (["PN0", "PN4"], "PN4"),  # turned four between two meetings
        (["PN0"], "PN0"),
    ],
)
def test_of_several_meetings_the_fullest_counts(codes, fullest):
    assert participation.fullest(codes) == fullest


def test_no_meeting_has_no_code():
    with pytest.raises(ValueError):
        participation.fullest([])


@pytest.mark.parametrize(
    ("code", "age", "passes"),
    [
        ("PN0", 3, True),
        ("PN0", 4, False),
        ("PN1", 3, False),
        ("PN7", 4, True),
        ("PN8", 9, False),
        ("PN0", None, True),
        ("", 9, False),
    ],
)
def test_what_the_national_checks_let_pass(code, age, passes):
    assert participation.allowed(code, age) is passes


def test_on_the_fourth_birthday_either_passes():
    assert participation.allowed("PN0", 4, on_fourth_birthday=True)
    assert participation.allowed("PN2", 4, on_fourth_birthday=True)


def test_the_codes_to_choose_from_go_with_the_age():
    assert participation.allowed_codes(2) == ("PN0",)
    assert participation.allowed_codes(12) == tuple(f"PN{number}" for number in range(1, 8))


def test_every_code_of_the_return_has_a_meaning():
    assert set(participation.CODES) == set(ssda903.codes("REVIEW_CODE", year_ending=2027))
    assert all(participation.meaning(code) for code in participation.CODES)
