"""Alice's review of 27 May 2016, signed, as the doors of this journey prepare it, and a later one being written."""

from __future__ import annotations

from datetime import date
from types import SimpleNamespace

import pytest
from django.urls import reverse

from holdfast.casework.access.roles import Role
from holdfast.casework.records import actions
from tests.builders import reviews
from tests.web.doors import record as doors


@pytest.fixture
def things(world) -> SimpleNamespace:
    made = doors.prepare(world)
    later = reviews.review(world.alice, date(2017, 3, 28))
    officer = world.users[Role.IRO]
    written = actions.add_decision(
        review=later, what="A mentor at school", outcome="Goes to lessons", who="School",
        by_when=date(2017, 4, 28), by=officer,
    )  # fmt: skip
    record = actions.start_record(review=later, by=officer)
    actions.save_section(record=record, key="child_views", text="Alice wants a dog.", version=0, by=officer)
    actions.save_note(review=later, text="Mind the stairs.", version=0, by=officer)
    return SimpleNamespace(world=world, later=later, record=record, written=written, **made)


@pytest.fixture
def address(things):
    """The address of a page of the later review, or of the signed one."""

    def of(name: str, *more, signed: bool = False) -> str:
        return reverse(name, args=[(things.world.review if signed else things.later).public_id, *more])

    return of
