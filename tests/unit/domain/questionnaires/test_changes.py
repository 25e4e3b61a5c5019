"""What changed between two versions, and what of it breaks a series."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from holdfast.domain.questionnaires.changes import (
    Change,
    What,
    breaks_series,
    changed,
    changed_sections,
)
from holdfast.domain.questionnaires.questions import (
    AnswerType,
    Asked,
    Condition,
    Option,
    Question,
    Questionnaire,
    Section,
)


def question(key: str, **facts) -> Question:
    standard = {"number": key.upper(), "text": f"About {key}?", "type": AnswerType.YES_NO, "used_by": "team"}
    return Question(key=key, **{**standard, **facts})


def asked(*keys: str) -> Questionnaire:
    """Questions in sections: a key that begins with “b” stands in section B."""
    halves = {name: tuple(question(key) for key in keys if key[0] == name) for name in ("a", "b")}
    return Questionnaire(
        "child_in_care", "Review", tuple(Section(name, name.upper(), those) for name, those in halves.items())
    )


def with_question(of: Questionnaire, one: Question) -> Questionnaire:
    return replace(
        of,
        sections=tuple(
            replace(part, questions=tuple(one if each.key == one.key else each for each in part.questions))
            for part in of.sections
        ),
    )


def told(before: Questionnaire, after: Questionnaire) -> list[tuple[str, str]]:
    return [(change.question, change.what.value) for change in changed(before, after)]


@pytest.mark.parametrize(
    ("facts", "what", "breaks"),
    [
        ({"text": "What about it?"}, What.REWORDED, True),
        ({"help": "Think of school too"}, What.REWORDED, True),
        ({"type": AnswerType.SCALE4}, What.ANSWERS, True),
        ({"type": AnswerType.LIST, "options": (Option("x", "X"),)}, What.ANSWERS, True),
        ({"when": (Condition(fact="age", at_least=16),)}, What.CONDITION, True),
        ({"asked": Asked.ONCE}, What.CONDITION, True),
        ({"required": False}, What.CONDITION, True),
        ({"number": "7"}, What.NOTED, False),
        ({"used_by": "the board"}, What.NOTED, False),
    ],
)
def test_one_thing_changed_of_one_question(facts, what, breaks):
    before = asked("a1", "a2")
    after = with_question(before, question("a2", **facts))

    (change,) = changed(before, after)

    assert (change.question, change.what, breaks_series(change)) == ("a2", what, breaks)
    assert (change.before, change.after) == (question("a2"), question("a2", **facts))


def test_an_anchor_is_part_of_the_answers():
    before = with_question(asked("a1"), question("a1", options=(Option("good", "Good", "As it should be"),)))
    after = with_question(asked("a1"), question("a1", options=(Option("good", "Good", "Better than most"),)))

    assert told(before, after) == [("a1", "answers")]


def test_new_and_ended_break_nothing_by_themselves():
    found = changed(asked("a1", "a2"), asked("a1", "a3"))

    assert [(one.question, one.what) for one in found] == [("a3", What.NEW), ("a2", What.ENDED)]
    assert not any(breaks_series(one) for one in found)


def test_of_a_moved_question_only_it_is_told():
    assert told(asked("a1", "a2", "a3", "a4"), asked("a4", "a1", "a2", "a3")) == [("a4", "moved")]
    assert not breaks_series(Change("a4", What.MOVED))


def test_another_section_is_a_move_though_the_order_stays():
    before = asked("a1", "b1")
    one, two = before.sections
    after = replace(before, sections=(replace(one, questions=(*one.questions, *two.questions)),))

    assert told(before, after) == [("b1", "moved")]
    (gone,) = changed_sections(before, after)
    assert (gone.before, gone.after) == (two, None)


def test_a_section_of_another_title_and_a_new_one():
    before = asked("a1", "b1")
    one, two = before.sections
    third = Section("c", "More", ())
    after = replace(before, sections=(one, replace(two, title="The plan"), third))

    found = [
        (each.before.title if each.before else None, each.after.title)
        for each in changed_sections(before, after)
    ]
    assert found == [("B", "The plan"), (None, "More")]
    assert changed(before, after) == ()


def test_one_question_may_change_in_several_ways():
    after = with_question(asked("a2", "a1"), question("a1", text="Other?", required=False))

    found = dict.fromkeys(what for key, what in told(asked("a1", "a2"), after) if key == "a1")
    assert list(found)[:2] == ["reworded", "condition"]


@given(st.permutations([f"a{n}" for n in range(7)]), st.permutations([f"a{n}" for n in range(7)]))
def test_moving_what_is_told_moved_gives_the_new_order(first, second):
    moved = {key for key, what in told(asked(*first), asked(*second)) if what == "moved"}

    assert [key for key in first if key not in moved] == [key for key in second if key not in moved]


@given(st.sets(st.sampled_from([f"a{n}" for n in range(5)])))
def test_the_same_questions_have_not_changed(keys):
    assert changed(asked(*sorted(keys)), asked(*sorted(keys))) == ()
