"""The officers' own work, protection plans, and the steps between tiers."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import pairwise, permutations

from holdfast.domain.tiers import BACK_WITHIN, Tier
from holdfast.indicators.publishing.language import Declared, adds_up, at_most, part_of
from holdfast.indicators.publishing.relations.care import IN_CARE, terms

TABLES = (
    *("caseload", "iro_continuity", "records_in_time", "midway", "protection_plans", "conference_audit"),
    "steps",
)


def declared(groups: Mapping[str, Sequence[str]]) -> Declared:
    """What holds between caseloads, what follows reviews, conferences audited and steps."""
    return _caseload() + _continuity() + _after_reviews(groups) + _audit() + _steps(groups)


def _caseload() -> Declared:
    c = "caseload"
    counted = tuple(f"{c}.{key}" for key in ("cypic", "cp", "cin"))
    return Declared(
        same=((f"{c}.average", f"{c}.total"),),
        relations=(
            adds_up(f"{c}.total", *counted),
            part_of(f"{c}.cypic", IN_CARE),  # children in care without an officer
            part_of(f"{c}.short_breaks", "short_breaks.number"),
        ),
        stocks=(*counted, f"{c}.total", f"{c}.short_breaks", f"{c}.no_plan"),
    )


def _continuity() -> Declared:
    # those who came in the year
    return Declared(relations=(part_of(("iro_continuity.same/of", "iro_continuity.unknown"), IN_CARE),))


def _after_reviews(groups: Mapping[str, Sequence[str]]) -> Declared:
    kinds = terms(groups, "records_in_time")
    midway = ("midway.done", "midway.done/of", "midway.waived")
    return Declared(flows=(*kinds, *(f"{kind}/of" for kind in kinds), *midway))


def _audit() -> Declared:
    a = "conference_audit"
    return Declared(
        flows=(f"{a}.ended_at_first_review", f"{a}.repeat_within_2_years"), stocks=(f"{a}.over_15_months",)
    )


def _steps(groups: Mapping[str, Sequence[str]]) -> Declared:
    s = "steps"
    there = set(groups.get(s, ()))
    pairs = [(a, b) for a, b in permutations(Tier, 2) if f"{a}_to_{b}" in there]
    if not pairs:
        return Declared()
    named = {(a, b): f"{s}.{a}_to_{b}" for a, b in pairs}
    grown = [pair for pair in pairs if Tier.CARE_LEAVER not in pair]
    down = tuple(named[a, b] for a, b in grown if b.rank < a.rank)
    back = [(f"{s}.back_{months}", f"{s}.not_yet_known_{months}") for months in BACK_WITHIN]
    return Declared(
        relations=(
            adds_up(f"{s}.total", *named.values()),
            adds_up(f"{s}.down", *down),
            *(adds_up(f"{s}.down", f"{found}/of", waiting) for found, waiting in back),
            *(
                relation
                for (sooner, _), (later, _) in pairwise(back)
                for relation in (
                    part_of(f"{later}/of", f"{sooner}/of"),
                    at_most((sooner, f"{later}/of"), (f"{sooner}/of", later)),
                )
            ),
        ),
        flows=(
            *(f"{s}.total", f"{s}.down", *named.values()),
            *(term for found, waiting in back for term in (found, f"{found}/of", waiting)),
        ),
    )
