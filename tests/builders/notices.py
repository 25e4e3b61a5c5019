"""Invented letters, and a world in which everything of the review cycle waits for somebody."""

from __future__ import annotations

from datetime import date, time

from holdfast.casework.notices.models import Letter
from holdfast.casework.people.models import Child
from holdfast.casework.preparing.models import Invitee
from holdfast.casework.reviews.models import Review


def letter(number: int = 1, **facts: object) -> Letter:
    """A letter that waits to be sent."""
    standard = {
        "template": "week",
        "to": f"worker{number}@council.example",
        "subject": f"Letter {number}",
        "text": "What waits.",
        "key": f"letter|{number}",
    }
    return Letter.objects.create(**{**standard, **facts})


def booked(child: Child, on: date = date(2017, 4, 11), **facts: object) -> Review:
    """A review booked for 10 o'clock."""
    return Review.objects.create(
        child=child, **{"planned_on": on, "planned_at": time(10, 0), "mode": "hybrid", **facts}
    )


def invitee(review: Review, name: str = "Robin Ash", relation: str = "mother", **facts: object) -> Invitee:
    """Somebody to be invited, with an e-mail address."""
    email = f"{name.split()[0].lower()}@family.example"
    return Invitee.objects.create(
        review=review, **{"name": name, "relation": relation, "email": email, **facts}
    )
