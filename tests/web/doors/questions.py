"""Addresses of this journey: questions."""

from __future__ import annotations

from typing import Any

from holdfast.casework.monitors import versions
from holdfast.domain.questionnaires import editing
from holdfast.domain.questionnaires.questions import AnswerType, Question, content_of, read
from tests.web.doors import MANAGER, Door

KIND = "child_in_care"
KEY = "local_sleep"


def prepare(world: Any) -> dict[str, Any]:
    """A draft with a question of the council's own and an empty section."""
    draft = versions.begin_draft(kind=KIND, by=None)
    asked = read(draft.content)
    section = asked.sections[-1].key
    new = Question(
        KEY, editing.next_number(asked, section), "Sleeps well?", AnswerType.YES_NO, "The team", local=True
    )
    asked = editing.add_section(editing.add(asked, section, new), "Later")
    draft = versions.change_draft(draft=draft, content=content_of(asked), step=0, by=None)
    return {"question_draft": draft, "question_section": section, "question_later": asked.sections[-1].key}


def _kind(things: Any) -> list:
    return [KIND]


def _question(things: Any) -> list:
    return [KIND, KEY]


def _door(**facts: Any) -> Door:
    return Door(MANAGER, **{"args": _kind, "not_one_childs": True, **facts})


DOORS: dict[str, Door] = {
    "questions": Door(MANAGER),
    "questions_one": _door(more=lambda t: [["conference"]]),
    "questions_version": _door(args=lambda t: [KIND, 1]),
    "questions_compare": _door(),
    "questions_begin": _door(method="post", status=302),
    "questions_draft": _door(),
    "questions_preview": _door(),
    "questions_move": _door(method="post", status=302),
    "questions_undo": _door(method="post", status=302),
    "questions_drop": _door(),
    "questions_publish": _door(),
    "questions_section_add": _door(),
    "questions_section": _door(args=lambda t: [KIND, t.question_later]),
    "questions_section_end": _door(args=lambda t: [KIND, t.question_later], method="post", status=302),
    "questions_add": _door(args=lambda t: [KIND, t.question_section]),
    "questions_question": _door(args=_question, more=lambda t: [[KIND, "care_plan_quality"]]),
    "questions_when": _door(args=_question, data={"on": "fact-age"}),
    "questions_end": _door(args=_question, method="post", status=302),
}
