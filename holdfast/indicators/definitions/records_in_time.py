"""Whether decisions and records went out in time after a review.

Source: IRO Handbook 2010, as councils' procedures give it: decisions within 5 working days, the manager's answer
within 5 of receiving them, the record within 15, everybody's copy within 20. A council may have stricter limits.
"""

from ibis import _

from holdfast.indicators import work
from holdfast.indicators.language import Better, Custody, Group, Indicator, Kind

MET = (_.met_on <= _.due_on).fill_null(False)


def _rate(key: str, label: str) -> Group:
    return Group(key, label, (_.kind == key) & MET, _.kind == key)


INDICATOR = Indicator(
    table="records_in_time",
    title="Decisions and records of reviews out in time",
    kind=Kind.RATE,
    order=170,
    rows=work.deadlines,
    row_is="deadline after a completed review of a child in care that fell in the period",
    dates=("kind", "due_on", "met_on"),
    needs=("deadlines",),
    groups=(
        _rate("decisions", "Decisions sent"),
        _rate("manager", "Manager's answer"),
        _rate("record", "Record written"),
        _rate("distributed", "Record with everybody entitled"),
    ),
    note=(
        "Each deadline is counted in the period it fell in, from the final meeting: decisions within 5 working days, "
        "the record within 15, everybody's copy within 20; the manager's answer within 5 of receiving the decisions, "
        "and only where they were sent. One that has not passed is not counted yet. A review known from a return only, "
        "of which nothing was written here, is left out."
    ),
    custody=Custody(
        why="Until the decisions are out nobody can act on them, and the child does not know what was agreed.",
        definition="Of deadlines after completed reviews falling in the period, those met on or before the day.",
        source="IRO Handbook 2010; releases, answers, records and recipients of the service's own records.",
        owner="IRO manager",
        better=Better.HIGHER,
    ),
)
