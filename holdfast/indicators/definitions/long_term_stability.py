"""Children long in care who have stayed in one placement. Source: former National Indicator 63; SSDA903 episodes."""

import ibis
from ibis import _

from holdfast.indicators import bases
from holdfast.indicators.language import Better, Custody, Group, Indicator, Kind, unknown

_AGO_24 = _.ends - ibis.interval(months=24)
_LONG = (_.period_started <= _.ends - ibis.interval(months=30)) & (_.age < 16)
_STAYED = _.placement_started <= _AGO_24
_ADOPTIVE = _.adoptive & (_.before_started <= _AGO_24)

INDICATOR = Indicator(
    table="long_term_stability",
    title="Children in care for two and a half years in the same placement for two, or placed for adoption",
    kind=Kind.RATE,
    order=90,
    rows=bases.at_year_end,
    row_is="child in care on 31 March aged under 16",
    dates=("period_started", "placement_started", "place", "born"),
    by_quarter=False,
    groups=(
        Group(
            "stable",
            "Same placement for two years, or adoptive home",
            _STAYED | _ADOPTIVE.fill_null(False),
            _LONG,
        ),
        unknown((_.age < 16) & ~_LONG & ~_.period_known),
    ),
    note=(
        "Under 16 on 31 March and in care since 30 months before or longer. The placement is walked back to the last "
        "new placement; an adoptive placement counts together with the one before it. Where a return does not show "
        "when care began and its first episode is later than 30 months before, it is not known."
    ),
    custody=Custody(
        why="A child who will grow up in care should grow up in one home.",
        definition=(
            "Of children under 16 in care on 31 March whose period of care started on or before the day 30 months "
            "earlier, those whose current placement started on or before the day 24 months earlier, or who are placed "
            "for adoption and whose adoptive placement together with the one before it has lasted that long."
        ),
        source="National Indicator 63; SSDA903 episodes.",
        owner="IRO manager",
        better=Better.HIGHER,
    ),
)
