"""Plans the quarterly audit of conferences looks at. Source: York's annual report 2016/17, section 10."""

from ibis import _

from holdfast.domain.conference_audit import Listing
from holdfast.indicators import audit
from holdfast.indicators.language import Custody, Group, Indicator, Kind, Measure


def _list(listing: Listing, label: str) -> Group:
    return Group(str(listing), label, _.listing == str(listing), measure=Measure.COUNT)


INDICATOR = Indicator(
    table="conference_audit",
    title="Protection plans for the audit of conferences",
    kind=Kind.COUNT,
    order=126,
    rows=audit.listed,
    row_is="protection plan on one of the three lists",
    dates=("started", "ended", "because_of"),
    needs=("plans",),
    groups=(
        _list(Listing.ENDED_AT_FIRST, "Ended at the first review conference"),
        _list(Listing.OVER_15_MONTHS, "Open for more than 15 months at the end of the period"),
        _list(Listing.REPEAT, "Made within 2 years of the end of an earlier plan"),
    ),
    note=(
        "Lists of plans to look at, not rates: none of the three is wrong in itself. Ended at the first: the plan "
        "ended in the period, on the day of the final meeting of its first review conference. More than 15 months: "
        "open at the end of the last day, and the corresponding day 15 months after it was made is past. Within 2 "
        "years: made in the period, at most 24 months after an earlier plan of the same child ended; only our own "
        "earlier plans are known. A plan may stand on several lists."
    ),
    custody=Custody(
        why="A plan that ends early, runs on or comes again may mean that a child was safe too soon, or never.",
        definition=(
            "Protection plans ended in the period at their first review conference; open for more than 15 months at "
            "its end; and made in it within 2 years of an earlier plan."
        ),
        source="Protection plans and conferences of the service's own records; York's annual report 2016/17.",
        owner="IRO manager",
    ),
)
