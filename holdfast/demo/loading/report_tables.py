"""What stands beside the counted figures of the demo's report: the region, tables typed in, where children live.

A chance of its own: nothing else of the same seed is drawn otherwise for it.
"""

from __future__ import annotations

import tomllib
from datetime import date
from decimal import Decimal
from functools import cache
from importlib import resources
from random import Random
from typing import Any

from holdfast.casework.care.models import Episode
from holdfast.casework.preparing.models import Item, ItemKind
from holdfast.casework.publishing.actions_regional import Returned, enter_regional_caseloads
from holdfast.casework.publishing.actions_typed import enter_typed_table
from holdfast.casework.reviews.models import Review, ReviewKind
from holdfast.demo.quarters import YEAR_STARTS
from holdfast.domain import working_days
from holdfast.domain.ages import completed_years

_YEAR_ENDING = 2017
#: how likely a placement of a kind lies outside a small council's area; others about a third
_OUTSIDE = {
    "K2": 0.72,
    "K1": 0.8,
    "R5": 1.0,
    "S1": 0.85,
    "R2": 0.6,
    "P1": 0.12,
    "U1": 0.3,
    "U3": 0.3,
    "H5": 0.2,
    "P2": 0.15,
}
_OTHERWISE, _NOT_KNOWN = 0.38, 0.03
#: of the plans asked for before a review: there in time, not needed, else missing
_THERE, _NOT_NEEDED = 0.78, 0.03
_SCHOOL_AGE = range(3, 18)


def enter(seed: int) -> None:
    """Everything of this file, for the demo of a seed."""
    chance = Random(f"{seed} beside the report")  # noqa: S311  no secret: the same seed must give the same records
    _say_where(chance)
    _ask_for_plans(chance)
    _enter_region()
    for table in _facts()["typed"]:
        enter_typed_table(year_ending=_YEAR_ENDING, by=None, **table)


def _say_where(chance: Random) -> None:
    """One home lies where it lies, whoever lives there and whenever."""
    homes: dict[tuple[int, str, str], str] = {}
    episodes = list(Episode.objects.order_by("child_id", "started", "pk"))
    for episode in episodes:
        home = (episode.child_id, episode.place, episode.place_post)
        if home not in homes:
            outside = chance.random() < _OUTSIDE.get(episode.place, _OTHERWISE)
            homes[home] = "" if chance.random() < _NOT_KNOWN else "OUT" if outside else "IN"
        episode.location = homes[home]
    Episode.objects.bulk_update(episodes, ["location"], batch_size=500)


def _ask_for_plans(chance: Random) -> None:
    """Whether the personal education plan was there before each of the year's reviews."""
    held = Review.objects.filter(
        kind=ReviewKind.CARE,
        completed_on__gte=YEAR_STARTS,
        withdrawn_at__isnull=True,
        child__born__isnull=False,
    ).exclude(items__kind=ItemKind.EDUCATION)
    items = []
    for review in held.select_related("child").order_by("completed_on", "pk"):
        if completed_years(review.child.born, review.completed_on) in _SCHOOL_AGE:
            items.append(_item(chance, review))
    Item.objects.bulk_create(items)


def _item(chance: Random, review: Review) -> Item:
    drawn, days = chance.random(), chance.randint(3, 10)
    if drawn < _NOT_NEEDED:
        return Item(review=review, kind=ItemKind.EDUCATION, not_needed="Not at school or in training yet")
    there = drawn < _NOT_NEEDED + _THERE
    done_on = working_days.subtract(review.completed_on, days) if there else None
    return Item(review=review, kind=ItemKind.EDUCATION, done_on=done_on)


def _enter_region() -> None:
    facts = _facts()
    roles = facts["roles"]
    for one in facts["collections"]:
        enter_regional_caseloads(
            collected=one["collected"],
            collected_on=_day(one["collected_on"]),
            source=one["source"],
            returned=[
                Returned(
                    name,
                    Decimal(value) if value else None,
                    roles["only"] if name in roles["only_in_care"] else roles["with_conferences"],
                    is_us=name == roles["us"],
                )
                for name, value in one["returned"]
            ],
            by=None,
        )


def _day(given: Any) -> date:
    assert isinstance(given, date)
    return given


@cache
def _facts() -> dict[str, Any]:
    return tomllib.loads(
        (resources.files("holdfast.demo.published") / "beside_2016_17.toml").read_text("utf-8")
    )
