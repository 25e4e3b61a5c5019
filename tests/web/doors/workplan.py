"""Addresses of this journey: the work plan, and what the board was asked."""

from __future__ import annotations

from typing import Any

from holdfast.domain.reporting_year import ReportingYear
from tests.builders import improvement
from tests.web.doors import ALL, DATA, FIGURES, Door

YEAR = ReportingYear(2017)


def prepare(world: Any) -> dict[str, Any]:
    """A theme, an aim with an action, and a recommendation the board has decided about."""
    aim = improvement.aim()
    asked = improvement.recommendation()
    improvement.decision(asked)
    return {
        "theme": improvement.theme(),
        "aim": aim,
        "plan_action": improvement.action(aim),
        "recommendation": asked,
        "undecided": improvement.recommendation("Support the officers"),
    }


def _year(things: Any) -> list:
    return [YEAR]


def _aim(things: Any) -> list:
    return [things.aim.public_id]


def _action(things: Any) -> list:
    return [things.plan_action.public_id]


def _asked(things: Any) -> list:
    return [things.recommendation.public_id]


def _theme(things: Any) -> list:
    return [things.theme.public_id]


UP = {"do": "up"}

DOORS: dict[str, Door] = {
    "workplan": Door(ALL, status=302),
    "workplan_year": Door(ALL, args=_year, more=lambda t: [[ReportingYear(2018)]], not_one_childs=True),
    "workplan_aim_add": Door(DATA, args=_year, not_one_childs=True),
    "workplan_aim": Door(FIGURES, args=_aim, not_one_childs=True),
    "workplan_aim_change": Door(DATA, args=_aim, not_one_childs=True),
    "workplan_aim_do": Door(DATA, status=302, method="post", args=_aim, data=UP, not_one_childs=True),
    "workplan_action_add": Door(DATA, args=_aim, not_one_childs=True),
    "workplan_action": Door(FIGURES, args=_action, not_one_childs=True),
    "workplan_action_change": Door(DATA, args=_action, not_one_childs=True),
    "workplan_action_do": Door(DATA, status=302, method="post", args=_action, data=UP, not_one_childs=True),
    "workplan_themes": Door(FIGURES),
    "workplan_theme_add": Door(DATA),
    "workplan_theme_change": Door(DATA, args=_theme, not_one_childs=True),
    "recommendations": Door(ALL, status=302),
    "recommendations_year": Door(
        ALL, args=_year, more=lambda t: [[ReportingYear(2018)]], not_one_childs=True
    ),
    "recommendation_add": Door(DATA, args=_year, not_one_childs=True),
    "recommendation": Door(
        FIGURES, args=_asked, more=lambda t: [[t.undecided.public_id]], not_one_childs=True
    ),
    "recommendation_change": Door(DATA, args=lambda t: [t.undecided.public_id], not_one_childs=True),
    "recommendation_do": Door(DATA, status=302, method="post", args=_asked, data=UP, not_one_childs=True),
    "recommendation_decide": Door(DATA, args=_asked, not_one_childs=True),
    "recommendation_follow_up": Door(FIGURES, args=_asked, not_one_childs=True),
}
