"""The officers' own work in the same invented year: counts by quarter, and protection plans by month."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from fractions import Fraction

from holdfast.indicators.figure import Figure
from holdfast.indicators.language import Indicator, Measure
from holdfast.indicators.rounding import per_fte, percentage
from tests.reports import a_year_of_judgements
from tests.reports.periods import YEAR

#: full posts, in hundredths, and how many they were held in
_POSTS: Sequence[tuple[int, int]] = ((420, 5), (420, 5), (600, 7), (600, 7), (600, 7))
_MEAN = (420, 420, 540, 600, 490)
_COUNTS: dict[str, Mapping[str, Sequence[int]]] = {
    "caseload": {
        "cypic": (190, 190, 196, 204, 204),
        "cp": (122, 143, 199, 171, 171),
        "short_breaks": (11, 11, 11, 11, 11),
        "cin": (0, 0, 207, 219, 219),
        "total": (312, 333, 602, 594, 594),
        "no_plan": (0, 0, 1, 0, 0),
    },
    "meetings": {
        "cypic": (138, 149, 120, 147, 554),
        "cp": (82, 80, 103, 103, 368),
        "cin": (0, 0, 104, 176, 280),
        "total": (220, 229, 327, 426, 1202),
        "short_breaks": (5, 6, 5, 6, 22),
    },
    "protection_plans": {
        "open": (135, 130, 122, 128, 136, 143, 160, 182, 199, 190, 180, 171),
        "started": (12, 9, 8, 14, 13, 15, 25, 30, 27, 8, 7, 6),
        "ended": (12, 14, 16, 8, 5, 8, 8, 8, 10, 17, 17, 15),
    },
}
_SHARES: dict[str, Mapping[str, tuple[int, int]]] = {
    "timeliness": {
        "held_in_time": (430, 554),
        "due_in_time": (428, 560),
        "children_all_in_time": (167, 249),
        "not_overdue": (190, 199),
        "held_in_time_by_final": (421, 554),
        "due_in_time_by_final": (419, 560),
        "children_all_in_time_by_final": (160, 249),
        "not_overdue_by_final": (190, 199),
    },
    "seen_before_review": {
        "seen": (151, 437),
        "not_seen": (140, 437),
        "not_appropriate": (113, 437),
        "not_necessary": (33, 437),
        "of_those_to_be_seen": (151, 291),
    },
    "iro_continuity": {"same": (38, 150)},
    "records_in_time": {
        "decisions": (500, 550),
        "manager": (300, 480),
        "record": (410, 545),
        "distributed": (380, 540),
    },
    "midway": {"done": (212, 400)},
    "out_of_area": {"outside": (84, 198)},
    "child_chaired": {"chaired": (41, 430)},
}


def figures(about: Indicator) -> list[Figure]:
    """Every figure of a table that no return holds."""
    if about.table in a_year_of_judgements.TABLES:
        return a_year_of_judgements.figures(about)
    return [
        _figure(
            about.table, group.key, group.measure, nth if len(about.periods(YEAR)) > 1 else 4, period.name
        )
        for group in about.groups_for(YEAR)
        for nth, period in enumerate(about.periods(YEAR))
    ]


def _figure(table: str, group: str, measure: Measure, nth: int, period: str) -> Figure:
    if measure is Measure.FTE:
        hundredths, posts = _POSTS[nth]
        return Figure(table, group, period, posts, None, hundredths / 100)
    if measure is Measure.PER_FTE:
        hundredths = _POSTS[nth][0] if table == "caseload" else _MEAN[nth]
        total = _COUNTS[table]["total"][nth]
        return Figure(
            table, group, period, total, hundredths / 100, per_fte(total, Fraction(hundredths, 100))
        )
    if measure is Measure.COUNT:
        count = (
            25
            if (table, group) == ("midway", "waived")
            else _COUNTS.get(table, {}).get(group, (0,) * 12)[nth]
        )
        return Figure(table, group, period, count, None, count)
    n, d = _SHARES[table][group]
    return Figure(table, group, period, n, d, percentage(n, d))
