"""One year of an invented council for the tests of reports: figures as the engine gives them, and published ones."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from holdfast.indicators.figure import Figure
from holdfast.indicators.language import Measure
from holdfast.indicators.registry import INDICATORS
from holdfast.indicators.rounding import per_10000, percentage
from holdfast.reports.annual import Authority
from holdfast.reports.comparators import Comparator
from tests.reports import a_year_of_work
from tests.reports.periods import YEAR

PERIODS = [period.name for period in YEAR.periods]
MARLDON = Authority("Marldon Council", board="Corporate Parenting Board", invented=True)

#: counts per group: the four quarters and the year
_BY_QUARTER: dict[str, dict[str, Sequence[int]]] = {
    "sex": {"male": (102, 103, 104, 108, 108), "female": (88, 87, 92, 96, 96)},
    "age": {
        "under_1": (4, 5, 9, 11, 11),
        "1_4": (26, 23, 20, 24, 24),
        "5_9": (35, 36, 35, 35, 35),
        "10_15": (77, 78, 86, 82, 82),
        "16_over": (48, 48, 46, 52, 52),
    },
    "ethnicity": {
        "WBRI": (181, 181, 187, 193, 193),
        "MWAS": (4, 4, 4, 3, 3),
        "OOTH": (0, 0, 0, 4, 4),
        "AOTH": (5, 5, 5, 4, 4),
    },
    "time_in_care": {
        "under_6_months": (25, 30, 33, 35, 35),
        "6_12_months": (9, 11, 24, 28, 28),
        "1_2_years": (30, 27, 20, 26, 26),
        "2_4_years": (35, 29, 30, 29, 29),
        "over_4_years": (91, 93, 89, 86, 86),
    },
    "legal_status": {
        "interim_care_order": (20, 20, 20, 20, 20),
        "care_order": (115, 115, 120, 127, 127),
        "placement_order": (6, 6, 6, 5, 5),
        "section_20": (49, 49, 50, 51, 51),
        "youth_justice": (0, 0, 0, 1, 1),
    },
    "placement_type": {
        "foster_kin": (30, 30, 32, 34, 34),
        "foster": (120, 120, 122, 124, 124),
        "residential": (20, 20, 21, 22, 22),
        "home": (10, 10, 11, 12, 12),
        "independent": (10, 10, 10, 12, 12),
    },
    "participation": {
        "PN0": (24, 25, 20, 25, 94),
        "PN1": (53, 57, 46, 57, 213),
        "PN2": (2, 2, 1, 2, 7),
        "PN3": (1, 1, 0, 1, 3),
        "PN4": (0, 1, 0, 1, 2),
        "PN5": (13, 15, 12, 14, 54),
        "PN6": (29, 31, 25, 30, 115),
        "PN7": (13, 14, 11, 13, 51),
    },
    "leaving_care": {
        "E11": (2, 2, 2, 1, 7),
        "E12": (1, 1, 0, 0, 2),
        "E4A": (5, 4, 3, 2, 14),
        "E4B": (2, 1, 1, 1, 5),
        "E44": (0, 0, 0, 1, 1),
        "E8": (16, 12, 9, 8, 45),
    },
}
_HELD = (138, 149, 120, 147, 554)
_RATES: dict[str, dict[str, tuple[int, int]]] = {
    "placement_moves": {"three_or_more": (10, 204)},
    "long_term_stability": {"stable": (50, 75)},
    "health_education": {
        "health_assessment": (120, 141),
        "dental": (99, 141),
        "both": (86, 141),
        "immunisations": (130, 141),
        "development_check": (23, 24),
        "sdq_normal": (40, 104),
        "sdq_borderline": (20, 104),
        "sdq_concern": (44, 104),
        "pep": (96, 120),
    },
    "care_leavers": {"suitable": (76, 78), "in_touch": (74, 80)},
}


def figures() -> list[Figure]:
    """Every printed figure of 2016/17, in the order of the registry."""
    made = [
        figure
        for about in INDICATORS.values()
        if not about.beside and not about.needs
        for group in about.groups_for(YEAR)
        for nth, period in (enumerate(PERIODS) if about.by_quarter else [(4, YEAR.name)])
        if (figure := _figure(about.table, group.key, group.measure, nth, period)) is not None
    ]
    return made + [
        figure for about in INDICATORS.values() if about.needs for figure in a_year_of_work.figures(about)
    ]


def nothing() -> list[Figure]:
    """The same figures of a council that recorded nothing."""
    return [
        replace(f, numerator=0, denominator=0, value=None)
        if f.denominator is not None
        else replace(f, numerator=0, value=0)
        for f in figures()
    ]


def _figure(table: str, group: str, measure: Measure, nth: int, period: str) -> Figure | None:
    in_care = (190, 190, 196, 204, 204)[nth]
    if (table, group) == ("children_in_care", "number"):
        return Figure(table, group, period, in_care, None, in_care)
    if (table, group) == ("children_in_care", "per_10000"):
        return Figure(table, group, period, in_care, 37_090, per_10000(in_care, 37_090))
    if table == "uasc":
        count = (0, 0, 0, 4, 4)[nth]
        return Figure(table, group, period, count, None, count)
    if group == "sdq_average":
        return Figure(table, group, period, 104, 118, 16.11)
    if measure is Measure.COUNT:
        count = _ended(nth) if table == "leaving_care" else 0
        return Figure(table, group, period, count, None, count)
    numerator, denominator = _share(table, group, nth)
    return Figure(table, group, period, numerator, denominator, percentage(numerator, denominator))


def _share(table: str, group: str, nth: int) -> tuple[int, int]:
    if table in _RATES:
        return _RATES[table].get(group, (0, 0))
    if table == "unplanned_moves":
        counts: Mapping[str, Sequence[int]] = {
            "unplanned": (3, 2, 4, 3, 12),
            "CARPL": (5, 6, 4, 6, 21),
            "CREQB": (3, 2, 4, 3, 12),
        }
        return counts.get(group, (0,) * 5)[nth], (8, 8, 8, 9, 33)[nth]
    if group in ("coded", "attended", "views"):
        return _took_part(group, nth)
    counts = _BY_QUARTER[table]
    return counts.get(group, (0,) * 5)[nth], sum(each[nth] for each in counts.values())


def _took_part(group: str, nth: int) -> tuple[int, int]:
    codes = {code: counts[nth] for code, counts in _BY_QUARTER["participation"].items()}
    total = sum(codes.values())
    if group == "coded":
        return total, _HELD[nth]
    wanted = ("PN1", "PN2", "PN3", "PN4") if group == "attended" else ("PN1", "PN2", "PN3", "PN5", "PN6")
    return sum(codes[code] for code in wanted), total - codes["PN0"]


def _ended(nth: int) -> int:
    return sum(counts[nth] for counts in _BY_QUARTER["leaving_care"].values())


SOURCE = "Annual report of the service, 2015/16"


def published() -> list[Comparator]:
    """Published figures of earlier years and other areas, with a year whose groups do not add up."""
    made = [
        Comparator("children_in_care", "number", year, str(number), SOURCE, numerator=number)
        for year, number in (("2015/16", 191), ("2014/15", 193), ("2013/14", 222), ("2012/13", 243))
    ]
    made += [
        Comparator("children_in_care", "per_10000", "2015/16", "63", "DfE statistics", "Regional average"),
        Comparator("children_in_care", "per_10000", "2015/16", "60", "DfE statistics", "National average"),
    ]
    for year, total, male, female in (
        ("2015/16", 191, 98, 93),
        ("2014/15", 193, 101, 92),
        ("2013/14", 222, 121, 100),
    ):
        made += [
            Comparator("sex", group, year, None, SOURCE, numerator=count, denominator=total)
            for group, count in (("male", male), ("female", female))
        ]
    for year, counts in (("2015/16", (13, 19, 37, 78, 44)), ("2014/15", (8, 23, 36, 90, 36))):
        made += [
            Comparator("age", group, year, None, SOURCE, numerator=count, denominator=sum(counts))
            for group, count in zip(("under_1", "1_4", "5_9", "10_15", "16_over"), counts, strict=True)
        ]
    made += [
        Comparator("participation", code, "2015/16", value, SOURCE)
        for code, value in zip(
            (f"PN{n}" for n in range(8)), ("18", "38", "1", "0.3", "0.7", "15", "23", "4"), strict=True
        )
    ]
    made += [
        Comparator("legal_status", group, "2015/16", value, SOURCE)
        for group, value in (
            ("interim_care_order", "10"),
            ("care_order", "55"),
            ("placement_order", "4"),
            ("section_20", "31"),
        )
    ]
    made += [
        Comparator("placement_moves", "three_or_more", "2015/16", "8.9", SOURCE),
        Comparator("placement_moves", "three_or_more", "2015/16", "10", "DfE statistics", "National average"),
        Comparator("leaving_care", "total", "2015/16", "84", SOURCE, numerator=84),
        Comparator("caseload", "average", "2015/16", "75", SOURCE),
        Comparator("timeliness", "children_all_in_time", "2015/16", "85", SOURCE),
        Comparator("health_education", "both", "2015/16", "74.5", SOURCE),
        Comparator("legal_status_appropriate", "not_appropriate", "2015/16", "1.2", SOURCE),
        Comparator("legal_status_appropriate", "not_appropriate_of_reviews", "2015/16", "1.04", SOURCE),
        Comparator("disputes", "informal_of_reviews", "2015/16", "13.2", SOURCE),
        Comparator("corporate_parenting", "good", "2015/16", "89", SOURCE),
    ]
    return made
