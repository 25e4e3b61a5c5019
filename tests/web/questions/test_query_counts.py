"""Each page asks the database a fixed number of questions, for one change of a draft and for many."""

from __future__ import annotations

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from holdfast.casework.access.roles import Role
from holdfast.casework.monitors import versions
from holdfast.domain.questionnaires import editing
from holdfast.domain.questionnaires.questions import AnswerType, Question, content_of, read

KIND = "child_in_care"
#: page -> what comes after the questionnaire in its address, and how many queries (session and user are two of them)
COUNTS = {
    "questions": (None, 9),
    "questions_one": ((), 5),
    "questions_version": ((1,), 4),
    "questions_compare": ((), 4),
    "questions_draft": ((), 5),
    "questions_preview": ((), 5),
    "questions_publish": ((), 5),
    "questions_drop": ((), 5),
    "questions_question": (("care_plan_quality",), 5),
    "questions_when": (("local_0",), 5),
}


def with_local_questions(number: int) -> None:
    draft = versions.begin_draft(kind=KIND, by=None)
    asked = read(draft.content)
    section = asked.sections[-1].key
    for n in range(number):
        new = Question(f"local_{n}", f"Z{n}", "Sleeps well?", AnswerType.YES_NO, "The team", local=True)
        asked = editing.add(asked, section, new)
    versions.change_draft(draft=draft, content=content_of(asked), step=draft.step, by=None)


@pytest.mark.parametrize("number", [1, 3])
def test_a_page_asks_as_many_questions_for_one_row_as_for_three(number, world, as_role):
    with_local_questions(number)
    client = as_role(Role.IRO_MANAGER)
    client.get("/")  # the session is written once, not with every page

    found = {}
    for name, (more, _) in COUNTS.items():
        with CaptureQueriesContext(connection) as asked:
            args = [] if more is None else [KIND, *more]
            assert client.get(reverse(name, args=args)).status_code == 200
        found[name] = len(asked)

    assert found == {name: count for name, (_, count) in COUNTS.items()}
