"""Placements that ended in an unplanned move. Source: SSDA903 episodes (REASON_PLACE_CHANGE).

Which reasons are unplanned is our grouping; the guide calls CARPL planned and PLACE no move of carer.
"""

from holdfast.domain.reporting_year import ReportingYear
from holdfast.indicators import bases
from holdfast.indicators.code_lists import codes_of
from holdfast.indicators.language import Better, Custody, Group, Indicator, Kind, coded, one_of, unknown

UNPLANNED = ("ALLEG", "STAND", "CREQB", "CREQO", "CHILD", "LAREQ", "CLOSE", "APPRR", "CUSTOD")


def groups(year: ReportingYear) -> tuple[Group, ...]:
    """Unplanned moves, then each reason of the year's code list, over moves with such a reason."""
    reasons = codes_of("REASON_PLACE_CHANGE", year)
    valid = one_of("reason_moved", *reasons)
    unplanned = [r for r in UNPLANNED if r in reasons]
    each = (Group(g.key, g.label, g.when, valid) for g in coded("reason_moved", reasons))
    return (
        Group("unplanned", "Unplanned moves", one_of("reason_moved", *unplanned), valid),
        *each,
        unknown(~valid),
    )


INDICATOR = Indicator(
    table="unplanned_moves",
    title="Reasons why placements ended",
    kind=Kind.RATE,
    order=140,
    rows=bases.placements_ended,
    row_is="placement that ended in the period in a move to a new one, with a reason given",
    dates=("placement_started", "ended", "reason_moved"),
    groups=groups,
    note=(
        "Placements followed by a new placement in the same period of care, with a reason recorded. Unplanned: ALLEG, "
        "STAND, CREQB, CREQO, CHILD, LAREQ, CLOSE, APPRR, CUSTOD (our grouping)."
    ),
    custody=Custody(
        why="An unplanned move is a home lost; the reasons say what to put right.",
        definition="Of placements ended in the period by a move with a reason, those whose reason is unplanned.",
        source="SSDA903 episodes, REASON_PLACE_CHANGE.",
        owner="IRO manager",
        better=Better.LOWER,
    ),
)
