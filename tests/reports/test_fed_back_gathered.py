"""What the annual report asks of the packs that were sent: as it was known on its day, quarter by quarter."""

from __future__ import annotations

from datetime import UTC, date, datetime

import pytest

from holdfast.casework.access.roles import Role
from holdfast.casework.editions import packs_actions as actions
from holdfast.casework.editions.actions import withdraw
from holdfast.reports.gathering import fed_back
from holdfast.reports.inputs import FedBack, FedBackAnswer, Inputs
from tests.builders import packs as build
from tests.builders import people

pytestmark = pytest.mark.django_db

QUARTERS = [f"2016/17 Q{n}" for n in (1, 2, 3, 4)]


def asked(day: date, year_ending: int = 2017) -> dict[str, FedBack]:
    found = fed_back.part(Inputs("annual", year_ending, day=day), {})["fed_back"]
    return {one.quarter: one for one in found}


@pytest.fixture
def receipts():
    reader, silent = (
        people.user(Role.SENIOR_MANAGER, name="Kit Marlow"),
        people.user(Role.IRO, name="Sam Fielding"),
    )
    return build.sent(build.draft(), reader, silent)


def answer(receipt, text: str, at: datetime = build.SENT_AT, **facts) -> None:
    actions.answer(receipt=receipt, text=text, by=receipt.user, at=at, **facts)


def test_every_quarter_stands_there_also_without_a_pack() -> None:
    assert asked(date(2017, 3, 31)) == {name: FedBack(name) for name in QUARTERS}


def test_how_many_received_and_answered_and_what_they_did_without_a_name(receipts) -> None:
    answer(receipts[0], "A list each Monday.", done_by=date(2017, 5, 1))
    answer(receipts[0], "It goes out now.")

    found = asked(date(2017, 3, 31))

    senior = Role.SENIOR_MANAGER.label
    said = (
        FedBackAnswer(senior, "A list each Monday.", done_by=date(2017, 5, 1)),
        FedBackAnswer(senior, "It goes out now."),
    )
    assert found["2016/17 Q3"] == FedBack("2016/17 Q3", 2, 1, said)
    assert found["2016/17 Q4"] == FedBack("2016/17 Q4")
    assert "Marlow" not in str(found)
    assert not any(one.received for one in asked(date(2018, 3, 31), 2018).values())


def test_what_was_sent_or_answered_after_the_day_is_not_known_yet(receipts) -> None:
    half_past_midnight = datetime(2017, 3, 27, 23, 30, tzinfo=UTC)  # on the 28th, by the clocks here
    answer(receipts[0], "Later.", at=half_past_midnight)

    assert asked(date(2017, 3, 19))["2016/17 Q3"] == FedBack("2016/17 Q3")
    assert asked(date(2017, 3, 27))["2016/17 Q3"] == FedBack("2016/17 Q3", 2)
    assert asked(date(2017, 3, 28))["2016/17 Q3"].answered == 1


def test_a_pack_that_was_withdrawn_was_not_fed_back(receipts) -> None:
    withdraw(edition=receipts[0].edition, reason="A figure was wrong.", by=people.user(Role.IRO_MANAGER))

    assert asked(date(2017, 3, 31))["2016/17 Q3"].received == 0


def test_it_takes_two_queries(receipts, django_assert_num_queries) -> None:
    for receipt in receipts:
        answer(receipt, "Done.")
    with django_assert_num_queries(2):
        asked(date(2017, 3, 31))
