"""Reviews that the child chaired or helped to chair. Source: IRO Handbook 2010 (children may chair their reviews)."""

from ibis import _

from holdfast.indicators import work
from holdfast.indicators.language import Better, Custody, Group, Indicator, Kind, one_of, unknown

OLD_ENOUGH = (_.age >= 4).fill_null(False)
ANSWERED = one_of("chaired", "no", "part", "whole")

INDICATOR = Indicator(
    table="child_chaired",
    title="Reviews chaired by the child or young person",
    kind=Kind.RATE,
    order=190,
    rows=work.reviews_completed,
    row_is="completed review of a child in care aged 4 and over",
    dates=("completed_on", "born", "age", "chaired"),
    needs=("meetings",),
    groups=(
        Group(
            "chaired",
            "Chaired it, or part of it",
            OLD_ENOUGH & one_of("chaired", "part", "whole"),
            OLD_ENOUGH & ANSWERED,
            OLD_ENOUGH,
            answers_to="Whether the child chaired it",
        ),
        unknown(_.age.isnull() & ANSWERED),
    ),
    note=(
        "Age on the day of the final meeting. A blank is no answer and leaves the base; so does a child whose date of "
        "birth is not known, counted beside it."
    ),
    custody=Custody(
        why="A child who chairs the meeting decides what is talked about, and who is there.",
        definition="Of completed reviews of children aged 4 and over, those chaired or co-chaired by the child.",
        source="IRO Handbook 2010; the officer's answer on completing the review.",
        owner="IRO manager",
        better=Better.HIGHER,
    ),
)
