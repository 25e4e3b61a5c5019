"""The report page: words, preview, files."""

from __future__ import annotations

from django.urls import reverse

from holdfast.casework.access.roles import Role
from holdfast.casework.audit.models import AuditEvent
from holdfast.domain.reporting_year import ReportingYear
from holdfast.reports.check import ReportRefused
from holdfast.web.reports import making

YEAR = ReportingYear(2017)


def test_a_figure_in_the_preview_opens_its_rows_for_those_who_may(as_role, world):
    rows = reverse("figures_rows", args=[YEAR, "children_in_care", "number"])

    assert rows in as_role(Role.IRO_MANAGER).get(reverse("report_preview", args=[YEAR])).content.decode()
    assert (
        rows
        not in as_role(Role.BUSINESS_SUPPORT).get(reverse("report_preview", args=[YEAR])).content.decode()
    )


def test_each_file_is_what_it_says_and_is_written_down(as_role, world):
    client = as_role(Role.IRO_MANAGER)
    starts = {"report_html": b"<!DOCTYPE html>", "report_word": b"PK", "report_pdf": b"%PDF-"}

    for name, start in starts.items():
        response = client.get(reverse(name, args=[YEAR, "final"]))
        assert response.content.startswith(start)
        assert response["Content-Disposition"].startswith(
            'attachment; filename="annual-report-2016-17-final.'
        )

    assert AuditEvent.objects.filter(verb="report.downloaded").count() == 3


def test_an_edition_that_is_none_leads_nowhere(as_role, world):
    assert as_role(Role.IRO).get(reverse("report_pdf", args=[YEAR, "secret"])).status_code == 404


def test_a_report_that_contradicts_itself_is_not_printed_and_says_where(as_role, world, monkeypatch):
    def refuse(*args: object) -> None:
        raise ReportRefused("Table “Age”: the groups add up to 3, the base is 2.")

    monkeypatch.setattr(making, "document", refuse)
    client = as_role(Role.IRO)

    for address in (reverse("report_preview", args=[YEAR]), reverse("report_pdf", args=[YEAR, "draft"])):
        response = client.get(address)
        assert response.status_code == 409
        assert "the groups add up to 3, the base is 2" in response.content.decode()
