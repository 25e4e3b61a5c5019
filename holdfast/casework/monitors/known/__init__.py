"""What the service knows already of a review and its child, so that the monitor shows it and does not ask.

Apps that lie above this one say what they know through ``also_known_from``, once, when the service starts.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from holdfast.casework.reviews.models import Review

from .after import known_after
from .child import known_of_child
from .found import Found, Known
from .meeting import known_of_meeting
from .people import known_of_people
from .plans import known_of_plans

__all__ = ["Found", "Known", "also_known_from", "known_answers"]

#: what a review is known by: the review, and the day as of which it is asked
Knows = Callable[[Review, date], Found]

_more: list[Knows] = []


def also_known_from(knows: Knows) -> None:
    """An app above this one knows more (concerns, praise). Called from its ``AppConfig.ready``; twice is once."""
    if knows not in _more:
        _more.append(knows)


def known_answers(review: Review, on: date) -> dict[str, Known]:
    """Name (``vocabulary.KNOWN``) -> what is known as of a day; a name that is not there is not known."""
    found: dict[str, Known] = {}
    for knows in (
        known_of_meeting,
        known_of_people,
        known_of_child,
        known_of_plans,
        known_after,
        *_more,
    ):
        found |= knows(review, on)
    return found
