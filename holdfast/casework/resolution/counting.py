"""Counts of concerns, always of the rows themselves: nothing is tallied, so a concern raised informally and then
formally is one concern, and a child with three is one child.

Source: rules C, Counting pitfalls: the published tables count some issues and children twice.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from django.db.models import QuerySet

from .models import Concern, Stage


@dataclass(frozen=True)
class Number:
    """So many concerns, about so many different children."""

    concerns: int
    children: int


@dataclass(frozen=True)
class Counted:
    """``by_category``: code -> number. ``by_stage``: number of the stage -> concerns that were opened at it, so that
    one may stand at several; ``furthest``: each concern once, at the last stage opened. ``passed_over``: by stage."""

    every: Number
    by_category: dict[str, Number]
    by_stage: dict[int, Number]
    furthest: dict[int, Number]
    passed_over: dict[int, Number]
    formal: Number


def counted(concerns: QuerySet[Concern]) -> Counted:
    """These concerns counted. Two queries, however many there are."""
    rows = list(concerns.order_by().values_list("pk", "child", "category"))
    child_of = {pk: child for pk, child, _ in rows}
    opened: dict[int, set[int]] = defaultdict(set)
    passed_over: dict[int, set[int]] = defaultdict(set)
    furthest: dict[int, int] = {}
    stages = Stage.objects.filter(concern__in=concerns.order_by().values("pk"))
    for concern, number, opened_on in stages.values_list("concern", "number", "opened_on"):
        (passed_over if opened_on is None else opened)[number].add(concern)
        if opened_on is not None:
            furthest[concern] = max(furthest.get(concern, 0), number)
    categories: dict[str, set[int]] = defaultdict(set)
    for pk, _, category in rows:
        categories[category].add(pk)
    at: dict[int, set[int]] = defaultdict(set)
    for concern, number in furthest.items():
        at[number].add(concern)

    def number_of(some: Iterable[int]) -> Number:
        theirs = set(some)
        return Number(len(theirs), len({child_of[one] for one in theirs}))

    return Counted(
        every=number_of(child_of),
        by_category={code: number_of(categories[code]) for code in sorted(categories)},
        by_stage={number: number_of(opened[number]) for number in sorted(opened)},
        furthest={number: number_of(at[number]) for number in sorted(at)},
        passed_over={number: number_of(passed_over[number]) for number in sorted(passed_over)},
        formal=number_of(one for number, some in opened.items() if number > 0 for one in some),
    )
