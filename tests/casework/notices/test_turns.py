"""Whose turn it is: each thing the review cycle waits for, with its day; and the e-mails that tell of it."""

from __future__ import annotations

from datetime import date

import pytest

from holdfast.casework.midway.models import MidwayCheck
from holdfast.casework.notices.actions import write_summaries
from holdfast.casework.notices.models import Letter
from holdfast.casework.notices.turns import What, Whose, to_book, turns
from holdfast.casework.people.models import AllocationRole, Child
from holdfast.casework.preparing.models import Item, ItemKind, SeenBefore
from holdfast.casework.records.models import CarePlanUpdate, ManagerAnswer, Recipient, Record
from holdfast.casework.reviews.many_lives import lives_of
from holdfast.casework.reviews.models import EarlyTrigger, Meeting
from holdfast.domain.limits import NATIONAL
from tests.builders import care, concerns, people, reviews
from tests.builders import midway as checks
from tests.builders import notices as build

pytestmark = pytest.mark.django_db

#: a Friday
ON = date(2017, 3, 31)


@pytest.fixture
def alice() -> Child:
    return care.in_care(date(2016, 5, 2), people.child("Alice Arden"))


def waiting(on: date = ON) -> list[tuple]:
    found = turns(Child.objects.all(), on, NATIONAL)
    return [(turn.what, turn.whose, turn.due) for turn in found]


def held(child: Child, on: date = date(2017, 3, 24)):
    """A review held and completed here."""
    review = reviews.review(child, on)
    Meeting.objects.create(review=review, held_on=on)
    return review


def test_before_a_review_talk_papers_people_and_the_child(alice) -> None:
    review = build.booked(alice, date(2017, 4, 11))
    build.invitee(review)

    assert waiting() == [
        (What.TALK, Whose.SOCIAL_WORKER, date(2017, 3, 21)),
        (What.INVITE, Whose.SUPPORT, date(2017, 3, 28)),
        (What.PAPERS, Whose.SOCIAL_WORKER, date(2017, 4, 6)),
        (What.SEE_CHILD, Whose.OFFICER, date(2017, 4, 11)),
    ]

    for kind in ItemKind:
        Item.objects.create(review=review, kind=kind, done_on=ON)
    SeenBefore.objects.create(review=review, answer="seen", seen_on=ON, how="placement", alone="yes")
    review.invitees.update(paper_sent_on=ON, invited_on=ON)
    assert waiting() == []


def test_a_review_whose_day_has_come_is_to_be_recorded(alice) -> None:
    build.booked(alice, ON, mode="without_meeting")

    assert (What.HOLD, Whose.OFFICER, ON) in waiting()
    assert What.HOLD not in {what for what, _, _ in waiting(date(2017, 3, 30))}


def test_a_review_that_was_adjourned_waits_for_its_next_meeting(alice) -> None:
    review = build.booked(alice, date(2017, 3, 20), held_on=date(2017, 3, 20))
    Meeting.objects.create(review=review, number=1, held_on=date(2017, 3, 20))
    Meeting.objects.create(review=review, number=2, planned_on=date(2017, 4, 6))

    assert waiting() == [(What.COMPLETE, Whose.OFFICER, date(2017, 4, 6))]


def test_after_a_review_each_in_its_order(alice) -> None:
    review = held(alice)
    record = (What.RECORD, Whose.OFFICER, date(2017, 4, 18))  # Good Friday and Easter Monday lie between
    assert waiting() == [(What.DECISIONS, Whose.OFFICER, ON), record]

    checks.decisions(review, released=date(2017, 3, 30))
    care_plan = (What.CARE_PLAN, Whose.SOCIAL_WORKER, date(2017, 4, 7))
    assert waiting() == [(What.ANSWER, Whose.MANAGER, date(2017, 4, 6)), care_plan, record]

    answer = ManagerAnswer.objects.create(
        release=review.releases.get(), answer="objects", text="No", answered_on=ON, name="Pat Hollis"
    )
    CarePlanUpdate.objects.create(review=review, updated_on=ON)
    assert waiting() == [(What.REPLY, Whose.OFFICER, None), record]

    answer.replies.create(text="Because", replied_on=ON)
    written = Record.objects.create(review=review, signed_on=ON)
    Recipient.objects.create(record=written, name="Robin Ash", relation="mother")
    assert waiting() == [(What.SEND, Whose.SUPPORT, date(2017, 4, 25))]

    written.recipients.update(sent_on=ON)
    assert waiting() == []


def test_a_review_of_long_ago_that_was_never_worked_on_here_asks_nothing(alice) -> None:
    reviews.review(alice, date(2016, 5, 27))

    assert waiting() == []


def test_a_midway_check_passes_from_the_officer_to_the_social_worker_and_back(alice) -> None:
    check = MidwayCheck.objects.create(review=reviews.review(alice), due_on=date(2017, 4, 12))

    assert waiting() == [(What.ASK_MIDWAY, Whose.OFFICER, date(2017, 4, 12))]
    MidwayCheck.objects.filter(pk=check.pk).update(asked_on=ON)
    assert waiting() == [(What.ANSWER_MIDWAY, Whose.SOCIAL_WORKER, date(2017, 4, 7))]
    MidwayCheck.objects.filter(pk=check.pk).update(answered_on=ON)
    assert waiting() == [(What.FINISH_MIDWAY, Whose.OFFICER, date(2017, 4, 12))]


def test_what_may_make_an_early_review_necessary_waits_for_the_officer(alice) -> None:
    EarlyTrigger.objects.create(child=alice, code="child_asks", happened_on=ON, told_on=ON)

    assert waiting() == [(What.TRIGGER, Whose.OFFICER, None)]


def test_what_falls_due_and_is_not_booked(alice) -> None:
    reviews.review(alice, date(2016, 5, 27))
    reviews.review(alice, date(2016, 8, 19))
    last = reviews.review(alice, date(2016, 10, 16))

    def unbooked(until: date = date(2017, 4, 28)) -> list[tuple]:
        lives = lives_of([alice], [alice.pk])
        return [(turn.what, turn.due) for turn in to_book(lives, ON, until, NATIONAL)]

    assert unbooked() == [(What.BOOK, date(2017, 4, 13))]  # the 16th is Easter Sunday
    assert unbooked(date(2017, 4, 15)) == []
    build.booked(alice, date(2017, 4, 11))
    assert unbooked() == []
    assert last.completed_on == date(2016, 10, 16)


# --- the e-mails that tell of it


@pytest.fixture
def jo(alice):
    """Alice's social worker, with a manager."""
    jo = people.worker("Jo Reed")
    jo.email, jo.manager = "jo@council.example", people.worker("Pat Hollis")
    jo.save()
    jo.manager.email = "pat@council.example"
    jo.manager.save()
    people.allocated(alice, jo, AllocationRole.SOCIAL_WORKER)
    return jo


@pytest.fixture
def sam(alice):
    """Alice's officer."""
    sam = people.worker("Sam Fielding")
    sam.email = "sam@council.example"
    sam.save()
    people.allocated(alice, sam)
    return sam


def written(on: date) -> dict[str, Letter]:
    """The e-mails this day adds, by address."""
    before = set(Letter.objects.values_list("pk", flat=True))
    write_summaries(on=on, by=None)
    return {letter.to: letter for letter in Letter.objects.exclude(pk__in=before)}


def test_once_a_week_everybody_hears_what_waits_for_them(alice, jo, sam) -> None:
    build.booked(alice, date(2017, 4, 11), venue="14 Invented Lane")
    checks.decisions(held(alice), released=date(2017, 3, 24))
    monday = date(2017, 4, 3)

    letters = written(monday)

    assert set(letters) == {"jo@council.example", "sam@council.example", "pat@council.example"}
    text = letters["jo@council.example"].text
    assert "Overdue\n- Talk about the review: by Tuesday 21 March 2017" in text
    assert "- Papers for the review: by Thursday 6 April 2017 (report, care plan" in text
    assert "Reviews booked\n- Tuesday 11 April 2017 at 10:00, hybrid" in text
    assert "See the child before the review" in letters["sam@council.example"].text
    assert "Agree or object to the decisions" in letters["pat@council.example"].text
    for letter in letters.values():
        assert letter.subject == "Your reviews from Monday 3 April 2017"
        for word in ("Alice", "Arden", alice.number, "Lane", "dentist"):
            assert word not in letter.text
    assert written(monday) == {}


def test_on_another_day_only_what_is_due_by_the_next_working_day_or_was_just_asked(alice, jo, sam) -> None:
    build.booked(alice, date(2017, 4, 11))
    check = MidwayCheck.objects.create(review=reviews.review(alice), due_on=date(2017, 5, 12), asked_on=ON)

    friday = written(ON)
    assert set(friday) == {"jo@council.example"}
    assert (
        "Midway check: say what came of the decisions: by Friday 7 April 2017"
        in friday["jo@council.example"].text
    )

    assert written(date(2017, 4, 4)) == {}
    wednesday = written(date(2017, 4, 5))["jo@council.example"]
    assert wednesday.subject == "Asked of you by Thursday 6 April 2017"
    assert "Papers for the review" in wednesday.text
    assert "Midway" not in wednesday.text
    assert check.due_on == date(2017, 5, 12)


def test_the_same_asked_of_two_children_is_one_line(alice, sam) -> None:
    for name in ("Benedict Birch", "Cara Cole"):
        child = care.in_care(date(2016, 5, 2), people.child(name))
        people.allocated(child, sam)
        build.booked(child, ON, mode="without_meeting")

    text = written(date(2017, 4, 3))["sam@council.example"].text

    assert "- Record what happened at the review: by Friday 31 March 2017, 2 times" in text


def test_who_has_no_address_is_counted(alice, jo, sam) -> None:
    build.booked(alice, date(2017, 4, 11))
    sam.email = ""
    sam.save()

    counted = write_summaries(on=date(2017, 4, 3), by=None)

    assert (counted.letters, counted.without_address) == (1, 1)


def test_an_officer_hears_of_what_is_not_booked(alice, sam) -> None:
    reviews.review(alice, date(2016, 5, 27))
    reviews.review(alice, date(2016, 10, 10))

    text = written(date(2017, 4, 3))["sam@council.example"].text

    assert "To do\n- Book the next review: by Monday 10 April 2017" in text


@pytest.mark.parametrize("number", [1, 3])
def test_the_same_number_of_questions_for_one_child_and_for_three(number, django_assert_num_queries) -> None:
    for nth in range(number):
        child = care.in_care(date(2016, 5, 2), people.child(f"Alice {nth}"))
        build.invitee(build.booked(child))
        checks.decisions(held(child))
        MidwayCheck.objects.create(review=reviews.review(child, date(2016, 5, 27)), due_on=ON)
        EarlyTrigger.objects.create(child=child, code="child_asks", happened_on=ON, told_on=ON)
        concerns.paused(concerns.concern(child, people.worker(f"Jo {nth}")), ON)

    with django_assert_num_queries(18):
        assert turns(Child.objects.all(), ON, NATIONAL)
