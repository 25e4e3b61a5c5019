"""What deserves a second look, and what does not."""

from __future__ import annotations

import pytest

from holdfast.indicators.figure import Figure
from holdfast.reports.annual import build  # noqa: F401  the report before its inputs
from holdfast.reports.inputs import Inputs
from holdfast.reports.prompts.lint import lint

AGE = "figure:age/5_9/2016-17"
INPUTS = Inputs("annual", 2017, figures=(Figure("age", "5_9", "2016/17", 35, 204, 17.2),))


def found(text: str, inputs: Inputs = INPUTS) -> list[str]:
    return [one.words for one in lint(text, inputs)]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("A significant rise. It rose Significantly.", ["significant", "Significantly"]),
        ("It was 17.3%.", ["17.3%"]),
        ("It was 12 per cent of them.", ["12 per cent"]),
        ("Two children and 3 young people moved.", ["Two children", "3 young people"]),
        ("There were 4 unaccompanied children.", ["4 unaccompanied children"]),
        ("35 of 204 were aged 5 to 9.", ["35 of 204"]),
        ("35 out of 204 were.", ["35 out of 204"]),
    ],
)
def test_found(text, words):
    assert found(text) == words


@pytest.mark.parametrize(
    "text",
    [
        "Nothing of note.",
        "It was 12 of 70 (17.1%).",
        f"It was [35 of 204 (17.2%)]({AGE}) of them.",
        f"[3 of 204 (1.5%)]({AGE}) children",
        "In 2016/17 children said so. 15 children, 1,204 children, 2.5 children.",
        "Six children, section 4 children's homes?".replace(" 4 ", " 44 "),
        "Signs and signification.",
    ],
)
def test_not_found(text):
    assert found(text) == []


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("One child was moved twice.", ["One child"]),
        ("In the year 1 child moved.", ["1 child"]),
        ("Only one very young child waited.", ["one very young child"]),
        ("There was one looked-after child in a hotel.", ["one looked-after child"]),
        ("One child’s plan was changed.", ["One child"]),
        ("One of the children said so.", ["One of the children"]),
        ("One out of twelve children moved.", ["One out of twelve children"]),
        ("One child moved, and no one child twice.", ["One child"]),
        ("The one young person who left told us.", ["one young person"]),
    ],
)
def test_one_is_found_where_it_counts(text, words):
    assert found(text) == words


@pytest.mark.parametrize(
    "text",
    [
        "No one child was forgotten.",
        "No one told children when the review was.",
        "Not one child waited.",
        "We asked each one child by child.",
        "Every one child matters.",
        "The worries of any one child matter.",
        "More than one child asked for it.",
        "Officers listen to one child at a time.",
        "It differs from one child to another.",
        "What one child or another wishes may differ.",
        "One child in five is from abroad.",
        "One thing children told us is that it takes long.",
        "One thing a child said stays with us.",
        "This is one that young people like.",
        "One can ask a child.",
    ],
)
def test_one_is_left_alone_where_it_does_not(text):
    assert found(text) == []


def test_a_rule_that_hides_only_ones_finds_ones():
    assert found("One child and two boys moved.", Inputs("annual", 2017, threshold=1)) == ["One child"]


def test_a_typed_number_that_is_a_figure_of_the_year_is_offered_live():
    (one,) = lint("First.\n\nOf them 35 of 204 were.", INPUTS)

    assert (one.place, [(offer.address, offer.words) for offer in one.offers]) == (
        "paragraph 2",
        [(AGE, "35 of 204 (17.2%)")],
    )


def test_a_bare_percentage_that_is_a_figure_of_the_year_is_offered_with_its_counts():
    (one,) = lint("It was 17.2%.", INPUTS)

    assert [offer.address for offer in one.offers] == [AGE]


def test_the_numbers_hidden_follow_the_councils_own_rule():
    assert found("Eight children moved.", Inputs("annual", 2017, threshold=9)) == ["Eight children"]
    assert found("Three children moved.", Inputs("annual", 2017, threshold=2)) == []
