"""Health checks, strengths and difficulties, and education plans of children in care all year.

Sources: SSDA903 OC2; what was there for each review; statutory guidance on promoting the education of looked-after
children, which asks for a plan in time for the first review and looked at again each term; statutory guidance on
promoting the health of looked-after children (2015); the bands of the Strengths and Difficulties Questionnaire (0-13,
14-16, 17-40) are for one child's score, never for a mean.
"""

from typing import Any

import ibis
from ibis import _
from ibis.expr.types import Table

from holdfast.domain.reporting_year import ReportingYear
from holdfast.indicators import bases
from holdfast.indicators.language import Better, Custody, Group, Indicator, Kind, Measure, one_of
from holdfast.indicators.sources import Sources

_EVERYBODY = ibis.literal(True)
_SDQ_AGE = _.age.between(4, 16)
_SCORED = _SDQ_AGE & _.sdq_score.between(0, 40)


def _yes(column: str) -> Any:
    return one_of(column, "1")


def _answered(column: str) -> Any:
    return one_of(column, "0", "1")


def _band(lowest: int, highest: int) -> Any:
    return _.sdq_score.between(lowest, highest)


def _with_plans(sources: Sources, year: ReportingYear) -> Table:
    """The children, each with what was found of the education plan at their last review completed in the year."""
    children = bases.in_care_all_year(sources, year)
    if not sources.holds(["education_plans"]):
        return children.mutate(plan_looked_at=ibis.null("date"), education_plan=ibis.null("string"))
    plans = sources.table("education_plans")
    plans = plans.filter(_.completed_on.between(ibis.literal(year.starts), ibis.literal(year.ends)))
    latest = ibis.window(group_by="child", order_by=[ibis.desc("completed_on"), "state"])
    plans = plans.mutate(nth=ibis.row_number().over(latest)).filter(_.nth == 0)
    plans = plans.select("child", plan_looked_at=_.completed_on, education_plan=_.state)
    return children.left_join(plans, "child").drop("child_right")


INDICATOR = Indicator(
    table="health_education",
    title="Health and education of children in care for the whole year",
    kind=Kind.RATE,
    order=110,
    rows=_with_plans,
    row_is="child in care on every day of the year, no short break in it",
    dates=(
        *("born", "health_assessment", "teeth_check", "immunisations", "health_check", "sdq_score"),
        *("plan_looked_at", "education_plan"),
    ),
    by_quarter=False,
    also_reads=("education_plans",),
    groups=(
        Group(
            "health_assessment",
            "Health assessment",
            _yes("health_assessment"),
            _answered("health_assessment"),
            _EVERYBODY,
        ),
        Group("dental", "Dental check", _yes("teeth_check"), _answered("teeth_check"), _EVERYBODY),
        Group(
            "both",
            "Health assessment and dental check",
            _yes("health_assessment") & _yes("teeth_check"),
            _answered("health_assessment") & _answered("teeth_check"),
            _EVERYBODY,
        ),
        Group(
            "immunisations",
            "Immunisations up to date",
            _yes("immunisations"),
            _answered("immunisations"),
            _EVERYBODY,
        ),
        Group(
            "development_check",
            "Development check, children under 5",
            _yes("health_check"),
            (_.age < 5) & _answered("health_check"),
            _.age < 5,
        ),
        Group(
            "sdq_average",
            "Average SDQ score, ages 4 to 16",
            _SCORED,
            _SDQ_AGE,
            measure=Measure.MEAN,
            value_of="sdq_score",
        ),
        Group("sdq_normal", "SDQ score 0 to 13", _band(0, 13), _SCORED),
        Group("sdq_borderline", "SDQ score 14 to 16", _band(14, 16), _SCORED),
        Group("sdq_concern", "SDQ score 17 to 40", _band(17, 40), _SCORED),
        Group(
            "pep",
            "Personal education plan up to date at the last review",
            one_of("education_plan", "there"),
            one_of("education_plan", "there", "not_there"),
            _EVERYBODY,
        ),
    ),
    note=(
        "Children in care on every day from 1 April to 31 March without a short break. Each share is of the children "
        "with that answer; a blank is not a no. The average SDQ score is over the children who have one, out of all "
        "aged 4 to 16; the bands are for a child's score and say nothing of an average. The education plan is not in a "
        "return: it is up to date where it was there by the day of the child's last review completed in the year; the "
        "share is of the children for whom that was noted, less those for whom none was needed."
    ),
    custody=Custody(
        why="The council is these children's parent: a parent knows whether the dentist and the doctor were seen.",
        definition="Of children in care all year, those with the check done, over those for whom it was answered.",
        source="SSDA903 OC2; the service's preparation of reviews.",
        owner="Performance analyst",
        better=Better.HIGHER,
    ),
)
