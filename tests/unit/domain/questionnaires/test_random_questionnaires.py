"""Questionnaires nobody would write down: what must hold of all of them."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from holdfast.domain.questionnaires import answering
from holdfast.domain.questionnaires.questions import (
    AnswerType,
    Asked,
    Condition,
    Option,
    Question,
    Questionnaire,
    Section,
    content_of,
    read,
)

WORDS = st.text("abc ?é“”", max_size=8)
FACTS = {"age": 9, "review_kind": "care", "months_on_plan": None}


@st.composite
def questions(draw: st.DrawFn, number: int, before: tuple[Question, ...]) -> Question:
    kind = draw(st.sampled_from(list(AnswerType)))
    own = tuple(Option(f"o{n}", f"Answer {n}", draw(WORDS)) for n in range(draw(st.integers(2, 3))))
    return Question(
        key=f"q{number}",
        number=str(number),
        text=draw(WORDS),
        type=kind,
        used_by=draw(WORDS),
        help=draw(WORDS),
        options=own if kind in (AnswerType.LIST, AnswerType.MANY) else (),
        when=tuple(draw(st.lists(conditions(before), max_size=2))),
        asked=draw(st.sampled_from(list(Asked))),
        known=draw(st.sampled_from(["", "held_on", "seen_on"])),
        required=draw(st.booleans()),
        local=draw(st.booleans()),
    )


def conditions(before: tuple[Question, ...]) -> st.SearchStrategy[Condition]:
    on_facts = [
        Condition(fact="age", at_least=4),
        Condition(fact="age", at_least=10, below=16),
        Condition(fact="review_kind", is_one_of=("care", "need")),
        Condition(fact="months_on_plan", at_least=0),
    ]
    on_answers = [
        Condition(question=one.key, is_one_of=(option.key,))
        for one in before
        for option in answering.options(one)
    ]
    return st.sampled_from(on_facts + on_answers)


@st.composite
def questionnaires(draw: st.DrawFn) -> Questionnaire:
    made: tuple[Question, ...] = ()
    for number in range(draw(st.integers(1, 8))):
        made = (*made, draw(questions(number, made)))
    cut = draw(st.integers(0, len(made)))
    sections = (Section("a", "A", made[:cut], draw(WORDS)), Section("b", draw(WORDS), made[cut:]))
    return Questionnaire("child_in_care", draw(WORDS), sections)


def some_answer(draw: st.DrawFn, question: Question) -> str | list[str]:
    keys = [one.key for one in answering.options(question)]
    if question.type is AnswerType.MANY:
        return draw(st.lists(st.sampled_from(keys), min_size=1, unique=True))
    if keys:
        return draw(st.sampled_from(keys))
    return {AnswerType.DATE: "2016-05-20", AnswerType.NUMBER: "3", AnswerType.TEXT: "So"}[question.type]


@st.composite
def answered(draw: st.DrawFn) -> tuple[Questionnaire, dict]:
    asked = draw(questionnaires())
    some = draw(st.sets(st.sampled_from([one.key for one in asked.questions()])))
    return asked, {one.key: some_answer(draw, one) for one in asked.questions() if one.key in some}


@settings(max_examples=200)
@given(questionnaires())
def test_a_questionnaire_is_read_as_it_was_written(asked) -> None:
    assert read(content_of(asked)) == asked


@settings(max_examples=200)
@given(answered(), st.data())
def test_what_is_to_be_answered_is_asked_and_is_neither_known_nor_kept(made, data) -> None:
    asked, answers = made
    keys = [one.key for one in asked.questions()]
    known, kept = (data.draw(st.sets(st.sampled_from(keys))) for _ in range(2))

    found = answering.to_ask(asked, answers, FACTS, known, kept)

    assert set(found) <= set(answering.applicable(asked, answers, FACTS))
    assert not {one.key for one in found} & (known | kept)
    order = [one.key for one in found]
    assert order == [key for key in keys if key in order]


@settings(max_examples=200)
@given(answered(), st.data())
def test_answering_what_is_open_until_nothing_is_leaves_nothing(made, data) -> None:
    asked, answers = made
    for _ in range(len(list(asked.questions())) + 1):
        missing = answering.unanswered(asked, answers, FACTS)
        if not missing:
            break
        answers |= {one.key: some_answer(data.draw, one) for one in missing}
    assert answering.unanswered(asked, answers, FACTS) == ()
    assert not answering.wrong(
        asked,
        {one.key: answers[one.key] for one in asked.questions() if one.key in answers and not one.known},
        FACTS,
    )


@settings(max_examples=200)
@given(answered())
def test_what_is_answered_about_questions_not_asked_changes_nothing(made) -> None:
    asked, answers = made
    applies = answering.applicable(asked, answers, FACTS)
    only = {one.key: answers[one.key] for one in applies if one.key in answers}
    assert answering.applicable(asked, only, FACTS) == applies
