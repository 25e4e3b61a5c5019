"""An edition read on screen or as a file: for the service with every number, for the public the safe ones."""

from __future__ import annotations

from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.safestring import mark_safe
from django.views.decorators.http import require_safe

from holdfast.casework.access.roles import Permission
from holdfast.casework.access.rules import check_may
from holdfast.casework.audit.actions import record
from holdfast.casework.editions.models import Edition
from holdfast.reports.check import ReportRefused
from holdfast.reports.content import Audience
from holdfast.web.doors import needs
from holdfast.web.editions.opening import SEES, name_of, opened, opened_published, report_name, under
from holdfast.web.editions.printing import document_of
from holdfast.web.page import Page
from holdfast.web.reports.inks import INKS

_AUDIENCES = {one.value: one for one in Audience}


@require_safe
@needs(*SEES)
def read(request: HttpRequest, edition_id: UUID, audience: str) -> HttpResponse:
    """The edition as it reads, for the service or for the public."""
    wanted = audience_of(request, audience)
    found = opened(request, edition_id)
    title = f"{name_of(found)}: {'for the public' if wanted is Audience.PUBLIC else 'for the service'}"
    return _on_screen(request, found, wanted, under(found, title), "edition")


@require_safe
@needs(*SEES)
def file(request: HttpRequest, edition_id: UUID, audience: str, ink: str) -> HttpResponse:
    """The edition as a file, for the service or for the public."""
    wanted = audience_of(request, audience)
    return _file(request, opened(request, edition_id), wanted, ink)


@require_safe
@needs(Permission.SEE_PUBLISHED)
def published(request: HttpRequest, edition_id: UUID) -> HttpResponse:
    """A published edition as everybody reads it: small numbers are hidden."""
    found = opened_published(request, edition_id)
    page = Page.under(report_name(found), "reports", ("Reports", "reports"))
    return _on_screen(request, found, Audience.PUBLIC, page, "reports")


@require_safe
@needs(Permission.SEE_PUBLISHED)
def published_file(request: HttpRequest, edition_id: UUID, ink: str) -> HttpResponse:
    """A published edition as a file: small numbers are hidden."""
    return _file(request, opened_published(request, edition_id), Audience.PUBLIC, ink)


def audience_of(request: HttpRequest, audience: str) -> Audience:
    """For whom it is printed. Raises NotAllowed: with every number it is for who may read the report."""
    if audience not in _AUDIENCES:
        raise Http404
    wanted = _AUDIENCES[audience]
    if wanted is Audience.INSIDE:
        check_may(request.user, Permission.SEE_REPORT)
    return wanted


def _on_screen(
    request: HttpRequest, edition: Edition, audience: Audience, page: Page, back: str
) -> HttpResponse:
    from holdfast.reports.ink import html  # here: the drawing of charts would double the service's start

    try:
        # Every word in it passes through the ink's own escaping; the markup is the ink's.
        body = mark_safe(html.body(document_of(edition, audience)))  # noqa: S308  escaped by the ink
    except ReportRefused as refusal:
        return render(request, "reports/refused.html", {"page": page, "why": str(refusal)}, status=409)
    record(by=request.user, verb="edition.read", subject=edition, detail={"audience": audience.value})
    files = [
        (ink.label, _address(edition, audience, ink.key, is_published=back == "reports"))
        for ink in INKS.values()
    ]
    context = {
        "page": page,
        "body": body,
        "edition": edition,
        "files": files,
        "public": audience is Audience.PUBLIC,
        "back": reverse(back, args=[] if back == "reports" else [edition.public_id]),
    }
    return render(request, "editions/read.html", context)


def _address(edition: Edition, audience: Audience, ink: str, *, is_published: bool) -> str:
    if is_published:
        return reverse("edition_published_file", args=[edition.public_id, ink])
    return reverse("edition_file", args=[edition.public_id, audience.value, ink])


def _file(request: HttpRequest, edition: Edition, audience: Audience, ink: str) -> HttpResponse:
    if ink not in INKS:
        raise Http404
    try:
        document = document_of(edition, audience)
        made = INKS[ink].print(document)
    except ReportRefused as refusal:
        page = Page.under("The report is not printed", "reports", ("Reports", "reports"))
        return render(request, "reports/refused.html", {"page": page, "why": str(refusal)}, status=409)
    detail = {"audience": audience.value, "format": ink, "state": edition.state}
    record(by=request.user, verb="edition.downloaded", subject=edition, detail=detail)
    response = HttpResponse(made, content_type=INKS[ink].content_type)
    name = f"{document.file_name}.{INKS[ink].ending}"
    response.headers["Content-Disposition"] = f'attachment; filename="{name}"'
    return response
