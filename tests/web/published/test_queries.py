"""Each page asks the database a fixed number of questions, for one row and for three."""

from __future__ import annotations

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from holdfast.casework.access.roles import Role
from holdfast.casework.publishing.actions import correct_published_figure, enter_population
from holdfast.domain.reporting_year import ReportingYear
from tests.builders import publishing

YEAR = ReportingYear(2017)
#: page -> how many queries (the session and the user are two of them)
COUNTS = {
    "population": 4,
    "population_add": 4,
    "population_several": 3,
    "population_template": 3,
    "published_template": 3,
    "population_change": 5,
    "population_remove": 4,
    "published": 4,
    "published_table": 4,
    "published_add": 3,
    "published_change": 5,
    "published_remove": 4,
    "published_several": 3,
    "published_download": 3,
    "published_example": 2,
    "published_groups": 2,
}


@pytest.mark.parametrize("page", sorted(COUNTS))
@pytest.mark.parametrize("number", [1, 3])
def test_a_page_asks_as_many_questions_for_one_row_as_for_three(page: str, number: int, as_role, world):
    by = world.users[Role.ANALYST]
    publishing.population()
    figure = publishing.figure()
    for nth in range(number):
        enter_population(year_ending=2017, aged_0_17=40_000 + nth, source="An invented estimate", by=by)
        enter_population(year_ending=2010 + nth, aged_0_17=40_000, source="An invented estimate", by=by)
        publishing.figure(period=f"201{nth}/1{nth + 1}", publisher="Regional average")
        correct_published_figure(figure=figure, values={"printed": f"5{nth}"}, by=by)
    args = {
        "population_change": [YEAR],
        "population_remove": [YEAR],
        "published_table": ["sex"],
        "published_add": ["sex"],
    }
    args |= {"published_change": [figure.pk], "published_remove": [figure.pk]}
    client = as_role(Role.ANALYST)
    client.get("/")  # the session is written once, not with every page

    with CaptureQueriesContext(connection) as asked:
        assert client.get(reverse(page, args=args.get(page, []))).status_code == 200

    assert len(asked) == COUNTS[page]
