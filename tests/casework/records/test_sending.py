"""Who receives which version, how, and the day it went."""

from __future__ import annotations

from datetime import date

import pytest
from django.core.exceptions import ValidationError

from holdfast.casework.access.rules import NotAllowed
from holdfast.casework.people.models import Contact, Relation, Version
from holdfast.casework.people.queries import NotYours
from holdfast.casework.records import actions
from holdfast.casework.records.queries import waiting_to_be_sent
from tests.builders import people

WENT = date(2016, 6, 13)


@pytest.fixture
def record(scene):
    """Signed: the mother has the decisions, the carer all of it by post, the father nothing; one contact has gone."""
    made = [
        ("Dana Arden", Relation.MOTHER, Version.DECISIONS, "dana@example.org", None),
        ("Lee Moss", Relation.CARER, Version.FULL, "", None),
        ("Rex Arden", Relation.FATHER, Version.NONE, "", None),
        ("Ann Gone", Relation.SCHOOL, Version.FULL, "", date(2016, 1, 1)),
    ]
    for name, relation, version, email, stopped in made:
        Contact.objects.create(
            child=scene.child, name=name, relation=relation, version=version, email=email, stopped_on=stopped
        )
    scene.decision()
    actions.release_decisions(review=scene.review, on=date(2016, 6, 2), by=scene.officer)
    return scene.signed()


def send(scene, recipients, on=WENT, by=None):
    return actions.send(recipients=recipients, sent_on=on, on=WENT, by=by or scene.support)


def test_the_list_comes_from_the_contacts_the_child_and_the_social_worker(record):
    found = [(one.name, one.version, one.method, bool(one.left_out)) for one in record.recipients.all()]

    assert found == [
        ("Dana Arden", "decisions", "email", False),
        ("Lee Moss", "full", "post", False),
        ("Rex Arden", "none", "post", True),
        ("Alice Arden", "child", "by_hand", False),
        ("Jo Reed", "full", "here", False),
    ]


def test_nobody_is_listed_twice(scene, record):
    assert actions.list_recipients(record=record, on=WENT, by=scene.support) == []
    Contact.objects.create(child=scene.child, name="Bea Hill", relation=Relation.ADVOCATE)

    assert [one.name for one in actions.list_recipients(record=record, on=WENT, by=scene.support)] == [
        "Bea Hill"
    ]


def test_sending_notes_the_day_once_and_can_be_taken_back(scene, record):
    some = list(record.recipients.exclude(version="none"))

    assert send(scene, some) == some
    assert send(scene, some) == []
    assert list(waiting_to_be_sent(scene.support)) == []
    assert actions.unsend(recipients=some[:1], by=scene.support) == some[:1]
    assert list(waiting_to_be_sent(scene.support)) == some[:1]


def test_what_is_not_signed_or_for_nobody_does_not_go(scene, record):
    with pytest.raises(ValidationError, match="receives no record"):
        send(scene, record.recipients.filter(version="none"))
    with pytest.raises(ValidationError, match="still to come"):
        send(scene, record.recipients.filter(version="full"), on=date(2016, 6, 14))
    with pytest.raises(ValidationError, match="This is before 10 June 2016"):
        send(scene, record.recipients.filter(version="full"), on=date(2016, 6, 9))
    assert len(send(scene, record.recipients.filter(version="decisions"), on=date(2016, 6, 3))) == 1


def test_one_that_cannot_go_keeps_back_all(scene, record):
    with pytest.raises(ValidationError):
        send(scene, record.recipients.all())

    assert not record.recipients.filter(sent_on__isnull=False).exists()


def test_another_version_until_it_went_and_none_with_a_reason(scene, record):
    carer = record.recipients.get(name="Lee Moss")

    with pytest.raises(ValidationError, match="Say why no record goes"):
        actions.change_recipient(recipient=carer, changes={"version": "none"}, by=scene.support)
    actions.change_recipient(
        recipient=carer, changes={"version": "decisions", "method": "email"}, by=scene.support
    )
    send(scene, [carer])

    carer.refresh_from_db()
    assert (carer.version, carer.method, carer.sent_on) == ("decisions", "email", WENT)
    with pytest.raises(ValidationError, match="gone to them already"):
        actions.change_recipient(recipient=carer, changes={"version": "full"}, by=scene.support)


def test_somebody_else_is_added_once(scene, record):
    facts = {
        "record": record,
        "name": "Bea Hill",
        "relation": "advocate",
        "version": "full",
        "method": "email",
    }
    actions.add_recipient(**facts, by=scene.support)

    with pytest.raises(ValidationError, match="on the list already"):
        actions.add_recipient(**facts, by=scene.support)
    with pytest.raises(ValidationError) as refusal:
        actions.add_recipient(record=record, name="", relation="x", version="y", method="z", by=scene.support)
    assert set(refusal.value.message_dict) == {"name", "relation", "version", "method"}


def test_social_workers_and_officers_of_other_children_do_not_send(scene, record):
    some = list(record.recipients.filter(version="full"))

    with pytest.raises(NotAllowed):
        send(scene, some, by=scene.social_worker)
    with pytest.raises(NotYours):
        send(scene, some, by=people.iro_of(people.child("Benedict Birch")))
