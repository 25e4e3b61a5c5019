"""Alice, nine years old and in foster care, after her second review on Wednesday 24 August 2016."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

import pytest

from holdfast.casework.access.models import User
from holdfast.casework.people.models import Child
from holdfast.casework.preparing.models import SeenBefore
from holdfast.casework.reviews.models import Review
from tests.builders import care, people, reviews

FIRST, SECOND = date(2016, 5, 27), date(2016, 8, 24)


@dataclass
class Scene:
    child: Child
    first: Review
    second: Review
    officer: User
    other: User


@pytest.fixture
def scene(db) -> Scene:
    """In care since 2 May 2016; two reviews held and completed, the child seen before both."""
    child = care.in_care(date(2016, 5, 2), people.child(born=date(2007, 5, 1)))
    officer = people.iro_of(child)
    held = [reviews.review(child, day) for day in (FIRST, SECOND)]
    for review in held:
        reviews.meeting(review, review.held_on)
        SeenBefore.objects.create(
            review=review, answer="seen", seen_on=review.held_on, how="placement", alone="yes"
        )
    return Scene(child, *held, officer, people.iro_of(people.child("Ben Birch")))
