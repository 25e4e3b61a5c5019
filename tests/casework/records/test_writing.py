"""The record in parts with version numbers; signed, closed, added to. And notes that stay with the officers."""

from __future__ import annotations

from datetime import date

import pytest
from django.core.exceptions import ValidationError

from holdfast.casework.access.rules import NotAllowed
from holdfast.casework.people.models import Relation, Version
from holdfast.casework.provenance.queries import history_of
from holdfast.casework.records import actions
from holdfast.casework.records.models import PrivateNote
from holdfast.casework.records.queries import sections_by_key, text_of_version
from holdfast.casework.records.rules import SavedMeanwhile, sees_unfinished


@pytest.fixture
def record(scene):
    return actions.start_record(review=scene.review, by=scene.officer)


def save(scene, record, text, version, by=None, key="plan"):
    return actions.save_section(record=record, key=key, text=text, version=version, by=by or scene.officer)


def test_a_part_grows_a_version_with_each_saving(scene, record):
    first = save(scene, record, "One.", 0)
    second = save(scene, record, "Two.\r\n", 1)
    same = save(scene, record, "Two.", 2)

    assert (first.version, second.version, same.version) == (1, 2, 2)
    assert [text_of_version(same, version) for version in range(4)] == ["", "One.", "Two.", None]
    assert sections_by_key(record)["plan"].saved_by == scene.officer


def test_the_second_of_two_is_told_and_nothing_is_lost(scene, record):
    save(scene, record, "From the officer.", 0)

    with pytest.raises(SavedMeanwhile) as meanwhile:
        save(scene, record, "From the manager.", 0, by=scene.manager)

    assert meanwhile.value.section.text == "From the officer."
    joined = save(scene, record, "From both.", 1, by=scene.manager)
    assert [one.after for one in history_of(joined).filter(field="text")] == [
        "From the officer.",
        "From both.",
    ]


def test_a_part_left_as_it_was_does_not_undo_the_others(scene, record):
    save(scene, record, "One.", 0)
    save(scene, record, "Two.", 1)

    left = save(scene, record, "One.", 1, by=scene.manager)

    assert left.text == "Two."


def test_a_part_that_this_record_has_not_is_refused(scene, record):
    with pytest.raises(ValidationError, match="no such part"):
        save(scene, record, "Words.", 0, key="risk")


def test_a_record_is_signed_when_its_parts_are_written_and_its_decisions_sent(scene, record):
    with pytest.raises(
        ValidationError, match="“What the child says”, “The plan”, “The reviewing officer’s view”"
    ):
        actions.sign_record(record=record, by=scene.officer)
    scene.decision()
    record = scene.record()
    with pytest.raises(ValidationError, match="not released yet"):
        actions.sign_record(record=record, on=date(2016, 6, 10), by=scene.officer)
    actions.release_decisions(review=scene.review, on=date(2016, 6, 2), by=scene.officer)

    signed = actions.sign_record(record=record, on=date(2016, 6, 10), by=scene.officer)

    assert (signed.signed_on, signed.signed_by) == (date(2016, 6, 10), scene.officer)
    found = {(one.relation, one.version) for one in signed.recipients.all()}
    assert found == {(Relation.CHILD, Version.CHILD), (Relation.SOCIAL_WORKER, Version.FULL)}


def test_a_signed_record_is_closed_and_only_added_to(scene):
    with pytest.raises(ValidationError, match="not signed yet"):
        actions.add_addendum(record=scene.record(), text="More.", by=scene.officer)
    record = scene.signed()

    for act in (
        lambda: save(scene, record, "Later.", 1),
        lambda: actions.sign_record(record=record, by=scene.officer),
        lambda: scene.decision(),
    ):
        with pytest.raises(ValidationError, match="signed on 10 June 2016 and is closed"):
            act()
    first = actions.add_addendum(record=record, text="More.", on=date(2016, 6, 20), by=scene.officer)
    again = actions.add_addendum(record=record, text="More.", on=date(2016, 6, 20), by=scene.officer)

    assert first == again
    assert record.addenda.count() == 1


def test_notes_are_the_officers(scene):
    note = actions.save_note(review=scene.review, text="Mind the dog.", version=0, by=scene.officer)

    assert note.version == 1
    with pytest.raises(SavedMeanwhile):
        actions.save_note(review=scene.review, text="Mind the cat.", version=0, by=scene.manager)
    for who in (scene.social_worker, scene.team_manager, scene.support):
        assert not sees_unfinished(who)
        with pytest.raises(NotAllowed):
            actions.save_note(review=scene.review, text="No.", version=1, by=who)
    assert PrivateNote.objects.get().text == "Mind the dog."


def test_a_social_worker_does_not_write(scene, record):
    with pytest.raises(NotAllowed):
        save(scene, record, "Words.", 0, by=scene.social_worker)
