"""The page on which a monitor is filled in: what is known, the questions left, what is kept, what may be added."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from functools import cached_property

from holdfast.casework.monitors.facts import day_of
from holdfast.casework.monitors.queries import questions_of
from holdfast.casework.monitors.sheet import Line, Sheet
from holdfast.domain.questionnaires.answering import is_answered
from holdfast.domain.questionnaires.questions import Question
from holdfast.domain.wording import long_date
from holdfast.web.monitor.asking import Ask, kept_as_typed, opening
from holdfast.web.monitor.known import KnownLine, known_line, since_and_source
from holdfast.web.monitor.reach import is_typed, within_reach
from holdfast.web.monitor.reading import asked_with, value_in_words
from holdfast.web.monitor.typed import Typed


@dataclass(frozen=True)
class AskedSection:
    """The questions of one section that are on the page. ``is_open``: one of them is asked as it stands."""

    key: str
    title: str
    intro: str
    asks: tuple[Ask, ...]

    @property
    def is_open(self) -> bool:
        return any(one.applies or one.wrong for one in self.asks)


@dataclass(frozen=True)
class KeptLine:
    """An answer kept from last time, with the control that changes it."""

    ask: Ask
    words: str
    note: str

    @property
    def is_open(self) -> bool:
        return bool(self.ask.wrong or self.ask.theirs)


@dataclass(frozen=True)
class FillPage:
    """``typed``: what stands in fields where that is not what is saved; ``wrong``, ``theirs``: what is said there."""

    sheet: Sheet
    typed: Mapping[str, Typed] = field(default_factory=dict)
    wrong: Mapping[str, str] = field(default_factory=dict)
    theirs: Mapping[str, str] = field(default_factory=dict)

    @cached_property
    def _now(self) -> Sheet:
        """The sheet as it stands on the page: what is typed goes before what is saved."""
        typed = {key: one.value for key, one in self.typed.items()}
        return replace(self.sheet, given={**self.sheet.given, **typed}) if typed else self.sheet

    @cached_property
    def _lines(self) -> dict[str, Line]:
        return {line.question.key: line for line in self._now.lines}

    @cached_property
    def on_page(self) -> dict[str, Question]:
        """Every question with a field on the page, open or closed."""
        known = {key: one.value for key, one in self.sheet.known.items()}
        found = within_reach(self.sheet.questions, known, self.sheet.facts)
        return {one.key: one for one in found if is_typed(one, known)}

    @property
    def keys_on_page(self) -> str:
        return " ".join(self.on_page)

    @property
    def step(self) -> int:
        return self.sheet.monitor.step

    @cached_property
    def _must(self) -> list[Question]:
        """What the officer answers themselves; a kept answer that was changed here is kept no longer."""
        return [
            one.question
            for one in self._lines.values()
            if one.typed and one.question.required and not self._is_kept(one.question)
        ]

    def _is_kept(self, question: Question) -> bool:
        return question.key in self.sheet.kept and question.key not in self.sheet.given

    @property
    def asked(self) -> int:
        return len(self._must)

    @property
    def answered(self) -> int:
        return sum(is_answered(self._now.answers.get(one.key)) for one in self._must)

    @property
    def headline(self) -> str:
        left = self.asked - self.answered
        if not left:
            return "Every question is answered: finish the monitor"
        return f"{left} question{'' if left == 1 else 's'} left"

    @property
    def asked_with(self) -> str:
        return asked_with(self.sheet)

    @cached_property
    def known(self) -> list[KnownLine]:
        found = ((line, self.sheet.known.get(key)) for key, line in self._lines.items())
        review = self.sheet.monitor.review
        return [known_line(line.question, known, review) for line, known in found if known is not None]

    @cached_property
    def sections(self) -> list[AskedSection]:
        """The questions that must be answered, and those that may come to be."""
        return self._by_section(
            one for one in self.on_page.values() if one.required and not self._is_kept(one)
        )

    @cached_property
    def optional(self) -> list[AskedSection]:
        return self._by_section(one for one in self.on_page.values() if not one.required)

    @property
    def optional_count(self) -> int:
        return sum(one.applies for section in self.optional for one in section.asks)

    @property
    def optional_is_open(self) -> bool:
        every = [one for section in self.optional for one in section.asks]
        return any(one.wrong or one.theirs or not one.typed.is_blank for one in every)

    @cached_property
    def kept(self) -> list[KeptLine]:
        return [
            KeptLine(
                self._ask(one.question),
                value_in_words(one.question, self.sheet.kept[key].value),
                since_and_source(one.as_of, one.source),
            )
            for key, one in self._lines.items()
            if one.question.required and key in self.on_page and self._is_kept(one.question)
        ]

    def _by_section(self, questions: Iterable[Question]) -> list[AskedSection]:
        wanted = {one.key for one in questions}
        found = []
        for section in self.sheet.questions.sections:
            asks = tuple(self._ask(one) for one in section.questions if one.key in wanted)
            if asks:
                found.append(AskedSection(section.key, section.title, section.intro, asks))
        return found

    def _ask(self, question: Question) -> Ask:
        key = question.key
        return Ask(
            question=question,
            typed=self.typed.get(key) or kept_as_typed(question, self._saved(key)),
            applies=key in self._lines,
            counts=question.required and not self._is_kept(question),
            when=opening(question, self.on_page),
            last_time="" if self._is_kept(question) else self._last_time(question),
            theirs=self.theirs.get(key, ""),
            wrong=self.wrong.get(key, ""),
        )

    def _saved(self, key: str) -> str | list[str] | None:
        kept = self.sheet.kept.get(key)
        return self.sheet.given.get(key, kept.value if kept else None)

    def _last_time(self, question: Question) -> str:
        """“Last time, 4 March 2026: Good”; blank where it was not asked."""
        words = self._last_words.get(question.key)
        return f"Last time, {long_date(day_of(self.sheet.last.review))}: {words}" if words else ""

    @cached_property
    def _last_words(self) -> dict[str, str]:
        """Last time's answers, in the words of the questions that were asked then."""
        last = self.sheet.last
        if last is None:
            return {}
        asked = {one.key: one for one in questions_of(last).questions()}
        return {
            row.question: value_in_words(asked[row.question], row.value)
            for row in last.answers.all()
            if row.question in asked
        }
