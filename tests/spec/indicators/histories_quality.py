"""Monitors, concerns and steps of an invented service, messy on purpose: half done, answered otherwise, taken back."""

from __future__ import annotations

from datetime import date, timedelta
from random import Random

from tests.spec.indicators.histories import Row, some_day
from tests.spec.indicators.oracle_care import add_months

YES_NO = ("yes", "yes", "no", "unknown", None)
RATED = ("outstanding", "good", "good", "requires_improvement", "inadequate", "excellent", None)
CATEGORIES = (
    *(("pep", "practice"), ("placement", "resource"), ("other", "other"), ("court_delay", "care_planning")),
    *(("pets", "resource"), ("pets", "pets"), ("gone", None)),
)
TIERS = ("closed", "care_leaver", "early_help", "cin", "cp", "care")
EFFECTS = ("none", "partial", "full", "overtaken", "withdrawn")


def add(chance: Random, tables: dict[str, list[Row]], year_ending: int, as_of: date) -> None:
    """Lay the tables of the judgements over those of a service."""
    for name in ("monitors", "question_changes", "concerns", "stages", "tier_steps"):
        tables[name] = []
    tables["monitors"] = [_monitor(chance, meeting) for meeting in tables["meetings"]]
    for child in sorted({row["child"] for row in tables["children"]}):
        for _ in range(chance.choice((0, 0, 1, 2, 3))):
            days = [row["completed_on"] for row in tables["meetings"] if row["child"] == child]
            day = chance.choice((*days, some_day(chance, year_ending)))
            concern = _concern(chance, child, len(tables["concerns"]), day)
            tables["concerns"].append(concern)
            tables["stages"] += _stages(chance, concern)
        tables["tier_steps"] += _steps(chance, child, year_ending, as_of)


def _monitor(chance: Random, meeting: Row) -> Row:
    begun = chance.random() < 0.8
    finished = begun and chance.random() < 0.85
    completed_on = meeting["completed_on"]
    return {
        "child": meeting["child"],
        "kind": meeting["kind"],
        "completed_on": completed_on,
        "finished_on": completed_on + timedelta(days=chance.randrange(90)) if finished else None,
        "version": chance.choice((1, 2)) if begun else None,
        "legal_status_right": chance.choice(YES_NO) if begun else None,
        "placement_meets_needs": chance.choice(YES_NO) if begun else None,
        "corporate_parenting": chance.choice(RATED) if begun else None,
        "care_plan_quality": chance.choice(RATED) if begun else None,
    }


def _concern(chance: Random, child: str, number: int, raised_on: date) -> Row:
    closed = chance.random() < 0.6
    category, head = chance.choice(CATEGORIES)
    return {
        "child": child,
        "concern": f"K{number}",
        "category": category,
        "head": head,
        "raised_on": raised_on,
        "closed_on": raised_on + timedelta(days=chance.randrange(120)) if closed else None,
        "effect": chance.choice(EFFECTS) if closed else None,
        "working_days": chance.randrange(80) if closed else None,
    }


def _stages(chance: Random, concern: Row) -> list[Row]:
    """None, the informal one, or more, some passed over; each on or after the day the concern was raised."""
    rows, day = [], concern["raised_on"]
    for number in range(chance.choice((0, 1, 1, 1, 2, 3, 7))):
        passed_over = chance.random() < 0.2
        rows.append(
            {
                "child": concern["child"],
                "concern": concern["concern"],
                "number": number,
                "opened_on": None if passed_over else day,
                "withdrawn": concern["closed_on"] if concern["effect"] == "withdrawn" else None,
            }
        )
        day += timedelta(days=chance.randrange(60))
    return rows


def _steps(chance: Random, child: str, year_ending: int, as_of: date) -> list[Row]:
    rows = []
    for _ in range(chance.choice((0, 1, 2))):
        before, after = chance.sample(TIERS, 2)
        day = some_day(chance, year_ending)
        edge = add_months(day, chance.choice((3, 6, 12))) + timedelta(days=chance.choice((-1, 0, 1)))
        back = chance.choice((None, None, edge, day + timedelta(days=chance.randrange(1, 400))))
        rows.append(
            {
                "child": child,
                "from_tier": before,
                "to_tier": after,
                "stepped_on": day,
                "back_on": back,
                "as_of": as_of,
            }
        )
    return rows
