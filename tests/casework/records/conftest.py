"""A review of Alice's, completed on Friday 27 May 2016, and the people it concerns."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Any

import pytest

from holdfast.casework.access.models import User
from holdfast.casework.access.roles import Role
from holdfast.casework.people.models import AllocationRole, Child
from holdfast.casework.records import actions
from holdfast.casework.records.models import Decision, Record
from holdfast.casework.reviews.models import Review
from tests.builders import care, people, reviews

HELD = date(2016, 5, 27)
RELEASED = date(2016, 6, 2)


@dataclass
class Scene:
    child: Child
    review: Review
    officer: User
    manager: User
    support: User
    social_worker: User
    team_manager: User

    def decision(self, what: str = "A dentist for Alice", **facts: Any) -> Decision:
        standard = {"outcome": "No more toothache", "who": "Jo Reed", "by_when": date(2016, 6, 30)}
        return actions.add_decision(
            **{"review": self.review, "what": what, **standard, "by": self.officer, **facts}
        )

    def record(self) -> Record:
        """A record with the parts without which it is not signed."""
        record = actions.start_record(review=self.review, by=self.officer)
        for key in ("child_views", "plan", "officer_view"):
            actions.save_section(record=record, key=key, text="Words.", version=0, by=self.officer)
        return record

    def signed(self, on: date = date(2016, 6, 10)) -> Record:
        return actions.sign_record(record=self.record(), on=on, by=self.officer)


@pytest.fixture
def scene(db) -> Scene:
    child = care.in_care(date(2016, 5, 2))
    officer = people.iro_of(child)
    worker = people.user(Role.SOCIAL_WORKER, name="Jo Reed")
    manager = people.user(Role.TEAM_MANAGER, name="Pat Hollis")
    jo = people.worker("Jo Reed", worker)
    jo.manager = people.worker("Pat Hollis", manager)
    jo.save()
    people.allocated(child, jo, AllocationRole.SOCIAL_WORKER)
    return Scene(
        child=child,
        review=reviews.review(child, HELD),
        officer=officer,
        manager=people.user(Role.IRO_MANAGER),
        support=people.user(Role.BUSINESS_SUPPORT, name="Kim Lark"),
        social_worker=worker,
        team_manager=manager,
    )
