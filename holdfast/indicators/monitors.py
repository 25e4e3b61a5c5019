"""What officers judged after reviews: the rows of the quality monitors, and the groups their questions make.

A monitor is counted in the period of its review's final meeting, whenever it was finished, so that every figure can
stand beside the reviews it could be of. Half done is not completed: nothing in it is an answer yet.
"""

from __future__ import annotations

from ibis import _
from ibis.expr.types import Table

from holdfast.domain.reporting_year import ReportingYear
from holdfast.indicators.language import Group, Question, one_of, unknown
from holdfast.indicators.sources import Sources, with_periods

#: what the figures of a monitor are counted from
NEEDS = ("monitors", "question_changes")
#: the columns shown when a figure of a monitor is opened
DATES = ("completed_on", "finished_on", "version")
IN_CARE = (_.kind == "cypic").fill_null(False)
COMPLETED = _.finished_on.notnull()
RATINGS = {
    "outstanding": "Outstanding",
    "good": "Good",
    "requires_improvement": "Requires improvement",
    "inadequate": "Inadequate",
}


def reviews(sources: Sources, year: ReportingYear) -> Table:
    """One row per review or conference completed in the period, of every kind, with its monitor if it has one."""
    return with_periods(
        sources.table("monitors"), year.periods, lambda t: t.completed_on.between(t.starts, t.ends)
    )


def doubts(column: str, key: str, label: str, answers_to: str) -> tuple[Group, ...]:
    """“No” over the yes and the no; the same over all reviews; and the share of reviews with an answer.

    Another answer that a version of the questionnaire offers is neither, and counted beside them.
    """
    no, answered = one_of(column, "no"), one_of(column, "yes", "no")
    asked = IN_CARE & COMPLETED
    return (
        Group(key, label, asked & no, asked & answered, IN_CARE, answers_to=answers_to),
        Group(f"{key}_of_reviews", f"{label}, of all reviews", asked & no, IN_CARE),
        Group("answered", "Reviews with an answer", asked & answered, IN_CARE),
        unknown(asked & _[column].notnull() & ~answered),
    )


def ratings(column: str, answers_to: str) -> tuple[Group, ...]:
    """The four ratings over the monitors that give one, and the share of reviews with one."""
    answered = IN_CARE & COMPLETED & _[column].notnull()
    rated = one_of(column, *RATINGS)
    return (
        *(_rating(column, key, answered, answers_to) for key in RATINGS),
        Group("unknown", "Not known", ~rated, answered),
        Group("answered", "Reviews with an answer", answered, IN_CARE),
    )


def _rating(column: str, key: str, answered: Question, answers_to: str) -> Group:
    first = key == "outstanding"  # the share answered is the same for all four, and said once
    asked = IN_CARE if first else None
    return Group(
        key, RATINGS[key], one_of(column, key), answered, asked, answers_to=answers_to if first else ""
    )
