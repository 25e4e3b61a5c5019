"""Versions of a questionnaire: begun, changed, taken back, published from a day on, and never changed after."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest
from django.core.exceptions import ValidationError

from holdfast.casework.access.roles import Role
from holdfast.casework.access.rules import NotAllowed
from holdfast.casework.audit.models import AuditEvent
from holdfast.casework.monitors import versions
from holdfast.casework.monitors.models import QuestionSet
from holdfast.casework.monitors.versions import ChangedMeanwhile
from holdfast.domain.questionnaires import editing
from holdfast.domain.questionnaires.questions import AnswerType, Question, content_of, read
from holdfast.domain.questionnaires.shipped import shipped
from tests.builders.people import user

pytestmark = pytest.mark.django_db
KIND = "child_in_care"
TODAY = date(2017, 3, 31)


def reworded(content, key: str = "legal_status_right", text: str = "Is the legal status right?"):
    asked = read(content)
    return content_of(editing.put(asked, replace(asked.question(key), text=text)))


def with_local(content, key: str = "local_sleep"):
    asked = read(content)
    section = asked.sections[-1].key
    new = Question(
        key, editing.next_number(asked, section), "Sleeps well?", AnswerType.YES_NO, "The team", local=True
    )
    return content_of(editing.add(asked, section, new))


def draft(by=None) -> QuestionSet:
    return versions.begin_draft(kind=KIND, by=by)


def change(held: QuestionSet, content, by=None, **facts) -> QuestionSet:
    return versions.change_draft(draft=held, content=content, step=held.step, by=by, **facts)


def publish(held: QuestionSet, **facts) -> QuestionSet:
    given = {"from_date": TODAY, "reason": "Clearer words", "step": held.step, "on": TODAY, "by": None}
    return versions.publish(draft=held, **{**given, **facts})


def test_the_first_draft_is_version_2_of_what_was_shipped():
    held = draft()

    assert (held.number, read(held.content)) == (2, shipped(KIND))
    (first,) = versions.published(KIND)
    assert (first.number, read(first.content)) == (1, shipped(KIND))
    assert draft() == held


def test_a_draft_is_changed_and_its_changes_taken_back_one_by_one():
    held = draft()
    before = held.content
    once = change(held, reworded(before))
    twice = change(once, with_local(once.content), about="local_sleep")
    asked = read(twice.content)
    moved = change(twice, content_of(editing.move_section(asked, asked.sections[0].key, 99)))

    back = versions.take_change_back(draft=moved, step=moved.step, by=None)
    assert back.content == twice.content
    back = versions.take_change_back(draft=back, step=back.step, by=None)
    assert back.content == once.content
    back = versions.take_change_back(draft=back, step=back.step, by=None)
    assert back.content == before
    with pytest.raises(ValidationError, match="No change of this draft is left"):
        versions.take_change_back(draft=back, step=back.step, by=None)


def test_no_more_than_so_many_changes_are_kept_and_saving_the_same_is_none(monkeypatch):
    monkeypatch.setattr(versions, "KEPT_CHANGES", 2)
    held = draft()
    for number in range(4):
        held = change(held, reworded(held.content, text=f"Wording {number}?"))
    same = change(held, held.content)

    assert (len(same.undo), same.step) == (2, 4)


def test_published_it_is_never_changed_again():
    held = draft()
    held = publish(change(held, reworded(held.content)))

    for act in (
        lambda: change(held, with_local(held.content)),
        lambda: versions.take_change_back(draft=held, step=held.step, by=None),
        lambda: versions.drop_draft(draft=held, step=held.step, by=None),
        lambda: publish(held),
    ):
        with pytest.raises(ChangedMeanwhile):
            act()
    held.refresh_from_db()
    assert (held.number, held.from_date, held.reason, held.undo) == (2, TODAY, "Clearer words", [])
    assert draft().number == 3


@pytest.mark.parametrize(
    ("facts", "field", "sentence"),
    [
        ({"from_date": TODAY - timedelta(days=1)}, "from_date", "must be 31 March 2017 or later"),
        ({"from_date": date(2101, 1, 1)}, "from_date", "Check the year"),
        ({"reason": "  "}, "reason", "Say what changed and why"),
    ],
)
def test_a_day_gone_by_and_no_reason_are_refused_in_words(facts, field, sentence):
    held = draft()
    held = change(held, reworded(held.content))

    with pytest.raises(ValidationError) as refused:
        publish(held, **facts)

    assert sentence in refused.value.message_dict[field][0]


def test_the_first_day_comes_after_that_of_the_version_before():
    held = draft()
    publish(change(held, reworded(held.content)), from_date=date(2017, 9, 1))
    third = draft()
    third = change(third, with_local(third.content))

    with pytest.raises(ValidationError, match="asked from 1 September 2017"):
        publish(third, from_date=date(2017, 9, 1))
    assert publish(third, from_date=date(2017, 9, 2)).number == 3


def test_faults_and_a_draft_like_the_version_before_are_refused():
    held = draft()
    with pytest.raises(ValidationError, match="Nothing differs from version 1"):
        publish(held)

    asked = read(with_local(held.content))
    broken = change(held, content_of(editing.put(asked, replace(asked.question("local_sleep"), number="20"))))
    with pytest.raises(ValidationError, match="Two questions have the number 20"):
        publish(broken)


def test_of_two_managers_the_second_is_told_and_nothing_is_lost():
    held = draft()
    first = change(held, reworded(held.content))

    for act in (
        lambda: change(held, with_local(held.content)),
        lambda: publish(held),
        lambda: versions.drop_draft(draft=held, step=held.step, by=None),
        lambda: versions.take_change_back(draft=held, step=held.step, by=None),
    ):
        with pytest.raises(ChangedMeanwhile, match="Nothing of yours was saved yet"):
            act()

    held.refresh_from_db()
    assert held.content == first.content


def test_a_dropped_draft_is_gone_and_what_is_published_stays():
    held = draft()
    versions.drop_draft(draft=held, step=held.step, by=None)

    assert versions.draft_of(KIND) is None
    assert len(versions.published(KIND)) == 1


@pytest.mark.parametrize(
    "content", [{}, {"kind": KIND}, {"kind": "conference", "title": "x", "sections": []}]
)
def test_what_is_no_questionnaire_is_refused(content):
    with pytest.raises(ValidationError, match="This is"):
        change(draft(), content)


def test_only_a_manager_and_every_change_is_in_the_diary():
    officer, manager = user(Role.IRO), user(Role.IRO_MANAGER)
    with pytest.raises(NotAllowed):
        draft(officer)
    held = draft(manager)
    with pytest.raises(NotAllowed):
        change(held, reworded(held.content), officer)

    held = change(held, reworded(held.content), manager, about="legal_status_right")
    publish(held, by=manager)

    told = AuditEvent.objects.filter(verb__startswith="questions.").order_by("id")
    assert [event.verb for event in told] == [
        "questions.shipped",
        "questions.begun",
        "questions.changed",
        "questions.published",
    ]
    assert told[2].detail == {"kind": KIND, "number": 2, "about": "legal_status_right"}
    assert told[3].detail["questions"] == ["legal_status_right"]
    assert QuestionSet.objects.get(number=2).published_by == manager


def test_what_breaks_a_series_is_told_by_question_version_and_day():
    held = draft()
    publish(change(held, reworded(held.content)))
    third = draft()
    publish(change(third, with_local(third.content)), from_date=date(2017, 9, 1))
    fourth = draft()
    asked = read(fourth.content)
    without = change(fourth, content_of(editing.end(asked, "local_sleep")))
    publish(without, from_date=date(2018, 1, 1))
    fifth = draft()
    back = with_local(fifth.content)
    back["sections"][-1]["questions"][-1]["text"] = "Does the child sleep well?"
    publish(change(fifth, back), from_date=date(2018, 4, 1))

    assert versions.question_changes(KIND) == [
        ("legal_status_right", 2, TODAY),
        ("local_sleep", 5, date(2018, 4, 1)),
    ]
    assert versions.question_changes("conference") == []
    assert "local_sleep" in versions.keys_ever(KIND)
