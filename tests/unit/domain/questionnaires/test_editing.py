"""Changing a draft step by step: a question keeps its key, and figures keep what they count."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from holdfast.domain.questionnaires import editing
from holdfast.domain.questionnaires.editing import NotPossible
from holdfast.domain.questionnaires.questions import AnswerType, Condition, Option, content_of, read
from holdfast.domain.questionnaires.shipped import KINDS, shipped
from tests.unit.domain.questionnaires.test_changes import asked, question


def keys(of) -> list[list[str]]:
    return [[one.key for one in section.questions] for section in of.sections]


def test_a_question_goes_up_and_down_and_into_the_section_beside():
    one = asked("a1", "a2", "b1")

    assert keys(editing.shift(one, "a2", -1)) == [["a2", "a1"], ["b1"]]
    assert keys(editing.shift(one, "a2", 1)) == [["a1"], ["a2", "b1"]]
    assert keys(editing.shift(one, "b1", -1)) == [["a1", "a2", "b1"], []]
    assert keys(editing.shift(one, "a1", -1)) == keys(one)
    assert keys(editing.shift(one, "b1", 1)) == keys(one)


def test_a_question_is_given_a_place_by_number():
    one = asked("a1", "a2", "a3", "b1")

    assert keys(editing.move(one, "a3", "a", 1)) == [["a3", "a1", "a2"], ["b1"]]
    assert keys(editing.move(one, "a1", "b", 99)) == [["a2", "a3"], ["b1", "a1"]]
    assert editing.place_of(one, "a3") == ("a", 3)


@given(st.lists(st.tuples(st.sampled_from(["a1", "a2", "b1", "b2"]), st.sampled_from([-1, 1])), max_size=20))
def test_no_question_is_lost_or_doubled_by_moving(moves):
    one = asked("a1", "a2", "b1", "b2")
    for key, by in moves:
        one = editing.shift(one, key, by)

    assert sorted(each.key for each in one.questions()) == ["a1", "a2", "b1", "b2"]


def test_sections_are_added_reworded_moved_and_ended_when_empty():
    one = editing.add_section(asked("a1", "b1"), "What we added", "Only here")

    assert one.sections[-1].key == "what_we_added"
    assert [each.key for each in editing.move_section(one, "what_we_added", 1).sections] == [
        "what_we_added",
        "a",
        "b",
    ]
    assert editing.reword_section(one, "a", "First", "").sections[0].title == "First"
    assert len(editing.end_section(one, "what_we_added").sections) == 2
    with pytest.raises(NotPossible, match="Move them or end them first"):
        editing.end_section(one, "a")


def test_what_another_question_depends_on_is_not_ended():
    one = editing.put(asked("a1", "a2"), question("a2", when=(Condition("a1", is_one_of=("yes",)),)))

    with pytest.raises(NotPossible, match="Whether question A2 is asked depends"):
        editing.end(one, "a1")
    assert keys(editing.end(one, "a2")) == [["a1"], []]


@pytest.mark.parametrize(
    ("kind", "key"),
    [("child_in_care", "seen_before"), ("conference", "plan_quality"), ("child_in_need", "plan_quality")],
)
def test_what_figures_count_is_not_ended_nor_answered_otherwise(kind, key):
    one = shipped(kind)
    held = one.question(key)

    with pytest.raises(NotPossible, match="Figures count on question"):
        editing.end(one, key)
    with pytest.raises(NotPossible, match="counts its answers"):
        editing.put(one, replace(held, options=(*held.options[:-1], Option("often", "Often"))))
    with pytest.raises(NotPossible):
        editing.put(one, replace(held, type=AnswerType.TEXT, options=()))
    with pytest.raises(NotPossible, match="must be answered"):
        editing.put(one, replace(held, required=False))


def test_what_figures_count_may_be_reworded():
    one = shipped("child_in_care")
    held = one.question("care_plan_quality")
    words = tuple(replace(each, anchor=f"{each.anchor} In our words.") for each in held.options)

    after = editing.put(one, replace(held, text="How good is the plan?", options=words))

    assert after.question("care_plan_quality").options[0].anchor.endswith("In our words.")


def test_keys_are_made_from_words_and_never_twice():
    assert editing.key_from("Yes, often!", ()) == "yes_often"
    assert editing.key_from("Yes, often!", {"yes_often", "yes_often_2"}) == "yes_often_3"
    assert editing.key_from("Müde?", (), "local_") == "local_mude"
    assert editing.key_from("???", ()) == "other"
    assert [one.key for one in editing.options_from(["At home", "Not at home"], {"at_home"})] == [
        "at_home_2",
        "not_at_home",
    ]
    with pytest.raises(NotPossible, match="twice"):
        editing.options_from(["Yes", "yes"])


def test_a_new_question_is_numbered_with_its_sections_letter():
    one = asked("a1", "b1")

    assert editing.next_number(one, "a") == "A2"
    assert editing.next_number(editing.add_section(one, "More"), "more") == "C1"


@pytest.mark.parametrize("kind", KINDS)
def test_every_shipped_questionnaire_can_take_a_question_anywhere(kind):
    one = shipped(kind)
    for section in one.sections:
        number = editing.next_number(one, section.key)
        assert number not in {each.number for each in one.questions()}
        after = editing.add(one, section.key, question("local_new", number=number))
        assert read(content_of(after)) == after


@pytest.mark.parametrize("change", [editing.end, lambda one, key: editing.move(one, key, "a", 1)])
def test_what_is_no_longer_there_is_said(change):
    with pytest.raises(NotPossible, match="no longer in the draft"):
        change(asked("a1"), "gone")


def test_a_section_without_questions_is_kept_and_read():
    one = editing.add_section(asked("a1"), "Later")

    assert read(content_of(one)) == one
