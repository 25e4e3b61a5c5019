"""Young people who left care: where they live, and whether the council is in touch. Source: SSDA903 OC3."""

import ibis
from ibis import _

from holdfast.indicators import bases
from holdfast.indicators.language import Better, Custody, Group, Indicator, Kind, one_of

EVERYBODY = ibis.literal(True)
#: accommodation letters, R (not known) left out
LETTERS = tuple("BCDEGHKSTUVWXYZ")
SUITABLE = tuple(letter + "1" for letter in LETTERS)
ANSWERED = tuple(letter + mark for letter in LETTERS for mark in "12")

INDICATOR = Indicator(
    table="care_leavers",
    title="Care leavers aged 17 to 21",
    kind=Kind.RATE,
    order=130,
    rows=bases.care_leavers,
    row_is="young person aged 17 to 21 on 31 March in the OC3 table, not died",
    dates=("born", "in_touch", "accommodation"),
    by_quarter=False,
    groups=(
        Group(
            "suitable",
            "In suitable accommodation",
            one_of("accommodation", *SUITABLE),
            one_of("accommodation", *ANSWERED),
            EVERYBODY,
        ),
        Group(
            "in_touch",
            "The council is in touch",
            one_of("in_touch", "YES"),
            _.in_touch.notnull(),
            EVERYBODY,
        ),
    ),
    note=(
        "Of young people whose accommodation is known and marked suitable or not; accommodation not known (R) and 0 "
        "are left out. From 2023/24 code D means registered supported accommodation only: do not compare across it."
    ),
    custody=Custody(
        why="A young person of eighteen needs somewhere decent to live and someone who stays in touch.",
        definition="Of young people aged 17 to 21 on 31 March in OC3, those in suitable accommodation, and in touch.",
        source="SSDA903 OC3, IN_TOUCH and ACCOM.",
        owner="Performance analyst",
        better=Better.HIGHER,
    ),
)
