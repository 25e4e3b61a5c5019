"""Which questions are asked, what may be answered, and what is still open. Pure: answers and facts in, questions out.

Source of the conditions: each questionnaire's own declaration (`questions.Condition`).
"""

from __future__ import annotations

from collections.abc import Container, Mapping
from datetime import date
from typing import Any, Final

from holdfast.domain.questionnaires.questions import (
    AnswerType,
    Asked,
    Condition,
    Option,
    Question,
    Questionnaire,
)
from holdfast.domain.questionnaires.vocabulary import DERIVED

#: question key -> a key, an ISO day, a whole number in digits or a text; for `many` a list of keys
Answers = Mapping[str, str | list[str]]
#: one of ``vocabulary.FACTS`` -> its value; None where it is not recorded
Facts = Mapping[str, Any]

#: signs an answer in words may have
LONGEST_TEXT: Final = 4000
#: answers to a question that is asked once after which something was still to be done: it is asked again
ASKED_AGAIN: Final = ("no", "unknown", "wanted", "not_offered")
#: the key of an option of `many` that goes with no other
NONE: Final = "none"

_YES: Final = Option("yes", "Yes")
_NO: Final = Option("no", "No")
_NA: Final = Option("na", "Not applicable")

_OWN_OPTIONS: Final[dict[AnswerType, tuple[Option, ...]]] = {
    AnswerType.YES_NO: (_YES, _NO),
    AnswerType.YES_NO_NA: (_YES, _NO, _NA),
    AnswerType.YES_NO_UNKNOWN: (_YES, _NO, Option("unknown", "Not known")),
    AnswerType.PLAN: (
        Option("up_to_date", "Up to date"),
        Option("needs_completing", "Needs completing"),
        Option("needs_updating", "Needs updating"),
        _NA,
    ),
    AnswerType.SCALE4: (
        Option("outstanding", "Outstanding"),
        Option("good", "Good"),
        Option("requires_improvement", "Requires improvement"),
        Option("inadequate", "Inadequate"),
    ),
}


def options(question: Question) -> tuple[Option, ...]:
    """What may be chosen, in order; empty for a date, a number or a text. A scale's own anchors are kept."""
    return question.options or _OWN_OPTIONS.get(question.type, ())


def standard_options(kind: AnswerType) -> tuple[Option, ...]:
    """The options a type brings itself; empty where each question has its own."""
    return _OWN_OPTIONS.get(kind, ())


def applicable(questionnaire: Questionnaire, answers: Answers, facts: Facts) -> tuple[Question, ...]:
    """The questions that are asked, in order.

    An answer to a question that is itself not asked does not count; a fact that is not recorded fulfils no condition.
    """
    asked: dict[str, Question] = {}
    for question in questionnaire.questions():
        if all(_holds(one, asked, answers, facts) for one in question.when):
            asked[question.key] = question
    return tuple(asked.values())


def is_answered(value: str | list[str] | None) -> bool:
    """Whether there is anything in an answer."""
    return bool(value.strip() if isinstance(value, str) else value)


def wrong(questionnaire: Questionnaire, answers: Answers, facts: Facts) -> dict[str, str]:
    """Question key -> a sentence on what is wrong with the answer; blanks are not wrong, only open.

    Answers to questions that do not apply are looked at as well: they may come to apply while somebody types.
    """
    found: dict[str, str] = {}
    for key, value in answers.items():
        question = questionnaire.question(key)
        if question is None:
            found[key] = "This is not among the questions any more. Load the page again."
        elif is_answered(value):
            fault = fault_in(question, value)
            if fault:
                found[key] = fault
    return found


def fault_in(question: Question, value: str | list[str]) -> str:
    """What is wrong with an answer that is not blank, as a sentence; blank when nothing is."""
    if question.known in DERIVED and question.known:
        return "This comes from what is recorded elsewhere and is not typed here."
    if question.type is AnswerType.MANY:
        return _fault_in_many(question, value)
    if not isinstance(value, str):
        return "Give one answer."
    if question.type is AnswerType.DATE:
        return "" if _is_day(value) else "Give a day that is in the calendar, such as 27 3 2027."
    if question.type is AnswerType.NUMBER:
        whole = value.strip().isascii() and value.strip().isdigit() and len(value.strip()) <= 6
        return "" if whole else "Give a whole number, such as 3."
    if question.type is AnswerType.TEXT:
        over = len(value.strip()) - LONGEST_TEXT
        return f"This is {over} signs too long; {LONGEST_TEXT} fit. Shorten it." if over > 0 else ""
    return "" if value in {one.key for one in options(question)} else "Choose one of the answers listed."


def unanswered(questionnaire: Questionnaire, answers: Answers, facts: Facts) -> tuple[Question, ...]:
    """Required questions that are asked and have no answer, in order."""
    return tuple(
        question
        for question in applicable(questionnaire, answers, facts)
        if question.required and question.known not in DERIVED and not is_answered(answers.get(question.key))
    )


def to_ask(
    questionnaire: Questionnaire,
    answers: Answers,
    facts: Facts,
    known: Container[str],
    kept: Container[str],
) -> tuple[Question, ...]:
    """What the officer must answer themselves: asked, required, neither known nor kept from last time.

    ``answers``: all of them, those known and kept included, since conditions look at them. ``known``, ``kept``: keys
    of questions whose answer is known or kept.
    """
    return tuple(
        question
        for question in applicable(questionnaire, answers, facts)
        if question.required
        and question.known not in DERIVED
        and question.key not in known
        and question.key not in kept
    )


def together(given: Answers, known: Answers, kept: Answers) -> dict[str, str | list[str]]:
    """All answers at once: what the service knows goes before what was typed, what is typed before last time's."""
    found = {**kept, **{key: value for key, value in given.items() if is_answered(value)}}
    return {**found, **known}


def may_be_kept(question: Question, value: str | list[str]) -> bool:
    """Whether last time's answer still stands: asked once, leaving nothing to do, and one that can be given today."""
    if question.asked is not Asked.ONCE or not is_answered(value) or value in ASKED_AGAIN:
        return False
    return not fault_in(question, value)


def in_words(question: Question, value: str | list[str]) -> str:
    """An answer as it is read: labels for keys; days and texts as they are."""
    labels = {one.key: one.label for one in options(question)}
    if isinstance(value, list):
        return "; ".join(labels.get(one, one) for one in value)
    return labels.get(value, value)


def _fault_in_many(question: Question, value: str | list[str]) -> str:
    if isinstance(value, str):
        return "Choose from the answers listed."
    offered = {one.key: one.label for one in options(question)}
    if any(one not in offered for one in value) or len(set(value)) != len(value):
        return "Choose from the answers listed, each once."
    if NONE in value and len(value) > 1:
        return f"“{offered[NONE]}” does not go with another answer. Choose either."
    return ""


def _is_day(value: str) -> bool:
    try:
        return date.fromisoformat(value).isoformat() == value
    except ValueError:
        return False


def _holds(condition: Condition, asked: Container[str], answers: Answers, facts: Facts) -> bool:
    if condition.question:
        value = answers.get(condition.question) if condition.question in asked else None
        given = value if isinstance(value, list) else [value]
        return any(one in condition.is_one_of for one in given)
    return _fits(condition, facts.get(condition.fact))


def _fits(condition: Condition, value: Any) -> bool:
    if value is None:
        return False
    if condition.is_one_of:
        return str(value) in condition.is_one_of
    over = condition.at_least is None or value >= condition.at_least
    return over and (condition.below is None or value < condition.below)
