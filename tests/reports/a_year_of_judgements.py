"""Monitors, concerns, conferences and steps of the same invented year."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from holdfast.indicators.figure import Figure
from holdfast.indicators.language import Indicator, Measure
from holdfast.indicators.rounding import percentage
from tests.reports.periods import YEAR

REVIEWS = (138, 149, 120, 147, 554)
CHILDREN = (120, 130, 110, 125, 230)
MONITORS = (111, 110, 86, 130, 437)
CONCERNS = (29, 58, 46, 69, 202)
NONE = (0,) * 5

#: table -> group -> (how many, of how many), by quarter and for the year; a count has no second
_SHARES: dict[str, Mapping[str, tuple[Sequence[int], Sequence[int]]]] = {
    "legal_status_appropriate": {
        "not_appropriate": ((2, 2, 5, 6, 15), MONITORS),
        "not_appropriate_of_reviews": ((2, 2, 5, 6, 15), REVIEWS),
        "answered": (MONITORS, REVIEWS),
    },
    "placement_suitable": {
        "not_meeting": ((3, 5, 3, 2, 13), MONITORS),
        "not_meeting_of_reviews": ((3, 5, 3, 2, 13), REVIEWS),
        "answered": (MONITORS, REVIEWS),
    },
    "monitor_completion": {
        "completed": (MONITORS, REVIEWS),
        "short_breaks": ((2, 3, 1, 2, 8), (5, 6, 5, 6, 22)),
        "cp": ((60, 61, 80, 84, 285), (82, 80, 103, 103, 368)),
        "cin": (NONE, (0, 0, 104, 176, 280)),
    },
    "disputes": {
        "informal": ((13, 19, 26, 25, 83), CHILDREN),
        "informal_of_reviews": ((13, 19, 26, 25, 83), REVIEWS),
        "formal": ((1, 0, 1, 1, 3), CHILDREN),
        "formal_of_reviews": ((1, 0, 1, 1, 3), REVIEWS),
    },
    "corporate_parenting": {
        "outstanding": ((1, 1, 1, 5, 8), MONITORS),
        "good": ((101, 87, 64, 98, 350), MONITORS),
        "requires_improvement": ((9, 22, 21, 27, 79), MONITORS),
        "inadequate": (NONE, MONITORS),
        "unknown": (NONE, MONITORS),
        "answered": (MONITORS, REVIEWS),
    },
    "care_plan_quality": {
        "outstanding": ((1, 16, 0, 1, 18), (111, 109, 85, 130, 435)),
        "good": ((98, 93, 60, 106, 357), (111, 109, 85, 130, 435)),
        "requires_improvement": ((12, 0, 24, 22, 58), (111, 109, 85, 130, 435)),
        "inadequate": ((0, 0, 1, 1, 2), (111, 109, 85, 130, 435)),
        "unknown": (NONE, (111, 109, 85, 130, 435)),
        "answered": ((111, 109, 85, 130, 435), REVIEWS),
    },
    "issues": {
        "pep": ((4, 11, 11, 4, 30), CONCERNS),
        "care_plan": ((2, 10, 3, 10, 25), CONCERNS),
        "contact": ((2, 1, 4, 1, 8), CONCERNS),
        "legal_status": ((0, 0, 2, 2, 4), CONCERNS),
        "other": ((21, 36, 26, 52, 135), CONCERNS),
        "highest_informal": ((28, 57, 45, 68, 198), CONCERNS),
        "highest_stage_1": ((0, 1, 1, 1, 3), CONCERNS),
        "highest_stage_3": ((1, 0, 0, 0, 1), CONCERNS),
        "with_informal": ((28, 58, 46, 69, 201), CONCERNS),
        "with_stage_1": ((0, 1, 1, 1, 3), CONCERNS),
        "with_stage_3": ((1, 0, 0, 0, 1), CONCERNS),
    },
    "steps": {
        "back_3": ((0, 1, 0, 1, 2), (10, 12, 11, 9, 42)),
        "back_6": ((1, 2, 1, 0, 4), (10, 12, 11, 0, 33)),
        "back_12": ((2, 0, 0, 0, 2), (10, 0, 0, 0, 10)),
    },
}
_COUNTS: dict[str, Mapping[str, Sequence[int]]] = {
    "issues": {
        "total": CONCERNS,
        "children": (14, 20, 26, 28, 88),
        "children_informal": (13, 20, 26, 28, 87),
        "head_resource": (2, 1, 4, 1, 8),
        "head_care_planning": (0, 0, 2, 2, 4),
        "head_practice": (6, 21, 14, 14, 55),
        "head_other": (21, 36, 26, 52, 135),
        "withdrawn": (1, 0, 0, 2, 3),
    },
    "conference_audit": {
        "ended_at_first_review": (2, 1, 0, 3, 6),
        "over_15_months": (7, 8, 6, 9, 9),
        "repeat_within_2_years": (1, 2, 1, 1, 5),
    },
    "steps": {
        "total": (20, 25, 22, 19, 86),
        "down": (10, 12, 11, 9, 42),
        "cp_to_cin": (8, 9, 9, 7, 33),
        "care_to_cin": (2, 3, 2, 2, 9),
        "cin_to_cp": (10, 13, 11, 10, 44),
        "not_yet_known_6": (0, 0, 0, 9, 9),
        "not_yet_known_12": (0, 12, 11, 9, 32),
    },
}
_DAYS: Mapping[str, Sequence[float | int]] = {
    "days_to_resolve": (8, 9.5, 11, 10, 10),
    "longest_to_resolve": (31, 44, 40, 52, 52),
}
_CLOSED = (20, 50, 44, 60, 174)
TABLES = frozenset({*_SHARES, *_COUNTS})


def figures(about: Indicator) -> list[Figure]:
    """Every figure of one of the nine tables."""
    return [
        _figure(about.table, group.key, group.measure, nth, period.name)
        for group in about.groups_for(YEAR)
        for nth, period in enumerate(about.periods(YEAR))
    ]


def _figure(table: str, group: str, measure: Measure, nth: int, period: str) -> Figure:
    if group in _DAYS:
        return Figure(table, group, period, _CLOSED[nth], _CLOSED[nth], _DAYS[group][nth])
    if measure is Measure.COUNT:
        count = _COUNTS.get(table, {}).get(group, NONE)[nth]
        return Figure(table, group, period, count, None, count)
    n, d = _SHARES[table].get(group, (NONE, CONCERNS))
    return Figure(table, group, period, n[nth], d[nth], percentage(n[nth], d[nth]))
