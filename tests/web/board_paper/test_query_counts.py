"""Each page of the board paper asks a fixed number of questions, for one headline and aim and for three."""

from __future__ import annotations

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from holdfast.casework.access.roles import Role
from holdfast.casework.improvement.actions import paper
from holdfast.domain.reporting_year import ReportingYear
from tests.builders import improvement

YEAR = ReportingYear(2017)
COUNTS = {
    "board_paper_year": 56,
    "board_paper_headlines": 58,
    "board_paper_priorities": 10,
    "board_paper_links": 6,
    "board_paper_implications": 5,
    "board_paper_preview": 56,
}


@pytest.mark.parametrize("name", COUNTS)
@pytest.mark.parametrize("number", [1, 3])
def test_a_page_asks_as_many_questions_for_one_as_for_three(number, name, as_role) -> None:
    theme = improvement.theme()
    aims = [improvement.aim(f"Aim {nth}", year_ending=2018) for nth in range(number)]
    for aim in aims:
        improvement.action(aim)
        improvement.recommendation(f"Beside {aim.pk}", theme=theme)
    groups = ("male", "female", "unknown")[:number]
    chosen = [{"table": "sex", "group": group, "period": "2016/17"} for group in groups]
    paper.choose_headlines(year_ending=2017, headlines=chosen, by=None)
    paper.choose_priorities(year_ending=2017, aims=aims, by=None)
    client = as_role(Role.IRO_MANAGER)
    client.get("/")

    with CaptureQueriesContext(connection) as questions:
        assert client.get(reverse(name, args=[YEAR])).status_code == 200

    assert len(questions) == COUNTS[name]
