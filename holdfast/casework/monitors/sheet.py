"""A monitor as it lies before the officer: every question that applies, its answer and where that comes from."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from functools import cached_property

from holdfast.casework.reviews.models import Review
from holdfast.domain.questionnaires import answering
from holdfast.domain.questionnaires.answering import Facts
from holdfast.domain.questionnaires.questions import Question, Questionnaire, Section
from holdfast.domain.questionnaires.vocabulary import DERIVED
from holdfast.domain.wording import long_date

from .facts import day_of, facts_of
from .known import Found, Known, known_answers
from .models import From, Monitor, MonitorAnswer
from .queries import answers_of, last_monitor, questions_of

Value = str | list[str]


@dataclass(frozen=True)
class Line:
    """One question that applies. ``value`` None: not answered. ``origin``, ``as_of``, ``source``: as `MonitorAnswer`.

    ``last``: last time's answer in words, blank where there was none; ``typed``: whether it can be answered here.
    """

    question: Question
    value: Value | None
    origin: str = ""
    as_of: date | None = None
    source: str = ""
    known_words: str = ""
    last: str = ""

    @property
    def words(self) -> str:
        """The answer as it is read; blank without one."""
        if self.value is None:
            return ""
        return self.known_words or answering.in_words(self.question, self.value)

    @property
    def typed(self) -> bool:
        return self.origin != From.KNOWN and self.question.known not in DERIVED


@dataclass(frozen=True)
class Sheet:
    """``last``: the monitor before, whose answers stand beside."""

    monitor: Monitor
    questions: Questionnaire
    facts: Facts
    known: dict[str, Known]
    kept: dict[str, MonitorAnswer]
    given: dict[str, Value]
    last: Monitor | None

    @cached_property
    def answers(self) -> dict[str, Value]:
        """Every answer, wherever it comes from."""
        known: dict[str, Value] = {key: one.value for key, one in self.known.items()}
        kept: dict[str, Value] = {key: one.value for key, one in self.kept.items()}
        return answering.together(self.given, known, kept)

    @cached_property
    def lines(self) -> tuple[Line, ...]:
        """The questions that apply, in order; of a finished monitor those that were answered."""
        if self.monitor.finished_on is not None:
            asked = [one for one in self.questions.questions() if one.key in self.answers]
        else:
            asked = list(answering.applicable(self.questions, self.answers, self.facts))
        return tuple(self._line(one) for one in asked)

    @property
    def sections(self) -> list[tuple[Section, list[Line]]]:
        """The same by section; sections in which nothing applies are left out."""
        found = []
        for section in self.questions.sections:
            keys = {one.key for one in section.questions}
            own = [line for line in self.lines if line.question.key in keys]
            if own:
                found.append((section, own))
        return found

    @property
    def unanswered(self) -> tuple[Question, ...]:
        return answering.unanswered(self.questions, self.answers, self.facts)

    @property
    def to_ask(self) -> tuple[Question, ...]:
        return answering.to_ask(self.questions, self.answers, self.facts, self.known, self.kept)

    def _line(self, question: Question) -> Line:
        key, last = question.key, self._last(question)
        value = self.answers.get(key)
        if key in self.known:
            one = self.known[key]
            return Line(question, value, From.KNOWN, one.as_of, one.source, one.words, last)
        if key not in self.given and key in self.kept:
            as_of, source = since(self.kept[key])
            return Line(question, value, From.KEPT, as_of, source, last=last)
        return Line(question, value, From.GIVEN if value is not None else "", last=last)

    def _last(self, question: Question) -> str:
        before = self._before.get(question.key)
        if self.last is None or before is None:
            return ""
        return answering.in_words(self._asked_before.get(question.key, question), before)

    @cached_property
    def _before(self) -> dict[str, Value]:
        return {one.question: one.value for one in self.last.answers.all()} if self.last else {}

    @cached_property
    def _asked_before(self) -> dict[str, Question]:
        return {one.key: one for one in questions_of(self.last).questions()} if self.last else {}


def sheet_of(monitor: Monitor, on: date) -> Sheet:
    """An open monitor with what is known as of a day and kept from last time. A finished one as it was finished: from
    its own rows, whatever the records say by now; without facts, and without last time's answers."""
    questions, rows = questions_of(monitor), answers_of(monitor)
    given = {key: one.value for key, one in rows.items() if one.origin == From.GIVEN}
    if monitor.finished_on is not None:
        known = {key: _as_stored(one, questions) for key, one in rows.items() if one.origin == From.KNOWN}
        kept = {key: one for key, one in rows.items() if one.origin == From.KEPT}
        return Sheet(monitor, questions, {}, known, kept, given, None)
    review = monitor.review
    last = last_monitor(review)
    known = known_to(questions, known_answers(review, on))
    return Sheet(monitor, questions, facts_of(review), known, kept_from(last, questions), given, last)


def known_to(questions: Questionnaire, found: Found) -> dict[str, Known]:
    """Question key -> what is known of it."""
    return {one.key: found[one.known] for one in questions.questions() if one.known in found}


def kept_from(last: Monitor | None, questions: Questionnaire) -> dict[str, MonitorAnswer]:
    """Question key -> last time's answer, of the questions that are asked once and whose answer still can be given."""
    if last is None:
        return {}
    rows = {one.question: one for one in last.answers.all()}
    return {
        one.key: rows[one.key]
        for one in questions.questions()
        if one.key in rows and answering.may_be_kept(one, rows[one.key].value)
    }


def since(row: MonitorAnswer) -> tuple[date | None, str]:
    """From when a kept answer is so and where it was given: as told then, or the review before."""
    if row.origin == From.KEPT:
        return row.as_of, row.source
    review: Review = row.monitor.review
    return row.monitor.finished_on, f"the monitor of the review of {long_date(day_of(review))}"


def _as_stored(row: MonitorAnswer, questions: Questionnaire) -> Known:
    question = questions.question(row.question)
    words = answering.in_words(question, row.value) if question else str(row.value)
    return Known(row.value, words, row.as_of, row.source)
