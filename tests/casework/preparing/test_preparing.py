"""What a review needs before it is held, who is asked, and whether the child was seen."""

from __future__ import annotations

from datetime import date

import pytest
from django.core.exceptions import ValidationError

from holdfast.casework.access.roles import Role
from holdfast.casework.access.rules import NotAllowed
from holdfast.casework.people.models import AllocationRole, Contact, Relation
from holdfast.casework.people.queries import NotYours
from holdfast.casework.preparing import actions
from holdfast.casework.preparing.models import ItemKind
from holdfast.casework.preparing.queries import State, Turn, readiness
from holdfast.casework.reviews.models import Review
from holdfast.casework.reviews.rules import NotAtThisStage
from holdfast.domain.limits import NATIONAL, Book, Limit
from tests.builders import people
from tests.builders import reviews as build

pytestmark = pytest.mark.django_db
# the vector of the rule book: review on 5 January 2027, papers by 30 December, talk by 10 December
REVIEW_ON = date(2027, 1, 5)
TODAY = date(2026, 12, 14)


@pytest.fixture
def review(db) -> Review:
    return build.booked(people.child(), REVIEW_ON)


def _states(review: Review, on: date = TODAY, book: Book = NATIONAL) -> dict[str, State]:
    fresh = Review.objects.get(pk=review.pk)
    return {need.key: need.state for need in readiness(fresh, on, book).needs}


def test_what_is_missing_has_its_day_and_its_turn(review: Review) -> None:
    ready = readiness(review, TODAY, NATIONAL)
    due = {need.key: need.due for need in ready.needs}

    assert (due["talk"], due["report"], due["health"]) == (
        date(2026, 12, 10), date(2026, 12, 30), date(2026, 12, 30)
    )  # fmt: skip
    assert due["invitations"] == date(2026, 12, 17)
    assert due["shared"] is None
    assert [need.key for need in ready.late] == ["talk"]
    assert {need.turn for need in ready.needs} == set(Turn)
    assert ready.words.startswith("10 of 10 missing: talk, ")


def test_a_local_limit_for_sharing_the_report_is_off_until_it_is_entered(review: Review) -> None:
    own = Limit("review.shared", 2, "working days", date(2020, 1, 1), "Ours", "M")

    shared = {n.key: n.due for n in readiness(review, TODAY, Book(own=(own,))).needs}["shared"]

    assert shared == date(2026, 12, 31)


def test_everything_there_is_said_in_words(review: Review) -> None:
    for kind in ItemKind:
        actions.settle_item(review=review, kind=kind, done_on=date(2016, 12, 1), by=None)
    invitees = actions.ask_people(review=review, by=None)
    actions.paper_sent(invitees=invitees, on=date(2016, 12, 1), by=None)
    actions.paper_back(invitees=invitees, on=date(2016, 12, 5), by=None)
    actions.invite(invitees=invitees, on=date(2016, 12, 1), by=None)
    actions.child_seen(
        review=review, answer="seen", seen_on=date(2016, 12, 6), how="placement", alone="yes", by=None
    )

    assert readiness(Review.objects.get(pk=review.pk), TODAY, NATIONAL).words == "Everything is there"


def test_what_is_not_needed_says_why_and_what_was_a_mistake_is_missing_again(review: Review) -> None:
    actions.settle_item(review=review, kind="education", not_needed="Under school age", by=None)
    assert _states(review)["education"] is State.NOT_NEEDED

    actions.settle_item(review=review, kind="education", by=None)
    assert _states(review)["education"] is State.MISSING


def test_a_social_worker_says_what_is_there_for_their_own_children_only(review: Review) -> None:
    jo = people.user(Role.SOCIAL_WORKER, name="Jo Reed")
    with pytest.raises(NotYours):
        actions.settle_item(review=review, kind="report", done_on=date(2016, 12, 1), by=jo)
    people.allocated(review.child, people.worker("Jo Reed", jo), AllocationRole.SOCIAL_WORKER)

    actions.settle_item(review=review, kind="report", done_on=date(2016, 12, 1), by=jo)

    assert _states(review)["report"] is State.DONE
    with pytest.raises(NotAllowed):
        actions.ask_people(review=review, by=jo)
    with pytest.raises(NotAllowed):
        actions.settle_item(review=review, kind="report", by=people.user(Role.ANALYST))


def test_people_are_the_child_the_contacts_and_the_social_worker_once_each(review: Review) -> None:
    Contact.objects.create(child=review.child, name="Ann Arden", relation=Relation.MOTHER)
    Contact.objects.create(
        child=review.child, name="Old School", relation=Relation.SCHOOL, stopped_on=date(2016, 1, 1)
    )
    people.allocated(review.child, people.worker("Jo Reed"), AllocationRole.SOCIAL_WORKER)

    added = actions.ask_people(review=review, by=None)

    assert [(one.name, one.relation) for one in added] == [
        ("Alice Arden", "child"), ("Ann Arden", "mother"), ("Jo Reed", "social_worker")
    ]  # fmt: skip
    assert actions.ask_people(review=review, by=None) == []
    with pytest.raises(ValidationError, match="on the list already"):
        actions.add_invitee(review=review, name="Jo Reed", relation="social_worker", by=None)


def test_somebody_who_is_not_invited_is_not_missing(review: Review) -> None:
    actions.ask_people(review=review, by=None)
    father = actions.add_invitee(review=review, name="Abe Arden", relation="father", by=None)
    actions.invite(invitees=review.invitees.exclude(pk=father.pk), on=date(2016, 12, 1), by=None)
    assert _states(review)["invitations"] is State.MISSING

    actions.leave_out(invitees=[father], why="The court forbids contact", by=None)

    assert _states(review)["invitations"] is State.DONE


@pytest.mark.parametrize(
    ("facts", "field"),
    [
        ({"answer": ""}, "answer"),
        ({"answer": "seen", "how": "school", "alone": "yes"}, "seen_on"),
        ({"answer": "seen", "seen_on": date(2016, 12, 1), "alone": "yes"}, "how"),
        ({"answer": "seen", "seen_on": date(2016, 12, 1), "how": "school"}, "alone"),
        ({"answer": "not_appropriate"}, "why_not"),
    ],
)
def test_child_seen_asks_what_belongs_together(review: Review, facts: dict, field: str) -> None:
    with pytest.raises(ValidationError) as refused:
        actions.child_seen(review=review, by=None, **facts)

    assert field in refused.value.message_dict


def test_not_seen_stays_missing_and_not_necessary_does_not(review: Review) -> None:
    actions.child_seen(review=review, answer="not_seen", why_not="Ill", by=None)
    assert _states(review)["seen"] is State.MISSING
    actions.child_seen(review=review, answer="not_necessary", why_not="Seen last week", by=None)
    assert _states(review)["seen"] is State.NOT_NEEDED


def test_a_completed_review_is_prepared_no_more() -> None:
    review = build.review(people.child())

    with pytest.raises(NotAtThisStage, match="completed already"):
        actions.settle_item(review=review, kind="report", done_on=date(2016, 5, 1), by=None)


def test_that_something_is_not_needed_is_not_for_the_social_worker_to_say(review: Review) -> None:
    jo = people.user(Role.SOCIAL_WORKER)
    people.allocated(review.child, people.worker("Jo Reed", jo), AllocationRole.SOCIAL_WORKER)

    actions.settle_item(review=review, kind=ItemKind.REPORT, by=jo)
    with pytest.raises(NotAllowed):
        actions.settle_item(review=review, kind=ItemKind.REPORT, not_needed="No time", by=jo)
