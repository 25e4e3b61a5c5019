"""An edition checked by rule: its own web page is read as any report is, and what does not agree in it is shown."""

from __future__ import annotations

from uuid import UUID

from django.core import signing
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from holdfast.casework.access.roles import Permission
from holdfast.casework.access.rules import may
from holdfast.casework.audit.actions import record
from holdfast.reports.check import ReportRefused
from holdfast.reports.checker.check import check
from holdfast.reports.checker.listing import line_of
from holdfast.reports.checker.reading import CannotRead, read
from holdfast.reports.content import Audience
from holdfast.web.check_report.presenters import Result
from holdfast.web.check_report.views import SEAL
from holdfast.web.doors import needs
from holdfast.web.editions.opening import SEES, name_of, opened, under
from holdfast.web.editions.printing import document_of
from holdfast.web.editions.reading import audience_of
from holdfast.web.reports.inks import INKS


@require_safe
@needs(*SEES)
def recheck(request: HttpRequest, edition_id: UUID, audience: str) -> HttpResponse:
    """What the check finds in an edition as it reads for the service or for the public; nothing of it is kept."""
    wanted = audience_of(request, audience)
    edition = opened(request, edition_id)
    page = under(edition, "What the check found")
    try:
        report = read("edition.html", INKS["html"].print(document_of(edition, wanted)))
    except (ReportRefused, CannotRead) as why:
        return render(request, "reports/refused.html", {"page": page, "why": str(why)}, status=409)
    found = check(report)
    detail = {"audience": wanted.value, "tables": len(report.tables), "found": len(found)}
    record(by=request.user, verb="edition.read", subject=edition, detail=detail)
    takes = may(request.user, Permission.WRITE_REPORT) or may(request.user, Permission.CHECK_REPORT)
    context = {
        "page": page,
        "name": f"{name_of(edition)}, {'for the public' if wanted is Audience.PUBLIC else 'for the service'}",
        "edition": edition,
        "audience": wanted.value,
        "result": Result(report, found),
        "sealed": signing.dumps([line_of(one) for one in found], salt=SEAL, compress=True) if takes else "",
    }
    return render(request, "editions/recheck.html", context)
