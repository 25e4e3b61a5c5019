"""What the OC2 return says of children in care all year, and the OC3 of care leavers.

How many had what is the plan's; who, is drawn. A strengths and difficulties score is 0 to 40; the scores of a year
add up to the plan's total.
"""

from __future__ import annotations

from datetime import date
from random import Random
from typing import Any

from holdfast.demo.chance import drawn, weighted
from holdfast.demo.life import Life


def check_health(chance: Random, lives: list[Life], ending: int, plan: dict[str, Any]) -> None:
    """Give everyone in care all year up to 31 March ``ending`` their OC2 facts of that year."""
    on = date(ending, 3, 31)
    base = [life for life in lives if life.in_care_all_year(ending)]
    for life in base:
        life.health[ending] = _ordinary(chance, life.age_on(on))
    answered = drawn(chance, base, len(base) - plan["dental_not_answered"], "dental check answered")
    both = drawn(chance, answered, plan["both_checks"], "health assessment and dental check")
    _one_or_none(chance, [life for life in answered if life not in both], ending)
    for life in base:
        if life in both:
            life.health[ending].update(HEALTH_ASSESSMENT="1", TEETH_CHECK="1")
        elif life not in answered:
            life.health[ending].update(HEALTH_ASSESSMENT="1", TEETH_CHECK=None)
    young = [life for life in base if life.age_on(on) < 5]
    checked = drawn(chance, young, len(young) - plan["development_missed"], "development check")
    for life in young:
        life.health[ending]["HEALTH_CHECK"] = "1" if life in checked else "0"
    _score(chance, [life for life in base if 4 <= life.age_on(on) <= 16], ending, plan)


def _ordinary(chance: Random, age: int) -> dict[str, str | int | None]:
    misuse = age >= 13 and chance.random() < 0.06
    return {
        "IMMUNISATIONS": "1" if chance.random() < 0.89 else "0",
        "CONVICTED": ("1" if chance.random() < 0.05 else "0") if age >= 10 else None,
        "SUBSTANCE_MISUSE": "1" if misuse else "0",
        "INTERVENTION_RECEIVED": "1" if misuse else None,
    }


def _one_or_none(chance: Random, lives: list[Life], ending: int) -> None:
    """Those who did not have both checks: one of them, or neither."""
    for life in lives:
        had = weighted(chance, {("0", "1"): 45, ("1", "0"): 38, ("0", "0"): 17})
        life.health[ending].update(HEALTH_ASSESSMENT=had[0], TEETH_CHECK=had[1])


def _score(chance: Random, lives: list[Life], ending: int, plan: dict[str, Any]) -> None:
    """Strengths and difficulties scores that add up; a reason for those without one."""
    scored = drawn(chance, lives, plan["sdq_scores"], "SDQ score")
    mean = plan["sdq_total"] / len(scored)
    scores = [min(34, max(1, round(chance.gauss(mean, 6.5)))) for _ in scored]
    while (gap := plan["sdq_total"] - sum(scores)) != 0:
        nth, step = chance.randrange(len(scores)), 1 if gap > 0 else -1
        if 0 <= scores[nth] + step <= 36:
            scores[nth] += step
    for life, score in zip(scored, scores, strict=True):
        life.health[ending]["SDQ_SCORE"] = score
    for life in lives:
        if life not in scored:
            life.health[ending]["SDQ_REASON"] = weighted(chance, {"SDQ2": 5, "SDQ3": 1, "SDQ4": 3, "SDQ5": 2})


def after_care(chance: Random, lives: list[Life], plan: dict[str, Any]) -> None:
    """Give care leavers aged 17 to 21 on 31 March 2017 their OC3 facts: where they live and what they do."""
    left = [life for life in lives if life.left is not None and 18 <= life.age_on(date(2017, 3, 31)) <= 21]
    known = drawn(chance, left, plan["accommodation_known"], "accommodation known")
    suitable = drawn(chance, known, plan["suitable"], "suitable accommodation")
    for life in left:
        if life not in known:
            life.care_leaver = {"IN_TOUCH": "NO", "ACTIV": "0", "ACCOM": "R2"}
            continue
        where = _suitable(chance, life) if life in suitable else chance.choice(("W2", "S2"))
        life.care_leaver = {"IN_TOUCH": "YES", "ACTIV": weighted(chance, _DOING), "ACCOM": where}


def _suitable(chance: Random, life: Life) -> str:
    return "Z1" if life.outcome == "E17" else weighted(chance, _WHERE) + "1"


_WHERE = {"U": 42, "D": 16, "B": 14, "Z": 10, "E": 8, "K": 6, "T": 4}
_DOING = {"F2": 26, "F3": 24, "P3": 4, "F1": 7, "P2": 5, "G5": 22, "G4": 7, "G6": 5}
