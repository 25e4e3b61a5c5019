"""Changing a draft of a questionnaire, one step at a time. Each function gives a new questionnaire back.

A question keeps its key for good, whatever becomes of its words, so that answers and figures know it again.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Collection
from dataclasses import replace

from .checking import COUNTED, faults
from .questions import Option, Question, Questionnaire, Section

#: what the key of a question this council added begins with, and how long a key made from words may be
LOCAL, LONGEST_KEY = "local_", 40


class NotPossible(ValueError):
    """The change cannot be made; the sentence says why and what to do instead."""


def is_counted_on(kind: str, key: str) -> bool:
    """Whether a figure counts on the question."""
    return key in COUNTED.get(kind, {})


def key_from(words: str, taken: Collection[str], before: str = "") -> str:
    """A key made from words, lower case and without spaces, that nothing else has: “Yes, often” is `yes_often`."""
    plain = unicodedata.normalize("NFKD", words).encode("ascii", "ignore").decode().lower()
    made = before + (re.sub(r"[^a-z0-9]+", "_", plain).strip("_")[:LONGEST_KEY].strip("_") or "other")
    found, number = made, 2
    while found in taken:
        found, number = f"{made}_{number}", number + 1
    return found


def options_from(labels: Collection[str], taken: Collection[str] = ()) -> tuple[Option, ...]:
    """Options whose keys are made from their labels. Raises NotPossible when two read the same."""
    found: list[Option] = []
    for label in labels:
        if any(label.casefold() == one.label.casefold() for one in found):
            raise NotPossible(f"“{label}” stands among the answers twice. Take one of them out.")
        found.append(Option(key_from(label, {*taken, *(one.key for one in found)}), label))
    return tuple(found)


def next_number(asked: Questionnaire, section_key: str) -> str:
    """The running number of a new question: the section's letter and a number nobody in the questionnaire has."""
    letter = chr(ord("A") + [one.key for one in asked.sections].index(section_key) % 26)
    here = [
        one.number for one in _section(asked, section_key).questions if re.fullmatch(r"[A-Z]\d+", one.number)
    ]
    letter = here[0][0] if here else letter
    numbers = {one.number for one in asked.questions()}
    count = 1
    while f"{letter}{count}" in numbers:
        count += 1
    return f"{letter}{count}"


def add(asked: Questionnaire, section_key: str, question: Question) -> Questionnaire:
    """The question, last in a section."""
    _section(asked, section_key)
    return _with(
        asked,
        lambda one: replace(one, questions=(*one.questions, question)) if one.key == section_key else one,
    )


def put(asked: Questionnaire, question: Question) -> Questionnaire:
    """The question in the place of that with its key. Raises NotPossible where figures could not count it any more."""
    _question(asked, question.key)
    after = _with(
        asked,
        lambda one: replace(
            one, questions=tuple(question if each.key == question.key else each for each in one.questions)
        ),
    )
    if is_counted_on(asked.kind, question.key):
        before = set(faults(asked))
        worse = [fault for fault in faults(after) if fault not in before]
        if worse:
            raise NotPossible(" ".join(worse))
    return after


def end(asked: Questionnaire, key: str) -> Questionnaire:
    """Without the question: it is asked no more, and what was answered stays. Raises NotPossible."""
    question = _question(asked, key)
    if is_counted_on(asked.kind, key):
        raise NotPossible(
            f"Figures count on question {question.number}, so it cannot be ended. You can change its wording; the "
            "figure then says from which day it was asked in other words."
        )
    leaning = [one.number for one in asked.questions() if any(each.question == key for each in one.when)]
    if leaning:
        raise NotPossible(
            f"Whether question {', '.join(leaning)} is asked depends on the answer to question {question.number}. "
            "Change when that is asked first."
        )
    return _with(asked, lambda one: replace(one, questions=_without(one, key)))


def place_of(asked: Questionnaire, key: str) -> tuple[str, int]:
    """The section a question stands in, and its place there, counted from 1."""
    for section in asked.sections:
        for number, one in enumerate(section.questions, start=1):
            if one.key == key:
                return section.key, number
    raise NotPossible("This question is no longer in the draft.")


def move(asked: Questionnaire, key: str, section_key: str, place: int) -> Questionnaire:
    """The question in a section, in this place counted from 1; too large a place is the last one."""
    question = _question(asked, key)
    _section(asked, section_key)

    def moved(section: Section) -> Section:
        rest = list(_without(section, key))
        if section.key == section_key:
            rest.insert(max(place, 1) - 1, question)
        return replace(section, questions=tuple(rest))

    return _with(asked, moved)


def shift(asked: Questionnaire, key: str, by: int) -> Questionnaire:
    """The question one place up (-1) or down (1); from the edge of a section into the one beside it."""
    section_key, place = place_of(asked, key)
    keys = [one.key for one in asked.sections]
    here = keys.index(section_key)
    if 1 <= place + by <= len(asked.sections[here].questions):
        return move(asked, key, section_key, place + by)
    if not 0 <= here + by < len(keys):
        return asked
    beside = asked.sections[here + by]
    return move(asked, key, beside.key, 1 if by > 0 else len(beside.questions) + 1)


def add_section(asked: Questionnaire, title: str, intro: str = "") -> Questionnaire:
    """A section without questions, after the others; its key is made from the title."""
    key = key_from(title, {one.key for one in asked.sections})
    return replace(asked, sections=(*asked.sections, Section(key, title, (), intro)))


def reword_section(asked: Questionnaire, key: str, title: str, intro: str) -> Questionnaire:
    """Another title and introduction of one section; its questions stay."""
    _section(asked, key)
    return _with(asked, lambda one: replace(one, title=title, intro=intro) if one.key == key else one)


def move_section(asked: Questionnaire, key: str, place: int) -> Questionnaire:
    """The section in this place, counted from 1; outside of the list it is the first or the last."""
    section = _section(asked, key)
    rest = [one for one in asked.sections if one.key != key]
    rest.insert(max(place, 1) - 1, section)
    return replace(asked, sections=tuple(rest))


def end_section(asked: Questionnaire, key: str) -> Questionnaire:
    """Without a section in which no question is left. Raises NotPossible."""
    if _section(asked, key).questions:
        raise NotPossible("Questions stand in this section. Move them or end them first.")
    return replace(asked, sections=tuple(one for one in asked.sections if one.key != key))


def _with(asked: Questionnaire, change: Callable[[Section], Section]) -> Questionnaire:
    return replace(asked, sections=tuple(change(one) for one in asked.sections))


def _without(section: Section, key: str) -> tuple[Question, ...]:
    return tuple(one for one in section.questions if one.key != key)


def _question(asked: Questionnaire, key: str) -> Question:
    found = asked.question(key)
    if found is None:
        raise NotPossible("This question is no longer in the draft.")
    return found


def _section(asked: Questionnaire, key: str) -> Section:
    found = next((one for one in asked.sections if one.key == key), None)
    if found is None:
        raise NotPossible("This section is no longer in the draft.")
    return found
