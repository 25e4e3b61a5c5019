"""Each page of the plan asks the database a fixed number of questions, for one aim and for three."""

from __future__ import annotations

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from holdfast.casework.access.roles import Role
from holdfast.domain.reporting_year import ReportingYear
from tests.builders import improvement

YEAR = ReportingYear(2017)

COUNTS: dict[str, int] = {
    "workplan_year": 12,
    "recommendations_year": 15,
    "workplan_themes": 4,
    "workplan_aim_add": 7,
    "workplan_aim": 7,
    "workplan_aim_change": 8,
    "workplan_action_add": 4,
    "workplan_action": 6,
    "workplan_action_change": 5,
    "workplan_theme_add": 3,
    "workplan_theme_change": 5,
    "recommendation_add": 7,
    "recommendation": 7,
    "recommendation_change": 7,
    "recommendation_decide": 4,
    "recommendation_follow_up": 4,
}


@pytest.mark.parametrize("name", COUNTS)
@pytest.mark.parametrize("number", [1, 3])
def test_a_page_asks_as_many_questions_for_one_as_for_three(number, name, as_role) -> None:
    theme = improvement.theme()
    for nth in range(number):
        aim = improvement.aim(f"Aim {nth}", themes=[theme])
        actions = [improvement.action(aim, f"Action {step}") for step in range(number)]
        asked = improvement.recommendation(f"Number {nth}", theme=theme)
        earlier = improvement.recommendation(f"Earlier {nth}", year_ending=2016)
        improvement.decision(earlier)
    of = {"aim": aim, "action": actions[0], "theme": theme, "recommendation": asked}
    kind = name.removeprefix("workplan_").split("_")[0]
    args = [YEAR] if name.endswith("year") or name in ("workplan_aim_add", "recommendation_add") else []
    if not args and kind in of and not name.endswith("theme_add"):
        args = [aim.public_id if name == "workplan_action_add" else of[kind].public_id]
    client = as_role(Role.IRO_MANAGER)
    client.get("/")

    with CaptureQueriesContext(connection) as questions:
        assert client.get(reverse(name, args=args)).status_code == 200

    assert len(questions) == COUNTS[name]
