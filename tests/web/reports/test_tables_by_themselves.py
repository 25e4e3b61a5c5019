"""Each table of the report as a file of its own."""

from __future__ import annotations

import io

import openpyxl
from django.urls import reverse

from holdfast.casework.access.roles import Role
from holdfast.casework.audit.models import AuditEvent
from holdfast.domain.reporting_year import ReportingYear

YEAR = ReportingYear(2017)
TABLES = reverse("report_tables", args=[YEAR])


def address(key: str = "age", audience: str = "inside", ink: str = "csv") -> str:
    return reverse("report_table", args=[YEAR, key, audience, ink])


def test_every_table_of_the_report_is_listed(as_role, world):
    response = as_role(Role.IRO).get(TABLES)

    assert [sheet.number for sheet in response.context["sheets"]][:2] == ["Table 1", "Table 2"]
    assert address() in response.content.decode()
    public = as_role(Role.IRO).get(TABLES + "?for=public").content.decode()
    assert address(audience="public") in public


def test_one_table_as_csv_and_as_excel_is_written_down(as_role, world):
    client = as_role(Role.IRO_MANAGER)

    made = client.get(address())
    assert made.content.decode("utf-8-sig").startswith("Age,Unit,")
    assert made["Content-Disposition"].endswith('-age.csv"')
    book = openpyxl.load_workbook(io.BytesIO(client.get(address(ink="xlsx")).content))
    assert len(book.sheetnames) == 2
    assert "public" in client.get(address(audience="public"))["Content-Disposition"]
    assert AuditEvent.objects.filter(verb="report.downloaded").count() == 3


def test_a_table_that_is_none_leads_nowhere(as_role, world):
    client = as_role(Role.IRO)

    for wrong in (
        address("nothing"),
        address(ink="exe"),
        address(audience="everybody"),
        TABLES + "?for=them",
    ):
        assert client.get(wrong).status_code == 404
