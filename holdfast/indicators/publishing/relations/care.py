"""Children in care on a day, their placements, and those who left. The rows are in ``indicators.bases``."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from holdfast.indicators.definitions.unplanned_moves import UNPLANNED
from holdfast.indicators.publishing.language import Declared, adds_up, at_most, part_of

IN_CARE = "children_in_care.number"
#: every child in care on the day in one group each
OVER_IN_CARE = ("sex", "ethnicity", "age", "time_in_care", "legal_status", "placement_type")
TABLES = (
    *("children_in_care", "short_breaks", *OVER_IN_CARE, "uasc", "placement_moves", "long_term_stability"),
    "out_of_area",
    *("leaving_care", "unplanned_moves"),
)
UNDER_16 = ("age.under_1", "age.1_4", "age.5_9", "age.10_15")


def declared(groups: Mapping[str, Sequence[str]]) -> Declared:
    """What holds between the tables of children in care, their placements and how they left."""
    return _on_a_day(groups) + _placed() + _at_year_end() + _left(groups) + _moved(groups)


def terms(groups: Mapping[str, Sequence[str]], table: str, *, without: Sequence[str] = ()) -> tuple[str, ...]:
    """The numbers of these groups, by name."""
    return tuple(f"{table}.{key}" for key in groups.get(table, ()) if key not in without)


def _on_a_day(groups: Mapping[str, Sequence[str]]) -> Declared:
    parts = {table: terms(groups, table) for table in OVER_IN_CARE}
    each = tuple(term for found in parts.values() for term in found)
    bases = tuple(f"{term}/of" for term in each)
    return Declared(
        same=((IN_CARE, "children_in_care.per_10000", "placement_moves.three_or_more/of", *bases),),
        relations=(
            *(adds_up(IN_CARE, *found) for found in parts.values() if found),
            part_of("uasc.number", IN_CARE),
        ),
        stocks=(IN_CARE, "uasc.number", "short_breaks.number", *each),
    )


def _placed() -> Declared:
    outside, known, unknown = "out_of_area.outside", "out_of_area.outside/of", "out_of_area.unknown"
    return Declared(
        relations=(adds_up(IN_CARE, known, unknown),),
        stocks=(outside, known, unknown),
    )


def _at_year_end() -> Declared:
    moves, long = "placement_moves", "long_term_stability"
    return Declared(
        relations=(
            part_of((f"{moves}.three_or_more", f"{moves}.unknown"), IN_CARE),
            part_of((f"{long}.stable/of", f"{long}.unknown"), UNDER_16),
            at_most(f"{long}.stable/of", ("time_in_care.2_4_years", "time_in_care.over_4_years")),
            # longer than four years and under sixteen is long
            at_most(
                "time_in_care.over_4_years",
                (f"{long}.stable/of", "age.16_over", "age.unknown"),
            ),
        ),
    )


def _left(groups: Mapping[str, Sequence[str]]) -> Declared:
    table, total = "leaving_care", "leaving_care.total"
    reasons = terms(groups, table, without=("total", "children"))
    return Declared(
        same=((total, *(f"{term}/of" for term in reasons)),),
        alike=((f"{table}.children", total),),
        relations=(
            *((adds_up(total, *reasons),) if reasons else ()),
            # who left twice
            part_of(f"{table}.children", total),
        ),
        flows=(total, *reasons),
        distinct=(f"{table}.children",),
    )


def _moved(groups: Mapping[str, Sequence[str]]) -> Declared:
    table = "unplanned_moves"
    reasons = terms(groups, table, without=("unplanned", "unknown"))
    base = f"{table}.unplanned/of"
    unplanned = tuple(f"{table}.{key}" for key in UNPLANNED if key in groups.get(table, ()))
    return Declared(
        same=tuple((f"{term}/of", base) for term in reasons),
        alike=((base, f"{table}.unplanned/asked"),),
        relations=(
            *((adds_up(base, *reasons), adds_up(f"{table}.unplanned", *unplanned)) if reasons else ()),
            # placements that ended without a reason
            part_of((base, f"{table}.unknown"), f"{table}.unplanned/asked"),
        ),
        flows=(base, f"{table}.unplanned", f"{table}.unknown", f"{table}.unplanned/asked", *reasons),
    )
