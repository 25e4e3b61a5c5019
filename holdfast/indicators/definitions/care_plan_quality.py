"""How officers rate care plans. Source: question 23 of the quality monitor; Ofsted's four grades."""

from holdfast.indicators import monitors
from holdfast.indicators.language import Better, Custody, Indicator, Kind

INDICATOR = Indicator(
    table="care_plan_quality",
    title="Overall quality of the care plan, in the officer's opinion",
    kind=Kind.DISTRIBUTION,
    order=125,
    rows=monitors.reviews,
    row_is="completed review of a child in care whose monitor is completed and gives a rating",
    dates=(*monitors.DATES, "care_plan_quality"),
    needs=monitors.NEEDS,
    question="care_plan_quality",
    groups=monitors.ratings("care_plan_quality", "Overall quality of the care plan"),
    note=(
        "Question 23 of the monitor, over the monitors that answer it; a blank is no answer and leaves the base, and "
        "so does a monitor that is not completed. Our choice: a monitor counts in the period of its review's final "
        "meeting, whenever it was completed; a rating that is none of the four is not known."
    ),
    custody=Custody(
        why="The care plan says what is to happen in a child's life; a poor one leaves the child waiting.",
        definition=(
            "Completed reviews of children in care in the period whose completed monitor rates the care plan, by the "
            "rating."
        ),
        source="Quality monitor of the review of a child in care, question 23; Care Planning Regulations 2010.",
        owner="IRO manager",
        better=Better.NEITHER,
    ),
)
