"""Unaccompanied asylum-seeking children in care. Source: SSDA903 UASC table (DUC)."""

import ibis

from holdfast.indicators import bases
from holdfast.indicators.language import Custody, Group, Indicator, Kind, Measure

INDICATOR = Indicator(
    table="uasc",
    title="Unaccompanied asylum-seeking children in care",
    kind=Kind.COUNT,
    order=150,
    rows=bases.unaccompanied,
    row_is="child in care on the day with unaccompanied asylum-seeking status",
    dates=("started", "ceased"),
    groups=(Group("number", "Number", ibis.literal(True), measure=Measure.COUNT),),
    note="Children in care on the day in the UASC table whose status had not ceased by it.",
    custody=Custody(
        why="These young people have needs and rights of their own, and arrive with no one else to speak for them.",
        definition="Children in care on the day listed in UASC with DUC blank or after the day.",
        source="SSDA903 UASC, DUC.",
        owner="Performance analyst",
    ),
)
