"""Each page of a review asks the database a fixed number of questions, for one row and for three."""

from __future__ import annotations

from datetime import date

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from holdfast.casework.access.roles import Role
from holdfast.casework.people.models import AllocationRole, FamilyTie
from holdfast.casework.preparing.models import Item, ItemKind
from holdfast.casework.reviews.models import Review
from tests.builders import care, people, reviews

#: page -> role that opens it, how many queries (the session and the user are two of them)
COUNTS: dict[str, tuple[Role, int]] = {
    "reviews": (Role.BUSINESS_SUPPORT, 17),
    "review": (Role.IRO_MANAGER, 21),
    "review_of_the_social_worker": (Role.SOCIAL_WORKER, 20),
    "review_completed": (Role.IRO_MANAGER, 25),
    "review_book": (Role.IRO_MANAGER, 19),
    "review_move": (Role.IRO_MANAGER, 20),
    "review_cancel": (Role.IRO_MANAGER, 13),
    "review_prepare": (Role.IRO_MANAGER, 13),
    "review_people": (Role.IRO_MANAGER, 13),
    "review_seen": (Role.IRO_MANAGER, 14),
    "review_hold": (Role.IRO_MANAGER, 13),
    "review_meeting_correct": (Role.IRO_MANAGER, 13),
    "review_adjourn": (Role.IRO_MANAGER, 13),
    "review_complete": (Role.IRO_MANAGER, 19),
    "review_participation": (Role.IRO_MANAGER, 13),
    "review_triggers": (Role.IRO_MANAGER, 8),
    "review_trigger": (Role.IRO_MANAGER, 8),
}
#: these are looked at for a review that is under way
UNDER_WAY = {"review_meeting_correct", "review_adjourn", "review_complete", "review_participation"}


class Rows:
    """One child with a review in hand, and as much of everything around it as asked for."""

    def __init__(self, number: int) -> None:
        self.users = {role: people.user(role) for role in Role}
        iro = people.worker("Sam Fielding", self.users[Role.IRO])
        worker = people.worker("Jo Reed", self.users[Role.SOCIAL_WORKER])
        for nth in range(number):
            self.child = care.in_care(date(2016, 5, 2), people.child(f"Alice {nth}"))
            people.allocated(self.child, iro)
            people.allocated(self.child, worker, AllocationRole.SOCIAL_WORKER)
            reviews.review(self.child, date(2016, 5, 27))
            self.booked = self._prepared(number)
        for nth in range(number):
            self.trigger = reviews.trigger(self.child, on=date(2017, 3, 1 + nth))
            reviews.review(self.child, date(2016, 8, 1 + nth))
        self.completed = self.child.reviews.filter(completed_on__isnull=False).first()

    def _prepared(self, number: int) -> Review:
        review = reviews.booked(self.child, date(2017, 4, 12))
        for nth in range(number):
            review.invitees.create(name=f"Kim {nth}", relation="family")
            Item.objects.create(review=review, kind=ItemKind.values[nth], done_on=date(2017, 3, 1))
        return review

    def held_in_parts(self, number: int) -> None:
        self.booked.held_on = date(2017, 3, 20)
        self.booked.save()
        for nth in range(number):
            why = "court" if nth + 1 < number else ""
            reviews.meeting(self.booked, date(2017, 3, 20 + nth), nth + 1, adjourned_why=why)

    def address(self, page: str) -> str:
        args = {
            "reviews": [],
            "review_completed": [self.completed.public_id],
            "review_book": [self.child.public_id],
            "review_triggers": [self.child.public_id],
            "review_trigger": [self.trigger.public_id],
            "review_meeting_correct": [self.booked.public_id, 1],
        }.get(page, [self.booked.public_id])
        name = "review" if page in ("review_completed", "review_of_the_social_worker") else page
        return reverse(name, args=args) + ("?within=all" if page == "reviews" else "")

    def queries_of(self, page: str) -> int:
        client = Client()
        client.force_login(self.users[COUNTS[page][0]])
        client.get("/")  # the session is written once, not with every page
        address = self.address(page)
        with CaptureQueriesContext(connection) as asked:
            assert client.get(address).status_code == 200
        return len(asked)


@pytest.mark.parametrize("page", sorted(COUNTS))
@pytest.mark.parametrize("number", [1, 3])
def test_a_page_asks_as_many_questions_for_one_row_as_for_three(page: str, number: int, db):
    rows = Rows(number)
    if page in UNDER_WAY:
        rows.held_in_parts(number)

    assert rows.queries_of(page) == COUNTS[page][1]


def test_brothers_and_sisters_in_one_meeting_cost_no_question_each(db):
    rows = Rows(3)
    Review.objects.filter(planned_on__isnull=False).update(together="5b0c6f2e-0000-4000-8000-000000000003")

    assert rows.queries_of("review") == COUNTS["review"][1] + 1
    assert FamilyTie.objects.count() == 0
