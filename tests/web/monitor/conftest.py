"""Alice after her second review: the first was judged, the second is not yet."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from django.urls import reverse

from holdfast.casework.preparing.models import SeenBefore
from holdfast.casework.reviews.models import Review
from tests.builders import monitors, reviews

SECOND = date(2016, 8, 22)


def seen(review: Review) -> Review:
    """The officer saw the child before it, and the meeting is on record."""
    reviews.meeting(review, review.held_on)
    SeenBefore.objects.create(
        review=review, answer="seen", seen_on=review.held_on, how="placement", alone="yes"
    )
    return review


@pytest.fixture
def second(world: Any) -> Review:
    monitors.finished(seen(world.review))
    return seen(reviews.review(world.alice, SECOND))


@pytest.fixture
def address(second: Review) -> str:
    return reverse("monitor", args=[second.public_id])
