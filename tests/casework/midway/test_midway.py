"""The check between two reviews: set, moved, waived, asked, answered, finished; and it moves no due date."""

from __future__ import annotations

from datetime import date

import pytest
from django.core.exceptions import ValidationError
from django.db.models import prefetch_related_objects

from holdfast.casework.access.roles import Role
from holdfast.casework.access.rules import NotAllowed
from holdfast.casework.audit.queries import events_about
from holdfast.casework.midway import actions
from holdfast.casework.midway.models import MidwayAnswer, MidwayCheck
from holdfast.casework.midway.queries import answer_by, counted_checks, find_check, open_checks
from holdfast.casework.midway.rules import NothingToAsk, NotOpen, State, state_of
from holdfast.casework.people.models import AllocationRole, Child
from holdfast.casework.people.queries import NotYours
from holdfast.casework.provenance.queries import history_of
from holdfast.casework.reviews.lives import RECORDS_OF_A_LIFE, life_of
from holdfast.domain.limits import NATIONAL
from holdfast.domain.tracks.facts import Kind
from holdfast.domain.tracks.outlook import outlook
from tests.builders import care, people, reviews
from tests.builders import midway as build

pytestmark = pytest.mark.django_db

ON = date(2016, 7, 4)


@pytest.fixture
def alice() -> Child:
    """In care since 2 May 2016."""
    return care.in_care(date(2016, 5, 2), people.child())


@pytest.fixture
def first(alice):
    """Her first review, completed on 27 May 2016: the second is due by 27 August."""
    return reviews.review(alice, date(2016, 5, 27))


@pytest.fixture
def officer(alice):
    return people.iro_of(alice)


@pytest.fixture
def jo(alice):
    """Her social worker."""
    user = people.user(Role.SOCIAL_WORKER, name="Jo Reed")
    people.allocated(alice, people.worker("Jo Reed", user), AllocationRole.SOCIAL_WORKER)
    return user


def next_due(child: Child, on: date = date(2016, 7, 20)) -> date | None:
    fresh = Child.objects.get(pk=child.pk)
    prefetch_related_objects([fresh], *RECORDS_OF_A_LIFE)
    claim = outlook(life_of(fresh), on, NATIONAL).binding(Kind.CARE)
    return claim.last_day if claim else None


def said(decisions, status: str = "done", note: str = "") -> dict:
    return {each.pk: (status, note) for each in decisions}


def test_a_completed_review_has_a_check_halfway_to_the_next(first, officer) -> None:
    check = actions.set_up(review=first, by=officer)

    assert date(2016, 7, 11) <= check.due_on <= date(2016, 7, 13)  # 27 May to 27 August are 92 days
    assert state_of(check) is State.WAITING
    assert [event.verb for event in events_about(check)] == ["midway.set_up"]
    assert actions.set_up(review=first, by=officer) == check
    assert MidwayCheck.objects.count() == 1


def test_there_is_none_where_no_review_is_due(alice, officer) -> None:
    conference = reviews.review(alice, date(2016, 5, 20))
    conference.kind = "conference_review"
    conference.save()
    under_way = reviews.review(alice, date(2016, 5, 27))
    under_way.completed_on = None
    under_way.save()

    assert actions.set_up(review=conference, by=officer) is None
    assert actions.set_up(review=under_way, by=officer) is None

    under_way.completed_on = date(2016, 6, 1)
    under_way.save()
    care.left_care(alice, date(2016, 6, 1))
    assert actions.set_up(review=under_way, by=officer) is None


def test_a_corrected_date_puts_an_untouched_check_in_its_new_place(first, officer) -> None:
    before = actions.set_up(review=first, by=officer).due_on
    first.held_on = first.completed_on = date(2016, 5, 31)
    first.save()

    actions.follow_correction(review=first, by=officer)
    check = MidwayCheck.objects.get()
    assert check.due_on > before

    actions.move(check=check, due_on=date(2016, 7, 1), why="Half term", by=officer)
    actions.follow_correction(review=first, by=officer)
    check.refresh_from_db()
    assert check.due_on == date(2016, 7, 1)
    with pytest.raises(NotAllowed):
        actions.follow_correction(review=first, by=people.user(Role.SOCIAL_WORKER))


def test_the_next_review_closes_what_is_open_and_leaves_it_to_be_read(alice, first, officer) -> None:
    check = actions.set_up(review=first, by=officer)
    second = reviews.review(alice, date(2016, 6, 30))

    actions.set_up(review=second, by=officer)

    check.refresh_from_db()
    assert (state_of(check), check.closed_on) == (State.CLOSED, date(2016, 6, 30))
    with pytest.raises(NotOpen, match="completed on 30 June 2016, before this check was done"):
        actions.waive(check=check, why="Late", on=ON, by=officer)
    assert actions.set_up(review=first, by=officer) is None  # a later review is completed
    assert find_check(officer, first.public_id) == check


def test_moved_with_a_reason_and_only_between_the_reviews(first, officer) -> None:
    check = actions.set_up(review=first, by=officer)
    before = check.due_on

    actions.move(check=check, due_on=date(2016, 8, 1), why="The school is away", by=officer)

    assert (check.due_on, check.moved_why) == (date(2016, 8, 1), "The school is away")
    assert (str(before), "2016-08-01") in {(c.before, c.after) for c in history_of(check)}
    for day, sentence in (
        (date(2016, 5, 27), "after the review of 27 May 2016"),
        (date(2016, 8, 27), "before the next review is due on 27 August 2016"),
    ):
        with pytest.raises(ValidationError, match=sentence):
            actions.move(check=check, due_on=day, why="Because", by=officer)
    with pytest.raises(ValidationError, match="Say why"):
        actions.move(check=check, due_on=date(2016, 8, 2), why="  ", by=officer)


def test_waived_with_a_reason_and_taken_up_again(first, officer) -> None:
    check = actions.set_up(review=first, by=officer)

    with pytest.raises(ValidationError, match="Say why"):
        actions.waive(check=check, why="", on=ON, by=officer)
    actions.waive(check=check, why="Seen weekly in court", on=ON, by=officer)
    assert state_of(check) is State.WAIVED
    with pytest.raises(NotOpen, match="Seen weekly in court"):
        actions.ask(check=check, on=ON, by=officer)

    actions.take_up_again(check=check, by=officer)
    assert state_of(check) is State.WAITING


def test_asked_once_and_answered_decision_by_decision(first, officer, jo) -> None:
    check = actions.set_up(review=first, by=officer)
    one, two = build.decisions(first)

    actions.ask(check=check, on=ON, by=officer)
    actions.ask(check=check, on=date(2016, 7, 5), by=officer)
    assert check.asked_on == ON
    assert answer_by(check, NATIONAL) == date(2016, 7, 11)  # 5 working days

    with pytest.raises(ValidationError) as refusal:
        actions.answer(check=check, answers={one.pk: ("part", " ")}, on=ON, by=jo)
    assert set(refusal.value.message_dict) == {"note-1", "status-2"}
    assert not MidwayAnswer.objects.exists()

    actions.answer(check=check, answers={one.pk: ("part", "One of two"), two.pk: ("done", "")}, on=ON, by=jo)
    assert (state_of(check), check.answered_by) == (State.ANSWERED, jo)

    actions.answer(check=check, answers=said((one, two)), on=ON, by=jo)
    assert [each.status for each in check.answers.all()] == ["done", "done"]
    kept = history_of(check.answers.get(decision=one))
    assert ("part", "done") in {(change.before, change.after) for change in kept}


def test_it_is_asked_only_what_was_released(first, officer) -> None:
    check = actions.set_up(review=first, by=officer)
    with pytest.raises(NothingToAsk, match="no decision"):
        actions.ask(check=check, on=ON, by=officer)

    build.decisions(first, released=None)
    with pytest.raises(NothingToAsk, match="Release them first"):
        actions.ask(check=check, on=ON, by=officer)


def test_finished_with_a_summary_and_closed_from_then_on(first, officer, jo) -> None:
    check = actions.set_up(review=first, by=officer)
    decisions = build.decisions(first)

    with pytest.raises(ValidationError, match="what you found"):
        actions.finish(check=check, summary=" ", on=ON, by=officer)
    actions.finish(check=check, summary="All in hand.", on=ON, by=officer)

    assert (state_of(check), check.done_on) == (State.DONE, ON)
    with pytest.raises(NotOpen, match="done on 4 July 2016"):
        actions.answer(check=check, answers=said(decisions), on=ON, by=jo)


def test_entries_are_dated_and_stay(first, officer) -> None:
    check = actions.set_up(review=first, by=officer)
    actions.finish(check=check, summary="Challenged.", on=ON, by=officer)

    for kind in ("challenge", "effect"):
        actions.add_entry(
            check=check, kind=kind, text="A dentist was found.", happened_on=ON, on=ON, by=officer
        )

    assert [entry.kind for entry in check.entries.all()] == ["challenge", "effect"]
    for day, sentence in ((date(2016, 7, 5), "still to come"), (date(2016, 5, 1), "before the review")):
        with pytest.raises(ValidationError, match=sentence):
            actions.add_entry(check=check, kind="effect", text="x", happened_on=day, on=ON, by=officer)
    with pytest.raises(ValidationError):
        actions.add_entry(check=check, kind="praise", text="x", happened_on=ON, on=ON, by=officer)


def test_nothing_done_with_a_check_moves_the_next_due_date(alice, first, officer, jo) -> None:
    due = next_due(alice)
    check = actions.set_up(review=first, by=officer)
    decisions = build.decisions(first)
    deeds = [
        lambda: actions.move(check=check, due_on=date(2016, 8, 20), why="Later", by=officer),
        lambda: actions.waive(check=check, why="Not needed", on=ON, by=officer),
        lambda: actions.take_up_again(check=check, by=officer),
        lambda: actions.ask(check=check, on=ON, by=officer),
        lambda: actions.answer(check=check, answers=said(decisions, "not_done", "Nobody"), on=ON, by=jo),
        lambda: actions.add_entry(check=check, kind="challenge", text="x", happened_on=ON, on=ON, by=officer),
        lambda: actions.finish(check=check, summary="Late", on=ON, by=officer),
    ]

    assert due == date(2016, 8, 27)
    for deed in deeds:
        deed()
        assert next_due(alice) == due


def test_an_officer_or_worker_of_another_child_reaches_no_check(first, officer) -> None:
    check = actions.set_up(review=first, by=officer)
    stranger = people.iro_of(people.child("Benedict Birch"))
    worker = people.user(Role.SOCIAL_WORKER)

    with pytest.raises(NotYours):
        actions.finish(check=check, summary="x", on=ON, by=stranger)
    with pytest.raises(NotYours):
        actions.answer(check=check, answers={}, on=ON, by=worker)
    with pytest.raises(NotYours):
        find_check(stranger, first.public_id)
    with pytest.raises(NotAllowed):
        actions.waive(check=check, why="x", on=ON, by=worker)
    with pytest.raises(NotAllowed):
        actions.answer(check=check, answers={}, on=ON, by=officer)


def test_open_checks_are_those_that_wait_for_somebody(alice, first, officer) -> None:
    check = actions.set_up(review=first, by=officer)
    children = Child.objects.all()

    assert list(open_checks(children, ON)) == [check]
    assert list(open_checks(children.none(), ON)) == []

    care.left_care(alice, date(2016, 7, 1))
    assert list(open_checks(children, ON)) == []


def test_the_figure_counts_what_fell_due(alice, first) -> None:
    """Overtaken afterwards: due and not done. Overtaken before: never due. Out of care by then: never due."""
    check = MidwayCheck.objects.create(review=first, due_on=date(2016, 7, 12))

    def counted() -> list[tuple]:
        return [(one.due_on, one.done_on, one.waived) for one in counted_checks()]

    assert counted() == [(date(2016, 7, 12), None, False)]
    for facts, rows in (
        ({"closed_on": date(2016, 7, 20)}, [(date(2016, 7, 12), None, False)]),
        ({"closed_on": date(2016, 7, 12)}, []),
        ({"closed_on": None, "done_on": date(2016, 7, 3)}, [(date(2016, 7, 12), date(2016, 7, 3), False)]),
        (
            {"done_on": None, "waived_on": date(2016, 7, 3), "waived_why": "x"},
            [(date(2016, 7, 12), None, True)],
        ),
    ):
        MidwayCheck.objects.filter(pk=check.pk).update(**facts)
        assert counted() == rows

    care.left_care(alice, date(2016, 7, 5))
    assert counted() == []


def test_pressing_twice_adds_one_entry(first, officer) -> None:
    check = build.check(first)
    told = {"check": check, "kind": "effect", "text": "A dentist was found.", "happened_on": ON, "on": ON}

    assert actions.add_entry(**told, by=officer) == actions.add_entry(**told, by=officer)
    assert check.entries.count() == 1
