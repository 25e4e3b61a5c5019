"""A spreadsheet with the places of published figures filled in, for somebody to fill in the rest."""

from __future__ import annotations

import io
from typing import Any

import xlsxwriter
from django import forms
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from holdfast.casework.access.roles import Permission
from holdfast.domain.reporting_year import ReportingYear
from holdfast.indicators.registry import INDICATORS
from holdfast.reports import comparator_file
from holdfast.reports.comparator_line import FIRST_YEAR, LAST_YEAR, PARTS
from holdfast.reports.comparators import PUBLISHERS
from holdfast.web.doors import needs
from holdfast.web.page import Page
from holdfast.web.published.presenters import WHOSE
from holdfast.web.published.views import TRAIL
from holdfast.web.spreadsheet import csv_file, safe

HEADINGS = [*PARTS, "words"]
EXCEL = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
_WIDTHS = {"source": 45, "note": 30, "words": 70, "group": 24, "table": 24}


class TemplateForm(forms.Form):
    """Which figures somebody wants to fill in."""

    period = forms.ChoiceField(label="Year, April to March", widget=forms.Select())
    publisher = forms.ChoiceField(
        label="Whose figures?",
        widget=forms.RadioSelect(),
        choices=[(key, WHOSE[whose]) for key, whose in PUBLISHERS.items()],
        error_messages={"required": "Choose whose figures they are"},
    )
    table = forms.ChoiceField(label="Which table", required=False, widget=forms.Select())
    ink = forms.ChoiceField(
        label="As",
        widget=forms.RadioSelect(),
        choices=[("xlsx", "Excel"), ("csv", "CSV")],
        initial="xlsx",
        error_messages={"required": "Choose Excel or CSV"},
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        years = [ReportingYear(ending).name for ending in range(LAST_YEAR, FIRST_YEAR - 1, -1)]
        self.fields["period"].choices = [(name, name) for name in years]
        tables = [(about.table, about.title) for about in INDICATORS.values()]
        self.fields["table"].choices = [("", "All tables"), *tables]


@require_safe
@needs(Permission.WRITE_REPORT)
def choose(request: HttpRequest) -> HttpResponse:
    """Which year, whose figures, which table; then the file."""
    asked = "ink" in request.GET
    form = TemplateForm(request.GET) if asked else TemplateForm(initial={"ink": "xlsx", **request.GET.dict()})
    if asked and form.is_valid():
        return _file(**form.cleaned_data)
    context = {"page": Page.under("Download a sheet to fill in", "reports", *TRAIL), "form": form}
    return render(request, "published/template.html", context, status=400 if form.errors else 200)


def _file(period: str, publisher: str, table: str, ink: str) -> HttpResponse:
    rows = list(comparator_file.template(period, publisher, table))
    if not rows:
        raise Http404
    if ink == "csv":
        return csv_file("figures-to-fill-in.csv", HEADINGS, rows)
    response = HttpResponse(_workbook(rows), content_type=EXCEL)
    response.headers["Content-Disposition"] = 'attachment; filename="figures-to-fill-in.xlsx"'
    return response


def _workbook(rows: list[tuple[str, ...]]) -> bytes:
    out = io.BytesIO()
    with xlsxwriter.Workbook(out, {"in_memory": True, "strings_to_formulas": False}) as book:
        sheet, about = book.add_worksheet("To fill in"), book.add_worksheet("What the columns mean")
        bold, text = book.add_format({"bold": True}), book.add_format({"num_format": "@"})
        sheet.freeze_panes(1, 4)
        for column, name in enumerate(HEADINGS):
            sheet.set_column(column, column, _WIDTHS.get(name, 12), text)
            sheet.write_string(0, column, name, bold)
        for row, cells in enumerate(rows, start=1):
            for column, cell in enumerate(cells):
                if cell:
                    sheet.write_string(row, column, str(safe(cell)))
        about.set_column(0, 0, 14)
        about.set_column(1, 1, 100)
        for row, (name, meaning) in enumerate([*PARTS.items(), ("words", "What the row is. Not read")]):
            about.write_string(row, 0, name, bold)
            about.write_string(row, 1, meaning)
    return out.getvalue()
