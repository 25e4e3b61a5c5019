"""How many children each officer has. Source: IRO Handbook 2010, 7.15 (a guide of 50 to 70 for a full post)."""

from ibis import _

from holdfast.indicators import work
from holdfast.indicators.language import Custody, Group, Indicator, Kind, Measure, Question

CHILD, POST = _.what == "child", _.what == "post"
COUNTED = CHILD & _.plan.isin(("cypic", "cp", "cin")).fill_null(False)


def _on(plan: str) -> Question:
    return CHILD & (_.plan == plan).fill_null(False)


def _number(key: str, label: str, when: Question) -> Group:
    return Group(key, label, when, CHILD, measure=Measure.COUNT)


INDICATOR = Indicator(
    table="caseload",
    title="Children allocated to officers, and the average for a full post",
    kind=Kind.COUNT,
    order=1,
    rows=work.caseload,
    row_is="child with an officer at the end of the last day of the period",
    dates=("plan", "worker", "started", "ended", "hundredths"),
    needs=("allocations", "posts", "plans"),
    groups=(
        _number("cypic", "In care", _on("cypic")),
        _number("cp", "Protection plan", _on("cp")),
        _number("short_breaks", "Short breaks, not in the total", _on("short_breaks")),
        _number("cin", "Child in need", _on("cin")),
        _number("total", "Total", COUNTED),
        Group("fte", "Full-time equivalent posts", POST, POST, measure=Measure.FTE, posts=POST),
        Group(
            "average",
            "Average caseload of a full post",
            COUNTED,
            CHILD,
            measure=Measure.PER_FTE,
            posts=POST,
        ),
        _number("no_plan", "Allocated without any of these, not in the total", CHILD & _.plan.isnull()),
    ),
    note=(
        "Children with an officer at the end of the last day of the period. Our choice: a child on two plans is "
        "counted once, in care before protection, short breaks and child in need. Children in short breaks only are "
        "beside the total and not in it; so are children who have an officer and none of these plans. A plan of a "
        "child in need counts from the day it was agreed. The average is the total over the posts officers held that "
        "day, as shares of a full post. The guide is 50 to 70 children in care for a full post (IRO Handbook 7.15); "
        "it is not law."
    ),
    custody=Custody(
        why="An officer with too many children cannot know each of them, see them, or follow up what was decided.",
        definition=(
            "Children with an open allocation to an Independent Reviewing Officer on the day, each under the first of "
            "in care, protection plan, short breaks, child in need; the posts held that day; the total over the posts."
        ),
        source="Allocations, posts, episodes and plans of the service's own records.",
        owner="IRO manager",
    ),
)
