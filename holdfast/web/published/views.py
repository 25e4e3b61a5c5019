"""Figures others published, and ours of earlier years: what is entered, and one at a time added, changed, removed."""

from __future__ import annotations

from dataclasses import replace

from django.contrib import messages
from django.db.models import Count, Max
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_safe

from holdfast.casework.access.roles import Permission
from holdfast.casework.provenance.queries import history_of
from holdfast.casework.publishing import actions
from holdfast.casework.publishing.models import PublishedFigure
from holdfast.casework.publishing.queries import published
from holdfast.indicators.language import Indicator
from holdfast.indicators.registry import INDICATORS
from holdfast.reports import comparator_records
from holdfast.reports.comparator_file import line_of
from holdfast.reports.comparator_line import PARTS
from holdfast.reports.comparator_records import comparator_of, facts_of
from holdfast.web.doors import needs
from holdfast.web.figures import counting
from holdfast.web.page import Page
from holdfast.web.published import presenters
from holdfast.web.published.forms import FigureForm
from holdfast.web.spreadsheet import csv_file
from holdfast.web.today import today

TRAIL = (("Reports", "reports"), ("Published figures", "published"))


@require_safe
@needs(Permission.WRITE_REPORT)
def overview(request: HttpRequest) -> HttpResponse:
    """How many figures are entered, table by table and publisher by publisher."""
    counted = published().order_by().values_list("table", "publisher").annotate(Count("id"), Max("period"))
    context = {
        "page": Page.under("Published figures", "reports", TRAIL[0]),
        "overview": presenters.Overview(counted, counting.latest_whole_year(today(request))),
    }
    return render(request, "published/overview.html", context)


@require_safe
@needs(Permission.WRITE_REPORT)
def table(request: HttpRequest, table: str) -> HttpResponse:
    """Every published figure of a table."""
    about = _about(table)
    context = {
        "page": Page.under(f"Published figures: {about.title}", "reports", *TRAIL),
        "about": about,
        "grids": presenters.publisher_grids(
            about, list(published([table])), counting.latest_whole_year(today(request))
        ),
    }
    return render(request, "published/table.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
@needs(Permission.WRITE_REPORT)
def add(request: HttpRequest, table: str) -> HttpResponse:
    """One figure of a table."""
    about = _about(table)
    form = FigureForm(about, request.POST or None)
    if request.method == "POST" and form.is_valid():
        entered = comparator_records.entering([form.cleaned_data["figure"]])[0]
        if entered.stands is None:
            comparator_records.enter([entered.figure], by=request.user)
            messages.success(request, f"Saved at {timezone.localtime():%H:%M}.")
            return redirect("published_table", table)
        stands = ", ".join(presenters.shown(about, entered.stands))
        form.add_error(
            None, f"This figure is entered already, as {stands}. Open it in the table to change it."
        )
    title = (about.title, reverse("published_table", args=[table]))
    context = {
        "page": Page.under("Add a published figure", "reports", *TRAIL, title),
        "about": about,
        "form": form,
    }
    return render(request, "published/figure_form.html", context, status=400 if form.errors else 200)


@require_http_methods(["GET", "HEAD", "POST"])
@needs(Permission.WRITE_REPORT)
def change(request: HttpRequest, figure_id: int) -> HttpResponse:
    """What is said of a figure; what stood before stays readable on this page."""
    figure, about = _figure(figure_id)
    stands = comparator_of(figure)
    form = FigureForm(about, request.POST or None, stands=stands)
    if request.method == "POST" and form.is_valid():
        said = replace(form.cleaned_data["figure"], whose=stands.whose)
        if actions.correct_published_figure(figure=figure, values=facts_of(said), by=request.user):
            messages.success(request, f"Saved at {timezone.localtime():%H:%M}. What stood before is kept.")
        else:
            messages.info(request, "Nothing was changed: the figure says this already.")
        return redirect("published_table", figure.table)
    title = (about.title, reverse("published_table", args=[figure.table]))
    context = {
        "page": Page.under("Change a published figure", "reports", *TRAIL, title),
        "about": about,
        "form": form,
        "figure": figure,
        "place": presenters.place_in_words(about, stands),
        "before": presenters.what_stood_before(history_of(figure)),
    }
    return render(request, "published/figure_form.html", context, status=400 if form.errors else 200)


@require_http_methods(["GET", "HEAD", "POST"])
@needs(Permission.WRITE_REPORT)
def remove(request: HttpRequest, figure_id: int) -> HttpResponse:
    """Asks first; then the figure stands in no report."""
    figure, about = _figure(figure_id)
    if request.method == "POST":
        actions.remove_published_figure(figure=figure, by=request.user)
        messages.success(request, f"Removed at {timezone.localtime():%H:%M}.")
        return redirect("published_table", about.table)
    title = (about.title, reverse("published_table", args=[figure.table]))
    context = {
        "page": Page.under("Remove this published figure?", "reports", *TRAIL, title),
        "facts": presenters.said_in_words(about, comparator_of(figure)),
        "then": "It will stand in no report any more. Reports that were downloaded before keep it.",
        "cancel": title[1],
    }
    return render(request, "published/remove.html", context)


@require_safe
@needs(Permission.WRITE_REPORT)
def download(request: HttpRequest) -> HttpResponse:
    """Everything that is entered, in the columns in which it can be brought in again."""
    return csv_file(
        "published-figures.csv", list(PARTS), (line_of(comparator_of(one)) for one in published())
    )


def _figure(figure_id: int) -> tuple[PublishedFigure, Indicator]:
    figure = published().filter(pk=figure_id).first()
    if figure is None:
        raise Http404
    return figure, _about(figure.table)


def _about(table: str) -> Indicator:
    if table not in INDICATORS:
        raise Http404
    return INDICATORS[table]
