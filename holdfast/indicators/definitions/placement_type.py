"""Children in care by type of placement. Source: SSDA903 episodes (PLACE)."""

from ibis import _

from holdfast.indicators import bases
from holdfast.indicators.history import ADOPTIVE, TEMPORARY
from holdfast.indicators.language import Custody, Group, Indicator, Kind, distribution, one_of

INDICATOR = Indicator(
    table="placement_type",
    title="Children in care by type of placement",
    kind=Kind.DISTRIBUTION,
    order=70,
    rows=bases.children_in_care,
    row_is="child in care at the end of the last day of the period",
    dates=("started", "ended", "place"),
    groups=distribution(
        Group("foster_kin", "Foster care with relatives or friends", one_of("place", "U1", "U2", "U3")),
        Group("foster", "Foster care with other carers", one_of("place", "U4", "U5", "U6")),
        Group("adoption", "Placed for adoption", one_of("place", *ADOPTIVE)),
        Group("residential", "Residential", one_of("place", "K1", "K2", "R1", "R2", "R3", "R5", "S1")),
        Group("home", "With parents", one_of("place", "P1")),
        Group("independent", "Independent or supported living", one_of("place", "H5", "P2", "K3", "P3")),
        Group("temporary", "Temporary stay", one_of("place", *TEMPORARY)),
        Group("other", "Other placement", _.place.startswith("Z")),
    ),
    note="The placement on the day. Temporary stays (T0 to T4: hospital, holidays, carer's breaks) stand apart.",
    custody=Custody(
        why="Most children should live in a family; this shows how many do and what the area has to find or buy.",
        definition="Children in care on the day, by the placement code of the episode they are in.",
        source="SSDA903 episodes, PLACE.",
        owner="Performance analyst",
    ),
)
