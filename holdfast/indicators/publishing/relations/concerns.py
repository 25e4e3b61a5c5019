"""Concerns that were raised, and the children they are about."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from holdfast.domain.resolution import categories
from holdfast.indicators.concerns import FORMAL_STAGES
from holdfast.indicators.publishing.language import Declared, Relation, adds_up, at_most, part_of
from holdfast.indicators.publishing.relations.reviews import REVIEWS

TABLES = ("disputes", "issues")
ISSUES, TOTAL = "issues", "issues.total"
LAST = FORMAL_STAGES[-1]
HIGHEST = (
    *(f"{ISSUES}.highest_none", f"{ISSUES}.highest_informal"),
    *(f"{ISSUES}.highest_stage_{number}" for number in FORMAL_STAGES),
)
WITH = (f"{ISSUES}.with_informal", *(f"{ISSUES}.with_stage_{number}" for number in FORMAL_STAGES))


def declared(groups: Mapping[str, Sequence[str]]) -> Declared:
    """What holds between the tables of disputes and of concerns raised."""
    return _disputes() + (_issues() if ISSUES in groups else Declared())


def _disputes() -> Declared:
    d = "disputes"
    base = f"{d}.informal/of"
    return Declared(
        same=(
            (f"{d}.formal/of", base),
            (f"{d}.informal_of_reviews", f"{d}.informal"),
            (f"{d}.formal_of_reviews", f"{d}.formal"),
        ),
        # children reviewed once, and more often
        relations=(part_of(base, REVIEWS),),
        distinct=(base,),
        # a review in one quarter and a stage in another: of the year, and of no quarter
        covering=(f"{d}.informal", f"{d}.formal"),
    )


def _issues() -> Declared:
    heads = {head: f"{ISSUES}.head_{head}" for head in (*_heads(), "other")}
    shipped = {one.code: f"{ISSUES}.{one.code}" for one in categories.shipped()}
    ours = f"{ISSUES}.other_category"
    each = (*shipped.values(), ours)
    closed, longest = f"{ISSUES}.days_to_resolve", f"{ISSUES}.longest_to_resolve"
    return Declared(
        same=(
            (TOTAL, *(f"{term}/of" for term in (*each, *HIGHEST, *WITH))),
            (WITH[-1], HIGHEST[-1]),
            (closed, f"{closed}/of", longest, f"{longest}/of"),
        ),
        relations=(
            adds_up(TOTAL, *heads.values()),
            adds_up(TOTAL, *each),
            adds_up(TOTAL, *HIGHEST),
            *_under_their_heads(heads, shipped, ours),
            *_stages(),
            part_of(f"{ISSUES}.children", TOTAL),
            part_of(f"{ISSUES}.children_informal", f"{ISSUES}.children"),
            part_of(f"{ISSUES}.children_informal", WITH[0]),
        ),
        flows=(TOTAL, *heads.values(), *each, f"{ISSUES}.withdrawn", closed),
        distinct=(f"{ISSUES}.children",),
        growing=WITH,
    )


def _heads() -> tuple[str, ...]:
    return tuple(code for code in categories.groups() if code != categories.OTHER)


def _under_their_heads(heads: dict[str, str], shipped: dict[str, str], ours: str) -> list[Relation]:
    """A head holds its categories and such of our own as stand under it."""
    found = []
    for head, term in heads.items():
        own = tuple(shipped[one.code] for one in categories.shipped() if _head_of(one) == head)
        found += [part_of(own, term), at_most(term, (*own, ours))] if own else [at_most(term, ours)]
    return found


def _head_of(one: categories.Category) -> str:
    return one.group if one.group in _heads() else "other"


def _stages() -> list[Relation]:
    """A concern at a stage has that as its highest, or a later one."""
    found = [part_of(HIGHEST[1], WITH[0]), part_of(WITH[0], HIGHEST[1:])]
    for number in FORMAL_STAGES[:-1]:
        found += [
            part_of(HIGHEST[number + 1], WITH[number]),
            part_of(WITH[number], HIGHEST[number + 1 :]),
        ]
    return found
