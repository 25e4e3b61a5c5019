"""What is entered beside the annual report: its sections, tables typed in, the region's caseloads."""

from __future__ import annotations

from datetime import date
from typing import Any

from holdfast.casework.publishing.models import RegionalCaseload, SectionChoice, TypedTable
from holdfast.domain.reporting_year import ReportingYear
from tests.web.doors import DATA, FIGURES, Door

YEAR = ReportingYear(2017)
DAY = date(2016, 11, 30)


def prepare(world: Any) -> dict[str, Any]:
    SectionChoice.objects.create(
        kind="annual", year_ending=YEAR.ending, key="own-visits", order=99, added=True, title="Visits"
    )
    RegionalCaseload.objects.create(
        collected="November 2016", collected_on=DAY, authority="Marldon", value=72, source="An invented group"
    )
    typed = TypedTable.objects.create(
        year_ending=YEAR.ending,
        slot="advocacy",
        caption="Themes",
        columns=["Theme", "2016/17"],
        rows=[["Contact", "15%"]],
        source="An invented service",
    )
    return {"typed": typed}


def _year(things: Any) -> list:
    return [YEAR]


def _typed(things: Any) -> list:
    return [YEAR, things.typed.public_id]


def _day(things: Any) -> list:
    return [DAY.isoformat()]


DOORS = {
    "report_tables": Door(FIGURES, args=_year, not_one_childs=True),
    "report_table": Door(
        FIGURES, args=lambda t: [YEAR, "age", "inside", "csv"], page=False, not_one_childs=True
    ),
    "report_sections": Door(DATA, args=_year, not_one_childs=True),
    "report_section_add": Door(DATA, args=_year, not_one_childs=True),
    "report_sections_reset": Door(DATA, args=_year, not_one_childs=True),
    "report_section": Door(DATA, args=lambda t: [YEAR, "profile"], not_one_childs=True),
    "report_section_remove": Door(DATA, args=lambda t: [YEAR, "own-visits"], not_one_childs=True),
    "typed_tables": Door(DATA, args=_year, not_one_childs=True),
    "typed_table_add": Door(DATA, args=_year, not_one_childs=True),
    "typed_table": Door(DATA, args=_typed, not_one_childs=True),
    "typed_table_remove": Door(DATA, args=_typed, not_one_childs=True),
    "regional": Door(DATA),
    "regional_add": Door(DATA),
    "regional_change": Door(DATA, args=_day, not_one_childs=True),
    "regional_remove": Door(DATA, args=_day, not_one_childs=True),
}
