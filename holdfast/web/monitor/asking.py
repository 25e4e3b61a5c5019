"""One question of a monitor as it stands in the form: its control, what was said last time, and when it opens."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from holdfast.domain.questionnaires.answering import options
from holdfast.domain.questionnaires.questions import AnswerType, Question
from holdfast.web.monitor.typed import Typed, Value, name_of, parts_of

#: types whose answer is chosen from a list with round buttons
_CHOSEN = {
    AnswerType.YES_NO,
    AnswerType.YES_NO_NA,
    AnswerType.YES_NO_UNKNOWN,
    AnswerType.PLAN,
    AnswerType.SCALE4,
    AnswerType.LIST,
}
#: round buttons with labels this short together stand in one line
_SHORT = 40
#: more boxes to tick than this stand in columns
_MANY = 6
_BOXES = (("Day", "2"), ("Month", "2"), ("Year", "4"))


@dataclass(frozen=True)
class Chosen:
    """One answer that may be chosen."""

    key: str
    label: str
    anchor: str
    id: str
    chosen: bool


@dataclass(frozen=True)
class Ask:
    """One question in the form.

    ``typed``: what stands in its field. ``applies``: whether it is asked as the answers are now. ``counts``: whether it
    is among those that must be answered. ``when``: the conditions that an answer on the same page can fulfil, for the
    script. ``theirs``: what somebody else saved while this was being typed.
    """

    question: Question
    typed: Typed
    applies: bool
    counts: bool
    when: str = ""
    last_time: str = ""
    theirs: str = ""
    wrong: str = ""

    @property
    def key(self) -> str:
        return self.question.key

    @property
    def number(self) -> str:
        return self.question.number

    @property
    def text(self) -> str:
        return self.question.text

    @property
    def help(self) -> str:
        return self.question.help

    @property
    def required(self) -> bool:
        return self.question.required

    @property
    def kind(self) -> str:
        """one, many, date, number or text: how it is drawn."""
        return "one" if self.question.type in _CHOSEN else self.question.type.value

    @property
    def name(self) -> str:
        return name_of(self.question)

    @property
    def id(self) -> str:
        """Of the first control, where an error's link leads."""
        return f"q-{self.key}"

    @property
    def is_group(self) -> bool:
        return self.kind in ("one", "many", "date")

    @property
    def is_inline(self) -> bool:
        found = options(self.question)
        return not any(one.anchor for one in found) and sum(len(one.label) for one in found) <= _SHORT

    @property
    def is_long(self) -> bool:
        """So many boxes to tick that they stand in columns."""
        return len(options(self.question)) > _MANY

    @property
    def options(self) -> list[Chosen]:
        given = self.typed.value if isinstance(self.typed.value, list) else [self.typed.value]
        return [
            Chosen(one.key, one.label, one.anchor, f"{self.id}-{n}" if n else self.id, one.key in given)
            for n, one in enumerate(options(self.question))
        ]

    @property
    def parts(self) -> list[dict[str, str]]:
        """The three boxes of a day."""
        return [
            {
                "label": label,
                "width": width,
                "name": f"{self.name}_{n}",
                "id": f"{self.id}_{n}" if n else self.id,
                "value": self.typed.parts[n],
            }
            for n, (label, width) in enumerate(_BOXES)
        ]

    @property
    def text_value(self) -> str:
        return self.typed.value if isinstance(self.typed.value, str) else ""

    @property
    def rows(self) -> int:
        return max(3, min(12, len(self.text_value) // 80 + self.text_value.count("\n") + 2))

    @property
    def described_by(self) -> str:
        """The ids of what stands under the question, for those who hear the page."""
        said = (("help", self.help), ("last", self.last_time), ("theirs", self.theirs), ("error", self.wrong))
        return " ".join(f"{self.id}-{name}" for name, words in said if words)


def kept_as_typed(question: Question, value: Value | None) -> Typed:
    """A saved answer as it stands in its field."""
    if question.type is AnswerType.MANY:
        return Typed(value if isinstance(value, list) else [])
    if question.type is AnswerType.DATE:
        return Typed(value or "", parts_of(value))
    return Typed(value if isinstance(value, str) else "")


def opening(question: Question, on_page: Mapping[str, Any]) -> str:
    """The conditions of a question that look at answers on the page, as the script reads them; blank without any."""
    found = [
        {"question": one.question, "is_one_of": list(one.is_one_of)}
        for one in question.when
        if one.question in on_page
    ]
    return json.dumps(found) if found else ""
