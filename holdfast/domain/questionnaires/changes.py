"""What changed from one version of a questionnaire to the next, and which changes break the series of a figure.

A figure may be laid beside that of an earlier year only if the question was the same. Changed wording, help, answers
or condition make it another question from that version on; moving it, or giving it another number, does not.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from .questions import Question, Questionnaire, Section


class What(StrEnum):
    """In what way a question differs from one version to the next."""

    NEW = "new"
    ENDED = "ended"
    REWORDED = "reworded"  # the question, or the help that stands under it
    ANSWERS = "answers"  # another type, other options, or other words of an option or its anchor
    CONDITION = "condition"  # when it is asked, how often, and whether it must be answered
    MOVED = "moved"
    NOTED = "noted"  # its number, or who uses the answer


_BREAKS = frozenset({What.REWORDED, What.ANSWERS, What.CONDITION})


@dataclass(frozen=True)
class Change:
    """One thing that changed of one question. ``before`` is None for a new one, ``after`` for one that ended."""

    question: str
    what: What
    before: Question | None = None
    after: Question | None = None


@dataclass(frozen=True)
class SectionChange:
    """A section that is new, has ended (``after`` is None), or has another title or other words under it."""

    before: Section | None
    after: Section | None


def changed(before: Questionnaire, after: Questionnaire) -> tuple[Change, ...]:
    """Every change of a question: those asked after in their order, with their changes, then those that ended."""
    old = {one.key: one for one in before.questions()}
    moved = _moved(before, after)
    found: list[Change] = []
    for one in after.questions():
        if one.key not in old:
            found.append(Change(one.key, What.NEW, None, one))
            continue
        found += [Change(one.key, what, old[one.key], one) for what in _differences(old[one.key], one)]
        if one.key in moved:
            found.append(Change(one.key, What.MOVED, old[one.key], one))
    kept = {one.key for one in after.questions()}
    found += [Change(key, What.ENDED, one, None) for key, one in old.items() if key not in kept]
    return tuple(found)


def breaks_series(change: Change) -> bool:
    """Whether answers from this version on must not be laid beside earlier ones.

    A new question has no earlier answers and an ended one no later ones, so neither breaks anything by itself.
    """
    return change.what in _BREAKS


def changed_question(before: Question, after: Question) -> tuple[Change, ...]:
    """What changed of one question, leaving aside where it stands."""
    return tuple(Change(after.key, what, before, after) for what in _differences(before, after))


def changed_sections(before: Questionnaire, after: Questionnaire) -> tuple[SectionChange, ...]:
    """The sections that are new, reworded or have ended."""
    old = {one.key: one for one in before.sections}
    new = {one.key: one for one in after.sections}
    found = [
        SectionChange(old.get(key), one)
        for key, one in new.items()
        if key not in old or (old[key].title, old[key].intro) != (one.title, one.intro)
    ]
    return tuple(found + [SectionChange(one, None) for key, one in old.items() if key not in new])


def _differences(before: Question, after: Question) -> list[What]:
    compared = (
        (What.REWORDED, (before.text, before.help), (after.text, after.help)),
        (What.ANSWERS, (before.type, before.options), (after.type, after.options)),
        (What.CONDITION, _when_asked(before), _when_asked(after)),
        (What.NOTED, (before.number, before.used_by), (after.number, after.used_by)),
    )
    return [what for what, was, is_now in compared if was != is_now]


def _when_asked(one: Question) -> tuple[object, ...]:
    return (one.when, one.asked, one.known, one.required)


def _moved(before: Questionnaire, after: Questionnaire) -> frozenset[str]:
    """The keys of questions that stand in another section, or had to be moved to come to the new order.

    Of all ways to come from one order to the other the one that moves fewest questions is told.
    """
    was = {one.key: (place, section.key) for place, (section, one) in enumerate(_placed(before))}
    common = [(one.key, section.key) for section, one in _placed(after) if one.key in was]
    stayed = _longest_rising([was[key][0] for key, _ in common])
    return frozenset(
        key for number, (key, section) in enumerate(common) if number not in stayed or section != was[key][1]
    )


def _placed(questionnaire: Questionnaire) -> list[tuple[Section, Question]]:
    return [(section, one) for section in questionnaire.sections for one in section.questions]


def _longest_rising(places: Sequence[int]) -> frozenset[int]:
    """The indexes of a longest rising run through ``places`` (not necessarily neighbours); n log n."""
    ends: list[int] = []  # index of the smallest last place of a run of each length
    before: list[int] = []
    for index, place in enumerate(places):
        length = bisect_left([places[one] for one in ends], place)
        before.append(ends[length - 1] if length else -1)
        ends[length : length + 1] = [index]
    found, index = set(), ends[-1] if ends else -1
    while index >= 0:
        found.add(index)
        index = before[index]
    return frozenset(found)
