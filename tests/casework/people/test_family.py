"""Ties between children, contacts, and workers who are not independent."""

from __future__ import annotations

from datetime import date

import pytest
from django.core.exceptions import ValidationError

from holdfast.casework.access.roles import Role
from holdfast.casework.access.rules import NotAllowed
from holdfast.casework.audit.queries import events_about
from holdfast.casework.people import actions
from holdfast.casework.people.models import Contact, FamilyTie, Ground, Interest, Relation, TieKind, Version
from holdfast.casework.people.queries import NotYours, contacts_of, diary_of, ties_of
from holdfast.casework.provenance.queries import history_of
from tests.builders import people

pytestmark = pytest.mark.django_db

DAY = date(2026, 4, 1)


def test_a_tie_stands_in_the_diary_of_both_and_can_be_taken_out() -> None:
    alice, benedict = people.child("Alice Arden"), people.child("Benedict Birch")
    support = people.user(Role.BUSINESS_SUPPORT)

    made = actions.tie(child=alice, other=benedict, kind=TieKind.SIBLING, by=support)

    assert list(ties_of(alice)) == list(ties_of(benedict)) == [made]
    actions.untie(tie=made, by=support)
    assert not FamilyTie.objects.exists()
    for child in (alice, benedict):
        assert [event.verb for event in diary_of(child)] == ["family_tie.added", "family_tie.removed"]


@pytest.mark.parametrize("kind", TieKind)
def test_a_tie_is_entered_once_whichever_way_round(kind: TieKind) -> None:
    alice, benedict = people.child("Alice Arden"), people.child("Benedict Birch")
    actions.tie(child=alice, other=benedict, kind=kind, by=None)

    for child, other in ((alice, benedict), (benedict, alice)):
        with pytest.raises(ValidationError, match="on record already"):
            actions.tie(child=child, other=other, kind=kind, by=None)
    with pytest.raises(ValidationError, match="same child"):
        actions.tie(child=alice, other=alice, kind=kind, by=None)


def test_both_children_must_be_theirs() -> None:
    alice, benedict = people.child("Alice Arden"), people.child("Benedict Birch")
    iro = people.iro_of(alice)
    made = actions.tie(child=alice, other=benedict, kind=TieKind.SIBLING, by=None)

    with pytest.raises(NotYours):
        actions.tie(child=alice, other=benedict, kind=TieKind.PARENT, by=iro)
    with pytest.raises(NotYours):
        actions.untie(tie=made, by=iro)
    with pytest.raises(NotAllowed):
        actions.tie(child=alice, other=benedict, kind=TieKind.PARENT, by=people.user(Role.SOCIAL_WORKER))


def test_a_contact_is_added_corrected_and_stopped() -> None:
    alice = people.child("Alice Arden")
    iro = people.iro_of(alice)

    aunt = actions.add_contact(
        child=alice, name="Nell Arden", relation=Relation.FAMILY, email="nell@example.org",
        version=Version.DECISIONS, by=iro,
    )  # fmt: skip
    actions.correct_contact(contact=aunt, changes={"version": Version.FULL, "name": "Nell Arden"}, by=iro)
    actions.stop_contact(contact=aunt, on=DAY, by=iro)

    aunt.refresh_from_db()
    assert (aunt.version, aunt.stopped_on) == ("full", DAY)
    assert [(c.field, c.before) for c in history_of(aunt)] == [("version", "decisions"), ("stopped_on", "")]
    verbs = ["contact.added", "contact.corrected", "contact.stopped"]
    assert [event.verb for event in diary_of(alice)] == verbs
    assert all("Nell" not in str(event.detail) for event in events_about(aunt))


def test_those_no_longer_asked_stand_last() -> None:
    alice = people.child("Alice Arden")
    first, second = (
        actions.add_contact(child=alice, name=name, relation=Relation.FAMILY, by=None)
        for name in ("Nell Arden", "Max Arden")
    )
    actions.stop_contact(contact=first, on=DAY, by=None)

    assert list(contacts_of(alice)) == [second, first]


@pytest.mark.parametrize(
    ("wrong", "field"),
    [
        ({"name": " "}, "name"),
        ({"relation": "neighbour"}, "relation"),
        ({"email": "nowhere"}, "email"),
        ({"version": "half"}, "version"),
    ],
)
def test_what_cannot_stand_of_a_contact_is_said(wrong: dict, field: str) -> None:
    alice = people.child("Alice Arden")
    given = {"child": alice, "name": "Nell Arden", "relation": Relation.FAMILY, "by": None}

    with pytest.raises(ValidationError) as refused:
        actions.add_contact(**{**given, **wrong})
    assert list(refused.value.error_dict) == [field]

    aunt = actions.add_contact(**given)
    with pytest.raises(ValidationError) as refused:
        actions.correct_contact(contact=aunt, changes=wrong, by=None)
    assert list(refused.value.error_dict) == [field]
    assert Contact.objects.get().name == "Nell Arden"


def test_only_those_who_may_see_the_child_keep_contacts() -> None:
    alice, benedict = people.child("Alice Arden"), people.child("Benedict Birch")
    given = {"name": "Nell Arden", "relation": Relation.FAMILY}
    aunt = actions.add_contact(child=alice, **given, by=None)
    other = people.iro_of(benedict)

    for act in (
        lambda: actions.add_contact(child=alice, **given, by=other),
        lambda: actions.correct_contact(contact=aunt, changes={"note": "By letter"}, by=other),
        lambda: actions.stop_contact(contact=aunt, on=DAY, by=other),
    ):
        with pytest.raises(NotYours):
            act()


def test_an_interest_is_noted_and_ended() -> None:
    alice, sam = people.child("Alice Arden"), people.worker("Sam Fielding")
    manager = people.user(Role.IRO_MANAGER)

    made = actions.note_interest(
        worker=sam, child=alice, ground=Ground.ADVISER, starts=DAY, note="Until the move", by=manager
    )
    actions.end_interest(interest=made, ends=date(2026, 9, 30), by=manager)

    assert Interest.objects.get().ends == date(2026, 9, 30)
    assert [event.verb for event in diary_of(alice)] == ["interest.noted", "interest.ended"]
    with pytest.raises(ValidationError, match="before the first"):
        actions.end_interest(interest=made, ends=date(2026, 3, 1), by=manager)
    with pytest.raises(NotAllowed):
        actions.note_interest(worker=sam, ground=Ground.VISITS, starts=DAY, by=people.user(Role.IRO))
