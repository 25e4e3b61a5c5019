"""What is wrong with a questionnaire is said before anybody is asked it."""

from __future__ import annotations

from dataclasses import replace

import pytest

from holdfast.domain.questionnaires.checking import COUNTED, faults, faults_by_question
from holdfast.domain.questionnaires.questions import (
    AnswerType,
    Condition,
    Option,
    Question,
    Questionnaire,
    Section,
)
from holdfast.domain.questionnaires.shipped import KINDS, shipped

WHOLE = shipped("child_in_care")
EXTRA = Question("extra", "X1", "More?", AnswerType.YES_NO, "The officer", local=True)


def with_extra(**change) -> Questionnaire:
    """The shipped questions and one more."""
    more = Section("more", "More", (replace(EXTRA, **change),))
    return replace(WHOLE, sections=(*WHOLE.sections, more))


def with_changed(key: str, **change) -> Questionnaire:
    return replace(
        WHOLE,
        sections=tuple(
            replace(
                section,
                questions=tuple(
                    replace(one, **change) if one.key == key else one for one in section.questions
                ),
            )
            for section in WHOLE.sections
        ),
    )


def without(key: str) -> Questionnaire:
    return replace(
        WHOLE,
        sections=tuple(
            replace(section, questions=tuple(one for one in section.questions if one.key != key))
            for section in WHOLE.sections
        ),
    )


@pytest.mark.parametrize("kind", KINDS)
def test_what_is_shipped_can_be_asked(kind) -> None:
    assert faults(shipped(kind)) == []


def test_a_question_more_can_be_asked() -> None:
    assert faults(with_extra()) == []
    assert faults(with_extra(when=(Condition(question="legal_status_right", is_one_of=("no",)),))) == []
    assert faults(with_extra(when=(Condition(fact="age", at_least=16),))) == []


RED = Option("red", "Red")


@pytest.mark.parametrize(
    ("change", "says"),
    [
        ({"key": "seen_on"}, "Two questions are both kept as “seen_on”"),
        ({"number": "20"}, "Two questions have the number 20"),
        ({"key": "Not a key"}, "cannot be kept"),
        ({"number": " "}, "has no number"),
        ({"text": ""}, "has no words"),
        ({"used_by": ""}, "say which figure, document or person uses the answer"),
        ({"known": "the weather"}, "knows nothing called “the weather”"),
        ({"type": AnswerType.LIST}, "fewer than two answers"),
        ({"type": AnswerType.MANY, "options": (RED,)}, "fewer than two answers"),
        ({"type": AnswerType.LIST, "options": (RED, RED)}, "offers the same answer twice"),
        ({"type": AnswerType.LIST, "options": (RED, Option("blue", " "))}, "an answer without words"),
        ({"options": (RED, Option("blue", "Blue"))}, "brings its own answers"),
        ({"when": (Condition(),)}, "one earlier question or one fact"),
        (
            {"when": (Condition(question="seen_on", fact="age", at_least=3),)},
            "one earlier question or one fact",
        ),
        ({"when": (Condition(fact="mood", is_one_of=("good",)),)}, "“mood”, which is not known here"),
        ({"when": (Condition(fact="age"),)}, "not on any value of it"),
        ({"when": (Condition(question="gone", is_one_of=("yes",)),)}, "that is not here"),
        ({"when": (Condition(question="legal_status_right"),)}, "on no answer to it"),
        (
            {"when": (Condition(question="legal_status_right", is_one_of=("maybe",)),)},
            "“maybe”, which question 20",
        ),
        ({"when": (Condition(question="extra", is_one_of=("yes",)),)}, "comes later"),
    ],
)
def test_a_fault_is_said_in_a_sentence(change, says) -> None:
    found = [fault for fault in faults(with_extra(**change)) if says in fault]
    assert len(found) == 1
    assert found[0].endswith(".")


def test_a_question_that_depends_on_a_later_one_is_told_to_move() -> None:
    later = with_changed("feelings", when=(Condition(question="legal_status_right", is_one_of=("no",)),))
    assert faults_by_question(later)[0].question == "feelings"
    assert "Move it behind" in faults(later)[0]


def test_sections_have_names_of_their_own() -> None:
    twice = replace(
        WHOLE, title=" ", sections=(*WHOLE.sections, replace(WHOLE.sections[0], title="", questions=()))
    )
    said = " ".join(faults(twice))
    assert "Two sections are both kept as “meeting”" in said
    assert "has no title" in said
    assert "The questionnaire has no title" in said


@pytest.mark.parametrize("key", COUNTED["child_in_care"])
def test_what_figures_count_is_not_left_out(key) -> None:
    number = COUNTED["child_in_care"][key].number
    assert any(fault.startswith(f"Question {number} is missing") for fault in faults(without(key)))


@pytest.mark.parametrize(
    ("key", "change", "says"),
    [
        ("legal_status_right", {"type": AnswerType.YES_NO_NA}, "their kind and their keys stay"),
        ("legal_status_right", {"number": "20a"}, "is known as number 20"),
        ("care_plan_quality", {"required": False}, "must be answered"),
        ("care_plan_quality", {"when": (Condition(fact="age", at_least=4),)}, "when it is asked stays"),
        (
            "seen_before",
            {"options": (Option("seen", "Seen"), Option("no", "No"))},
            "their kind and their keys stay",
        ),
    ],
)
def test_what_figures_count_is_answered_as_they_count_it(key, change, says) -> None:
    assert any(says in fault for fault in faults(with_changed(key, **change)))


def test_what_figures_count_may_be_worded_otherwise() -> None:
    words = tuple(replace(one, anchor="Ours") for one in WHOLE.question("care_plan_quality").options)
    assert faults(with_changed("care_plan_quality", text="And the plan?", options=words)) == []


def test_a_plan_is_judged_after_a_conference_that_has_one() -> None:
    assert COUNTED["conference"].keys() == {"plan_quality"}
    assert shipped("conference").question("plan_quality").when
