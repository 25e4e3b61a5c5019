"""Whether the officer saw the child before a review: as many of each answer in a quarter as the plan says.

Not every review has an answer, as the published report shows: 437 forms for 554 reviews.
"""

from __future__ import annotations

from datetime import date
from random import Random

from holdfast.demo.chance import drawn
from holdfast.demo.life import Life
from holdfast.demo.quarters import YEAR_STARTS, quarter_of

#: the answers in the order of the plan, and how likely each is for a child under 4, of 4 to 9, and older
_LIKELY = {
    "seen": (1, 3, 4),
    "not_seen": (1, 3, 4),
    "not_appropriate": (9, 2, 1),
    "not_necessary": (3, 2, 2),
}
#: answers that are few first, so that everyone may still have the rest
_ORDER = ("not_necessary", "not_appropriate", "not_seen", "seen")


def see_children(chance: Random, lives: list[Life], plan: list[list[int]]) -> dict[tuple[str, date], str]:
    """(child's number, day of the review) -> the answer, for the reviews of the year that have one."""
    found: dict[tuple[str, date], str] = {}
    for quarter, counts in enumerate(plan, start=1):
        left = [
            (life, day)
            for life in lives
            for day, _ in life.reviews
            if day >= YEAR_STARTS and quarter_of(day) == quarter
        ]
        wanted = dict(zip(_LIKELY, counts, strict=True))
        for answer in _ORDER:
            chosen = drawn(
                chance, left, wanted[answer], answer, lambda one, a=answer: _LIKELY[a][_band(*one)]
            )
            found |= {(life.number, day): answer for life, day in chosen}
            left = [one for one in left if (one[0].number, one[1]) not in found]
    return found


def _band(life: Life, day: date) -> int:
    age = life.age_on(day)
    return 0 if age < 4 else 1 if age < 10 else 2
