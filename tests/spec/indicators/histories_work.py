"""The work of invented officers, messy on purpose: overlaps, gaps, half posts, series, days on the edge of a month."""

from __future__ import annotations

from datetime import date, timedelta
from random import Random

from tests.spec.indicators import histories_quality
from tests.spec.indicators.histories import Row, authority, some_day

WORKERS = ("w1", "w2", "w3")
KEPT = ("in_time", "late", "open", "overdue", "under_way")


def _soon(chance: Random, day: date, most: int = 60) -> date:
    return day + timedelta(days=chance.randrange(most))


def _maybe_ended(chance: Random, started: date, year_ending: int) -> date | None:
    if chance.random() < 0.5:
        return None
    return max(some_day(chance, year_ending), started + timedelta(days=1))


def _allocations(chance: Random, child: str, year_ending: int) -> list[Row]:
    """Often one officer for years, in several rows; else a change, a gap, a day with two."""
    day, rows = date(year_ending - 2, 5, 1), []
    worker = chance.choice(WORKERS)
    for _ in range(chance.randrange(4)):
        worker = worker if chance.random() < 0.7 else chance.choice(WORKERS)
        ended = day + timedelta(days=chance.choice((300, 333, 700, 1200)))
        last = chance.random() < 0.5
        role = "iro" if chance.random() < 0.9 else "social_worker"
        rows.append(
            {"child": child, "worker": worker, "role": role, "started": day, "ended": None if last else ended}
        )
        day = ended + timedelta(days=chance.choice((0, 0, 0, 1, -1)))
    return rows


def _plans(chance: Random, child: str, year_ending: int) -> list[Row]:
    rows = []
    for _ in range(chance.choice((0, 0, 1, 1, 2, 3))):
        opened = some_day(chance, year_ending)
        kind = chance.choice(("cp", "cin"))
        started = None if kind == "cp" and chance.random() < 0.2 else opened
        ended = _maybe_ended(chance, opened, year_ending) if started else None
        first = ended if ended and chance.random() < 0.5 else None
        if started and first is None and chance.random() < 0.5:
            first = _soon(chance, opened, 120)
        row = {"child": child, "kind": kind, "started": started, "ended": ended, "opened": opened}
        rows.append(row | {"first_review": first if kind == "cp" else None})
    return rows


def _meetings(chance: Random, child: str, year_ending: int) -> list[Row]:
    rows = []
    for _ in range(chance.randrange(4)):
        held_on = some_day(chance, year_ending)
        rows.append(
            {
                "child": child,
                "kind": chance.choice(("cypic", "cypic", "cypic", "short_breaks", "cp", "cin")),
                "held_on": held_on,
                "completed_on": _soon(chance, held_on),
                "seen": chance.choice(("seen", "not_seen", "not_appropriate", "not_necessary", None)),
                "chaired": chance.choice(("no", "part", "whole", None)),
            }
        )
    return rows


def _dues(chance: Random, child: str, year_ending: int, as_of: date) -> list[Row]:
    rows = []
    for due_on in sorted({some_day(chance, year_ending) for _ in range(chance.randrange(5))}):
        held_on = due_on + timedelta(days=chance.randrange(-40, 60)) if chance.random() < 0.8 else None
        rows.append(
            {
                "child": child,
                "due_on": None if held_on and chance.random() < 0.1 else due_on,
                "held_on": held_on,
                "completed_on": _soon(chance, held_on, 30) if held_on and chance.random() < 0.8 else None,
                "finish_by": held_on and chance.choice((held_on + timedelta(days=28), None)),
                "kept": chance.choice(KEPT),
                "kept_by_final": chance.choice(KEPT),
                "as_of": as_of,
            }
        )
    return rows


def _after_reviews(chance: Random, child: str, year_ending: int, tables: dict[str, list[Row]]) -> None:
    for kind in ("decisions", "manager", "record", "distributed"):
        due_on = some_day(chance, year_ending)
        met_on = chance.choice((None, due_on, due_on + timedelta(days=1), due_on - timedelta(days=3)))
        tables["deadlines"].append({"child": child, "kind": kind, "due_on": due_on, "met_on": met_on})
    due_on = some_day(chance, year_ending)
    done_on, waived = chance.choice(((None, None), (_soon(chance, due_on), None), (None, due_on)))
    tables["midways"].append({"child": child, "due_on": due_on, "done_on": done_on, "waived": waived})


def service(chance: Random, number: int, year_ending: int) -> dict[str, list[Row]]:
    """The statistical tables of an authority of that many children, and of its officers."""
    tables = authority(chance, number, year_ending)
    tables |= {
        name: [] for name in ("allocations", "posts", "plans", "meetings", "dues", "deadlines", "midways")
    }
    as_of = chance.choice((date(year_ending + 3, 1, 1), date(year_ending, 3, 31), date(year_ending, 1, 15)))
    for worker in WORKERS:
        started = some_day(chance, year_ending)
        tables["posts"].append(
            {
                "worker": worker,
                "role": "iro" if chance.random() < 0.9 else "social_worker",
                "hundredths": chance.choice((100, 50, 60, 33)),
                "started": started,
                "ended": _maybe_ended(chance, started, year_ending),
            }
        )
    for position in range(number):
        child = f"C{position}"
        tables["allocations"] += _allocations(chance, child, year_ending)
        tables["plans"] += _plans(chance, child, year_ending)
        tables["meetings"] += _meetings(chance, child, year_ending)
        tables["dues"] += _dues(chance, child, year_ending, as_of)
        _after_reviews(chance, child, year_ending, tables)
    histories_quality.add(chance, tables, year_ending, as_of)
    # last, so that what a seed gives of everything else stays what it was
    tables["places"] = _places(chance, tables)
    tables["education_plans"] = _education_plans(chance, tables)
    return tables


def _places(chance: Random, tables: dict[str, list[Row]]) -> list[Row]:
    found = [
        {
            "child": row["child"],
            "line": row["line"],
            "location": chance.choice(("IN", "IN", "OUT", "ELSEWHERE")),
        }
        for row in tables["episodes"]
    ]
    return [row for row in found if chance.random() < 0.8]


def _education_plans(chance: Random, tables: dict[str, list[Row]]) -> list[Row]:
    return [
        {
            "child": row["child"],
            "completed_on": row["completed_on"],
            "state": chance.choice(("there", "there", "not_there", "not_needed")),
        }
        for row in tables["meetings"]
        if row["kind"] == "cypic" and chance.random() < 0.7
    ]
