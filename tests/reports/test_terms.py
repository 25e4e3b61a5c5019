"""Words the service does not use: what is found, and what is another's or the law's."""

from __future__ import annotations

import pytest

from holdfast.reports.annual import build  # noqa: F401  the report before its inputs
from holdfast.reports.inputs import TermLine
from holdfast.reports.terms import found_terms

TERMS = (
    TermLine(
        "children and young people in care (CYPIC)", ("looked after child", "LAC"), "They asked for it."
    ),
    TermLine("child or young person", ("case",)),
)


def words(text: str) -> list[str]:
    return [one.words for one in found_terms(text, TERMS)]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (
            "A looked after child, Looked-After Children and LAC.",
            ["looked after child", "Looked-After Children", "LAC"],
        ),
        ("LACs and each LAC’s plan.", ["LACs", "LAC’s"]),
        ("The case; two cases; **a case**.", ["case", "cases", "case"]),
        ("- one case\n- another case", ["case", "case"]),
    ],
)
def test_found_in_every_form(text, found):
    assert words(text) == found


@pytest.mark.parametrize(
    "text",
    [
        "A place, a lacquer, a casement, showcase, encased.",
        "In any case, just in case, and case law; that is not the case.",
        'He said “I am not a case” and "LAC reviews" and «LAC».',
        "The Looked After Children (Miscellaneous) Regulations 2010 say so.",
        "Our [case](https://example.org/LAC) is no words of ours".replace("[case]", "[plan]"),
        "Children and young people in care (CYPIC).",
    ],
)
def test_not_found_where_it_is_anothers_or_another_word(text):
    assert words(text) == []


def test_the_preferred_words_may_hold_one_that_is_not_used_alone():
    terms = (TermLine("case file", ("case",)),)

    assert [one.words for one in found_terms("The case file of a case.", terms)] == ["case"]


def test_it_says_where_and_why_and_changes_nothing():
    (one,) = found_terms("First.\n\nThe LAC review.", TERMS)

    assert one.says == (
        "“LAC” in paragraph 2: the service says “children and young people in care (CYPIC)”. They asked for it."
    )


def test_a_term_with_a_sign_of_its_own_breaks_nothing():
    assert found_terms("a+b (c", (TermLine("x", ("a+b", "(c", "")),)) != []
