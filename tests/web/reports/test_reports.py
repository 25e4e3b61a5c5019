"""The report page: words, preview, files."""

from __future__ import annotations

from django.urls import reverse

from holdfast.casework.access.roles import Role
from holdfast.casework.audit.models import AuditEvent
from holdfast.casework.publishing.queries import texts_of, versions_of
from holdfast.domain.reporting_year import ReportingYear
from holdfast.reports.check import ReportRefused
from holdfast.web.reports import making

YEAR = ReportingYear(2017)
WORDS = reverse("report_words", args=[YEAR, "introduction"])


def test_words_are_saved_shown_in_the_preview_and_kept_in_every_version(as_role, world):
    client = as_role(Role.ANALYST)
    client.post(WORDS, {"text": "First thoughts.", "save": "1"})
    response = client.post(WORDS, {"text": "A year of <change>.", "save": "1"}, follow=True)

    assert "Saved at" in response.content.decode()
    assert texts_of(2017)["introduction"] == "A year of <change>."
    assert versions_of(2017, "introduction").count() == 2
    preview = client.get(reverse("report_preview", args=[YEAR])).content.decode()
    assert "A year of &lt;change&gt;." in preview


def test_saving_and_going_on_leads_to_the_next_place(as_role, world):
    response = as_role(Role.ANALYST).post(WORDS, {"text": "Words.", "next": "1"})

    places = making.slots(response.wsgi_request, YEAR, YEAR.ends)
    assert response["Location"] == reverse("report_words", args=[YEAR, places[1].key])


def test_the_page_counts_what_is_written(as_role, world):
    client = as_role(Role.ANALYST)
    client.post(WORDS, {"text": "Words.", "save": "1"})

    slots = client.get(reverse("report", args=[YEAR])).context["slots"]

    assert (slots.written, slots.total > 10) == (1, True)


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
