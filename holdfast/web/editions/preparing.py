"""Preparing an edition, and taking the figures or the words of a draft anew."""

from __future__ import annotations

import time
from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods

from holdfast.casework.access.roles import Permission
from holdfast.casework.editions import rules
from holdfast.casework.editions.models import Edition, Kind
from holdfast.domain.edition_states import Move, why_not_now
from holdfast.domain.reporting_year import ReportingYear
from holdfast.reports import editions as kept
from holdfast.reports.check import ReportRefused
from holdfast.web.demonstration import authority_of
from holdfast.web.doors import needs
from holdfast.web.editions.forms import PrepareForm
from holdfast.web.editions.opening import name_of, opened, under
from holdfast.web.figures import counting
from holdfast.web.page import Page
from holdfast.web.refusal import attempt
from holdfast.web.today import today

#: what is taken anew -> the move, the title of its page, what it means
ANEW = {
    "figures": (
        Move.NEW_SNAPSHOT,
        "Take the figures anew",
        "The records are read as they stand now: every figure is counted again, and the words are taken as they "
        "stand too. What was kept before stays kept, and is no longer printed.",
    ),
    "words": (
        Move.NEW_WORDS,
        "Take the words anew",
        "The words, sections, typed tables and plan are taken as they stand now. The figures stay as they are.",
    ),
}


@require_http_methods(["GET", "HEAD", "POST"])
@needs(Permission.WRITE_REPORT)
def prepare(request: HttpRequest) -> HttpResponse:
    """Which report of which year; then the records are kept as they stand, and counted."""
    years = counting.years(today(request))
    latest = counting.latest_whole_year(today(request)).name
    initial = {"kind": request.GET.get("kind", ""), "year": request.GET.get("year", latest)}
    form = PrepareForm(years, request.POST or None, initial=initial)
    made: list[Edition] = []

    def act() -> None:
        made.append(
            kept.prepare(
                kind=form.cleaned_data["kind"],
                year_ending=ReportingYear.parse(form.cleaned_data["year"]).ending,
                authority=authority_of(request),
                day=today(request),
                by=request.user,
            )
        )

    began = time.monotonic()
    if request.method == "POST" and form.is_valid() and attempt(form, act, rules.Refused, ReportRefused):
        messages.success(request, f"Prepared in {_seconds(began)}: {name_of(made[0])}.")
        return redirect("edition", made[0].public_id)
    trail = (("Reports", "reports"), ("Editions", "editions"))
    context = {"page": Page.under("Prepare an edition", "reports", *trail), "form": form}
    return render(request, "editions/prepare.html", context, status=400 if form.errors else 200)


@require_http_methods(["GET", "HEAD", "POST"])
@needs(Permission.WRITE_REPORT)
def anew(request: HttpRequest, edition_id: UUID, what: str) -> HttpResponse:
    """The figures, or the words alone, of a draft anew: a page that says what it means, and the button."""
    found = opened(request, edition_id)
    if what not in ANEW:
        raise Http404
    move, title, means = ANEW[what]
    refused = why_not_now(found.state, move, pack=found.kind == Kind.QUARTERLY)
    if request.method == "POST" and not refused:
        began = time.monotonic()
        try:
            _taken(request, found, move, request.POST.get("seen") or None)
        except rules.Refused as refusal:
            refused = str(refusal)
        else:
            messages.success(request, f"Taken anew in {_seconds(began)}: {name_of(found)}.")
            return redirect("edition", edition_id)
    context = {
        "page": under(found, title),
        "caption": name_of(found),
        "edition": found,
        "means": means,
        "button": title,
        "why_not": refused,
    }
    status = 409 if refused and request.method == "POST" else 200
    return render(request, "editions/move.html", context, status=status)


def _taken(request: HttpRequest, edition: Edition, move: Move, seen: str | None) -> None:
    if move is Move.NEW_WORDS:
        kept.rewrite_words(edition=edition, by=request.user, seen=seen)
        return
    kept.take_new_snapshot(
        edition=edition, authority=authority_of(request), day=today(request), by=request.user, seen=seen
    )


def _seconds(began: float) -> str:
    return f"{time.monotonic() - began:.1f} seconds"
