"""Whether officers hold the legal status of a child to be right. Source: question 20 of the quality monitor."""

from holdfast.indicators import monitors
from holdfast.indicators.language import Better, Custody, Indicator, Kind

INDICATOR = Indicator(
    table="legal_status_appropriate",
    title="Legal status not appropriate, in the officer's view",
    kind=Kind.RATE,
    order=65,
    rows=monitors.reviews,
    row_is="completed review of a child in care whose monitor is completed and answers the question",
    dates=(*monitors.DATES, "legal_status_right"),
    needs=monitors.NEEDS,
    question="legal_status_right",
    groups=monitors.doubts(
        "legal_status_right",
        "not_appropriate",
        "Legal status not appropriate",
        "Whether the current or proposed legal status is appropriate",
    ),
    note=(
        "Question 20 of the monitor: “no” over yes and no; a blank is no answer and leaves the base, and so does a "
        "monitor that is not completed. Under it the same over all reviews, as it was printed before: there a review "
        "without an answer counts as one without a concern. Our choice: a monitor counts in the period of its review's "
        "final meeting, whenever it was completed; an answer other than yes or no is not known."
    ),
    custody=Custody(
        why="A child under the wrong order, or under none, can lose their home or their voice in where they live.",
        definition=(
            "Of completed reviews of children in care in the period whose completed monitor says whether the current "
            "or proposed legal status is appropriate, those that say it is not."
        ),
        source="Quality monitor of the review of a child in care, question 20; Care Planning Regulations 2010.",
        owner="IRO manager",
        better=Better.NEITHER,
    ),
)
