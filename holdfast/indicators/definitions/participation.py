"""How children took part in their reviews.

Source: Care Planning, Placement and Case Review (England) Regulations 2010, reg 36 and Schedule 7; SSDA903 reviews
(REVIEW_CODE PN0 to PN7).
"""

import ibis

from holdfast.domain.reporting_year import ReportingYear
from holdfast.indicators import bases
from holdfast.indicators.code_lists import codes_of
from holdfast.indicators.language import Better, Custody, Group, Indicator, Kind, one_of

CODES = ("PN0", "PN1", "PN2", "PN3", "PN4", "PN5", "PN6", "PN7")
ATTENDED = ("PN1", "PN2", "PN3", "PN4")
GAVE_VIEWS = ("PN1", "PN2", "PN3", "PN5", "PN6")
COULD_TAKE_PART = CODES[1:]


def groups(year: ReportingYear) -> tuple[Group, ...]:
    """One group per participation code over reviews with a valid code; then the rates."""
    meanings = codes_of("REVIEW_CODE", year)
    valid = one_of("participation", *CODES)
    each = (Group(code, meanings[code], one_of("participation", code), valid) for code in CODES)
    four_or_over = one_of("participation", *COULD_TAKE_PART)
    return (
        *each,
        Group("coded", "Reviews with a participation code", valid, ibis.literal(True)),
        Group("attended", "Attended (PN1 to PN4)", one_of("participation", *ATTENDED), four_or_over),
        Group(
            "views", "Gave their views (PN1, 2, 3, 5, 6)", one_of("participation", *GAVE_VIEWS), four_or_over
        ),
    )


INDICATOR = Indicator(
    table="participation",
    title="How children and young people took part in their reviews",
    kind=Kind.DISTRIBUTION,
    order=100,
    rows=bases.reviews_held,
    row_is="review completed in the period",
    dates=("held_on", "participation"),
    groups=groups,
    note=(
        "Shares are of reviews with a participation code; the share with a code is given beside them. Children under "
        "4 (PN0) are left out of attending and giving views. Two entries for the same child and day are one review. "
        "Every completed review counts, also where care ended that day or before."
    ),
    custody=Custody(
        why="A review about a child without the child is half a review.",
        definition="Completed reviews in the period, by participation code.",
        source="Care Planning Regulations 2010 reg 36; SSDA903 reviews, REVIEW_CODE.",
        owner="IRO manager",
        better=Better.HIGHER,
    ),
)
