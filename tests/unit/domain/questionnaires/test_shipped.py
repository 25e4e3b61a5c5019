"""The questionnaires shipped: what they must have, and what they must not."""

from __future__ import annotations

import re

import pytest

from holdfast.domain.questionnaires.answering import ASKED_AGAIN, options
from holdfast.domain.questionnaires.questions import AnswerType, Asked, content_of, read
from holdfast.domain.questionnaires.shipped import KINDS, shipped
from holdfast.domain.questionnaires.vocabulary import DERIVED, KNOWN

EVERY = [(kind, one) for kind in KINDS for one in shipped(kind).questions()]


@pytest.mark.parametrize("kind", KINDS)
def test_a_questionnaire_reads_the_same_after_it_is_stored(kind) -> None:
    assert read(content_of(shipped(kind))) == shipped(kind)
    assert shipped(kind).kind == kind


def test_there_is_no_questionnaire_of_another_kind() -> None:
    with pytest.raises(ValueError, match="There is no questionnaire"):
        shipped("adult")


def test_yorks_questions_keep_their_numbers() -> None:
    numbers = {one.number: one.key for one in shipped("child_in_care").questions() if one.number.isdigit()}
    assert numbers == {
        "3": "seen_before",
        "20": "legal_status_right",
        "21": "placement_meets_needs",
        "23": "care_plan_quality",
        "29": "corporate_parenting",
        "30": "dispute_raised",
        "31": "issue_types",
    }


def test_every_rating_says_in_words_what_each_grade_is() -> None:
    ratings = [one for _, one in EVERY if one.type is AnswerType.SCALE4]
    assert len(ratings) == 4
    for rating in ratings:
        anchors = [one.anchor for one in options(rating)]
        assert all(len(anchor) > 80 for anchor in anchors)
        assert len(set(anchors)) == 4


def test_every_question_that_hangs_on_an_answer_stands_behind_it_and_says_what_it_is_for() -> None:
    for _, one in EVERY:
        assert one.used_by
        assert re.fullmatch(r"[A-G]\d+|\d+", one.number)


def test_what_is_never_typed_is_never_required_but_for_what_figures_count() -> None:
    required = {one.key for _, one in EVERY if one.known in DERIVED and one.required}
    assert required == {"dispute_raised", "issue_types"}


def test_everything_the_service_can_know_is_asked_of_it_somewhere() -> None:
    assert {one.known for _, one in EVERY if one.known} == set(KNOWN)


def test_what_is_asked_once_can_be_settled() -> None:
    for _, one in EVERY:
        if one.asked is Asked.ONCE and options(one):
            assert {option.key for option in options(one)} - set(ASKED_AGAIN)


def test_the_words_are_plain() -> None:
    for _, one in EVERY:
        words = " ".join([one.text, one.help, *(option.label for option in one.options)])
        assert not re.search(r"\b(LAC|CLA|IRO|PEP|SDQ|CAMHS|CSE|CIN|NFA|case)\b", words), one.key
