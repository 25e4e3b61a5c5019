"""Which questions may come to be asked while somebody answers: they stand in the form, closed until they apply."""

from __future__ import annotations

from collections.abc import Container
from dataclasses import replace

from holdfast.domain.questionnaires.answering import Answers, Facts, applicable
from holdfast.domain.questionnaires.questions import Question, Questionnaire
from holdfast.domain.questionnaires.vocabulary import DERIVED


def within_reach(questionnaire: Questionnaire, known: Answers, facts: Facts) -> tuple[Question, ...]:
    """The questions whose facts hold, whatever is answered on the page, in order.

    ``known``: what the service knows, which no answer on the page changes.
    """
    typed = {one.key for one in questionnaire.questions() if is_typed(one, known)}
    sections = tuple(
        replace(section, questions=tuple(_whatever_is_typed(one, typed) for one in section.questions))
        for section in questionnaire.sections
    )
    hold = {one.key for one in applicable(replace(questionnaire, sections=sections), known, facts)}
    found: dict[str, Question] = {}
    for one in questionnaire.questions():
        out_of_reach = any(each.question in typed and each.question not in found for each in one.when)
        if one.key in hold and not out_of_reach:
            found[one.key] = one
    return tuple(found.values())


def is_typed(question: Question, known: Container[str]) -> bool:
    """Whether it is answered on the page, and not from what is recorded elsewhere."""
    return question.key not in known and question.known not in DERIVED


def _whatever_is_typed(question: Question, typed: Container[str]) -> Question:
    return replace(question, when=tuple(one for one in question.when if one.question not in typed))
