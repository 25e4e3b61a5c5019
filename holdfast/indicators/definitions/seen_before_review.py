"""Whether the officer saw the child before the review.

Source: Care Planning, Placement and Case Review (England) Regulations 2010, reg 36 (the officer speaks to the child in
private before each review, unless the child refuses or it is not appropriate).
"""

import ibis

from holdfast.indicators import work
from holdfast.indicators.language import Better, Custody, Group, Indicator, Kind, one_of

ANSWERS = {
    "seen": "Seen",
    "not_seen": "Not seen",
    "not_appropriate": "Not appropriate",
    "not_necessary": "Not necessary",
}
ANSWERED = one_of("seen", *ANSWERS)
EVERY_REVIEW = ibis.literal(True)

INDICATOR = Indicator(
    table="seen_before_review",
    title="Children seen by their officer before the review",
    kind=Kind.DISTRIBUTION,
    order=5,
    rows=work.reviews_completed,
    row_is="completed review of a child in care for which the question was answered",
    dates=("completed_on", "seen"),
    needs=("meetings",),
    groups=(
        Group(
            "seen",
            ANSWERS["seen"],
            one_of("seen", "seen"),
            ANSWERED,
            EVERY_REVIEW,
            answers_to="Whether the child was seen",
        ),
        *(Group(key, ANSWERS[key], one_of("seen", key), ANSWERED) for key in list(ANSWERS)[1:]),
        Group(
            "of_those_to_be_seen",
            "Seen, of those to be seen",
            one_of("seen", "seen"),
            one_of("seen", "seen", "not_seen"),
        ),
    ),
    note=(
        "Of completed reviews of children in care for which the officer answered; a blank is no answer and leaves the "
        "base. Of those to be seen: seen, over seen and not seen, so without the children for whom it was not "
        "appropriate or not necessary."
    ),
    custody=Custody(
        why="An officer who has not met the child alone can only pass on what adults say.",
        definition="Completed reviews in the period with the answer recorded, by whether the child was seen before.",
        source="Care Planning Regulations 2010 reg 36; the officer's answer when preparing the review.",
        owner="IRO manager",
        better=Better.HIGHER,
    ),
)
