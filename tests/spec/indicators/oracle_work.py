"""The nine tables of the officers' work counted by hand, the slow way, as ``oracle`` does the first fifteen.

``count(tables, year_ending)`` gives ``{(table, group, period): (numerator, denominator, value)}``, groups in their
order of print. Written from the definitions alone.
"""

from __future__ import annotations

from datetime import date, timedelta
from fractions import Fraction
from itertools import pairwise

from tests.spec.indicators import oracle_places, oracle_quality
from tests.spec.indicators.oracle import (
    Answer,
    Cell,
    Groups,
    Records,
    counted,
    half_up,
    periods_of_year,
    share,
)
from tests.spec.indicators.oracle_care import Row, age_on, every_day, is_short_break, open_on, period_holding

SEEN = ("seen", "not_seen", "not_appropriate", "not_necessary")


def officers(records: Records, table: str, day: date) -> list[Row]:
    """Allocations or posts of officers that stand at the end of a day."""
    return [row for row in records.rows(table) if row["role"] == "iro" and open_on(row, day)]


def full_posts(records: Records, first: date, last: date) -> Fraction:
    """The mean full-time equivalent over the days, both ends included."""
    days = every_day(first, last)
    total = sum(row["hundredths"] for day in days for row in officers(records, "posts", day))
    return Fraction(total, 100 * len(days))


def per_post(number: int, posts: Fraction) -> Cell:
    return (number, half_up(posts, 2), half_up(number / posts, 1) if posts else None)


def on_a_plan(records: Records, kind: str, day: date) -> set[str]:
    return {
        row["child"]
        for row in records.rows("plans")
        if row["kind"] == kind and row["started"] and open_on(row, day)
    }


def caseload(records: Records, day: date) -> Groups:
    breaks = {row["child"] for row in records.rows("episodes") if is_short_break(row) and open_on(row, day)}
    plans = {
        "cypic": set(records.in_care(day)),
        "cp": on_a_plan(records, "cp", day),
        "short_breaks": breaks,
        "cin": on_a_plan(records, "cin", day),
    }
    first = []
    for child in {row["child"] for row in officers(records, "allocations", day)}:
        first.append(next((plan for plan, children in plans.items() if child in children), "no_plan"))
    total = sum(first.count(plan) for plan in ("cypic", "cp", "cin"))
    posts = full_posts(records, day, day)
    return {
        **{plan: counted(first.count(plan)) for plan in plans},
        "total": counted(total),
        "fte": (len(officers(records, "posts", day)), None, half_up(posts, 2)),
        "average": per_post(total, posts),
        "no_plan": counted(first.count("no_plan")),
    }


def protection_plans(records: Records, first: date, last: date) -> Groups:
    made = [row for row in records.rows("plans") if row["kind"] == "cp" and row["started"]]
    return {
        "open": counted(sum(open_on(row, last) for row in made)),
        "started": counted(sum(first <= row["started"] <= last for row in made)),
        "ended": counted(sum(row["ended"] is not None and first <= row["ended"] <= last for row in made)),
    }


def completed(records: Records, first: date, last: date) -> list[Row]:
    return [row for row in records.rows("meetings") if first <= row["completed_on"] <= last]


def meetings(records: Records, first: date, last: date) -> Groups:
    kinds = [row["kind"] for row in completed(records, first, last)]
    total = sum(kinds.count(kind) for kind in ("cypic", "cp", "cin"))
    return {
        **{kind: counted(kinds.count(kind)) for kind in ("cypic", "cp", "cin")},
        "total": counted(total),
        "per_fte": per_post(total, full_posts(records, first, last)),
        "short_breaks": counted(kinds.count("short_breaks")),
    }


# -- timeliness ---------------------------------------------------------------------------------------------


def readings(records: Records, first: date, last: date, kept: str) -> list[Cell]:
    """The four of them: by ``kept``, the first meeting with a series not too long, or by the final meeting."""
    held = [
        row for row in records.rows("dues") if row["completed_on"] and first <= row["completed_on"] <= last
    ]
    held = [row for row in held if row["due_on"]]
    fallen = [row for row in records.rows("dues") if row["due_on"] and row["due_on"] <= row["as_of"]]
    due = [row for row in fallen if first <= row["due_on"] <= last]
    children = {row["child"] for row in due}
    all_in_time = [
        child for child in children if all(row[kept] == "in_time" for row in due if row["child"] == child)
    ]
    standing = [latest_due(records, fallen, child, last) for child in records.in_care(last)]
    found = [row for row in standing if row is not None]
    return [
        share(sum(row[kept] == "in_time" for row in held), len(held)),
        share(sum(row[kept] == "in_time" for row in due), len(due)),
        share(len(all_in_time), len(children)),
        share(sum(not is_overdue(row, last, kept) for row in found), len(found)),
    ]


def latest_due(records: Records, fallen: list[Row], child: str, day: date) -> Row | None:
    """Of this period of care, the last review that had fallen due by the day."""
    care = period_holding(records.episodes[child], records.in_care(day)[child])[0]["started"]
    mine = [row for row in fallen if row["child"] == child and care < row["due_on"] <= day]
    return max(mine, key=lambda row: row["due_on"]) if mine else None


def is_overdue(row: Row, day: date, kept: str) -> bool:
    day = min(day, row["as_of"])
    if row["completed_on"] and row["completed_on"] <= day:
        return False
    begun = row["held_on"] and row["held_on"] <= day and row["finish_by"] and day <= row["finish_by"]
    return not (begun and kept == "kept")


def timeliness(records: Records, first: date, last: date) -> Groups:
    names = ("held_in_time", "due_in_time", "children_all_in_time", "not_overdue")
    held = [
        row for row in records.rows("dues") if row["completed_on"] and first <= row["completed_on"] <= last
    ]
    return {
        **dict(zip(names, readings(records, first, last, "kept"), strict=True)),
        **{
            f"{name}_by_final": cell
            for name, cell in zip(names, readings(records, first, last, "kept_by_final"), strict=True)
        },
        "unknown": counted(sum(row["due_on"] is None for row in held)),
    }


# -- reviews of children in care ----------------------------------------------------------------------------


def seen_before_review(records: Records, first: date, last: date) -> Groups:
    reviews = [row for row in completed(records, first, last) if row["kind"] == "cypic"]
    answers = [row["seen"] for row in reviews if row["seen"] in SEEN]
    seen, not_seen = answers.count("seen"), answers.count("not_seen")
    return {
        **{answer: share(answers.count(answer), len(answers)) for answer in SEEN},
        "of_those_to_be_seen": share(seen, seen + not_seen),
    }


def child_chaired(records: Records, first: date, last: date) -> Groups:
    reviews = [row for row in completed(records, first, last) if row["kind"] == "cypic" and row["chaired"]]
    aged = [(row, age_on(records.about(row["child"], "born"), row["completed_on"])) for row in reviews]
    old_enough = [row for row, age in aged if age is not None and age >= 4]
    return {
        "chaired": share(sum(row["chaired"] in ("part", "whole") for row in old_enough), len(old_enough)),
        "unknown": counted(sum(age is None for _row, age in aged)),
    }


def records_in_time(records: Records, first: date, last: date) -> Groups:
    found: Groups = {}
    for kind in ("decisions", "manager", "record", "distributed"):
        fell = [r for r in records.rows("deadlines") if r["kind"] == kind and first <= r["due_on"] <= last]
        found[kind] = share(
            sum(r["met_on"] is not None and r["met_on"] <= r["due_on"] for r in fell), len(fell)
        )
    return found


def midway(records: Records, first: date, last: date) -> Groups:
    due = [row for row in records.rows("midways") if first <= row["due_on"] <= last]
    waived = [row for row in due if row["waived"] and not row["done_on"]]
    done = [row for row in due if row["done_on"]]
    return {"done": share(len(done), len(due) - len(waived)), "waived": counted(len(waived))}


def iro_continuity(records: Records, first: date, last: date) -> Groups:
    before = first - timedelta(days=1)
    base = same = unknown = 0
    for child in set(records.in_care(last)) & set(records.in_care(before)):
        mine = [row for row in records.rows("allocations") if row["child"] == child and row["role"] == "iro"]
        if not any(row["started"] <= before for row in mine):
            unknown += 1
            continue
        base += 1
        each_day = [
            frozenset(row["worker"] for row in mine if open_on(row, day)) for day in every_day(before, last)
        ]
        same += len(set(each_day)) == 1 and len(each_day[0]) == 1
    return {"same": share(same, base), "unknown": counted(unknown)}


def months_of_year(year_ending: int) -> list[tuple[str, date, date]]:
    firsts = [date(year_ending - 1, month, 1) for month in range(4, 13)]
    firsts += [date(year_ending, month, 1) for month in range(1, 5)]
    return [
        (f"{first.year}-{first.month:02d}", first, following - timedelta(days=1))
        for first, following in pairwise(firsts)
    ]


def count(tables: dict[str, list[Row]], year_ending: int) -> Answer:
    """Every cell of the nine tables, and of the nine of ``oracle_quality``."""
    records = Records(tables)
    answer: Answer = {}

    def put(table: str, period: str, groups: Groups) -> None:
        answer.update({(table, group, period): cell for group, cell in groups.items()})

    for period, first, last in periods_of_year(year_ending):
        put("caseload", period, caseload(records, last))
        put("out_of_area", period, oracle_places.out_of_area(records, last))
        for table in (meetings, timeliness, seen_before_review, records_in_time, midway, child_chaired):
            put(table.__name__, period, table(records, first, last))
        answer.update(oracle_quality.count(records, period, first, last))
    for period, first, last in months_of_year(year_ending):
        put("protection_plans", period, protection_plans(records, first, last))
    name, first, last = periods_of_year(year_ending)[-1]
    put("iro_continuity", name, iro_continuity(records, first, last))
    return answer
