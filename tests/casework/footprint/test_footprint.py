"""An officer's footprint: entries, praise, and one list derived from the records and counted from nothing else."""

from __future__ import annotations

from collections import Counter
from datetime import date

import pytest
from django.core.exceptions import ValidationError
from django.db.models import ProtectedError

from holdfast.casework.access.roles import Role
from holdfast.casework.access.rules import NotAllowed
from holdfast.casework.audit.models import AuditEvent
from holdfast.casework.footprint import actions, queries
from holdfast.casework.footprint.footsteps import Step, counts, footprint
from holdfast.casework.footprint.models import Entry, Praise
from holdfast.casework.midway.models import MidwayEntry
from holdfast.casework.people.models import AllocationRole
from holdfast.casework.people.queries import NotYours
from holdfast.casework.preparing.models import SeenBefore
from holdfast.casework.resolution.models import CafcassReferral, LegalAdvice
from tests.builders import care, people, reviews
from tests.builders import footprint as build
from tests.builders import midway as midways

pytestmark = pytest.mark.django_db
ON = date(2017, 3, 31)


@pytest.fixture
def sam():
    return people.user(Role.IRO, name="Sam Fielding")


@pytest.fixture
def officer(sam):
    return people.worker("Sam Fielding", sam)


@pytest.fixture
def alice(officer):
    child = care.in_care(date(2016, 5, 2), people.child("Alice Arden"))
    people.allocated(child, officer)
    return child


@pytest.fixture
def jo(alice):
    worker = people.worker("Jo Reed", people.user(Role.SOCIAL_WORKER, name="Jo Reed"))
    worker.team = "North"
    worker.save()
    people.allocated(alice, worker, AllocationRole.SOCIAL_WORKER)
    return worker


def entered(child, by, **given):
    standard = {"kind": "contact", "happened_on": date(2017, 3, 1), "text": "Met at school."}
    return actions.enter(child=child, on=ON, by=by, **{**standard, **given})


def test_an_officer_enters_what_they_did_once(alice, sam, officer):
    first, second = entered(alice, sam), entered(alice, sam)

    assert first == second
    assert first.officer == officer
    assert AuditEvent.objects.filter(verb="footprint.entered").count() == 1


@pytest.mark.parametrize(
    ("given", "field"),
    [
        ({"text": "  "}, "text"),
        ({"happened_on": date(2017, 4, 1)}, "happened_on"),
        ({"happened_on": date(2005, 4, 30)}, "happened_on"),
        ({"kind": "gossip"}, "kind"),
    ],
)
def test_an_entry_that_cannot_be_is_refused_in_words(given, field, alice, sam):
    with pytest.raises(ValidationError) as refusal:
        entered(alice, sam, **given)

    assert list(refusal.value.message_dict) == [field]
    assert not Entry.objects.exists()


@pytest.mark.parametrize(
    "role", sorted(set(Role) - {Role.IRO, Role.IRO_MANAGER}, key=lambda role: role.value)
)
def test_nobody_else_enters_or_praises(role, alice, jo):
    other = people.user(role, name="Other")

    with pytest.raises(NotAllowed):
        entered(alice, other)
    with pytest.raises(NotAllowed):
        actions.praise(child=alice, worker=jo, theme="voice", text="Good.", on=ON, by=other)


def test_an_officer_of_other_children_neither_enters_nor_takes_back(alice, sam):
    other = people.user(Role.IRO, name="Other")
    entry = entered(alice, sam)

    with pytest.raises(NotYours):
        entered(alice, other)
    with pytest.raises(NotYours):
        actions.take_back(entry=entry, on=ON, by=other)


def test_an_entry_taken_back_is_not_counted_and_can_be_put_back(alice, sam):
    entry = entered(alice, sam)

    actions.take_back(entry=entry, on=ON, by=sam)
    actions.take_back(entry=entry, on=ON, by=sam)
    assert footprint(alice, with_concerns=True) == []
    assert queries.taken_back(alice) == ([entry], [])

    actions.put_back(entry=entry, by=sam)
    assert [one.kind for one in footprint(alice, with_concerns=True)] == [Step.CONTACT]
    assert AuditEvent.objects.filter(verb="footprint.taken_back").count() == 1


def test_praise_goes_to_the_worker_in_the_team_they_are_in(alice, sam, jo):
    given = actions.praise(child=alice, worker=jo, theme="voice", text="Heard her.", on=ON, by=sam)
    again = actions.praise(child=alice, worker=jo, theme="voice", text="Heard her.", on=ON, by=sam)

    assert given == again
    assert given.team == "North"
    assert actions.praise_seen(on=ON, by=jo.user) == 1
    assert actions.praise_seen(on=ON, by=jo.user) == 0
    given.refresh_from_db()
    assert given.seen_on == ON


def test_the_worker_and_their_manager_are_shown_praise_and_nobody_else(alice, sam, jo):
    pat, other = people.user(Role.TEAM_MANAGER, name="Pat"), people.user(Role.SOCIAL_WORKER, name="Other")
    jo.manager = people.worker("Pat", pat)
    jo.save()
    given = build.praise(alice, jo)

    assert list(queries.praise_received(jo.user)) == [given]
    assert list(queries.praise_received(pat)) == [given]
    assert list(queries.praise_received(other)) == []
    assert actions.praise_seen(on=ON, by=pat) == 0
    actions.take_praise_back(praise=given, on=ON, by=sam)
    assert list(queries.praise_received(jo.user)) == []
    actions.put_praise_back(praise=given, by=sam)
    assert list(queries.praise_received(jo.user)) == [given]


def test_nobody_praises_themselves_or_for_another_childs_review(alice, sam, officer, jo):
    with pytest.raises(ValidationError, match="This is you"):
        actions.praise(child=alice, worker=officer, theme="voice", text="Me.", on=ON, by=sam)
    other = reviews.review(care.in_care(child=people.child("Benedict Birch")), date(2016, 6, 1))
    with pytest.raises(ValidationError, match="not one of this child"):
        actions.praise(child=alice, worker=jo, theme="voice", text="x", on=ON, by=sam, review=other)
    assert not Praise.objects.exists()


def test_those_who_work_with_the_child_stand_first(alice, sam, jo):
    other = people.worker("Kim Other")

    assert queries.workers_to_praise(alice, sam) == ([jo], [other])


def _everything(alice, officer, jo):
    review = reviews.review(alice, date(2016, 5, 27))
    check = midways.check(review, done_on=date(2016, 7, 12), summary="Going well.")
    MidwayEntry.objects.create(
        check_of=check, kind="challenge", text="Why?", happened_on=date(2016, 7, 13), entered_by=officer.user
    )
    MidwayEntry.objects.create(
        check_of=check, kind="effect", text="A bicycle.", happened_on=date(2016, 8, 1), entered_by=None
    )
    SeenBefore.objects.create(review=review, answer="seen", seen_on=date(2016, 5, 20), how="visit")
    build.entry(alice, officer=officer)
    build.praise(alice, jo, officer=officer)
    concern = build.concern(
        alice, officer=officer, effect="full", closed_on=date(2016, 11, 1), what_changed="Seen by a doctor."
    )
    build.stage(concern, answered_on=date(2016, 9, 14), outcome="agreed", asked=jo)
    build.stage(
        concern, 1, opened_on=None, passed_over_on=date(2016, 9, 15), passed_over_why="No time to lose."
    )
    LegalAdvice.objects.create(
        concern=concern, asked_on=date(2016, 9, 16), asked_of="A solicitor", question="Secret", advice="S"
    )
    CafcassReferral.objects.create(
        concern=concern, referred_on=date(2016, 9, 20), why="Drift", outcome_on=date(2016, 10, 20)
    )
    return concern


def test_the_footprint_is_one_list_in_order_from_all_records(alice, officer, jo):
    _everything(alice, officer, jo)

    steps = footprint(alice, with_concerns=True)

    assert [one.kind for one in steps] == [
        Step.SEEN,
        Step.MIDWAY,
        Step.CHALLENGE,
        Step.EFFECT,
        Step.CONTACT,
        Step.RAISED,
        Step.OPENED,
        Step.ANSWERED,
        Step.PASSED_OVER,
        Step.CAFCASS,
        Step.PRAISE,
        Step.CAFCASS_SAID,
        Step.CLOSED,
    ]
    assert steps[-1].words == (
        "Concern closed, it changed as was asked: No or poor quality health assessment"
    )
    assert not any("Secret" in one.words + one.text or "solicitor" in one.words for one in steps)


def test_who_reads_no_concern_is_shown_nothing_of_a_dispute(alice, officer, jo):
    _everything(alice, officer, jo)

    found = footprint(alice, with_concerns=False)

    assert [one.kind for one in found] == [Step.SEEN, Step.MIDWAY, Step.CONTACT]
    assert [one.text for one in found] == [""] * 3  # an officer's own words may tell of one
    assert "midway" not in [one.link[0] for one in found if one.link]  # the check is not theirs to open


def test_counts_are_those_of_the_list(alice, officer, jo):
    _everything(alice, officer, jo)

    counted = counts([alice], date(2016, 4, 1), date(2017, 3, 31))

    listed = Counter(
        (one.kind, one.officer.pk if one.officer else None) for one in footprint(alice, with_concerns=True)
    )
    assert counted == listed
    assert counted[Step.SEEN, officer.pk] == 1
    assert counts([alice], date(2017, 1, 1), date(2017, 3, 31)) == Counter()


def test_a_footprint_asks_as_many_questions_for_one_child_as_for_three(
    alice, officer, jo, django_assert_num_queries
):
    _everything(alice, officer, jo)
    others = [care.in_care(child=people.child(name)) for name in ("Bea", "Cid")]
    for child in others:
        _everything(child, officer, jo)

    for children in ([alice], [alice, *others]):
        with django_assert_num_queries(11):
            counts(children, date(2016, 4, 1), date(2017, 3, 31))


def test_a_worker_who_was_praised_stays_on_record(alice, jo):
    build.praise(alice, jo)

    with pytest.raises(ProtectedError):
        jo.delete()
