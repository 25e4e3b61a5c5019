"""The populations of several years at once: a spreadsheet, every fault or what would change, then all or none."""

from __future__ import annotations

from django.contrib import messages
from django.core.files.uploadhandler import MemoryFileUploadHandler
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.csrf import csrf_exempt, csrf_protect
from django.views.decorators.http import require_http_methods, require_safe

from holdfast.casework.access.roles import Permission
from holdfast.casework.publishing import actions, queries
from holdfast.casework.publishing.models import Population
from holdfast.casework.publishing.rules import EARLIEST_POPULATION
from holdfast.domain.reporting_year import ReportingYear
from holdfast.reports import population_file
from holdfast.reports.population_file import Aged0To17
from holdfast.web.doors import needs
from holdfast.web.figures import counting
from holdfast.web.page import Page
from holdfast.web.published.forms import TOO_LARGE, SeveralForm
from holdfast.web.published.many import was_let_go
from holdfast.web.published.population import TRAIL
from holdfast.web.published.presenters import population_rows
from holdfast.web.spreadsheet import csv_file
from holdfast.web.today import today


@csrf_exempt  # looked at inside: asking for the token reads the whole upload, and first comes who it is from
@require_http_methods(["GET", "HEAD", "POST"])
@needs(Permission.WRITE_REPORT)
def several(request: HttpRequest) -> HttpResponse:
    """Let a file in, now that the person may enter a population; it is held in memory and never on the disk."""
    request.upload_handlers = [MemoryFileUploadHandler(request)]
    return _several(request)


@csrf_protect
def _several(request: HttpRequest) -> HttpResponse:
    form = SeveralForm(request.POST, request.FILES) if request.method == "POST" else SeveralForm()
    read = population_file.PopulationFile()
    if request.method == "POST" and was_let_go(request):
        form.full_clean()
        form.errors["file"] = form.error_class([TOO_LARGE])
    elif request.method == "POST" and form.is_valid():
        read = population_file.read(form.cleaned_data["text"], EARLIEST_POPULATION)
        if read.faults:
            number = len(read.faults) + read.more
            places = "1 place" if number == 1 else f"{number} places"
            form.add_error(None, f"Nothing was entered: {places} in the lines cannot be understood.")
        elif "enter" in request.POST:
            return _entered(request, read.populations)
        elif "check" in request.POST:
            return _check(request, form, read.populations)
    context = {
        "page": Page.under("Add several populations", "reports", *TRAIL),
        "form": form,
        "faults": read.faults,
        "columns": list(population_file.PARTS.items()),
    }
    return render(request, "published/populations.html", context, status=400 if form.errors else 200)


def _check(request: HttpRequest, form: SeveralForm, found: list[Aged0To17]) -> HttpResponse:
    rows = population_rows(found, {one.year_ending: one for one in queries.populations()})
    context = {
        "page": Page.under("Check what will be entered", "reports", *TRAIL),
        "text": form.cleaned_data["text"],
        "rows": rows,
        "new": sum(row.state == "New" for row in rows),
        "changed": sum(row.state == "Changes" for row in rows),
        "same": sum(row.state == "As before" for row in rows),
        "back": "population",
    }
    return render(request, "published/several_check.html", context)


def _entered(request: HttpRequest, found: list[Aged0To17]) -> HttpResponse:
    rows = [
        Population(
            year_ending=one.year.ending,
            aged_0_17=one.people,
            source=one.source,
            published_on=one.published_on,
        )
        for one in found
    ]
    number = actions.enter_populations(populations=rows, by=request.user)
    years = "1 year" if number == 1 else f"{number} years"
    messages.success(request, f"Entered at {timezone.localtime():%H:%M}: the population of {years}.")
    return redirect("population")


@require_safe
@needs(Permission.WRITE_REPORT)
def template(request: HttpRequest) -> HttpResponse:
    """A line for every year that has none, to be filled in."""
    taken = {one.year_ending for one in queries.populations()}
    last = counting.years(today(request))[0].ending
    years = [
        ReportingYear(ending) for ending in range(last, EARLIEST_POPULATION - 1, -1) if ending not in taken
    ]
    return csv_file("population-to-fill-in.csv", list(population_file.PARTS), population_file.template(years))
