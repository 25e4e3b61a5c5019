"""An invented plan, recommendations and board paper for the tests of reports."""

from __future__ import annotations

from datetime import date

from holdfast.casework.improvement.implications import HEADS
from holdfast.reports.inputs import (
    ActionLine,
    AimLine,
    DecisionLine,
    Headline,
    Implication,
    Inputs,
    Paper,
    ProgressLine,
    RecommendationLine,
    ThemeLink,
)
from tests.reports import a_year
from tests.reports.periods import YEAR

SAID = ProgressLine(date(2017, 2, 1), "Done", "Every review is booked a month ahead", "The diary")
DONE = ActionLine("Book reviews ahead", "Service manager", date(2017, 1, 31), "Done", (SAID,))
LEFT = ActionLine("Ask children before each review", "Officers", date(2017, 9, 30), "Under way")
AIMS = (
    AimLine("a", 2017, "Reviews in time", "Children wait", ("Trust",), actions=(DONE, LEFT), goes_on=True),
    AimLine("b", 2018, "Reviews in time", "Children wait", ("Trust",), carried=True, actions=(LEFT,)),
    AimLine("c", 2018, "Hear every child", actions=()),
)
DECIDED = DecisionLine(
    "Corporate Parenting Board",
    date(2016, 10, 4),
    "Agreed",
    "Agreed in full",
    "Head of service",
    date(2017, 3, 31),
)
RECOMMENDATIONS = (
    RecommendationLine(2015, "Find more homes near by"),
    RecommendationLine(2016, "Note the report", "To inform", decisions=(DECIDED,), follow_ups=(SAID,)),
    RecommendationLine(2017, "Support the officers", "Children are heard when officers have time."),
)
PAPER = Paper(
    headlines=(
        Headline("sex", "male", "2016/17", "Boys"),
        Headline("children_in_care", "number", "2016/17"),
        Headline("children_in_care", "per_10000", "2016/17"),
        Headline("no_such_table", "gone", "2016/17"),
    ),
    priorities=("c", "b", "gone"),
    links=(ThemeLink("Listening", "Council plan", "Officers bring what children say."),),
    implications=tuple(Implication(words, "none") for words in HEADS.values()),
)


def inputs(kind: str = "board", **facts: object) -> Inputs:
    """Everything a report of 2016/17 of the invented council is printed from, plan and paper included."""
    return Inputs(
        **{
            "kind": kind,
            "year_ending": YEAR.ending,
            "day": date(2017, 3, 31),
            "authority": a_year.MARLDON,
            "figures": tuple(a_year.figures()),
            "comparators": tuple(a_year.published()),
            "aims": AIMS,
            "recommendations": RECOMMENDATIONS,
            "paper": PAPER if kind == "board" else None,
            **facts,
        }
    )
