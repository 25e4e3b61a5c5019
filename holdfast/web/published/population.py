"""How many people aged 0 to 17 live in the area, year by year: what a rate per 10,000 is a rate of."""

from __future__ import annotations

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_safe

from holdfast.casework.access.roles import Permission
from holdfast.casework.provenance.queries import history_of
from holdfast.casework.publishing import actions, queries
from holdfast.casework.publishing.models import Population
from holdfast.domain.reporting_year import ReportingYear
from holdfast.web.doors import needs
from holdfast.web.figures import counting
from holdfast.web.page import Page
from holdfast.web.published.forms import PopulationForm
from holdfast.web.published.presenters import population_source, what_stood_before
from holdfast.web.today import today

TRAIL = (("Reports", "reports"), ("Population", "population"))


@require_safe
@needs(Permission.WRITE_REPORT)
def years(request: HttpRequest) -> HttpResponse:
    """Every year's population, newest first."""
    entered = [
        (ReportingYear(one.year_ending), f"{one.aged_0_17:,}", population_source(one))
        for one in queries.populations()
    ]
    context = {
        "page": Page.under("Population aged 0 to 17", "reports", TRAIL[0]),
        "entered": entered,
    }
    return render(request, "published/population.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
@needs(Permission.WRITE_REPORT)
def add(request: HttpRequest) -> HttpResponse:
    """A year that has no population yet."""
    taken = frozenset(one.year_ending for one in queries.populations())
    offered = [year.name for year in counting.years(today(request)) if year.ending not in taken]
    initial = {"year": offered[0]} if offered else None
    form = PopulationForm(request.POST or None, asks_year=True, taken=taken, initial=initial)
    if request.method == "POST" and form.is_valid():
        return _entered(request, form, form.cleaned_data["year"])
    context = {"page": Page.under("Add a population", "reports", *TRAIL), "form": form}
    return render(request, "published/population_form.html", context, status=400 if form.errors else 200)


@require_http_methods(["GET", "HEAD", "POST"])
@needs(Permission.WRITE_REPORT)
def change(request: HttpRequest, year: ReportingYear) -> HttpResponse:
    """Another number or source; what stood before stays readable on this page."""
    population = _population(year)
    initial = {
        "aged_0_17": f"{population.aged_0_17:,}",
        "source": population.source,
        "published_on": population.published_on,
    }
    form = PopulationForm(request.POST or None, asks_year=False, initial=initial)
    if request.method == "POST" and form.is_valid():
        return _entered(request, form, year)
    context = {
        "page": Page.under(f"Change the population for {year}", "reports", *TRAIL),
        "form": form,
        "year": year,
        "before": what_stood_before(history_of(population)),
    }
    return render(request, "published/population_form.html", context, status=400 if form.errors else 200)


@require_http_methods(["GET", "HEAD", "POST"])
@needs(Permission.WRITE_REPORT)
def remove(request: HttpRequest, year: ReportingYear) -> HttpResponse:
    """Asks first; then the year has no rate per 10,000."""
    population = _population(year)
    if request.method == "POST":
        actions.remove_population(population=population, by=request.user)
        messages.success(request, f"Removed at {timezone.localtime():%H:%M}: the population for {year}.")
        return redirect("population")
    context = {
        "page": Page.under(f"Remove the population for {year}?", "reports", *TRAIL),
        "facts": [
            ("People aged 0 to 17", f"{population.aged_0_17:,}"),
            ("Source", population_source(population)),
        ],
        "then": f"The report and the figures of {year} will show a dash instead of a rate per 10,000.",
        "cancel": reverse("population"),
    }
    return render(request, "published/remove.html", context)


def _entered(request: HttpRequest, form: PopulationForm, year: ReportingYear) -> HttpResponse:
    actions.enter_population(
        year_ending=year.ending,
        aged_0_17=form.cleaned_data["aged_0_17"],
        source=form.cleaned_data["source"],
        published_on=form.cleaned_data["published_on"],
        by=request.user,
    )
    messages.success(request, f"Saved at {timezone.localtime():%H:%M}: the population for {year}.")
    return redirect("population")


def _population(year: ReportingYear) -> Population:
    population = queries.population_of(year.ending)
    if population is None:
        raise Http404
    return population
