"""The annual report of a year: what is still to be written, the words, the preview, the downloads."""

from __future__ import annotations

from collections.abc import Callable

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.safestring import mark_safe
from django.views.decorators.http import require_http_methods, require_safe

from holdfast.casework.access.roles import Permission
from holdfast.casework.access.rules import may
from holdfast.casework.publishing import actions
from holdfast.casework.publishing.queries import versions_of
from holdfast.domain.reporting_year import ReportingYear
from holdfast.reports.check import ReportRefused
from holdfast.reports.content import FigureKey, Finish
from holdfast.web.doors import needs
from holdfast.web.figures import counting
from holdfast.web.page import Page
from holdfast.web.reports import making
from holdfast.web.reports.forms import WordsForm
from holdfast.web.reports.presenters import Slots
from holdfast.web.today import today


@require_safe
@needs(Permission.SEE_REPORT)
def latest(request: HttpRequest) -> HttpResponse:
    """The report of the last whole year, unless another is chosen."""
    offered = {year.name: year for year in counting.years(today(request))}
    chosen = offered.get(request.GET.get("year", ""))
    return redirect("report", chosen or counting.latest_whole_year(today(request)))


@require_safe
@needs(Permission.SEE_REPORT)
def report(request: HttpRequest, year: ReportingYear) -> HttpResponse:
    """Where the report stands, and the ways to read it."""
    offered = _offered(request, year)
    writes = may(request.user, Permission.WRITE_REPORT)
    context = {
        "page": Page.under(f"Annual report {year}", "reports"),
        "year": year,
        "years": offered,
        "writes": writes,
        "slots": Slots(making.slots(request, year, today(request))) if writes else None,
        "unfinished": today(request) < year.ends,
    }
    return render(request, "reports/report.html", context)


@require_safe
@needs(Permission.SEE_REPORT)
def preview(request: HttpRequest, year: ReportingYear) -> HttpResponse:
    """The report as it reads now, inside the service; its figures open the rows behind them."""
    from holdfast.reports.ink import html  # here: the drawing of charts would double the service's start

    _offered(request, year)
    opens = may(request.user, Permission.SEE_ROWS_BEHIND_FIGURES)
    title = f"Annual report {year}"
    page = Page.under(f"{title}: preview", "reports", (title, reverse("report", args=[year])))
    try:
        document = making.document(request, year, Finish.DRAFT, today(request))
        # Every word in it passes through the ink's own escaping; the markup is the ink's.
        body = mark_safe(html.body(document, _opens(year) if opens else None))  # noqa: S308  escaped by the ink
    except ReportRefused as refusal:
        return render(request, "reports/refused.html", {"page": page, "why": str(refusal)}, status=409)
    return render(request, "reports/preview.html", {"page": page, "body": body, "year": year})


@require_http_methods(["GET", "HEAD", "POST"])
@needs(Permission.WRITE_REPORT)
def words(request: HttpRequest, year: ReportingYear, slot: str) -> HttpResponse:
    """The author's words for one place in the report. Earlier wordings stay readable."""
    _offered(request, year)
    places = Slots(making.slots(request, year, today(request)))
    place = places.find(slot)
    if place is None:
        raise Http404
    form = WordsForm(request.POST or None, prompt=place.prompt, initial={"text": place.text})
    if request.method == "POST" and form.is_valid():
        actions.write_text(
            year_ending=year.ending, slot=slot, text=form.cleaned_data["text"], by=request.user
        )
        messages.success(request, f"Saved at {timezone.localtime():%H:%M}: {place.title}.")
        following = places.after(slot) if "next" in request.POST else None
        return redirect("report_words", year, following.key) if following else redirect("report", year)
    title = f"Annual report {year}"
    context = {
        "page": Page.under(place.title, "reports", (title, reverse("report", args=[year]))),
        "form": form,
        "year": year,
        "following": places.after(slot),
        "versions": versions_of(year.ending, slot).select_related("written_by").reverse(),
    }
    return render(request, "reports/words.html", context, status=400 if form.errors else 200)


def _opens(year: ReportingYear) -> Callable[[FigureKey], str | None]:
    """The address of the rows behind a figure of the report's own year."""

    def address(key: FigureKey) -> str | None:
        if not key.period.startswith(year.name):
            return None
        return f"{reverse('figures_rows', args=[year, key.table, key.group])}?period={key.period.replace(' ', '+')}"

    return address


def _offered(request: HttpRequest, year: ReportingYear) -> list[ReportingYear]:
    offered = counting.years(today(request))
    if year not in offered:
        raise Http404
    return offered
