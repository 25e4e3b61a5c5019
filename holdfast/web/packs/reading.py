"""The reader's side: the packs sent to them, one of them on screen and as a file, and their answer.

Whoever writes reports opens any pack here too; for everybody else a pack that was not sent to them is not there.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.safestring import mark_safe
from django.views.decorators.http import require_http_methods, require_safe

from holdfast.casework.access.roles import Permission
from holdfast.casework.access.rules import may
from holdfast.casework.audit.actions import record
from holdfast.casework.editions import packs_actions as actions
from holdfast.casework.editions.models import Edition, Receipt, State
from holdfast.casework.editions.packs_queries import find_pack, inbox
from holdfast.casework.editions.packs_rules import NoPack
from holdfast.reports.check import ReportRefused
from holdfast.reports.content import Audience
from holdfast.web.doors import needs
from holdfast.web.packs import making
from holdfast.web.packs.forms import NOTHING, AnswerForm, show
from holdfast.web.packs.presenters import PackRow, moment, title_of, whose
from holdfast.web.page import Page
from holdfast.web.today import today

WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
KINDS = {"html": "text/html; charset=utf-8", "docx": WORD, "pdf": "application/pdf"}


@dataclass(frozen=True)
class Opened:
    """A pack this person may read; ``receipt`` where it was sent to them."""

    edition: Edition
    receipt: Receipt | None


@require_safe
@needs(Permission.RECEIVE_PACKS, Permission.WRITE_REPORT)
def packs(request: HttpRequest) -> HttpResponse:
    """Every pack sent to the reader, the newest first."""
    on = today(request)
    context = {
        "page": Page.under("Quarterly packs", "reports"),
        "rows": [PackRow(one, on) for one in inbox(request.user)],
        "manages": may(request.user, Permission.WRITE_REPORT),
        "receives": may(request.user, Permission.RECEIVE_PACKS),
    }
    return render(request, "packs/packs.html", context)


@require_safe
@needs(Permission.RECEIVE_PACKS, Permission.WRITE_REPORT)
def stylesheet(request: HttpRequest) -> HttpResponse:
    """The report's own style, for a pack on screen."""
    from holdfast.reports.ink import html

    return HttpResponse(html.css(), content_type="text/css; charset=utf-8")


@require_safe
@needs(Permission.RECEIVE_PACKS, Permission.WRITE_REPORT)
def pack(request: HttpRequest, pack_id: UUID) -> HttpResponse:
    """A pack on screen."""
    from holdfast.reports.ink import html  # here: the drawing of charts would double the service's start

    opened = open_for(request, pack_id)
    edition = opened.edition
    try:
        document = making.document_for(request.user, edition)
        # Every word in it passes through the ink's own escaping; the markup is the ink's.
        body = mark_safe(html.body(document, making.opens_for(request.user, edition)))  # noqa: S308  escaped by the ink
    except ReportRefused as refusal:
        page = Page.under("The pack is not printed", "reports", ("Quarterly packs", "packs"))
        return render(request, "reports/refused.html", {"page": page, "why": str(refusal)}, status=409)
    writes = may(request.user, Permission.WRITE_REPORT)
    context = {
        "page": Page.under(title_of(edition), "reports", ("Quarterly packs", "packs")),
        "body": body,
        "pack": edition,
        "whose": whose(edition.team, edition.plan.theme if edition.plan else ""),
        "row": PackRow(opened.receipt, today(request)) if opened.receipt else None,
        "answers": list(opened.receipt.answers.all()) if opened.receipt else [],
        "is_draft": edition.state != State.PUBLISHED,
        "safe": document.audience is Audience.PUBLIC,
        "writes": writes,
        "sends": may(request.user, Permission.SIGN_REPORT),
        "slots": making.slots_of(edition) if writes and edition.state == State.DRAFT else [],
    }
    return render(request, "packs/pack.html", context)


@require_safe
@needs(Permission.RECEIVE_PACKS, Permission.WRITE_REPORT)
def download(request: HttpRequest, pack_id: UUID, kind: str) -> HttpResponse:
    """The same pack as a file. It counts as opening it."""
    if kind not in KINDS:
        raise Http404
    opened = open_for(request, pack_id, on_paper=kind)
    try:
        document = making.document_for(request.user, opened.edition)
        made = making.ink(kind)(document)
    except ReportRefused as refusal:
        page = Page.under("The pack is not printed", "reports", ("Quarterly packs", "packs"))
        return render(request, "reports/refused.html", {"page": page, "why": str(refusal)}, status=409)
    response = HttpResponse(made, content_type=KINDS[kind])
    response.headers["Content-Disposition"] = f'attachment; filename="{document.file_name}.{kind}"'
    return response


@require_http_methods(["GET", "HEAD", "POST"])
@needs(Permission.RECEIVE_PACKS)
def answer(request: HttpRequest, pack_id: UUID) -> HttpResponse:
    """What the reader did, or will do, in answer to a pack."""
    on = today(request)
    receipt = actions.open_pack(request.user, pack_id, at=moment(on))
    form = AnswerForm(request.POST or None)
    if request.method == "POST" and form.is_valid() and _answered(request, receipt, form, on):
        messages.success(
            request, f"Saved at {timezone.localtime():%H:%M}: your answer stands in the next pack."
        )
        return redirect("pack", pack_id)
    row = PackRow(receipt, on)
    context = {
        "page": Page.under("Your answer", "reports", ("Quarterly packs", "packs")),
        "form": form,
        "row": row,
        "answers": list(receipt.answers.all()),
    }
    return render(request, "packs/answer.html", context, status=400 if form.errors else 200)


def _answered(request: HttpRequest, receipt: Receipt, form: AnswerForm, on: date) -> bool:
    given = form.cleaned_data
    try:
        actions.answer(
            receipt=receipt,
            text=given["text"],
            nothing_needed=given["what"] == NOTHING,
            done_by=given["done_by"],
            at=moment(on),
            by=request.user,
        )
    except ValidationError as refusal:
        show(form, refusal.message_dict, {})
        return False
    return True


def open_for(request: HttpRequest, pack_id: UUID, on_paper: str = "") -> Opened:
    """A pack this person may read; opening it is written in the diary. Raises NoPack."""
    writes = may(request.user, Permission.WRITE_REPORT)
    try:
        receipt = actions.open_pack(request.user, pack_id, on_paper=on_paper, at=moment(today(request)))
        return Opened(receipt.edition, receipt)
    except NoPack:
        found = find_pack(pack_id) if writes else None
        if found is None:
            raise
    detail = {"edition": found.pk} | ({"format": on_paper} if on_paper else {})
    record(by=request.user, verb="pack.read", subject=found, detail=detail)
    return Opened(found, None)
