"""Protection plans month by month. Source: Working Together; Children in Need Census (plans started and ended)."""

from ibis import _

from holdfast.indicators import work
from holdfast.indicators.language import Custody, Group, Indicator, Kind, Measure, Question


def _number(key: str, label: str, when: Question) -> Group:
    return Group(key, label, when, measure=Measure.COUNT)


INDICATOR = Indicator(
    table="protection_plans",
    title="Children and young people with a protection plan",
    kind=Kind.COUNT,
    order=2,
    rows=work.protection_plans,
    row_is="protection plan that was open on some day of the month, or ended in it",
    dates=("opened", "started", "ended"),
    by_quarter=False,
    by_month=True,
    needs=("plans",),
    groups=(
        _number("open", "Open at the end of the month", _.ended.isnull() | (_.ended > _.ends)),
        _number("started", "Started in the month", _.started >= _.starts),
        _number("ended", "Ended in the month", (_.ended <= _.ends).fill_null(False)),
    ),
    note=(
        "Open: at the end of the last day of the month; a plan that ended on that day is ended and not open. A plan "
        "starts with the conference that makes it. Started and ended count plans, so a child whose plan ended and who "
        "had another in the same month is counted twice."
    ),
    custody=Custody(
        why="Shows how many children the council holds to be at risk of harm, and how fast plans begin and end.",
        definition="Protection plans open at the end of each month, and those that started and ended in it.",
        source="Protection plans of the service's own records.",
        owner="IRO manager",
    ),
)
