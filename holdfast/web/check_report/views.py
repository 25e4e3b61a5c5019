"""Check any report: one file in, what does not agree in it out, and nothing kept of either."""

from __future__ import annotations

from typing import Any

from django.core import signing
from django.core.exceptions import BadRequest
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.csrf import csrf_exempt, csrf_protect
from django.views.decorators.http import require_http_methods, require_POST

from holdfast.casework.access.roles import Permission
from holdfast.casework.audit.actions import record
from holdfast.casework.publishing.models import ReportText
from holdfast.reports.checker.check import check
from holdfast.reports.checker.listing import HEADINGS, line_of
from holdfast.reports.checker.printed import Report
from holdfast.reports.checker.reading import CannotRead, read
from holdfast.web.check_report.forms import TOO_LARGE, ReportForm
from holdfast.web.check_report.holding import HeldInMemory, is_too_large
from holdfast.web.check_report.presenters import Result
from holdfast.web.doors import needs
from holdfast.web.page import Page
from holdfast.web.spreadsheet import csv_file

TRAIL = (("Reports", "reports"),)
#: what findings are sealed with: only a page of ours may bring them back
SEAL = "findings of a report"
#: how long the findings on a page can be taken as a file, in seconds
_DAY = 86_400


@csrf_exempt  # looked at inside: asking for the token reads the whole upload, and first comes who it is from
@require_http_methods(["GET", "HEAD", "POST"])
@needs(Permission.WRITE_REPORT, Permission.CHECK_REPORT)
def check_report(request: HttpRequest) -> HttpResponse:
    """Let a file in, now that the person may check one; it is held in memory and never on the disk."""
    request.upload_handlers = [HeldInMemory(request)]
    return _check(request)


@csrf_protect
def _check(request: HttpRequest) -> HttpResponse:
    form = ReportForm(request.POST, request.FILES) if request.method == "POST" else ReportForm()
    if request.method == "POST" and is_too_large(request):
        form.full_clean()
        form.errors["file"] = form.error_class([TOO_LARGE])
    elif request.method == "POST" and form.is_valid():
        file = form.cleaned_data["file"]
        try:
            report = read(file.name, file.read())
        except CannotRead as why:
            form.add_error("file", str(why))
        else:
            return _found(request, file.name, report)
    context = {"page": Page.under("Check a report", "reports", *TRAIL), "form": form}
    return render(request, "check_report/form.html", context, status=400 if form.errors else 200)


def _found(request: HttpRequest, name: str, report: Report) -> HttpResponse:
    found = check(report)
    detail: dict[str, Any] = {"kind": name.rsplit(".", 1)[-1].casefold()}
    detail |= {"tables": len(report.tables), "found": len(found)}
    record(by=request.user, verb="report.checked", subject=ReportText, detail=detail)
    context = {
        "page": Page.under("What the check found", "reports", *TRAIL, ("Check a report", "check_report")),
        "name": name,
        "result": Result(report, found),
        "sealed": signing.dumps([line_of(one) for one in found], salt=SEAL, compress=True),
    }
    return render(request, "check_report/found.html", context)


@require_POST
@needs(Permission.WRITE_REPORT, Permission.CHECK_REPORT)
def findings(request: HttpRequest) -> HttpResponse:
    """The findings of the page as a file. The page itself brings them back, sealed, because nothing was kept."""
    try:
        lines = signing.loads(request.POST.get("findings", ""), salt=SEAL, max_age=_DAY)
    except signing.BadSignature:
        raise BadRequest("These findings were not made here, or a day ago. Check the report again.") from None
    return csv_file("report-findings.csv", HEADINGS, lines)
