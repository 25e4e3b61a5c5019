"""Checks halfway between reviews. Source: IRO Handbook 2010 (following up decisions between reviews)."""

from ibis import _

from holdfast.indicators import work
from holdfast.indicators.language import Better, Custody, Group, Indicator, Kind, Measure

WAIVED = _.waived.notnull() & _.done_on.isnull()

INDICATOR = Indicator(
    table="midway",
    title="Midway checks between reviews",
    kind=Kind.RATE,
    order=180,
    rows=work.midways,
    row_is="midway check that fell due in the period while the child was in care",
    dates=("due_on", "done_on", "waived"),
    needs=("midways",),
    groups=(
        Group("done", "Done", _.done_on.notnull(), ~WAIVED),
        Group("waived", "Waived with a reason", WAIVED, measure=Measure.COUNT),
    ),
    note=(
        "Of checks that fell due in the period, those done, on whatever day. A check that was waived with a reason is "
        "shown apart and in neither number. One that falls due after care ended, or whose day has not passed, is not "
        "counted."
    ),
    custody=Custody(
        why="Half a year is long in a child's life: a decision not carried out should not wait for the next review.",
        definition="Of midway checks due in the period and not waived, those done.",
        source="Midway checks of the service's own records.",
        owner="IRO manager",
        better=Better.HIGHER,
    ),
)
