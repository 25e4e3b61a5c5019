"""Children who kept their officer for a year. Source: IRO Handbook 2010 (the same officer throughout care)."""

from ibis import _

from holdfast.indicators import work
from holdfast.indicators.language import Better, Custody, Group, Indicator, Kind, unknown

INDICATOR = Indicator(
    table="iro_continuity",
    title="Children in care with the same officer for the whole year",
    kind=Kind.RATE,
    order=160,
    rows=work.a_year_on,
    row_is="child in care on 31 March and on the 31 March before",
    dates=("officers", "covered", "period_started"),
    by_quarter=False,
    needs=("allocations",),
    groups=(
        Group("same", "The same officer throughout", _.known & _.throughout, _.known),
        unknown(~_.known),
    ),
    note=(
        "Children in care on both days. The same officer throughout: one officer on every day from the first to the "
        "last. A day without one, and a change and back, are not the same throughout. Not known: no allocation is "
        "recorded on the first day or before it."
    ),
    custody=Custody(
        why="Children tell an officer they know what they would not tell a new one each year.",
        definition=(
            "Of children in care on 31 March and a year earlier, those allocated to one and the same Independent "
            "Reviewing Officer on every day between."
        ),
        source="Allocations and episodes of the service's own records.",
        owner="IRO manager",
        better=Better.HIGHER,
    ),
)
