"""Quarterly packs: planned, sent once, opened, answered; never by somebody else, and never naming a child."""

from __future__ import annotations

from datetime import date

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction

from holdfast.casework.access.roles import Role
from holdfast.casework.access.rules import NotAllowed
from holdfast.casework.audit.models import AuditEvent
from holdfast.casework.editions import actions as editions_actions
from holdfast.casework.editions import packs_actions as actions
from holdfast.casework.editions import packs_queries as queries
from holdfast.casework.editions.models import EditionStep, Receipt, State
from holdfast.casework.editions.packs_rules import NoPack, names_a_child
from holdfast.casework.editions.rules import Changed, NotNow
from holdfast.domain import packs as law
from tests.builders import packs as build
from tests.builders import people

pytestmark = pytest.mark.django_db

DAY = date(2017, 3, 24)
Q3 = law.quarter(2017, 3)


@pytest.fixture
def manager():
    return people.user(Role.IRO_MANAGER, name="Morgan Vale")


@pytest.fixture
def reader():
    return people.user(Role.SENIOR_MANAGER, name="Kit Marlow")


def send(edition, *readers, by=None, **facts):
    given = {"answer_by": date(2017, 4, 7), "on": DAY, "words": lambda kept: [], **facts}
    return actions.send(edition=edition, readers=readers, by=by, **given)


# --- plans ------------------------------------------------------------------------------------------------------


def test_a_plan_is_made_by_who_writes_reports_and_by_nobody_else(manager, reader):
    plan = actions.plan_pack(from_date=date(2016, 4, 1), readers=[reader], by=manager)

    assert list(plan.readers.all()) == [reader]
    with pytest.raises(NotAllowed):
        actions.plan_pack(from_date=date(2016, 4, 1), by=reader)


@pytest.mark.parametrize(
    ("facts", "field"),
    [
        ({"team": "Nobody’s team"}, "team"),
        ({"theme": "weather"}, "theme"),
        ({"due_days": 0}, "due_days"),
        ({"to_date": date(2016, 3, 31)}, "to_date"),
    ],
)
def test_a_plan_nothing_can_be_made_of_is_refused_in_words(facts, field, manager):
    with pytest.raises(ValidationError) as refusal:
        actions.plan_pack(from_date=date(2016, 4, 1), by=manager, **facts)

    assert field in refusal.value.message_dict


def test_the_same_pack_is_not_planned_twice_for_the_same_days(manager):
    actions.plan_pack(from_date=date(2016, 4, 1), to_date=date(2016, 9, 30), by=manager)
    actions.plan_pack(from_date=date(2016, 10, 1), by=manager)

    with pytest.raises(ValidationError):
        actions.plan_pack(from_date=date(2017, 1, 1), by=manager)


def test_a_changed_plan_keeps_what_stood_before(manager, reader):
    plan = build.plan()

    changed = actions.change_plan(plan=plan, changes={"due_days": 10}, readers=[reader], by=manager)

    plan.refresh_from_db()
    assert (changed, plan.due_days, list(plan.readers.all())) == (["due_days"], 10, [reader])


def test_a_reader_whose_role_receives_no_packs_is_refused(manager):
    with pytest.raises(ValidationError):
        actions.plan_pack(from_date=date(2016, 4, 1), readers=[people.user(Role.BOARD_READER)], by=manager)


# --- what is due ------------------------------------------------------------------------------------------------


def test_what_is_due_is_asked_for_once_and_not_before_its_time():
    plan = build.plan()
    build.plan(theme="practice", to_date=date(2016, 9, 30))

    assert queries.wanted_now(date(2017, 1, 13)) == []
    assert queries.wanted_now(date(2017, 1, 16)) == [(plan, Q3)]
    build.draft(plan)
    assert queries.wanted_now(date(2017, 1, 16)) == []


def test_a_plan_has_one_pack_of_a_quarter_until_it_is_withdrawn(manager):
    plan = build.plan()
    first = build.draft(plan)

    with pytest.raises(IntegrityError), transaction.atomic():
        build.draft(plan)
    editions_actions.withdraw(edition=first, reason="Wrong team", by=manager)
    assert build.draft(plan).number == 2


# --- sending ----------------------------------------------------------------------------------------------------


def test_a_pack_is_sent_by_the_manager_who_read_it(manager, reader):
    edition = build.draft()

    (receipt,) = send(edition, reader, by=manager, seen=edition.digest)

    step = EditionStep.objects.get(edition=edition)
    assert (step.move, step.by, edition.state) == ("send", manager, State.PUBLISHED)
    assert (receipt.user, receipt.sent_by, receipt.answer_by) == (reader, manager, date(2017, 4, 7))


@pytest.mark.parametrize("role", [Role.ANALYST, Role.SENIOR_MANAGER, Role.IRO])
def test_nobody_else_sends_it(role, reader):
    with pytest.raises(NotAllowed):
        send(build.draft(), reader, by=people.user(role))
    assert not Receipt.objects.exists()


def test_of_two_who_send_at_once_the_second_is_told_that_it_is_sent(manager, reader):
    edition = build.draft()
    as_the_other_saw_it = type(edition).objects.get(pk=edition.pk)
    send(edition, reader, by=manager)

    with pytest.raises(NotNow, match="This pack is sent"):
        send(as_the_other_saw_it, reader, by=people.user(Role.IRO_MANAGER))
    assert Receipt.objects.count() == 1


def test_a_pack_that_changed_since_it_was_read_is_not_sent(manager, reader):
    with pytest.raises(Changed):
        send(build.draft(), reader, by=manager, seen="another")


def test_a_pack_is_neither_checked_nor_signed_nor_published(manager):
    with pytest.raises(NotNow):
        editions_actions.check(edition=build.draft(), by=manager)


@pytest.mark.parametrize(
    ("facts", "field"),
    [
        ({"readers": []}, "readers"),
        ({"answer_by": DAY}, "answer_by"),
        ({"words": ["for Alice Arden"]}, "words"),
    ],
)
def test_what_cannot_be_sent_is_refused_in_words(facts, field, manager, reader):
    people.child("Alice Arden")
    edition = build.draft()
    given = {"readers": [reader], "answer_by": date(2017, 4, 7), "words": [], **facts}

    with pytest.raises(ValidationError) as refusal:
        actions.send(edition=edition, on=DAY, by=manager, **{**given, "words": lambda kept: given["words"]})

    assert field in refusal.value.message_dict
    edition.refresh_from_db()
    assert edition.state == State.DRAFT


def test_sent_to_others_as_well_those_who_have_it_keep_their_receipt(manager, reader):
    edition, other = build.draft(), people.user(Role.IRO, name="Sam Fielding")
    send(edition, reader, by=manager)

    new = actions.send_to_more(edition=edition, readers=[reader, other], answer_by=None, on=DAY, by=manager)

    assert [one.user for one in new] == [other]
    assert Receipt.objects.count() == 2


# --- opening and answering --------------------------------------------------------------------------------------


def test_the_first_opening_is_kept_and_each_is_in_the_diary(reader):
    edition = build.draft()
    build.sent(edition, reader)

    first = actions.open_pack(reader, edition.public_id).opened_at
    again = actions.open_pack(reader, edition.public_id).opened_at

    assert first == again is not None
    assert AuditEvent.objects.filter(verb="pack.read", actor_id=str(reader.pk)).count() == 2


@pytest.mark.parametrize("role", Role)
def test_a_pack_that_was_not_sent_to_somebody_is_not_there(role, reader):
    edition = build.draft()
    build.sent(edition, reader)

    with pytest.raises(NoPack):
        actions.open_pack(people.user(role), edition.public_id)


def test_a_withdrawn_pack_is_not_there_any_more(manager, reader):
    edition = build.draft()
    build.sent(edition, reader)
    editions_actions.withdraw(edition=edition, reason="A figure was wrong", by=manager)

    with pytest.raises(NoPack):
        actions.open_pack(reader, edition.public_id)
    assert queries.to_read_or_answer(reader) == []


def test_an_answer_adds_to_the_one_before(reader):
    (receipt,) = build.sent(build.draft(), reader)

    actions.answer(receipt=receipt, text="A list each Monday.", done_by=date(2017, 5, 1), by=reader)
    actions.answer(receipt=receipt, text="Done.", by=reader)

    assert [one.text for one in receipt.answers.all()] == ["A list each Monday.", "Done."]
    assert queries.unanswered().count() == 0


def test_nobody_answers_for_another(manager, reader):
    (receipt,) = build.sent(build.draft(), reader)

    with pytest.raises(NoPack):
        actions.answer(receipt=receipt, text="Done.", by=manager)


@pytest.mark.parametrize(
    ("facts", "field"),
    [
        ({"text": " "}, "text"),
        ({"text": "Alice Arden has a new plan."}, "text"),
        ({"text": "None.", "nothing_needed": True, "done_by": date(2017, 5, 1)}, "done_by"),
    ],
)
def test_an_answer_that_says_nothing_or_names_a_child_is_refused(facts, field, reader):
    people.child("Alice Arden")
    (receipt,) = build.sent(build.draft(), reader)

    with pytest.raises(ValidationError) as refusal:
        actions.answer(receipt=receipt, by=reader, **facts)

    assert field in refusal.value.message_dict


def test_a_child_is_known_by_full_name_or_number_and_not_by_a_common_word():
    child = people.child("Alice Arden")

    assert names_a_child("We met ALICE ARDEN’s family.") or names_a_child("We met ALICE ARDEN.")
    assert names_a_child(f"See {child.number}.")
    assert not names_a_child("Alice through the looking-glass; the forest of Arden.")


# --- what came of it --------------------------------------------------------------------------------------------


def test_what_was_done_in_answer_stands_in_the_next_pack_without_a_name(reader):
    edition = build.draft()
    silent = people.user(Role.IRO, name="Sam Fielding")
    receipt, _ = build.sent(edition, reader, silent)
    actions.answer(receipt=receipt, text="A list each Monday.", by=reader, at=build.SENT_AT)

    done = queries.said_and_done(team="", theme="", period=Q3, until=date(2017, 4, 20))

    assert {(one.role, one.text) for one in done} == {
        (Role.SENIOR_MANAGER.label, "A list each Monday."),
        (Role.IRO.label, ""),
    }
    assert queries.said_and_done(team="North", theme="", period=Q3, until=date(2017, 4, 20)) == []
    assert len(queries.done_in_year(2017)) == 2


def test_a_team_s_manager_reads_every_number_of_their_own_team_only():
    user = people.user(Role.TEAM_MANAGER)
    own = people.worker("Pat Hollis", user)
    worker = people.worker("Jo Reed")
    worker.manager, worker.team = own, "North team"
    worker.save()
    theirs, service = build.draft(build.plan(team="North team")), build.draft()

    assert queries.reads_every_number(user, theirs)
    assert not queries.reads_every_number(user, service)
    assert queries.reads_every_number(people.user(Role.IRO), service)
    assert not queries.reads_every_number(people.user(Role.SENIOR_MANAGER), theirs)
    other = people.worker("Lee Stone")
    other.team = "North team"
    other.save()
    assert not queries.reads_every_number(user, theirs)
