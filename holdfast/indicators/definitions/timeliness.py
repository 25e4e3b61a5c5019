"""Whether reviews of children in care were in time, in four readings.

Source: Care Planning, Placement and Case Review (England) Regulations 2010, reg 33 (when a review is due) and reg 36
(how long it may be adjourned). Which meeting of a series decides is settled nowhere: both readings are given.
"""

from ibis import _

from holdfast.indicators import dues
from holdfast.indicators.language import Better, Custody, Group, Indicator, Kind, Question, unknown

HELD, DUE, CHILD, STANDING = (_.what == word for word in ("held", "due", "child", "standing"))
FINAL = "by the final meeting"


def _both(key: str, label: str, among: Question) -> tuple[Group, Group]:
    return (
        Group(key, label, among & _.in_time, among),
        Group(f"{key}_by_final", f"{label}, {FINAL}", among & _.in_time_by_final, among),
    )


READINGS = (
    _both("held_in_time", "Reviews held in the period that were in time", HELD & _.due_on.notnull()),
    _both("due_in_time", "Reviews due in the period that were held in time", DUE),
    _both("children_all_in_time", "Children whose reviews due in the period were all in time", CHILD),
    _both("not_overdue", "Children in care on the last day whose latest review is not overdue", STANDING),
)

INDICATOR = Indicator(
    table="timeliness",
    title="Reviews of children in care held in time",
    kind=Kind.RATE,
    order=4,
    rows=dues.readings,
    row_is="review held, review due, child with a review due, or child in care past the first, as each line says",
    dates=("due_on", "held_on", "completed_on", "reviews_due"),
    needs=("dues",),
    groups=(
        *(first for first, _final in READINGS),
        *(final for _first, final in READINGS),
        unknown(HELD & _.due_on.isnull()),
    ),
    note=(
        "Four different questions, none of them “timeliness” as such. Our choice for a review in several meetings: it "
        "is in time if the first meeting was on or before the last day, and the final one no longer after the first "
        "than a review may be adjourned (20 working days); it is counted in the period of the final meeting. Lines "
        "marked “by the final meeting” ask instead whether the final meeting was on or before the last day. A review "
        "that had not to be held because care ended first is not due; one whose day has not passed is not due yet. "
        "Not overdue is as it stood on the last day of the period: held, or under way and not adjourned too long. Not "
        "known: reviews held of which no record says when they were due. Where the council has stricter limits of its "
        "own, those are counted by."
    ),
    custody=Custody(
        why="A review is the child's own check on the council's plan; when it is late, so is everything it decides.",
        definition=(
            "In time over reviews held in the period; over reviews due in it; children with every review due in it in "
            "time over children with one; children in care on the last day whose latest review is not overdue over "
            "those in care past their first."
        ),
        source="Care Planning Regulations 2010 regs 33 and 36; reviews and episodes of the service's own records.",
        owner="IRO manager",
        better=Better.HIGHER,
    ),
)
