"""Children for whom an officer raised a concern, informally or formally. Source: IRO Handbook 2010, chapter 6."""

from ibis import _

from holdfast.indicators import concerns
from holdfast.indicators.language import Custody, Group, Indicator, Kind, Question

CHILD, REVIEW = _.what == "child", _.what == "review"


def _both(key: str, label: str, opened: Question) -> tuple[Group, Group]:
    return (
        Group(key, label, CHILD & opened, CHILD),
        Group(f"{key}_of_reviews", f"{label}, over all reviews", CHILD & opened, CHILD, over=REVIEW),
    )


INDICATOR = Indicator(
    table="disputes",
    title="Children for whom the officer raised a concern",
    kind=Kind.RATE,
    order=122,
    rows=concerns.disputes,
    row_is="child in care with at least one review completed in the period",
    dates=("completed_on", "reviews", "informal_on", "formal_on"),
    needs=("meetings", "stages"),
    groups=(
        *_both("informal", "Children with a concern raised informally", _.informal_on.notnull()),
        *_both("formal", "Children with a concern in the formal process", _.formal_on.notnull()),
    ),
    note=(
        "Counted from the concerns, never from a tick on a form: of children in care with a review completed in the "
        "period, those for whom an informal, or a formal, stage was opened in it. A stage that was passed over was not "
        "opened. Under each the same children over the reviews completed, as it was printed before: a child reviewed "
        "twice is then once above the line and twice below. A child counts once in the year, so a year is not the sum "
        "of its quarters. Our choices: a concern taken back as none is left out; concerns for children without a "
        "completed review in the period are not here, and are among the concerns raised. Many concerns may mean that "
        "officers look closely."
    ),
    custody=Custody(
        why="Officers are there to see that what is wrong for a child is put right, and to say so until it is.",
        definition=(
            "Of children in care with at least one review completed in the period, those for whom an informal stage, "
            "and those for whom a formal stage, of a concern was opened in the period."
        ),
        source="Concerns and their stages in the service's own records; IRO Handbook 2010, chapter 6.",
        owner="IRO manager",
    ),
)
