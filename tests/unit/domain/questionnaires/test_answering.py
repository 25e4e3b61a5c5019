"""Which questions are asked, what may be answered, what is still open."""

from __future__ import annotations

import pytest

from holdfast.domain.questionnaires import answering
from holdfast.domain.questionnaires.questions import (
    AnswerType,
    Asked,
    Condition,
    Option,
    Question,
    Questionnaire,
    Section,
)

YES, NO = "yes", "no"


def question(key: str, type: str = "yn", *when: Condition, **more) -> Question:
    standard = {"number": key, "text": f"{key}?", "used_by": "Somebody"}
    return Question(key=key, type=AnswerType(type), when=when, **{**standard, **more})


def asks(*questions: Question) -> Questionnaire:
    return Questionnaire("child_in_care", "A review", (Section("a", "A", questions),))


def after(key: str, *answers: str) -> Condition:
    return Condition(question=key, is_one_of=answers)


CHOICES = (Option("red", "Red"), Option("blue", "Blue"), Option("none", "No colour"))

CHAIN = asks(
    question("first"),
    question("second", "list", after("first", YES), options=CHOICES),
    question("third", "text", after("second", "red", "blue")),
    question("old", "text", Condition(fact="age", at_least=16)),
    question("school", "yn", Condition(fact="age", at_least=5, below=16)),
    question("fostered", "yn", Condition(fact="placement_type", is_one_of=("U4", "U6"))),
)


@pytest.mark.parametrize(
    ("answers", "facts", "asked"),
    [
        ({}, {}, ["first"]),
        ({"first": NO}, {}, ["first"]),
        ({"first": YES}, {}, ["first", "second"]),
        ({"first": YES, "second": "red"}, {}, ["first", "second", "third"]),
        ({"first": YES, "second": "none"}, {}, ["first", "second"]),
        # an answer to a question that is itself not asked does not count
        ({"first": NO, "second": "red"}, {}, ["first"]),
        ({"second": "red", "third": "So"}, {}, ["first"]),
        # a fact not recorded fulfils nothing
        ({}, {"age": None}, ["first"]),
        ({}, {"age": 4}, ["first"]),
        ({}, {"age": 5}, ["first", "school"]),
        ({}, {"age": 15}, ["first", "school"]),
        ({}, {"age": 16}, ["first", "old"]),
        ({}, {"age": 16, "placement_type": "U6"}, ["first", "old", "fostered"]),
        ({}, {"placement_type": "K2"}, ["first"]),
    ],
)
def test_what_is_asked_follows_earlier_answers_and_facts(answers, facts, asked) -> None:
    assert [one.key for one in answering.applicable(CHAIN, answers, facts)] == asked


def test_every_condition_of_a_question_must_hold() -> None:
    both = asks(question("a"), question("b", "text", after("a", YES), Condition(fact="age", at_least=4)))
    assert [one.key for one in answering.applicable(both, {"a": YES}, {"age": 3})] == ["a"]
    assert [one.key for one in answering.applicable(both, {"a": YES}, {"age": 4})] == ["a", "b"]


def test_one_of_several_answers_chosen_is_enough() -> None:
    several = asks(
        question("which", "many", options=CHOICES), question("why", "text", after("which", "blue"))
    )
    assert len(answering.applicable(several, {"which": ["red", "blue"]}, {})) == 2
    assert len(answering.applicable(several, {"which": ["red"]}, {})) == 1
    assert len(answering.applicable(several, {"which": []}, {})) == 1


@pytest.mark.parametrize(
    ("type", "value", "says"),
    [
        ("yn", "yes", ""),
        ("yn", "na", "Choose one of the answers listed."),
        ("ynna", "na", ""),
        ("ynk", "unknown", ""),
        ("plan", "needs_updating", ""),
        ("scale4", "good", ""),
        ("scale4", "Good", "Choose one of the answers listed."),
        ("scale4", ["good"], "Give one answer."),
        ("date", "2016-02-29", ""),
        ("date", "2015-02-29", "Give a day that is in the calendar, such as 27 3 2027."),
        ("date", "20160229", "Give a day that is in the calendar, such as 27 3 2027."),
        ("date", "29/02/2016", "Give a day that is in the calendar, such as 27 3 2027."),
        ("number", "3", ""),
        ("number", "-3", "Give a whole number, such as 3."),
        ("number", "2.5", "Give a whole number, such as 3."),
        ("number", "٣", "Give a whole number, such as 3."),
        ("text", "x" * 4000, ""),
        ("text", "x" * 4003, "This is 3 signs too long; 4000 fit. Shorten it."),
        ("text", ["x"], "Give one answer."),
    ],
)
def test_what_may_be_answered(type, value, says) -> None:
    assert answering.wrong(asks(question("q", type)), {"q": value}, {}) == ({"q": says} if says else {})


@pytest.mark.parametrize(
    ("value", "says"),
    [
        (["red"], ""),
        (["red", "blue"], ""),
        (["none"], ""),
        (["red", "none"], "“No colour” does not go with another answer. Choose either."),
        (["green"], "Choose from the answers listed, each once."),
        (["red", "red"], "Choose from the answers listed, each once."),
        ("red", "Choose from the answers listed."),
    ],
)
def test_what_may_be_chosen_of_several(value, says) -> None:
    several = asks(question("q", "many", options=CHOICES))
    assert answering.wrong(several, {"q": value}, {}) == ({"q": says} if says else {})


def test_a_blank_is_open_and_not_wrong() -> None:
    bank = asks(question("a"), question("b", "many", options=CHOICES), question("c", "text"))
    blank = {"a": "", "b": [], "c": "  "}
    assert answering.wrong(bank, blank, {}) == {}
    assert [one.key for one in answering.unanswered(bank, blank, {})] == ["a", "b", "c"]


def test_an_answer_to_what_is_not_asked_here_is_told() -> None:
    assert "not among the questions" in answering.wrong(CHAIN, {"elsewhere": "x"}, {})["elsewhere"]


def test_what_is_known_elsewhere_is_never_typed_nor_missed() -> None:
    bank = asks(question("dispute", "list", options=CHOICES, known="dispute_raised"))
    assert "not typed here" in answering.wrong(bank, {"dispute": "red"}, {})["dispute"]
    assert answering.unanswered(bank, {}, {}) == ()
    assert answering.to_ask(bank, {}, {}, known=(), kept=()) == ()


def test_what_need_not_be_answered_is_not_missed() -> None:
    bank = asks(question("a"), question("b", required=False))
    assert [one.key for one in answering.unanswered(bank, {}, {})] == ["a"]
    assert [one.key for one in answering.to_ask(bank, {}, {}, (), ())] == ["a"]


def test_what_is_known_or_kept_need_not_be_answered() -> None:
    bank = asks(question("a"), question("b"), question("c"))
    asked = answering.to_ask(bank, {"a": YES, "b": NO}, {}, known={"a"}, kept={"b"})
    assert [one.key for one in asked] == ["c"]


def test_of_several_answers_the_service_knows_best_and_today_goes_before_last_time() -> None:
    found = answering.together(
        given={"a": "typed", "b": "typed", "d": "", "e": "typed"},
        known={"a": "known"},
        kept={"b": "kept", "c": "kept", "d": "kept"},
    )
    assert found == {"a": "known", "b": "typed", "c": "kept", "d": "kept", "e": "typed"}


@pytest.mark.parametrize(
    ("type", "asked", "value", "kept"),
    [
        ("ynk", "once", "yes", True),
        ("ynk", "once", "no", False),  # something was to be done
        ("ynk", "once", "unknown", False),
        ("ynk", "once", "", False),
        ("ynk", "once", "perhaps", False),  # no longer offered
        ("ynk", "always", "yes", False),
    ],
)
def test_last_times_answer_is_kept_where_it_settled_something(type, asked, value, kept) -> None:
    assert answering.may_be_kept(question("q", type, asked=Asked(asked)), value) is kept


def test_an_answer_is_read_in_words() -> None:
    assert answering.in_words(question("q"), "yes") == "Yes"
    assert answering.in_words(question("q", "many", options=CHOICES), ["red", "none"]) == "Red; No colour"
    assert answering.in_words(question("q", "text"), "So it is") == "So it is"
    assert answering.in_words(question("q"), "no longer offered") == "no longer offered"


def test_a_scale_keeps_the_words_for_its_grades() -> None:
    anchored = tuple(
        Option(one.key, one.label, "What it means") for one in answering.options(question("q", "scale4"))
    )
    assert answering.options(question("q", "scale4", options=anchored)) == anchored
    assert [one.label for one in answering.options(question("q", "scale4"))] == [
        "Outstanding",
        "Good",
        "Requires improvement",
        "Inadequate",
    ]
