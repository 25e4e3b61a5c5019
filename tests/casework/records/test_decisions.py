"""Decisions: what, to what end, who, by when; and what came of them, asked once at the next review."""

from __future__ import annotations

from datetime import date

import pytest
from django.core.exceptions import ValidationError

from holdfast.casework.access.rules import NotAllowed
from holdfast.casework.audit.models import AuditEvent
from holdfast.casework.people.queries import NotYours
from holdfast.casework.provenance.queries import history_of
from holdfast.casework.records import actions
from holdfast.casework.records.queries import decisions_before, decisions_of
from holdfast.casework.reviews.models import Review
from tests.builders import people, reviews


def test_decisions_are_numbered_in_the_order_they_are_made(scene):
    scene.decision()
    scene.decision("A bicycle")

    assert [(one.number, one.what) for one in decisions_of(scene.review)] == [
        (1, "A dentist for Alice"),
        (2, "A bicycle"),
    ]
    event = AuditEvent.objects.filter(verb="decision.added").last()
    assert event.detail == {"child": scene.child.pk}


@pytest.mark.parametrize(
    ("facts", "field"),
    [
        ({"what": " "}, "what"),
        ({"outcome": ""}, "outcome"),
        ({"who": ""}, "who"),
        ({"by_when": None}, "by_when"),
        ({"by_when": date(2015, 6, 30)}, "by_when"),
        ({"no_date_why": "waits for the court"}, "no_date_why"),
    ],
)
def test_a_decision_without_purpose_person_or_day_is_refused(scene, facts, field):
    with pytest.raises(ValidationError) as refusal:
        scene.decision(**facts)

    assert list(refusal.value.message_dict) == [field]


@pytest.mark.parametrize(
    "words",
    ["as soon as possible", "As soon as possible.", "ASAP", "a.s.a.p.", "urgently", "ongoing", "TBC", "n/a",
     "as soon as practicable please"],
)  # fmt: skip
def test_as_soon_as_possible_is_neither_a_day_nor_a_reason(scene, words):
    with pytest.raises(ValidationError, match="is no day and no reason"):
        scene.decision(by_when=None, no_date_why=words)


@pytest.mark.parametrize(
    "words", ["waits for the court’s hearing", "as soon as possible after the tribunal decides"]
)
def test_a_reason_says_what_it_waits_for(scene, words):
    assert scene.decision(by_when=None, no_date_why=words).no_date_why == words


def test_a_changed_decision_keeps_what_stood_there(scene):
    decision = scene.decision()

    changed = actions.change_decision(decision=decision, changes={"who": "The carer"}, by=scene.officer)

    assert changed == ["who"]
    assert [(one.field, one.before, one.after) for one in history_of(decision)] == [
        ("who", "Jo Reed", "The carer")
    ]
    with pytest.raises(ValidationError, match="cannot be corrected here"):
        actions.change_decision(decision=decision, changes={"status": "done"}, by=scene.officer)


def test_a_decision_is_taken_back_only_before_it_is_sent(scene):
    first, second = scene.decision(), scene.decision("A bicycle")

    actions.withdraw_decision(decision=second, on=date(2016, 5, 30), by=scene.officer)
    actions.release_decisions(review=scene.review, on=date(2016, 6, 2), by=scene.officer)

    assert [one.number for one in decisions_of(scene.review)] == [1]
    with pytest.raises(ValidationError, match="was released"):
        actions.withdraw_decision(decision=first, by=scene.officer)
    assert scene.decision("A third").number == 3  # a number is never used twice


def test_the_next_review_is_asked_once_for_each_decision(scene):
    dentist, bicycle = scene.decision(), scene.decision("A bicycle")
    second = reviews.review(scene.child, date(2016, 8, 26))
    third = reviews.review(scene.child, date(2017, 2, 24))
    assert list(decisions_before(second)) == [dentist, bicycle]

    actions.settle_decision(
        decision=dentist, status="done", note="In July", at=second, on=date(2016, 8, 26), by=None
    )
    actions.settle_decision(
        decision=bicycle, status="part", note="", at=second, on=date(2016, 8, 26), by=None
    )

    assert (dentist.status_on, dentist.status_at) == (date(2016, 8, 26), second)
    assert list(decisions_before(second)) == [dentist, bicycle]  # what was said here stays to be read here
    assert list(decisions_before(third)) == [bicycle]
    assert list(decisions_before(scene.review)) == []


def test_what_came_of_it_is_in_the_list_and_says_why(scene):
    decision = scene.decision()

    with pytest.raises(ValidationError, match="Choose what came of it"):
        actions.settle_decision(decision=decision, status="perhaps", by=scene.officer)
    with pytest.raises(ValidationError, match="in a few words why"):
        actions.settle_decision(decision=decision, status="not_done", by=scene.officer)
    other = reviews.review(people.child("Benedict Birch"), date(2016, 8, 26))
    with pytest.raises(ValidationError, match="another child"):
        actions.settle_decision(decision=decision, status="done", at=other, by=scene.manager)


def test_only_the_childs_officer_and_the_manager_decide(scene):
    stranger = people.iro_of(people.child("Benedict Birch"))

    for who, refusal in (
        (scene.social_worker, NotAllowed),
        (scene.support, NotAllowed),
        (stranger, NotYours),
    ):
        with pytest.raises(refusal):
            scene.decision(by=who)

    assert not Review.objects.get(pk=scene.review.pk).decisions.exists()


def test_pressing_twice_makes_one_decision(scene):
    first = scene.decision()

    assert scene.decision() == first
    assert decisions_of(scene.review).count() == 1


def test_what_no_document_can_hold_is_not_kept(scene):
    made = scene.decision("A dentist\x00\x07\vfor Alice \ud83d🙂")

    assert made.what == "A dentist\nfor Alice 🙂"
