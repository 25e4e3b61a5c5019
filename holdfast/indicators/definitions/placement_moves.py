"""Children with three or more placements in the year. Source: former National Indicator 62; SSDA903 episodes."""

from ibis import _

from holdfast.indicators import bases
from holdfast.indicators.language import Better, Custody, Group, Indicator, Kind, unknown

INDICATOR = Indicator(
    table="placement_moves",
    title="Children in care with three or more placements in the year",
    kind=Kind.RATE,
    order=80,
    rows=bases.placements_in_year,
    row_is="child in care on 31 March",
    dates=("placements", "started", "ended"),
    by_quarter=False,
    groups=(
        Group("three_or_more", "Three or more placements", _.placements >= 3),
        unknown(_.placements.isnull()),
    ),
    note=(
        "Counts placements, not moves: the one a child was in on 1 April and each new one after that day. A change of "
        "legal status, a move with the same carer, a temporary stay (T0 to T4) and the return from it are not new."
    ),
    custody=Custody(
        why="Each move costs a child carers, friends and often a school; three homes in a year is a warning.",
        definition=(
            "Of children in care on 31 March, those with three or more placements in the year: the one on 1 April (or "
            "none) and each episode after it that began a new placement (RNE S, P or B)."
        ),
        source="National Indicator 62; SSDA903 episodes, RNE, PLACE, PL_POST.",
        owner="IRO manager",
        better=Better.LOWER,
    ),
)
