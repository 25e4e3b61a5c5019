"""A draft as the officer will see it: the questions of a monitor, each with what else the officer meets."""

from __future__ import annotations

from dataclasses import dataclass

from holdfast.domain.questionnaires.questions import Questionnaire, Section
from holdfast.domain.questionnaires.vocabulary import DERIVED
from holdfast.web.monitor.asking import Ask, kept_as_typed
from holdfast.web.questions.words import notes


@dataclass(frozen=True)
class Seen:
    """One question: its control, and in words when the officer meets it. ``is_typed``: whether there is a control."""

    ask: Ask
    notes: list[str]
    is_typed: bool


@dataclass(frozen=True)
class SeenSection:
    section: Section
    questions: list[Seen]


def preview_of(asked: Questionnaire) -> list[SeenSection]:
    """Every question in its order, without an answer."""
    return [
        SeenSection(
            section,
            [
                Seen(
                    Ask(one, kept_as_typed(one, None), applies=True, counts=one.required),
                    notes(one, asked),
                    one.known not in DERIVED,
                )
                for one in section.questions
            ],
        )
        for section in asked.sections
    ]
