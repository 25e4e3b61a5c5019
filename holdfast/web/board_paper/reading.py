"""The paper as it reads now: on screen, and as a file in every ink. What is to be quoted is prepared as an edition."""

from __future__ import annotations

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.safestring import mark_safe
from django.views.decorators.http import require_safe

from holdfast.casework.access.roles import Permission
from holdfast.casework.audit.actions import record
from holdfast.casework.improvement.models import BoardPaper
from holdfast.domain.reporting_year import ReportingYear
from holdfast.reports import kinds
from holdfast.reports.check import ReportRefused
from holdfast.reports.content import Audience, Finish
from holdfast.web.board_paper.opened import check_year, inputs_of, trail
from holdfast.web.doors import needs
from holdfast.web.page import Page
from holdfast.web.reports.inks import INKS
from holdfast.web.today import today


@require_safe
@needs(Permission.SEE_REPORT)
def preview(request: HttpRequest, year: ReportingYear) -> HttpResponse:
    """The draft on screen, with what is still to be written or answered marked."""
    from holdfast.reports.ink import html  # here: the drawing of charts would double the service's start

    on = today(request)
    check_year(year, on)
    document = kinds.document(inputs_of(request, year, on), made_on=on)
    # Every word in it passes through the ink's own escaping; the markup is the ink's.
    body = mark_safe(html.body(document))  # noqa: S308  escaped by the ink
    page = Page.under(f"Board paper {year}: preview", "reports", trail(year))
    return render(request, "board_paper/preview.html", {"page": page, "body": body, "year": year})


@require_safe
@needs(Permission.SEE_REPORT)
def file(request: HttpRequest, year: ReportingYear, finish: str, audience: str, ink: str) -> HttpResponse:
    """One file, for the service or for the public. A finished paper with a head left blank is refused in words."""
    on = today(request)
    check_year(year, on)
    known = finish in {one.value for one in Finish} and audience in {one.value for one in Audience}
    if not known or ink not in INKS:
        raise Http404
    try:
        document = kinds.document(
            inputs_of(request, year, on), finish=Finish(finish), audience=Audience(audience), made_on=on
        )
        made = INKS[ink].print(document)
    except ReportRefused as refusal:
        page = Page.under("The paper is not printed", "reports", trail(year))
        context = {"page": page, "why": str(refusal), "back": trail(year)[1]}
        return render(request, "board_paper/refused.html", context, status=409)
    detail = {"year": year.ending, "edition": finish, "format": ink, "audience": audience}
    record(by=request.user, verb="board_paper.downloaded", subject=BoardPaper, detail=detail)
    response = HttpResponse(made, content_type=INKS[ink].content_type)
    public = "-public" if audience == Audience.PUBLIC.value else ""
    name = f"{document.file_name}-{finish}{public}.{INKS[ink].ending}"
    response.headers["Content-Disposition"] = f'attachment; filename="{name}"'
    return response
