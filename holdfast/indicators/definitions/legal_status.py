"""Children in care by legal status. Source: SSDA903 episodes (LS); Children Act 1989 ss20, 31, 38."""

from holdfast.indicators import bases
from holdfast.indicators.language import Custody, Group, Indicator, Kind, distribution, one_of

INDICATOR = Indicator(
    table="legal_status",
    title="Children in care by legal status",
    kind=Kind.DISTRIBUTION,
    order=60,
    rows=bases.children_in_care,
    row_is="child in care at the end of the last day of the period",
    dates=("started", "ended", "legal_status"),
    groups=distribution(
        Group("interim_care_order", "Interim care order", one_of("legal_status", "C1")),
        Group("care_order", "Full care order", one_of("legal_status", "C2")),
        Group("placement_order", "Placement order", one_of("legal_status", "D1", "E1")),
        Group("section_20", "Accommodated under section 20", one_of("legal_status", "V2")),
        Group("youth_justice", "Youth justice legal status", one_of("legal_status", "J1", "J2", "J3")),
        Group("protection", "Detained for protection", one_of("legal_status", "L1", "L2", "L3")),
    ),
    note="Legal status of the episode on the day. Freeing orders (D1, ended in 2005) are counted as placement orders.",
    custody=Custody(
        why="A legal status that no longer fits the plan is drift; it decides who holds parental responsibility.",
        definition="Children in care on the day, by the legal status of the episode they are in.",
        source="SSDA903 episodes, LS.",
        owner="IRO manager",
    ),
)
