"""A draft as the officer will see it: what the service fills in, what must be answered, what may be."""

from __future__ import annotations

from dataclasses import dataclass

from holdfast.domain.questionnaires.questions import Question, Questionnaire, Section
from holdfast.domain.questionnaires.vocabulary import DERIVED
from holdfast.web.monitor.asking import Ask, kept_as_typed
from holdfast.web.questions.words import known_words, notes


@dataclass(frozen=True)
class Seen:
    """One question with its control, and in words when the officer meets it."""

    ask: Ask
    notes: list[str]


@dataclass(frozen=True)
class SeenSection:
    section: Section
    questions: list[Seen]


@dataclass(frozen=True)
class Preview:
    """``known``: (question, what is filled in). ``asked``: to be answered; ``optional``: may stay blank."""

    known: list[tuple[Question, str]]
    asked: list[SeenSection]
    optional: list[SeenSection]

    @property
    def optional_count(self) -> int:
        return sum(len(one.questions) for one in self.optional)


def preview_of(asked: Questionnaire) -> Preview:
    """Every question without an answer, in the order in which the officer meets them."""
    return Preview(
        [(one, known_words(one)) for one in asked.questions() if one.known in DERIVED],
        _sections(asked, required=True),
        _sections(asked, required=False),
    )


def _sections(asked: Questionnaire, *, required: bool) -> list[SeenSection]:
    found = []
    for section in asked.sections:
        here = [one for one in section.questions if one.required is required and one.known not in DERIVED]
        if here:
            found.append(SeenSection(section, [_seen(one, asked) for one in here]))
    return found


def _seen(one: Question, asked: Questionnaire) -> Seen:
    said = [note for note in notes(one, asked) if note != "May stay blank"]
    return Seen(Ask(one, kept_as_typed(one, None), applies=True, counts=one.required), said)
