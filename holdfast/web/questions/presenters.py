"""Questionnaires, their versions and drafts, as the pages show them."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date

from holdfast.casework.monitors.models import QuestionSet
from holdfast.domain.questionnaires.answering import options
from holdfast.domain.questionnaires.changes import (
    Change,
    SectionChange,
    breaks_series,
    changed,
    changed_sections,
)
from holdfast.domain.questionnaires.checking import COUNTED, faults
from holdfast.domain.questionnaires.questions import Option, Question, Questionnaire, Section
from holdfast.web.questions.words import answer_words, before_and_after, notes, what_words


@dataclass(frozen=True)
class Row:
    """One question as a line: ``tags`` say what differs from the version before."""

    question: Question
    answers: str
    notes: list[str]
    anchors: list[Option]
    figure: str
    tags: list[str]
    is_first: bool
    is_last: bool


@dataclass(frozen=True)
class Part:
    """One section with its questions."""

    section: Section
    rows: list[Row]
    is_first: bool
    is_last: bool


def parts_of(asked: Questionnaire, changes: tuple[Change, ...] = ()) -> list[Part]:
    """The sections in their order; with ``changes`` each question is marked with what differs."""
    tags: dict[str, list[str]] = {}
    for change in changes:
        tags.setdefault(change.question, []).append(what_words(change))
    every = [one.key for one in asked.questions()]
    return [
        Part(
            section,
            [_row(one, asked, tags.get(one.key, []), every) for one in section.questions],
            number == 0,
            number == len(asked.sections) - 1,
        )
        for number, section in enumerate(asked.sections)
    ]


def _row(one: Question, asked: Questionnaire, tags: list[str], every: list[str]) -> Row:
    counted = COUNTED.get(asked.kind, {}).get(one.key)
    return Row(
        question=one,
        answers=answer_words(one),
        notes=notes(one, asked),
        anchors=[each for each in options(one) if each.anchor],
        figure=counted.figure if counted else "",
        tags=tags,
        is_first=one.key == every[0],
        is_last=one.key == every[-1],
    )


@dataclass(frozen=True)
class Different:
    """One question that differs between two versions. ``laid``: (what, before, after)."""

    number: str
    text: str
    whats: list[str]
    laid: list[tuple[str, str, str]]
    breaks: bool


@dataclass(frozen=True)
class Comparison:
    """Two versions side by side."""

    questions: list[Different]
    sections: list[str]

    @property
    def is_same(self) -> bool:
        return not self.questions and not self.sections

    @property
    def words(self) -> str:
        """“3 questions differ; 1 breaks the series of a figure”, as many as there are."""
        count, broken = len(self.questions), sum(one.breaks for one in self.questions)
        if self.is_same:
            return "Nothing differs."
        said = f"{count} question{'s' if count != 1 else ''} differ{'' if count != 1 else 's'}"
        if self.sections:
            said += f", {len(self.sections)} section{'s' if len(self.sections) != 1 else ''} too"
        if broken:
            said += (
                f". For {broken} of them answers before and after do not answer the same question, and figures "
                "that count them say so"
            )
        return f"{said}."


def compare(before: Questionnaire, after: Questionnaire) -> Comparison:
    grouped: dict[str, list[Change]] = {}
    for change in changed(before, after):
        grouped.setdefault(change.question, []).append(change)
    found = []
    for key, changes in grouped.items():
        one = after.question(key) or before.question(key)
        assert one is not None  # a change speaks of a question of one of the two
        laid = [(what_words(each), *before_and_after(each, before, after)) for each in changes]
        found.append(
            Different(
                one.number,
                one.text,
                [what_words(each) for each in changes],
                [each for each in laid if each[1] or each[2]],
                any(breaks_series(each) for each in changes),
            )
        )
    return Comparison(found, [_section_words(one) for one in changed_sections(before, after)])


def _section_words(one: SectionChange) -> str:
    if one.before is None:
        return f"New section “{one.after.title if one.after else ''}”"
    if one.after is None:
        return f"Section “{one.before.title}” is no longer there"
    if one.before.title != one.after.title:
        return f"Section “{one.before.title}” is called “{one.after.title}”"
    return f"Other words under “{one.after.title}”"


@dataclass(frozen=True)
class Fault:
    """What keeps a draft from being published. ``key``: the question it speaks of, where it does."""

    sentence: str
    key: str


def faults_of(asked: Questionnaire) -> list[Fault]:
    """Every fault, each with the question its sentence begins with."""
    return [Fault(sentence, _key_in(sentence, asked)) for sentence in faults(asked)]


def _key_in(sentence: str, asked: Questionnaire) -> str:
    """The question a sentence begins with; of two with one number the later, which is the one to be changed."""
    for one in asked.questions():
        name = re.escape(one.number) if one.number.strip() else re.escape(f"“{one.key}”")
        if re.match(rf"Question {name}(?!\w)", sentence):
            return one.key
    doubled = re.match(r"Two questions have the number (.+?)\. ", sentence)
    return next(
        (one.key for one in reversed([*asked.questions()]) if doubled and one.number == doubled[1]), ""
    )


@dataclass(frozen=True)
class VersionLine:
    """One published version in the list. ``others``: the version before, to compare it with."""

    version: QuestionSet
    is_now: bool
    is_to_come: bool
    before: int | None

    @property
    def by(self) -> str:
        who = self.version.published_by
        return who.name if who else "Shipped with the service"


def lines_of(versions: list[QuestionSet], on: date) -> list[VersionLine]:
    """The newest first; the last one whose first day has come is asked now."""
    begun = [one.number for one in versions if one.from_date and one.from_date <= on]
    now = max(begun, default=0)
    return [
        VersionLine(
            one,
            one.number == now,
            one.from_date is not None and one.from_date > on,
            one.number - 1 if one.number > 1 else None,
        )
        for one in reversed(versions)
    ]
