"""The nine tables of officers' judgements, concerns and steps counted by hand, the slow way, as ``oracle`` does.

Written from the definitions alone, with its own list of categories and tiers.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from fractions import Fraction
from itertools import permutations

from tests.spec.indicators.oracle import Answer, Cell, Groups, Records, counted, half_up, share
from tests.spec.indicators.oracle_care import Row, add_months, open_on

RATINGS = ("outstanding", "good", "requires_improvement", "inadequate")
HEADS = ("resource", "care_planning", "practice")
CATEGORIES = (
    *("placement", "contact", "education", "health", "emotional_wellbeing"),
    *("sibling_contact", "distant_placement", "visitor_or_advocate"),
    *("exploitation", "missing", "legal_status", "permanence_plan", "permanent_placement"),
    *("delegated_authority", "court_delay", "plan_drift", "step_down_too_soon"),
    *("decisions_not_done", "childs_voice", "worker_delay", "visits_late", "placement_plan", "care_plan"),
    *("pathway_plan", "assessment", "health_assessment", "pep", "life_story", "review_preparation"),
    *("worker_change", "report_late", "core_group_late", "record_not_given"),
    "other",
)
#: from the most help to the least
TIERS = ("care", "cp", "cin", "early_help", "care_leaver", "closed")


def between(rows: Iterable[Row], column: str, first: date, last: date) -> list[Row]:
    return [row for row in rows if row[column] is not None and first <= row[column] <= last]


# -- monitors -----------------------------------------------------------------------------------------------


def monitors(records: Records, first: date, last: date) -> list[Row]:
    """Completed reviews of children in care."""
    found = between(records.rows("monitors"), "completed_on", first, last)
    return [row for row in found if row["kind"] == "cypic"]


def doubts(reviews: list[Row], column: str, key: str) -> Groups:
    answers = [row[column] for row in reviews if row["finished_on"] and row[column]]
    no, known = answers.count("no"), answers.count("no") + answers.count("yes")
    return {
        key: share(no, known),
        f"{key}_of_reviews": share(no, len(reviews)),
        "answered": share(known, len(reviews)),
        "unknown": counted(len(answers) - known),
    }


def ratings(reviews: list[Row], column: str) -> Groups:
    answers = [row[column] for row in reviews if row["finished_on"] and row[column]]
    rated = sum(answers.count(one) for one in RATINGS)
    return {
        **{one: share(answers.count(one), len(answers)) for one in RATINGS},
        "unknown": share(len(answers) - rated, len(answers)),
        "answered": share(len(answers), len(reviews)),
    }


def monitor_completion(records: Records, first: date, last: date) -> Groups:
    found: Groups = {}
    for key, kind in (
        ("completed", "cypic"),
        ("short_breaks", "short_breaks"),
        ("cp", "cp"),
        ("cin", "cin"),
    ):
        reviews = between(records.rows("monitors"), "completed_on", first, last)
        reviews = [row for row in reviews if row["kind"] == kind]
        found[key] = share(sum(row["finished_on"] is not None for row in reviews), len(reviews))
    return found


# -- concerns -----------------------------------------------------------------------------------------------


def disputes(records: Records, first: date, last: date) -> Groups:
    reviews = between(records.rows("meetings"), "completed_on", first, last)
    reviews = [row for row in reviews if row["kind"] == "cypic"]
    children = {row["child"] for row in reviews}
    opened = between(records.rows("stages"), "opened_on", first, last)
    opened = [row for row in opened if row["withdrawn"] is None]
    found: Groups = {}
    for key, stages in (
        ("informal", [row for row in opened if row["number"] == 0]),
        ("formal", [row for row in opened if row["number"] >= 1]),
    ):
        theirs = children & {row["child"] for row in stages}
        found[key] = share(len(theirs), len(children))
        found[f"{key}_of_reviews"] = share(len(theirs), len(reviews))
    return found


def issues(records: Records, first: date, last: date) -> Groups:
    raised = between(records.rows("concerns"), "raised_on", first, last)
    taken_back = [row for row in raised if row["effect"] == "withdrawn"]
    stands = [row for row in raised if row["effect"] != "withdrawn"]
    total = len(stands)
    codes = [row["category"] for row in stands]
    heads = [row["head"] for row in stands]
    stages = {row["concern"]: stages_by(records, row["concern"], last) for row in stands}
    highest = [max(theirs, default=None) for theirs in stages.values()]
    informally = {row["child"] for row in stands if 0 in stages[row["concern"]]}
    return {
        "total": counted(total),
        "children": counted(len({row["child"] for row in stands})),
        **{f"head_{head}": counted(heads.count(head)) for head in HEADS},
        "head_other": counted(sum(head not in HEADS for head in heads)),
        **{code: share(codes.count(code), total) for code in CATEGORIES},
        "other_category": share(sum(code not in CATEGORIES for code in codes), total),
        "highest_none": share(highest.count(None), total),
        "highest_informal": share(highest.count(0), total),
        **{f"highest_stage_{n}": share(highest.count(n), total) for n in range(1, 6)},
        "with_informal": share(sum(0 in theirs for theirs in stages.values()), total),
        **{
            f"with_stage_{n}": share(sum(n in theirs for theirs in stages.values()), total)
            for n in range(1, 6)
        },
        "children_informal": counted(len(informally)),
        **days(between(records.rows("concerns"), "closed_on", first, last)),
        "withdrawn": counted(len(taken_back)),
    }


def stages_by(records: Records, concern: str, day: date) -> set[int]:
    """The stages of a concern opened by a day; the sixth and later are called the fifth, which is “or later”."""
    mine = [row for row in records.rows("stages") if row["concern"] == concern]
    return {min(row["number"], 5) for row in mine if row["opened_on"] and row["opened_on"] <= day}


def days(closed: list[Row]) -> Groups:
    took = sorted(row["working_days"] for row in closed if row["effect"] != "withdrawn")
    many = len(took)
    if not many:
        nothing: Cell = (0, 0, None)
        return {"days_to_resolve": nothing, "longest_to_resolve": nothing}
    middle = took[many // 2] if many % 2 else Fraction(took[many // 2 - 1] + took[many // 2], 2)
    return {
        "days_to_resolve": (many, many, half_up(Fraction(middle), 1)),
        "longest_to_resolve": (many, many, took[-1]),
    }


# -- conferences and steps ----------------------------------------------------------------------------------


def conference_audit(records: Records, first: date, last: date) -> Groups:
    plans = [row for row in records.rows("plans") if row["kind"] == "cp" and row["started"]]
    long = [row for row in plans if open_on(row, last) and last > add_months(row["started"], 15)]
    at_first = [row for row in between(plans, "ended", first, last) if row["first_review"] == row["ended"]]
    again = [row for row in between(plans, "started", first, last) if is_again(row, plans)]
    return {
        "ended_at_first_review": counted(len(at_first)),
        "over_15_months": counted(len(long)),
        "repeat_within_2_years": counted(len(again)),
    }


def is_again(plan: Row, plans: list[Row]) -> bool:
    before = [
        other["ended"]
        for other in plans
        if other["child"] == plan["child"] and other["ended"] and other["ended"] <= plan["started"]
    ]
    return bool(before) and plan["started"] <= add_months(max(before), 24)


def steps(records: Records, first: date, last: date) -> Groups:
    made = between(records.rows("tier_steps"), "stepped_on", first, last)
    moves = [(row["from_tier"], row["to_tier"]) for row in made]
    down = [row for row in made if goes_down(row["from_tier"], row["to_tier"])]
    found = {
        "total": counted(len(made)),
        **{f"{a}_to_{b}": counted(moves.count((a, b))) for a, b in permutations(TIERS, 2)},
        "down": counted(len(down)),
    }
    for months in (3, 6, 12):
        over = [row for row in down if add_months(row["stepped_on"], months) <= row["as_of"]]
        back = [
            row for row in over if row["back_on"] and row["back_on"] <= add_months(row["stepped_on"], months)
        ]
        found[f"back_{months}"] = share(len(back), len(over))
        found[f"not_yet_known_{months}"] = counted(len(down) - len(over))
    return found


def goes_down(before: str, after: str) -> bool:
    return "care_leaver" not in (before, after) and TIERS.index(after) > TIERS.index(before)


def count(records: Records, period: str, first: date, last: date) -> Answer:
    """Every cell of the nine tables for one period."""
    judged = monitors(records, first, last)
    tables = {
        "legal_status_appropriate": doubts(judged, "legal_status_right", "not_appropriate"),
        "placement_suitable": doubts(judged, "placement_meets_needs", "not_meeting"),
        "monitor_completion": monitor_completion(records, first, last),
        "disputes": disputes(records, first, last),
        "issues": issues(records, first, last),
        "corporate_parenting": ratings(judged, "corporate_parenting"),
        "care_plan_quality": ratings(judged, "care_plan_quality"),
        "conference_audit": conference_audit(records, first, last),
        "steps": steps(records, first, last),
    }
    return {
        (table, group, period): cell for table, groups in tables.items() for group, cell in groups.items()
    }
