"""Whether officers hold a placement to meet the child's needs. Source: question 21 of the quality monitor."""

from holdfast.indicators import monitors
from holdfast.indicators.language import Better, Custody, Indicator, Kind

INDICATOR = Indicator(
    table="placement_suitable",
    title="Placement not meeting the child's needs, in the officer's view",
    kind=Kind.RATE,
    order=95,
    rows=monitors.reviews,
    row_is="completed review of a child in care whose monitor is completed and answers the question",
    dates=(*monitors.DATES, "placement_meets_needs"),
    needs=monitors.NEEDS,
    question="placement_meets_needs",
    groups=monitors.doubts(
        "placement_meets_needs",
        "not_meeting",
        "Placement not meeting the child's needs",
        "Whether the current or proposed placement meets the child's needs",
    ),
    note=(
        "Question 21 of the monitor: “no” over yes and no; a blank is no answer and leaves the base, and so does a "
        "monitor that is not completed. Under it the same over all reviews, as it was printed before: there a review "
        "without an answer counts as one without a concern. Our choice: a monitor counts in the period of its review's "
        "final meeting, whenever it was completed; an answer other than yes or no is not known."
    ),
    custody=Custody(
        why="A home that does not meet a child's needs is one the child may soon have to leave.",
        definition=(
            "Of completed reviews of children in care in the period whose completed monitor says whether the current "
            "or proposed placement meets the child's needs, those that say it does not."
        ),
        source="Quality monitor of the review of a child in care, question 21; Care Planning Regulations 2010.",
        owner="IRO manager",
        better=Better.NEITHER,
    ),
)
