"""How officers rate the council as a parent. Source: question 29 of the quality monitor; Ofsted's four grades."""

from holdfast.indicators import monitors
from holdfast.indicators.language import Better, Custody, Indicator, Kind

INDICATOR = Indicator(
    table="corporate_parenting",
    title="Overall quality of corporate parenting, in the officer's judgement",
    kind=Kind.DISTRIBUTION,
    order=124,
    rows=monitors.reviews,
    row_is="completed review of a child in care whose monitor is completed and gives a rating",
    dates=(*monitors.DATES, "corporate_parenting"),
    needs=monitors.NEEDS,
    question="corporate_parenting",
    groups=monitors.ratings("corporate_parenting", "Overall quality of corporate parenting"),
    note=(
        "Question 29 of the monitor, over the monitors that answer it; a blank is no answer and leaves the base, and "
        "so does a monitor that is not completed. Our choice: a monitor counts in the period of its review's final "
        "meeting, whenever it was completed; a rating that is none of the four is not known."
    ),
    custody=Custody(
        why="Officers see every child's care as a whole, and are asked by law how well the council does as a parent.",
        definition=(
            "Completed reviews of children in care in the period whose completed monitor rates corporate parenting, by "
            "the rating."
        ),
        source="Quality monitor of the review of a child in care, question 29; IRO Handbook 2010, 2.13.",
        owner="IRO manager",
        better=Better.NEITHER,
    ),
)
