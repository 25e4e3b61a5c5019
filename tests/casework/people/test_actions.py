from __future__ import annotations

from datetime import date

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction

from holdfast.casework.access.roles import Role
from holdfast.casework.access.rules import NotAllowed
from holdfast.casework.audit.queries import events_about
from holdfast.casework.people import actions
from holdfast.casework.people.models import Allocation, AllocationRole, Child
from holdfast.casework.people.queries import NotYours
from holdfast.casework.provenance.models import Owner
from holdfast.casework.provenance.queries import history_of, owner_of
from tests.builders import people

pytestmark = pytest.mark.django_db


def test_correct_child_keeps_what_stood_there_and_takes_the_field() -> None:
    alice = people.child(made_by_intake=7)
    iro = people.iro_of(alice)

    changed = actions.correct_child(child=alice, changes={"born": date(2005, 6, 1), "sex": "F"}, by=iro)

    alice.refresh_from_db()
    assert changed == ["born"]
    assert alice.born == date(2005, 6, 1)
    assert [(c.field, c.before, c.after, c.changed_by) for c in history_of(alice)] == [
        ("born", "2005-05-01", "2005-06-01", iro)
    ]
    assert (owner_of(alice, "born"), owner_of(alice, "sex")) == (Owner.TYPED, Owner.RETURN)
    assert [(e.verb, e.detail) for e in events_about(alice)] == [("child.corrected", {"fields": ["born"]})]


def test_correct_child_with_what_stands_there_changes_nothing() -> None:
    alice = people.child()

    assert actions.correct_child(child=alice, changes={"sex": "F"}, by=None) == []
    assert list(history_of(alice)) == []
    assert list(events_about(alice)) == []


@pytest.mark.parametrize(
    ("changes", "sentence"),
    [
        ({"sex": "X"}, "not in the SEX list"),
        ({"ethnicity": "XXXX"}, "not in the ETHNIC list"),
        ({"born": date(2999, 1, 1)}, "after today"),
        ({"born": "yesterday"}, "invalid date"),
        ({"mother": "perhaps"}, "Answer 1 for yes or 0 for no"),
        ({"number": "C9"}, "cannot be corrected here"),
    ],
)
def test_correct_child_refuses_what_cannot_be(changes: dict, sentence: str) -> None:
    alice = people.child()

    with pytest.raises(ValidationError, match=sentence):
        actions.correct_child(child=alice, changes=changes, by=None)

    assert list(history_of(alice)) == []


def test_correct_child_is_for_those_who_may_and_for_their_children() -> None:
    alice, benedict = people.child("Alice"), people.child("Benedict")

    with pytest.raises(NotYours):
        actions.correct_child(child=benedict, changes={"name": "B"}, by=people.iro_of(alice))
    with pytest.raises(NotAllowed):
        actions.correct_child(child=alice, changes={"name": "A"}, by=people.user(Role.ANALYST))


def test_add_child_is_typed() -> None:
    manager = people.user()

    child = actions.add_child(number="N1", name="Nora", by=manager)

    assert owner_of(child, "name") == Owner.TYPED
    assert [e.verb for e in events_about(child)] == ["child.added"]


def test_allocate_ends_whoever_was_the_day_before() -> None:
    alice, manager = people.child(), people.user()
    first, second = (
        actions.add_worker(name="First", by=manager),
        actions.add_worker(name="Second", by=manager),
    )

    actions.allocate(child=alice, worker=first, role=AllocationRole.IRO, starts=date(2016, 4, 1), by=manager)
    actions.allocate(child=alice, worker=second, role=AllocationRole.IRO, starts=date(2016, 9, 1), by=manager)
    third = actions.allocate(
        child=alice, worker=first, role=AllocationRole.SOCIAL_WORKER, starts=date(2016, 4, 1), by=manager
    )
    actions.end_allocation(allocation=third, ends=date(2016, 4, 30), by=manager)

    assert list(Allocation.objects.values_list("worker__name", "role", "starts", "ends").order_by("id")) == [
        ("First", "iro", date(2016, 4, 1), date(2016, 8, 31)),
        ("Second", "iro", date(2016, 9, 1), None),
        ("First", "social_worker", date(2016, 4, 1), date(2016, 4, 30)),
    ]
    assert [e.verb for e in events_about(third)] == ["allocation.started", "allocation.ended"]


def test_allocate_before_a_day_somebody_began_is_refused() -> None:
    alice, robin = people.child(), people.worker()
    people.allocated(alice, robin, starts=date(2016, 9, 1))

    with pytest.raises(actions.AllocatedLater, match="from 1 September 2016"):
        actions.allocate(
            child=alice, worker=robin, role=AllocationRole.IRO, starts=date(2016, 8, 31), by=None
        )


def test_an_allocation_made_by_mistake_is_put_right_from_the_same_day() -> None:
    alice, wrong, right = people.child(), people.worker("Wrong Officer"), people.worker("Right Officer")
    day = date(2016, 9, 1)
    made = actions.allocate(child=alice, worker=wrong, role=AllocationRole.IRO, starts=day, by=None)

    actions.allocate(child=alice, worker=right, role=AllocationRole.IRO, starts=day, by=None)

    assert list(Allocation.objects.values_list("worker__name", "starts", "ends")) == [
        ("Right Officer", day, None)
    ]
    put_right = events_about(made).last()
    assert put_right.verb == "allocation.put_right"
    assert put_right.detail == {"child": alice.pk, "from": wrong.pk, "worker": right.pk, "role": "iro"}


def test_the_database_refuses_what_can_never_be() -> None:
    alice, robin = people.child(number="C1"), people.worker()
    people.allocated(alice, robin)
    never = {
        "allocation_ends_after_it_starts": lambda: people.allocated(
            alice, robin, AllocationRole.SOCIAL_WORKER, ends=date(2016, 3, 31)
        ),
        "one_open_allocation_of_a_kind": lambda: people.allocated(alice, robin),
        "allocation_role_is_in_the_list": lambda: people.allocated(alice, robin, role="friend"),
        "child_has_a_number": lambda: Child.objects.create(number=""),
        "worker_has_a_name": lambda: people.worker(name=""),
        "child_return_years_in_order": lambda: people.child(in_returns_from=2018, in_returns_to=2017),
        "number": lambda: people.child(number="C1"),
    }

    for name, attempt in never.items():
        with pytest.raises(IntegrityError) as refused, transaction.atomic():
            attempt()
        # SQLite names the columns of a broken uniqueness, PostgreSQL the constraint
        assert name in str(refused.value) or "UNIQUE" in str(refused.value), name
