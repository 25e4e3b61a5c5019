"""Drafts: one per person and form, never another's, and gone when saved."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.core.exceptions import ValidationError
from django.utils import timezone

from holdfast.casework.access.roles import Role
from holdfast.casework.audit.models import AuditEvent
from holdfast.casework.drafts.actions import drop, keep
from holdfast.casework.drafts.models import Draft
from holdfast.casework.drafts.queries import offered, others_writing
from holdfast.casework.drafts.rules import LONGEST
from tests.builders import people

FORM = "record:5b7d1f0e-0c53-4d0f-9a41-2f3e8c6d7a10"


@pytest.fixture
def sam(db):
    return people.user(Role.IRO, name="Sam Fielding")


def test_the_newest_keeping_stands_and_an_older_one_changes_nothing(sam):
    keep(form=FORM, content={"text": "One"}, step=1, child=7, based_on="3", by=sam)
    keep(form=FORM, content={"text": "Three"}, step=3, child=7, by=sam)
    keep(form=FORM, content={"text": "Two, late"}, step=2, child=7, by=sam)

    draft = offered(sam, FORM)
    assert (draft.content, draft.step) == ({"text": "Three"}, 3)
    assert Draft.objects.count() == 1


def test_a_draft_is_offered_to_its_writer_alone(sam):
    other = people.user(Role.IRO_MANAGER)
    keep(form=FORM, content={"text": "Mine"}, step=1, by=sam)

    assert offered(other, FORM) is None
    assert drop(form=FORM, by=other) is False
    assert drop(form=FORM, by=sam) is True
    assert offered(sam, FORM) is None


def test_others_learn_who_writes_and_since_when_and_no_word_of_it(sam):
    other = people.user(Role.IRO_MANAGER)
    draft = keep(form=FORM, content={"text": "Mine"}, step=1, by=sam)

    (writer,) = others_writing(FORM, besides=other)
    assert writer == ("Sam Fielding", draft.began_at)
    assert others_writing(FORM, besides=sam) == []
    Draft.objects.update(kept_at=timezone.now() - timedelta(minutes=16))
    assert others_writing(FORM, besides=other) == []


def test_the_diary_has_the_beginning_and_the_end_and_never_the_words(sam):
    for step in range(1, 4):
        keep(form=FORM, content={"text": f"Words {step}"}, step=step, child=7, by=sam)
    drop(form=FORM, by=sam)

    events = AuditEvent.objects.filter(verb__startswith="draft.")
    assert [(event.verb, event.detail) for event in events.order_by("id")] == [
        ("draft.begun", {"child": 7}),
        ("draft.dropped", {"child": 7}),
    ]


@pytest.mark.parametrize(
    ("form", "content"),
    [
        ("record", {}),
        ("record:", {}),
        ("Record:" + FORM.split(":")[1], {}),
        (FORM, {"text": 3}),
        (FORM, {"text": "x" * (LONGEST + 1)}),
        (FORM, {f"f{n}": "" for n in range(201)}),
    ],
)
def test_what_is_no_draft_is_refused(sam, form, content):
    with pytest.raises(ValidationError):
        keep(form=form, content=content, step=1, by=sam)
    with pytest.raises(ValidationError, match="signed in"):
        keep(form=FORM, content={}, step=1, by=None)
