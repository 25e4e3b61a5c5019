"""A monitor to be read: the questions it was asked with, in their words, and what was answered."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from holdfast.casework.monitors.models import From
from holdfast.casework.monitors.sheet import Line, Sheet
from holdfast.domain.questionnaires.answering import in_words
from holdfast.domain.questionnaires.questions import AnswerType, Question
from holdfast.domain.wording import long_date
from holdfast.web.monitor.known import since_and_source

NOT_ANSWERED = "Not answered"


@dataclass(frozen=True)
class LineRead:
    """One question with its answer. ``note``: since when and where from, of what was not typed here."""

    key: str
    number: str
    text: str
    words: str
    note: str
    is_answered: bool


@dataclass(frozen=True)
class SectionRead:
    key: str
    title: str
    lines: tuple[LineRead, ...]


def as_asked(sheet: Sheet) -> list[SectionRead]:
    """Every question that was asked and must be answered, and every answer, in the order of the form."""
    found = []
    for section, lines in sheet.sections:
        shown = tuple(_read(one) for one in lines if one.value is not None or one.question.required)
        if shown:
            found.append(SectionRead(section.key, section.title, shown))
    return found


def _read(line: Line) -> LineRead:
    question = line.question
    words = NOT_ANSWERED if line.value is None else value_in_words(question, line.value)
    from_elsewhere = line.origin in (From.KNOWN, From.KEPT)
    note = since_and_source(line.as_of, line.source) if from_elsewhere else ""
    return LineRead(question.key, question.number, question.text, words, note, line.value is not None)


def value_in_words(question: Question, value: str | list[str]) -> str:
    """An answer as it is read; a day as every date on a page is written."""
    if question.type is AnswerType.DATE and isinstance(value, str) and value:
        return long_date(date.fromisoformat(value))
    return in_words(question, value)


def asked_with(sheet: Sheet) -> str:
    """“Asked with version 2 of the questions, in force from 1 October 2026.”"""
    version = sheet.monitor.asked
    since = f", asked from {long_date(version.from_date)}" if version.number > 1 else ""
    return f"With version {version.number} of the questions{since}."
