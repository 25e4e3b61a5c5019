"""What is entered beside the report asks a fixed number of questions, for one row and for three."""

from __future__ import annotations

from datetime import date

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from holdfast.casework.access.roles import Role
from holdfast.casework.publishing.models import RegionalCaseload, SectionChoice, TypedTable
from holdfast.domain.reporting_year import ReportingYear

YEAR = ReportingYear(2017)
DAY = date(2016, 11, 30)
#: page -> how many queries (the session and the user are two of them)
COUNTS = {
    "report_sections": 7,
    "report_section_add": 5,
    "report_sections_reset": 5,
    "report_section": 5,
    "report_section_remove": 5,
    "typed_tables": 6,
    "typed_table_add": 5,
    "typed_table": 6,
    "typed_table_remove": 4,
    "regional": 4,
    "regional_add": 3,
    "regional_change": 4,
    "regional_remove": 4,
}


@pytest.mark.parametrize("number", [1, 3])
def test_a_page_asks_as_many_questions_for_one_row_as_for_three(number: int, as_role, world):
    for nth in range(number):
        SectionChoice.objects.create(
            kind="annual", year_ending=2017, key=f"own-{nth}", order=nth, added=True, title=f"Ours {nth}"
        )
        typed = TypedTable.objects.create(
            year_ending=2017,
            slot="advocacy",
            caption=f"T{nth}",
            columns=["a", "b"],
            rows=[["x", "1"]],
            source="S",
        )
        RegionalCaseload.objects.create(
            collected="November 2016", collected_on=DAY, authority=f"A{nth}", value=70, source="S"
        )
    client = as_role(Role.ANALYST)
    args = {
        "report_section": [YEAR, "own-0"],
        "report_section_remove": [YEAR, "own-0"],
        "typed_table": [YEAR, typed.public_id],
        "typed_table_remove": [YEAR, typed.public_id],
        "regional": [],
        "regional_add": [],
        "regional_change": [DAY.isoformat()],
        "regional_remove": [DAY.isoformat()],
    }
    client.get(reverse("regional"))
    asked = {}
    for page in COUNTS:
        with CaptureQueriesContext(
            connection,
        ) as queries:
            assert client.get(reverse(page, args=args.get(page, [YEAR]))).status_code == 200
        asked[page] = len(queries)
    assert {page: asked[page] for page in COUNTS if asked[page] != COUNTS[page]} == {}
