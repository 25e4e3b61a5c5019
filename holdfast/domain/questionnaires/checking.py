"""What is wrong with a questionnaire, in sentences, before anybody is asked it.

Source of what may not be left out: the questions that figures count (York's numbers 3, 20, 21, 23, 29, 30 and 31).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from holdfast.domain.questionnaires.answering import options, standard_options
from holdfast.domain.questionnaires.questions import AnswerType, Condition, Question, Questionnaire
from holdfast.domain.questionnaires.shipped import shipped
from holdfast.domain.questionnaires.vocabulary import DERIVED, FACTS, KNOWN

_KEY: Final = re.compile(r"[a-z][a-z0-9_]{0,59}")
_HAVE_OPTIONS: Final = (AnswerType.LIST, AnswerType.MANY)
_SCALE: Final = tuple(one.key for one in standard_options(AnswerType.SCALE4))


@dataclass(frozen=True)
class Fault:
    """Something that is to be put right before a questionnaire is asked. ``question``: its key, blank for the whole."""

    says: str
    question: str = ""


@dataclass(frozen=True)
class Counted:
    """A question that a figure counts: how it must be answered, and the name of the figure."""

    type: AnswerType
    figure: str
    options: tuple[str, ...] = ()
    number: str = ""


#: kind of questionnaire -> question key -> what figures rely on
COUNTED: Final[dict[str, dict[str, Counted]]] = {
    "child_in_care": {
        "seen_before": Counted(
            AnswerType.LIST,
            "children seen before their review",
            ("seen", "not_seen", "not_appropriate", "not_necessary"),
            "3",
        ),
        "legal_status_right": Counted(AnswerType.YES_NO, "legal status appropriate", number="20"),
        "placement_meets_needs": Counted(AnswerType.YES_NO, "placement suitable", number="21"),
        "care_plan_quality": Counted(AnswerType.SCALE4, "quality of care plans", _SCALE, "23"),
        "corporate_parenting": Counted(AnswerType.SCALE4, "quality of corporate parenting", _SCALE, "29"),
        "dispute_raised": Counted(AnswerType.LIST, "disputes", ("none", "informal", "formal"), "30"),
        "issue_types": Counted(AnswerType.MANY, "issues", number="31"),
    },
    "conference": {"plan_quality": Counted(AnswerType.SCALE4, "quality of protection plans", _SCALE)},
    "child_in_need": {"plan_quality": Counted(AnswerType.SCALE4, "quality of plans", _SCALE)},
}


def faults(questionnaire: Questionnaire) -> list[str]:
    """Every fault as a sentence that says where it is and what to do; empty when it can be asked."""
    return [one.says for one in faults_by_question(questionnaire)]


def faults_by_question(questionnaire: Questionnaire) -> list[Fault]:
    """The same, each with the question it is in, to be shown beside it."""
    found = [Fault(says) for says in _doubles(questionnaire)]
    before: dict[str, Question] = {}
    for question in questionnaire.questions():
        says = [*_question(question), *_conditions(question, before, questionnaire)]
        found += [Fault(one, question.key) for one in says]
        before[question.key] = question
    return found + list(_counted(questionnaire))


def _doubles(questionnaire: Questionnaire) -> Iterator[str]:
    if not questionnaire.title.strip():
        yield "The questionnaire has no title. Give it one."
    sections: set[str] = set()
    for section in questionnaire.sections:
        if section.key in sections:
            yield f"Two sections are both kept as “{section.key}”. Change one."
        if not section.title.strip():
            yield f"The section kept as “{section.key}” has no title. Give it one."
        sections.add(section.key)
    keys: set[str] = set()
    numbers: set[str] = set()
    for question in questionnaire.questions():
        if question.key in keys:
            yield f"Two questions are both kept as “{question.key}”. Change one."
        if question.number in numbers:
            yield f"Two questions have the number {question.number}. Give one of them another."
        keys.add(question.key)
        numbers.add(question.number)


def _question(question: Question) -> Iterator[str]:
    where = _name(question)
    if not _KEY.fullmatch(question.key):
        yield f"{where}: “{question.key}” cannot be kept. Use small letters, digits and underscores."
    if not question.number.strip():
        yield f"{where} has no number. Give it one."
    if not question.text.strip():
        yield f"{where} has no words. Write the question."
    if not question.used_by.strip():
        yield f"{where}: say which figure, document or person uses the answer, or leave the question out."
    if question.known and question.known not in KNOWN:
        yield f"{where}: the service knows nothing called “{question.known}”."
    yield from _options(question, where)


def _options(question: Question, where: str) -> Iterator[str]:
    keys = [one.key for one in question.options]
    if question.type in _HAVE_OPTIONS and len(keys) < 2 and question.known not in DERIVED:
        yield f"{where} has fewer than two answers to choose from. Add some."
    if any(not one.key.strip() or not one.label.strip() for one in question.options):
        yield f"{where} has an answer without words. Write it or take it out."
    if len(set(keys)) != len(keys):
        yield f"{where} offers the same answer twice. Take one out."
    if question.options and question.type not in _HAVE_OPTIONS:
        standard = [one.key for one in standard_options(question.type)]
        if keys != standard:
            yield f"{where} brings its own answers, which cannot be changed; only their words can."


def _conditions(
    question: Question, before: dict[str, Question], questionnaire: Questionnaire
) -> Iterator[str]:
    for condition in question.when:
        yield from _condition(condition, _name(question), before, questionnaire)


def _condition(
    one: Condition, where: str, before: dict[str, Question], questionnaire: Questionnaire
) -> Iterator[str]:
    if bool(one.question) == bool(one.fact):
        yield f"{where}: a condition asks about one earlier question or one fact."
    elif one.fact:
        if one.fact not in FACTS:
            yield f"{where} depends on a fact called “{one.fact}”, which is not known here."
        if not one.is_one_of and one.at_least is None and one.below is None:
            yield f"{where} depends on “{one.fact}”, but not on any value of it. Say which."
    elif one.question in before:
        yield from _on_answer(one, where, before[one.question])
    elif questionnaire.question(one.question) is not None:
        yield f"{where} depends on a question that comes later. Move it behind “{one.question}”."
    else:
        yield f"{where} depends on a question “{one.question}” that is not here. Take the condition out."


def _on_answer(one: Condition, where: str, asked: Question) -> Iterator[str]:
    offered = {each.key for each in options(asked)}
    if not one.is_one_of:
        yield f"{where} depends on {_name(asked, inside=True)}, but on no answer to it. Say which."
    elif not set(one.is_one_of) <= offered:
        strange = ", ".join(f"“{each}”" for each in one.is_one_of if each not in offered)
        yield f"{where} depends on {strange}, which {_name(asked, inside=True)} does not offer."


def _counted(questionnaire: Questionnaire) -> Iterator[Fault]:
    for key, counted in COUNTED.get(questionnaire.kind, {}).items():
        question = questionnaire.question(key)
        if question is None:
            number = counted.number or f"“{key}”"
            yield Fault(
                f"Question {number} is missing: the figure “{counted.figure}” counts it. Put it back.", key
            )
        else:
            as_shipped = shipped(questionnaire.kind).question(key)
            when = as_shipped.when if as_shipped else ()
            yield from (Fault(says, key) for says in _as_counted(question, counted, when))


def _as_counted(question: Question, counted: Counted, when: tuple[Condition, ...]) -> Iterator[str]:
    where, figure = _name(question), f"the figure “{counted.figure}” counts"
    offered = tuple(one.key for one in options(question))
    if question.type is not counted.type or (counted.options and offered != counted.options):
        yield f"{where}: {figure} its answers, so their kind and their keys stay. Change the words only."
    if counted.number and question.number != counted.number:
        yield f"{where} is known as number {counted.number} in the figures. Keep that number."
    if question.when != when:
        yield f"{where}: {figure} it, so when it is asked stays as it is."
    if not question.required:
        yield f"{where}: {figure} it, so it must be answered."


def _name(question: Question, *, inside: bool = False) -> str:
    word = "question" if inside else "Question"
    return f"{word} {question.number}" if question.number.strip() else f"{word} “{question.key}”"
