"""What a questionnaire is made of, and how it is read from a file or a stored version.

Source of the kinds of answer: the union of councils' quality assurance forms (Data to Insight, project 2a); ratings are
Ofsted's four grades. A version is plain JSON or TOML, so that an old one can always be asked and shown as it was.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any


class AnswerType(StrEnum):
    """What may be answered. The first five bring their own options."""

    YES_NO = "yn"
    YES_NO_NA = "ynna"  # or not applicable
    YES_NO_UNKNOWN = "ynk"  # or not known
    PLAN = "plan"  # up to date, needs completing, needs updating, not applicable
    SCALE4 = "scale4"  # outstanding, good, requires improvement, inadequate; each with its anchor in words
    LIST = "list"  # one of the question's own options
    MANY = "many"  # any of them
    DATE = "date"
    NUMBER = "number"
    TEXT = "text"


class Asked(StrEnum):
    """How often a question is asked."""

    ALWAYS = "always"
    ONCE = "once"  # then kept from the last monitor, and asked again only on change


@dataclass(frozen=True)
class Option:
    """One answer that may be chosen; ``anchor`` says in words what it means."""

    key: str
    label: str
    anchor: str = ""


@dataclass(frozen=True)
class Condition:
    """A question is asked only if this holds: an earlier answer, or a fact about the child (see ``FACTS``), is one of
    ``is_one_of``, or (a fact that is a number) lies in ``at_least`` (included) to ``below`` (excluded)."""

    question: str = ""
    fact: str = ""
    is_one_of: tuple[str, ...] = ()
    at_least: float | None = None
    below: float | None = None


@dataclass(frozen=True)
class Question:
    """One question. ``number`` is what is printed beside it; ``key`` is what answers and figures know it by.

    ``known``: where the service knows the answer (a name of `monitors.known`), so that it is shown and not asked.
    ``used_by``: the figure, document or person that uses the answer; a question nobody uses is not asked.
    ``local``: this council added it.
    """

    key: str
    number: str
    text: str
    type: AnswerType
    used_by: str
    help: str = ""
    options: tuple[Option, ...] = ()
    when: tuple[Condition, ...] = ()  # all of them
    asked: Asked = Asked.ALWAYS
    known: str = ""
    required: bool = True
    local: bool = False


@dataclass(frozen=True)
class Section:
    """Questions that belong together, under one heading. ``intro``: a sentence before the first of them."""

    key: str
    title: str
    questions: tuple[Question, ...]
    intro: str = ""


@dataclass(frozen=True)
class Questionnaire:
    """One version of a questionnaire. ``kind``: child_in_care, conference or child_in_need."""

    kind: str
    title: str
    sections: tuple[Section, ...] = field(default=())

    def questions(self) -> Iterator[Question]:
        for section in self.sections:
            yield from section.questions

    def question(self, key: str) -> Question | None:
        return next((one for one in self.questions() if one.key == key), None)


def read(content: Mapping[str, Any]) -> Questionnaire:
    """A questionnaire from its declaration (the shape `content_of` gives). Raises KeyError, TypeError or ValueError."""
    return Questionnaire(
        content["kind"], content["title"], tuple(_section(one) for one in content["sections"])
    )


def _section(one: Mapping[str, Any]) -> Section:
    questions = tuple(_question(each) for each in one.get("questions", ()))
    return Section(one["key"], one["title"], questions, one.get("intro", ""))


def _question(one: Mapping[str, Any]) -> Question:
    return Question(
        key=one["key"],
        number=one["number"],
        text=one["text"],
        type=AnswerType(one["type"]),
        used_by=one["used_by"],
        help=one.get("help", ""),
        options=tuple(Option(**each) for each in one.get("options", ())),
        when=tuple(_condition(each) for each in one.get("when", ())),
        asked=Asked(one.get("asked", Asked.ALWAYS)),
        known=one.get("known", ""),
        required=one.get("required", True),
        local=one.get("local", False),
    )


def _condition(one: Mapping[str, Any]) -> Condition:
    return Condition(
        question=one.get("question", ""),
        fact=one.get("fact", ""),
        is_one_of=tuple(one.get("is_one_of", ())),
        at_least=one.get("at_least"),
        below=one.get("below"),
    )


#: written down even where a draft leaves it blank
_ALWAYS_THERE = frozenset({"key", "title", "questions", "number", "text", "used_by", "label"})


def content_of(questionnaire: Questionnaire) -> dict[str, Any]:
    """The declaration as plain JSON, without what is as it is anyway; `read` gives the same questionnaire back."""
    return {
        "kind": questionnaire.kind,
        "title": questionnaire.title,
        "sections": [
            _without_blanks(
                {
                    "key": section.key,
                    "title": section.title,
                    "intro": section.intro,
                    "questions": [_content(one) for one in section.questions],
                }
            )
            for section in questionnaire.sections
        ],
    }


def _content(one: Question) -> dict[str, Any]:
    found: dict[str, Any] = {
        "key": one.key,
        "number": one.number,
        "text": one.text,
        "type": one.type.value,
        "used_by": one.used_by,
        "help": one.help,
        "options": [
            _without_blanks({"key": each.key, "label": each.label, "anchor": each.anchor})
            for each in one.options
        ],
        "when": [_condition_content(each) for each in one.when],
        "known": one.known,
    }
    found = _without_blanks(found)
    if one.asked is not Asked.ALWAYS:
        found["asked"] = one.asked.value
    if not one.required:
        found["required"] = False
    if one.local:
        found["local"] = True
    return found


def _condition_content(one: Condition) -> dict[str, Any]:
    found: dict[str, Any] = {"question": one.question, "fact": one.fact, "is_one_of": list(one.is_one_of)}
    found = _without_blanks(found)
    if one.at_least is not None:
        found["at_least"] = one.at_least
    if one.below is not None:
        found["below"] = one.below
    return found


def _without_blanks(found: dict[str, Any]) -> dict[str, Any]:
    return {key: value for key, value in found.items() if key in _ALWAYS_THERE or value not in ("", [])}
