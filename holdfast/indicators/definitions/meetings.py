"""Reviews and conferences that officers chaired. Source: IRO Handbook 2010; Working Together."""

from ibis import _

from holdfast.indicators import work
from holdfast.indicators.language import Custody, Group, Indicator, Kind, Measure, Question

MEETING, POST = _.what == "meeting", _.what == "post"
COUNTED = MEETING & (_.kind != "short_breaks").fill_null(False)


def _of(kind: str) -> Question:
    return MEETING & (_.kind == kind).fill_null(False)


def _number(key: str, label: str, when: Question) -> Group:
    return Group(key, label, when, MEETING, measure=Measure.COUNT)


INDICATOR = Indicator(
    table="meetings",
    title="Reviews and conferences chaired by officers",
    kind=Kind.COUNT,
    order=3,
    rows=work.meetings,
    row_is="review or conference completed in the period",
    dates=("kind", "held_on", "completed_on", "worker", "started", "ended", "hundredths"),
    needs=("meetings", "posts"),
    groups=(
        _number("cypic", "Reviews of children in care", _of("cypic")),
        _number("cp", "Child protection conferences", _of("cp")),
        _number("cin", "Reviews of children in need", _of("cin")),
        _number("total", "Total", COUNTED),
        Group(
            "per_fte",
            "Meetings for each full post",
            COUNTED,
            MEETING,
            measure=Measure.PER_FTE,
            posts=POST,
        ),
        _number("short_breaks", "Reviews of short breaks, not in the total", _of("short_breaks")),
    ),
    note=(
        "A review is counted in the period of its final meeting, and once for each child, also where brothers and "
        "sisters meet together. For each full post: the total over the mean of the posts officers held, day by day "
        "through the period; a year is counted over the year and not added up from its quarters. Our choice: reviews "
        "of short breaks stand beside the total and not in it, as in the caseload."
    ),
    custody=Custody(
        why="Meetings are where most of an officer's week goes; their number for each post says what was asked of it.",
        definition=(
            "Reviews of children in care and in need and child protection conferences whose final meeting was in the "
            "period; their total over the mean full-time equivalent of officers' posts over its days."
        ),
        source="Reviews, conferences and posts of the service's own records.",
        owner="IRO manager",
    ),
)
