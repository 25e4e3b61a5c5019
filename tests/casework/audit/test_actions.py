from __future__ import annotations

import pytest

from holdfast.casework.audit.actions import record
from holdfast.casework.audit.queries import events_about, events_by, events_naming
from holdfast.casework.audit.rules import NotForTheDiary
from holdfast.casework.people.models import Child
from tests.builders import people

pytestmark = pytest.mark.django_db


def test_record_says_who_did_what_to_which_record() -> None:
    alice, morgan = people.child(), people.user()

    event = record(
        by=morgan, verb="child.read", subject=alice, detail={"fields": ["born", "sex"], "count": 2}
    )

    assert list(events_about(alice)) == [event]
    assert list(events_by(morgan)) == [event]
    assert (event.subject_type, event.subject_id, event.actor_id) == (
        "people.Child",
        str(alice.pk),
        str(morgan.pk),
    )
    assert event.at is not None


def test_events_naming_finds_a_record_alone_in_a_list_and_by_what_belongs_to_it() -> None:
    alice, benedict = people.child("Alice"), people.child("Benedict")
    allocation = people.allocated(alice, people.worker())
    its = [
        record(by=None, verb="child.read", subject=alice),
        record(by=None, verb="allocation.started", subject=allocation, detail={"child": alice.pk}),
        record(by=None, verb="children.listed", subject=Child, detail={"children": [benedict.pk, alice.pk]}),
    ]
    record(by=None, verb="child.read", subject=benedict)
    record(by=None, verb="allocation.started", subject=allocation, detail={"child": benedict.pk})
    record(by=None, verb="children.listed", subject=Child, detail={"children": [benedict.pk]})
    record(by=None, verb="children.downloaded", subject=Child, detail={"children": [int(f"{alice.pk}0")]})
    record(by=None, verb="children.downloaded", subject=Child, detail={"children": []})
    record(by=None, verb="report.downloaded", subject=Child, detail={"rows": alice.pk})
    record(by=None, verb="user.added", subject=people.user(), detail={"child": alice.pk})

    found = events_naming(alice, as_one="child", as_many="children", kinds=["people.Allocation"])

    assert list(found) == its


def test_record_by_the_command_line_has_no_actor() -> None:
    assert record(by=None, verb="child.read", subject=people.child()).actor_id == ""


def test_record_outlives_the_child_it_speaks_of() -> None:
    alice = people.child()
    event = record(by=None, verb="child.read", subject=alice)

    alice.delete()

    event.refresh_from_db()
    assert event.subject_type == "people.Child"


@pytest.mark.parametrize(
    "detail", [{"name": "Alice Arden"}, {"fields": ["born", "1 May 2005"]}, {"x": {"y": 1}}]
)
def test_record_refuses_what_could_describe_a_person(detail: dict) -> None:
    with pytest.raises(NotForTheDiary):
        record(by=None, verb="child.read", subject=people.child(), detail=detail)


@pytest.mark.parametrize("verb", ["read", "Read child", "child.read.twice", ""])
def test_record_refuses_a_verb_that_is_none(verb: str) -> None:
    with pytest.raises(NotForTheDiary):
        record(by=None, verb=verb, subject=people.child())
