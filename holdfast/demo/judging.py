"""What officers judged after the year's reviews: which have a monitor, and its ratings, as many of each as planned.

Of 554 reviews 437 have one, as in the published report: 111, 110, 86 and 130 by quarter. Reviews before which it was
noted whether the child was seen come first, because York took that from the same form.
"""

from __future__ import annotations

from collections.abc import Container, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from random import Random
from typing import Any

from holdfast.demo.chance import drawn
from holdfast.demo.life import Life
from holdfast.demo.quarters import YEAR_STARTS, quarter_of

#: worse first: what is few is drawn before everybody else gets the rest
_RATINGS = ("inadequate", "requires_improvement", "outstanding", "good")


#: a review: the child's number and the day
Held = tuple[str, date]


@dataclass
class Judged:
    """One monitor's four answers. ``care_plan`` is blank where it was not rated."""

    legal_status_right: str = "yes"
    placement_meets_needs: str = "yes"
    care_plan: str = ""
    corporate_parenting: str = ""

    @property
    def doubts(self) -> int:
        """How much the officer found wanting: those children's concerns were raised likelier."""
        poor = ("requires_improvement", "inadequate")
        return (
            (self.legal_status_right == "no")
            + (self.placement_meets_needs == "no")
            + (self.care_plan in poor)
            + (self.corporate_parenting in poor)
        )


def judge(
    chance: Random, lives: Iterable[Life], seen: Container[Held], plan: Mapping[str, Any]
) -> dict[Held, Judged]:
    """Review -> its monitor. ``seen``: the reviews of which it is noted whether the child was seen before."""
    quarters: list[list[Held]] = [[], [], [], []]
    for life in lives:
        for day, _ in life.reviews:
            if day >= YEAR_STARTS:
                quarters[quarter_of(day) - 1].append((life.number, day))
    found: dict[Held, Judged] = {}
    for nth, reviews in enumerate(quarters):
        chosen = drawn(
            chance, reviews, plan["quarters"][nth], "monitors", lambda one: 40.0 if one in seen else 1.0
        )
        here = {review: Judged() for review in chosen}
        _rate(
            chance,
            here,
            "corporate_parenting",
            chosen,
            {r: plan["corporate_parenting"][r][nth] for r in _RATINGS},
        )
        unrated = set(drawn(chance, chosen, plan["care_plan_not_rated"][nth], "no rating"))
        rated = [review for review in chosen if review not in unrated]
        _rate(chance, here, "care_plan", rated, {r: plan["care_plan"][r][nth] for r in _RATINGS})
        for key in ("legal_status_right", "placement_meets_needs"):
            doubted = drawn(
                chance, chosen, plan["not"][key][nth], key, lambda one, h=here: 1.0 + 6 * h[one].doubts
            )
            for review in doubted:
                setattr(here[review], key, "no")
        found |= here
    return found


def _rate(
    chance: Random, here: dict[Held, Judged], what: str, among: Sequence[Held], counts: Mapping[str, int]
) -> None:
    """Each of ``among`` one rating; a poor one likelier where another is poor, a good one where none is."""
    left = list(among)
    for rating in _RATINGS:
        poor = rating in ("inadequate", "requires_improvement")
        chosen = drawn(
            chance, left, counts[rating], rating, lambda one, p=poor: 1.0 + (8 * here[one].doubts if p else 0)
        )
        for review in chosen:
            setattr(here[review], what, rating)
        left = [one for one in left if one not in set(chosen)]
