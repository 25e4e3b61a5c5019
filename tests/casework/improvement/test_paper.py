"""What a board paper keeps: headlines, priorities, links, implications, each checked and none lost."""

from __future__ import annotations

import pytest
from django.core.exceptions import ValidationError

from holdfast.casework.access.roles import Role
from holdfast.casework.access.rules import NotAllowed
from holdfast.casework.improvement.actions import paper
from holdfast.casework.improvement.implications import HEADS
from holdfast.casework.improvement.queries import paper_of
from holdfast.casework.improvement.rules import Overtaken
from holdfast.casework.provenance.queries import last_change
from tests.builders import people
from tests.builders.improvement import aim, none_follows, theme

pytestmark = pytest.mark.django_db

SEX = {"table": "sex", "group": "male", "period": "2016/17", "words": ""}


def test_every_head_answered_is_kept_and_none_is_an_answer() -> None:
    made = none_follows()

    assert set(made.implications) == set(HEADS)
    assert len(HEADS) == 8


def test_a_blank_head_is_no_answer() -> None:
    answers = {"legal": {"answer": "", "text": ""}, "financial": {"answer": "some", "text": " £20,000 "}}

    made = paper.answer_implications(year_ending=2017, answers=answers, by=None)

    assert made.implications == {"financial": {"answer": "some", "text": "£20,000"}}


@pytest.mark.parametrize(
    ("answers", "words"),
    [
        ({"legal": {"answer": "some", "text": " "}}, "Legal: say what follows"),
        ({"legal": {"answer": "none", "text": "A new duty"}}, "Choose one or the other"),
        ({"weather": {"answer": "none"}}, "each head of the list"),
        ({"legal": {"answer": "perhaps"}}, "each head of the list"),
    ],
)
def test_an_answer_that_says_two_things_is_refused(answers, words) -> None:
    with pytest.raises(ValidationError, match=words):
        paper.answer_implications(year_ending=2017, answers=answers, by=None)


def test_headlines_stand_once_and_in_order() -> None:
    other = {**SEX, "group": "female", "words": " Girls "}

    made = paper.choose_headlines(year_ending=2017, headlines=[other, SEX, other], by=None)

    assert [(one["group"], one["words"]) for one in made.headlines] == [("female", "Girls"), ("male", "")]
    with pytest.raises(ValidationError, match="from the list"):
        paper.choose_headlines(year_ending=2017, headlines=[{"table": "sex"}], by=None)


def test_priorities_are_aims_of_the_next_year() -> None:
    following = aim("Next", year_ending=2018)

    made = paper.choose_priorities(year_ending=2017, aims=[following], by=None)

    assert made.priorities == [str(following.public_id)]
    with pytest.raises(ValidationError, match="of the year after it"):
        paper.choose_priorities(year_ending=2017, aims=[aim()], by=None)


def test_links_without_words_are_left_out_and_unknown_themes_refused() -> None:
    one = theme()
    links = [{"theme": str(one.public_id), "text": "We listen."}, {"theme": "x", "text": " "}]

    assert paper.write_links(year_ending=2017, links=links, by=None).links == [
        {"theme": str(one.public_id), "text": "We listen."}
    ]
    with pytest.raises(ValidationError, match="not in the list any more"):
        paper.write_links(year_ending=2017, links=[{"theme": "x", "text": "y"}], by=None)


def test_the_second_of_two_is_told_and_a_list_can_be_emptied() -> None:
    made = paper.choose_headlines(year_ending=2017, headlines=[SEX], by=None)
    seen = last_change(made)
    paper.choose_headlines(year_ending=2017, headlines=[], seen=seen, by=None)
    assert paper_of(2017).headlines == []

    with pytest.raises(Overtaken):
        paper.choose_headlines(year_ending=2017, headlines=[SEX], seen=seen, by=None)


def test_only_who_writes_the_report_writes_the_paper() -> None:
    with pytest.raises(NotAllowed):
        paper.choose_headlines(year_ending=2017, headlines=[SEX], by=people.user(Role.IRO))
