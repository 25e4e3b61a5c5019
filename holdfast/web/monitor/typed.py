"""What was typed into the form of a monitor, question by question, as the answers the service keeps."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from django.core.exceptions import ValidationError
from django.http import QueryDict

from holdfast.domain.questionnaires.questions import AnswerType, Question
from holdfast.web.day_field import DayField

Value = str | list[str]


@dataclass(frozen=True)
class Typed:
    """One answer as it was typed. ``parts``: of a day its three boxes. ``wrong``: why it can be no answer."""

    value: Value
    parts: tuple[str, str, str] = ("", "", "")
    wrong: str = ""

    @property
    def is_blank(self) -> bool:
        return not self.value and not self.wrong


def name_of(question: Question) -> str:
    """What the field of a question is called in the form."""
    return f"q_{question.key}"


def read(questions: Iterable[Question], post: QueryDict) -> dict[str, Typed]:
    """Question key → what was typed. A question whose field was not on the page is left out."""
    shown = set(post.get("on_page", "").split())
    return {one.key: _read(one, post) for one in questions if one.key in shown}


def _read(question: Question, post: QueryDict) -> Typed:
    name = name_of(question)
    if question.type is AnswerType.MANY:
        return Typed(list(dict.fromkeys(post.getlist(name))))
    if question.type is AnswerType.DATE:
        return _day(question, [post.get(f"{name}_{n}", "").strip() for n in range(3)])
    return Typed(post.get(name, "").replace("\r\n", "\n").strip())


def _day(question: Question, typed: list[str]) -> Typed:
    parts = (typed[0], typed[1], typed[2])
    try:
        found = DayField(what=f"day in question {question.number}", required=False).clean(typed)
    except ValidationError as refusal:
        return Typed("", parts, f"{' '.join(refusal.messages).rstrip('.')}.")
    return Typed(found.isoformat() if found else "", parts)


def parts_of(value: Value | None) -> tuple[str, str, str]:
    """A day that is kept, as its three boxes."""
    if not isinstance(value, str) or not value:
        return ("", "", "")
    day = date.fromisoformat(value)
    return (str(day.day), str(day.month), str(day.year))
