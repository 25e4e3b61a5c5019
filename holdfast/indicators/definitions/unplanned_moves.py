"""Placements that ended in an unplanned move. Source: SSDA903 episodes (REASON_PLACE_CHANGE).

Which reasons are unplanned is our grouping; the guide calls CARPL planned and PLACE no move of carer.
"""

import ibis
from ibis import _

from holdfast.domain.codesets import ssda903
from holdfast.indicators import bases
from holdfast.indicators.language import Better, Custody, Group, Indicator, Kind, coded, one_of, unknown

UNPLANNED = ("ALLEG", "STAND", "CREQB", "CREQO", "CHILD", "LAREQ", "CLOSE", "APPRR", "CUSTOD")


def _groups() -> tuple[Group, ...]:
    """Unplanned moves, then each reason there is, over moves with such a reason.

    The reasons are those of the newest list, whatever the year: a code that came later still says why.
    """
    reasons = ssda903.codes("REASON_PLACE_CHANGE", year_ending=ssda903.YEARS[-1])
    valid = one_of("reason_moved", *reasons)
    each = (Group(g.key, g.label, g.when, valid) for g in coded("reason_moved", reasons))
    return (
        Group("unplanned", "Unplanned moves", one_of("reason_moved", *UNPLANNED), valid, ibis.literal(True)),
        *each,
        unknown(_.reason_moved.notnull() & ~valid),
    )


INDICATOR = Indicator(
    table="unplanned_moves",
    title="Reasons why placements ended",
    kind=Kind.RATE,
    order=140,
    rows=bases.placements_ended,
    row_is="placement that ended in the period in a move to a new one",
    dates=("placement_started", "ended", "reason_moved"),
    groups=_groups(),
    note=(
        "Placements followed by a new placement in the same period of care, with a reason recorded. Unplanned: ALLEG, "
        "STAND, CREQB, CREQO, CHILD, LAREQ, CLOSE, APPRR, CUSTOD (our grouping). A reason in no list is not known."
    ),
    custody=Custody(
        why="An unplanned move is a home lost; the reasons say what to put right.",
        definition="Of placements ended in the period by a move with a reason, those whose reason is unplanned.",
        source="SSDA903 episodes, REASON_PLACE_CHANGE.",
        owner="IRO manager",
        better=Better.LOWER,
    ),
)
