"""The fifteen tables counted by hand: an independent answer to hold the product's figures against.

Plain Python over lists of rows, written from the definitions alone and meant to be read, not to be fast.
``count(tables, year_ending)`` gives ``{(table, group, period): (numerator, denominator, value)}``, groups in
their order of print.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from fractions import Fraction
from typing import Any

from tests.spec.indicators.oracle_care import (
    Row,
    add_months,
    age_on,
    begins_new_placement,
    blank,
    current_episode,
    episodes_by_child,
    every_day,
    is_short_break,
    is_temporary,
    open_on,
    period_holding,
    periods_of_care,
    placements,
    text,
)
from tests.spec.indicators.oracle_codes import (
    ETHNIC,
    LEGAL_STATUS,
    LETTERS,
    PLACEMENT_TYPE,
    SEX,
    UNPLANNED,
    reasons_ceased,
    reasons_moved,
)

Cell = tuple[int, int | None, float | int | None]
Groups = dict[str, Cell]
Answer = dict[tuple[str, str, str], Cell]


# -- a cell -------------------------------------------------------------------------------------------------


def half_up(exact: Fraction, places: int) -> float:
    return float(Fraction((exact * 10**places + Fraction(1, 2)).__floor__(), 10**places))


def share(numerator: int, denominator: int) -> Cell:
    if denominator == 0:
        return (numerator, denominator, None)
    return (numerator, denominator, half_up(Fraction(100 * numerator, denominator), 1))


def counted(number: int) -> Cell:
    return (number, None, number)


def distribution(keys: Iterable[str], answers: list[str]) -> Groups:
    """Every row in one group; what is none of the keys is unknown; the base is all of them."""
    wanted = list(keys)
    groups = {key: share(answers.count(key), len(answers)) for key in wanted}
    groups["unknown"] = share(sum(1 for answer in answers if answer not in wanted), len(answers))
    return groups


def grouped(codes: dict[str, tuple[str, ...]], code: object) -> str:
    for group, members in codes.items():
        if text(code) in members:
            return group
    return "unknown"


# -- children in care on a day ------------------------------------------------------------------------------


class Records:
    """The statistical tables of one authority, with each child's episodes in order."""

    def __init__(self, tables: dict[str, list[Row]]) -> None:
        self.tables = tables
        self.episodes = episodes_by_child(tables.get("episodes", []))
        self.children = {row["child"]: row for row in tables.get("children", [])}

    def rows(self, table: str) -> list[Row]:
        return self.tables.get(table, [])

    def about(self, child: str, column: str) -> Any:
        return self.children[child][column] if child in self.children else None

    def in_care(self, day: date) -> dict[str, Row]:
        """Each child in care at the end of the day, once, with the episode that says so."""
        found = {}
        for child, episodes in self.episodes.items():
            episode = current_episode(episodes, day)
            if episode is not None:
                found[child] = episode
        return found


def age_group(age: int | None) -> str:
    if age is None:
        return "unknown"
    if age < 1:
        return "under_1"
    if age <= 4:
        return "1_4"
    if age <= 9:
        return "5_9"
    return "10_15" if age <= 15 else "16_over"


def length_of_care(period: list[Row], day: date) -> str:
    start = period[0]["started"]
    if day >= add_months(start, 48):
        return "over_4_years"  # settled by the first day known, whatever came before it
    if text(period[0]["reason_started"]) != "S":
        return "unknown"
    if day < add_months(start, 6):
        return "under_6_months"
    if day < add_months(start, 12):
        return "6_12_months"
    return "1_2_years" if day < add_months(start, 24) else "2_4_years"


def kind_of_place(code: object) -> str:
    return "other" if text(code).startswith("Z") else grouped(PLACEMENT_TYPE, code)


def snapshot_tables(records: Records, day: date, year_ending: int) -> dict[str, Groups]:
    care = records.in_care(day)
    number = {"number": counted(len(care))}
    for row in records.rows("population"):
        if row["year_ending"] == year_ending and not blank(row["aged_0_17"]):
            people = row["aged_0_17"]
            rate = half_up(Fraction(10_000 * len(care), people), 1) if people else None
            number["per_10000"] = (len(care), people, rate)
    lengths = [length_of_care(period_holding(records.episodes[child], care[child]), day) for child in care]
    return {
        "children_in_care": number,
        "sex": distribution(SEX, [grouped(SEX, records.about(child, "sex")) for child in care]),
        "ethnicity": distribution(ETHNIC, [text(records.about(child, "ethnicity")) for child in care]),
        "age": distribution(
            ("under_1", "1_4", "5_9", "10_15", "16_over"),
            [age_group(age_on(records.about(child, "born"), day)) for child in care],
        ),
        "time_in_care": distribution(
            ("under_6_months", "6_12_months", "1_2_years", "2_4_years", "over_4_years"), lengths
        ),
        "legal_status": distribution(
            LEGAL_STATUS, [grouped(LEGAL_STATUS, row["legal_status"]) for row in care.values()]
        ),
        "placement_type": distribution(
            PLACEMENT_TYPE, [kind_of_place(row["place"]) for row in care.values()]
        ),
        "uasc": {"number": counted(sum(1 for child in care if seeks_asylum(records, child, day)))},
    }


def seeks_asylum(records: Records, child: str, day: date) -> bool:
    return any(
        row["child"] == child and (blank(row["ceased"]) or row["ceased"] > day)
        for row in records.rows("uasc")
    )


# -- flows --------------------------------------------------------------------------------------------------


def reviews_in(records: Records, first: date, last: date) -> list[Row]:
    """One review for each child and date: the last row wins."""
    reviews: dict[tuple[str, date], Row] = {}
    for row in records.rows("reviews"):
        if not blank(row["held_on"]) and first <= row["held_on"] <= last:
            reviews[(row["child"], row["held_on"])] = row
    return list(reviews.values())


def participation(records: Records, first: date, last: date) -> Groups:
    valid = [f"PN{number}" for number in range(8)]
    given = [text(row["participation"]) for row in reviews_in(records, first, last)]
    codes = [code for code in given if code in valid]
    aged_4 = [code for code in codes if code != "PN0"]
    groups = {code: share(codes.count(code), len(codes)) for code in valid}
    groups["coded"] = share(len(codes), len(given))
    attended = [code for code in aged_4 if code in ("PN1", "PN2", "PN3", "PN4")]
    views = [code for code in aged_4 if code in ("PN1", "PN2", "PN3", "PN5", "PN6")]
    groups["attended"] = share(len(attended), len(aged_4))
    groups["views"] = share(len(views), len(aged_4))
    return groups


def leaving_care(records: Records, first: date, last: date, year_ending: int) -> Groups:
    left = []
    for episodes in records.episodes.values():
        for period in periods_of_care(episodes):
            end = period[-1]
            ceased = not blank(end["ended"]) and first <= end["ended"] <= last
            if ceased and text(end["reason_ended"]) not in ("", "X1"):
                left.append(end)
    groups = distribution(reasons_ceased(year_ending), [text(row["reason_ended"]) for row in left])
    groups |= {"total": counted(len(left)), "children": counted(len({row["child"] for row in left}))}
    return groups


def unplanned_moves(records: Records, first: date, last: date, year_ending: int) -> Groups:
    reasons = []
    for episodes in records.episodes.values():
        for period in periods_of_care(episodes):
            for position in range(1, len(period)):
                before = period[position - 1]
                moved = begins_new_placement(period, position) and first <= before["ended"] <= last
                if moved and not blank(before["reason_moved"]):
                    reasons.append(text(before["reason_moved"]))
    listed = reasons_moved()
    known = [reason for reason in reasons if reason in listed]
    groups = {"unplanned": share(sum(1 for reason in known if reason in UNPLANNED), len(known))}
    groups |= {reason: share(known.count(reason), len(known)) for reason in listed}
    groups["unknown"] = counted(len(reasons) - len(known))
    return groups


# -- tables for the year only -------------------------------------------------------------------------------


def placement_moves(records: Records, first: date, last: date) -> Groups:
    care = records.in_care(last)
    on_first = records.in_care(first)
    three_or_more = 0
    for child in care:
        number = 1 if child in on_first else 0
        for period in periods_of_care(records.episodes[child]):
            for position, episode in enumerate(period):
                if begins_new_placement(period, position) and first < episode["started"] <= last:
                    number += 1
        three_or_more += number >= 3
    return {"three_or_more": share(three_or_more, len(care)), "unknown": counted(0)}


def is_stable(period: list[Row], current: Row, day: date) -> bool:
    """The current placement for two years, or an adoptive one together with the one before it."""
    until_now = period[: next(i for i, episode in enumerate(period) if episode is current) + 1]
    homes = placements(until_now)
    two_years_ago = add_months(day, -24)
    if homes[-1][0]["started"] <= two_years_ago:
        return True
    lived_in = [episode for episode in homes[-1] if not is_temporary(episode)]
    adoptive = bool(lived_in) and grouped(PLACEMENT_TYPE, lived_in[-1]["place"]) == "adoption"
    return adoptive and len(homes) > 1 and homes[-2][0]["started"] <= two_years_ago


def long_term_stability(records: Records, day: date) -> Groups:
    base = stable = unknown = 0
    for child, current in records.in_care(day).items():
        age = age_on(records.about(child, "born"), day)
        if age is None or age >= 16:
            continue
        period = period_holding(records.episodes[child], current)
        if period[0]["started"] <= add_months(day, -30):
            base += 1
            stable += is_stable(period, current, day)
        elif text(period[0]["reason_started"]) != "S":
            unknown += 1
    return {"stable": share(stable, base), "unknown": counted(unknown)}


def in_care_all_year(records: Records, first: date, last: date) -> list[str]:
    """In care at the end of every day of the year, and in no short break in it."""
    breaks = set()
    for row in records.rows("episodes"):
        begun = is_short_break(row) and not blank(row["started"]) and row["started"] <= last
        if begun and (blank(row["ended"]) or row["ended"] > first):
            breaks.add(row["child"])
    days = every_day(first, last)
    return [
        child
        for child, episodes in records.episodes.items()
        if child not in breaks and all(any(open_on(episode, day) for episode in episodes) for day in days)
    ]


def yes_of(rows: list[Row], column: str) -> Cell:
    answers = [text(row[column]) for row in rows if text(row[column]) in ("0", "1")]
    return share(answers.count("1"), len(answers))


def health_education(records: Records, first: date, last: date, year_ending: int) -> Groups:
    cohort = in_care_all_year(records, first, last)
    ages = {child: age_on(records.about(child, "born"), last) for child in cohort}
    latest = {row["child"]: row for row in records.rows("health") if row["year_ending"] == year_ending}
    rows = [latest[child] for child in cohort if child in latest]
    under_5 = [row for row in rows if ages[row["child"]] in range(5)]
    of_age = [child for child in cohort if ages[child] in range(4, 17)]
    scores = [latest[child]["sdq_score"] for child in of_age if child in latest]
    scores = [score for score in scores if score is not None and 0 <= score <= 40]
    both = [row for row in rows if {text(row["health_assessment"]), text(row["teeth_check"])} <= {"0", "1"}]
    mean = half_up(Fraction(sum(scores), len(scores)), 2) if scores else None
    return {
        "health_assessment": yes_of(rows, "health_assessment"),
        "dental": yes_of(rows, "teeth_check"),
        "both": share(
            sum(1 for row in both if text(row["health_assessment"]) == text(row["teeth_check"]) == "1"),
            len(both),
        ),
        "immunisations": yes_of(rows, "immunisations"),
        "development_check": yes_of(under_5, "health_check"),
        "sdq_average": (len(scores), len(of_age), mean),
        "sdq_normal": share(sum(1 for score in scores if score <= 13), len(scores)),
        "sdq_borderline": share(sum(1 for score in scores if 14 <= score <= 16), len(scores)),
        "sdq_concern": share(sum(1 for score in scores if score >= 17), len(scores)),
        "pep": education_plans(records, cohort, first, last),
    }


def education_plans(records: Records, cohort: list[str], first: date, last: date) -> Cell:
    found = [last_state(records, child, first, last) for child in cohort]
    return share(found.count("there"), found.count("there") + found.count("not_there"))


def last_state(records: Records, child: str, first: date, last: date) -> str | None:
    """Of two reviews completed on one day the state that comes first in the alphabet."""
    mine = [row for row in records.rows("education_plans") if row["child"] == child]
    mine = [row for row in mine if first <= row["completed_on"] <= last]
    if not mine:
        return None
    latest = max(row["completed_on"] for row in mine)
    return min(row["state"] for row in mine if row["completed_on"] == latest)


def care_leavers(records: Records, last: date, year_ending: int) -> Groups:
    rows = [
        row
        for row in records.rows("care_leavers")
        if row["year_ending"] == year_ending
        and age_on(row["born"], last) in range(17, 22)
        and text(row["in_touch"]) != "DIED"
    ]
    lived = [text(row["accommodation"]) for row in rows]
    homes = [code for code in lived if len(code) == 2 and code[0] in LETTERS and code[1] in "12"]
    homes = [code for code in homes if code[0] != "R"]
    filled = [text(row["in_touch"]) for row in rows if not blank(row["in_touch"])]
    return {
        "suitable": share(sum(1 for code in homes if code[1] == "1"), len(homes)),
        "in_touch": share(filled.count("YES"), len(filled)),
    }


# -- all of them --------------------------------------------------------------------------------------------


def periods_of_year(year_ending: int) -> list[tuple[str, date, date]]:
    before, name = year_ending - 1, f"{year_ending - 1}/{year_ending % 100:02d}"
    return [
        (f"{name} Q1", date(before, 4, 1), date(before, 6, 30)),
        (f"{name} Q2", date(before, 7, 1), date(before, 9, 30)),
        (f"{name} Q3", date(before, 10, 1), date(before, 12, 31)),
        (f"{name} Q4", date(year_ending, 1, 1), date(year_ending, 3, 31)),
        (name, date(before, 4, 1), date(year_ending, 3, 31)),
    ]


def count(tables: dict[str, list[Row]], year_ending: int) -> Answer:
    """Every cell of the fifteen tables for the year and, where the table has them, its quarters."""
    records = Records(tables)
    answer: Answer = {}

    def put(table: str, period: str, groups: Groups) -> None:
        answer.update({(table, group, period): cell for group, cell in groups.items()})

    for period, first, last in periods_of_year(year_ending):
        for table, groups in snapshot_tables(records, last, year_ending).items():
            put(table, period, groups)
        put("participation", period, participation(records, first, last))
        put("leaving_care", period, leaving_care(records, first, last, year_ending))
        put("unplanned_moves", period, unplanned_moves(records, first, last, year_ending))
    name, first, last = periods_of_year(year_ending)[-1]
    put("placement_moves", name, placement_moves(records, first, last))
    put("long_term_stability", name, long_term_stability(records, last))
    put("health_education", name, health_education(records, first, last, year_ending))
    put("care_leavers", name, care_leavers(records, last, year_ending))
    return answer
