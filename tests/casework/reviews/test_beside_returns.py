"""A return speaks of reviews of children in care that were held: bookings and conferences are not its business."""

from __future__ import annotations

from datetime import date

import pytest

from holdfast.casework.intake.kinds import REVIEW
from holdfast.casework.intake.standing import standing
from tests.builders import people
from tests.builders import reviews as build

pytestmark = pytest.mark.django_db


def test_an_import_reads_held_reviews_of_care_alone() -> None:
    alice = people.child()
    held = build.review(alice, date(2016, 6, 1))
    build.booked(alice)
    build.under_way(alice, date(2017, 3, 20), kind="conference_review")

    assert set(standing(REVIEW)) == {held.pk}
