"""The pages of allocation, the rules and the family ask a fixed number of questions, for one row and for four."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from decimal import Decimal
from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from holdfast.casework.access.roles import Role
from holdfast.casework.people import actions
from holdfast.casework.people.models import Ground, Relation, TieKind
from holdfast.casework.service.actions import set_limit, set_remit
from tests.builders import care, people

DAY = date(2017, 1, 1)

#: page -> its arguments and how many queries (the session and the user are two of them)
COUNTS: dict[str, tuple[Callable[[Any], list], int]] = {
    "children_unallocated": (lambda w: [], 25),
    "caseload_move": (lambda w: [], 7),
    "child_iro": (lambda w: [w.lone.public_id], 22),
    "rules": (lambda w: [], 5),
    "rules_limit": (lambda w: ["review.record"], 7),
    "rules_people": (lambda w: [], 9),
    "rules_person": (lambda w: [w.officer.public_id], 9),
    "child_contacts": (lambda w: [w.child.public_id], 8),
    "child_family": (lambda w: [w.child.public_id], 13),
}


class Rows:
    """A world in which there is as much of everything as asked for."""

    def __init__(self, number: int) -> None:
        self.manager = people.user(Role.IRO_MANAGER)
        self.child = care.in_care(date(2016, 5, 2), people.child("Alice"))
        for nth in range(number):
            officer = people.worker(f"Robin {nth}", people.user(Role.IRO, name=f"Robin {nth}"))
            actions.hold_post(worker=officer, fte=Decimal("0.5"), starts=DAY, by=None)
            self.officer = officer
        for nth in range(number):
            actions.hold_post(worker=officer, fte=Decimal("0.5"), starts=date(2017, 2, 1 + nth), by=None)
            theirs = care.in_care(date(2016, 5, 2), people.child(f"Bea {nth}"))
            people.allocated(theirs, officer)
            self.lone = care.in_care(date(2016, 11, 7), people.child(f"Cleo {nth}"))
            people.allocated(self.lone, officer, starts=date(2016, 11, 8), ends=date(2016, 12, 1))
            actions.tie(child=self.child, other=theirs, kind=TieKind.SIBLING, by=None)
            actions.tie(child=self.lone, other=theirs, kind=TieKind.SIBLING, by=None)
            actions.add_contact(child=self.child, name=f"Nell {nth}", relation=Relation.FAMILY, by=None)
            actions.note_interest(worker=officer, child=theirs, ground=Ground.RELATED, starts=DAY, by=None)
            set_limit(
                rule_id="review.record", value=10 + nth, unit="working days", from_date=date(2017, 1, 1 + nth),
                source="Ours", certainty="H", reason="Sooner", by=self.manager,
            )  # fmt: skip
            set_remit(
                kind="need",
                from_date=date(2010 + nth, 1, 1),
                to_date=date(2010 + nth, 6, 1),
                reason="Ours",
                by=None,
            )

    def queries_of(self, address: str, data: dict[str, str] | None = None) -> int:
        client = Client()
        client.force_login(self.manager)
        client.get("/rules")  # the session is written once, not with every page
        with CaptureQueriesContext(connection) as asked:
            response = client.post(address, data) if data else client.get(address)
        assert response.status_code == 200
        return len(asked)


@pytest.mark.parametrize("page", sorted(COUNTS))
@pytest.mark.parametrize("number", [1, 4])
def test_a_page_asks_as_many_questions_for_one_row_as_for_four(page: str, number: int, db):
    args, count = COUNTS[page]
    world = Rows(number)

    assert world.queries_of(reverse(page, args=args(world))) == count


@pytest.mark.parametrize("number", [1, 4])
@pytest.mark.parametrize("to_one", [True, False])
def test_so_does_the_preview_of_a_move(to_one: bool, number: int, db):
    world = Rows(number)
    other = people.worker("Kim Lark", people.user(Role.IRO, name="Kim Lark"))
    given = {
        "leaving": str(world.officer.public_id), "worker": str(other.public_id) if to_one else "",
        "starts_0": "1", "starts_1": "4", "starts_2": "2017", "preview": "1",
    }  # fmt: skip

    assert world.queries_of(reverse("caseload_move"), given) == (20 if to_one else 30)
