"""Mean caseloads that the authorities of the region returned: listed, entered a collection at a time, removed."""

from __future__ import annotations

from datetime import date
from itertools import groupby

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_safe

from holdfast.casework.access.roles import Permission
from holdfast.casework.publishing.actions_regional import (
    enter_regional_caseloads,
    remove_regional_caseloads,
)
from holdfast.casework.publishing.models import RegionalCaseload
from holdfast.casework.publishing.queries import regional_caseloads
from holdfast.reports.annual.regional import mean
from holdfast.reports.inputs import Regional
from holdfast.reports.printing import half_up, long_day
from holdfast.web.demonstration import authority_of
from holdfast.web.doors import needs
from holdfast.web.page import Page
from holdfast.web.regional.forms import CollectionForm
from holdfast.web.typed.forms import as_typed

TRAIL = (("Reports", "reports"), ("Regional caseloads", "regional"))


@require_safe
@needs(Permission.WRITE_REPORT)
def collections(request: HttpRequest) -> HttpResponse:
    """Every collection, newest first, with how many returned and their mean."""
    found = [
        _summary(day, list(rows))
        for day, rows in groupby(regional_caseloads(), key=lambda one: one.collected_on)
    ]
    context = {"page": Page.under("Regional caseloads", "reports", TRAIL[0]), "collections": found[::-1]}
    return render(request, "regional/collections.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
@needs(Permission.WRITE_REPORT)
def add(request: HttpRequest) -> HttpResponse:
    """A new collection."""
    form = CollectionForm(request.POST or None, initial={"us": authority_of(request).name})
    if request.method == "POST" and form.is_valid():
        day = form.cleaned_data["collected_on"]
        if not regional_caseloads().filter(collected_on=day).exists():
            return _entered(request, form, day)
        form.add_error(
            "collected_on",
            f"A collection of {long_day(day)} is entered already. Change that one from the list.",
        )
    return _form(request, form, "Add a collection")


@require_http_methods(["GET", "HEAD", "POST"])
@needs(Permission.WRITE_REPORT)
def change(request: HttpRequest, day: str) -> HttpResponse:
    """What was returned, put right; what stood before is kept. Its day stays."""
    rows = _rows(day)
    first = rows[0]
    lines = [
        [one.authority, "" if one.value is None else f"{one.value.normalize():f}", one.role] for one in rows
    ]
    initial = {
        "collected": first.collected,
        "grid": as_typed(["Authority", "Average caseload", "Whom its officers serve"], lines),
        "us": next((one.authority for one in rows if one.is_us), ""),
        "source": first.source,
    }
    form = CollectionForm(request.POST or None, initial=initial)
    del form.fields["collected_on"]
    if request.method == "POST" and form.is_valid():
        return _entered(request, form, first.collected_on)
    return _form(request, form, "Change a collection")


@require_http_methods(["GET", "HEAD", "POST"])
@needs(Permission.WRITE_REPORT)
def remove(request: HttpRequest, day: str) -> HttpResponse:
    """Asks first; then the collection stands in no report."""
    rows = _rows(day)
    if request.method == "POST":
        remove_regional_caseloads(collected_on=rows[0].collected_on, by=request.user)
        messages.success(request, f"Removed at {timezone.localtime():%H:%M}: {rows[0].collected}.")
        return redirect("regional")
    context = {
        "page": Page.under("Remove this collection?", "reports", *TRAIL),
        "facts": [("Collection", rows[0].collected), ("Authorities", len(rows)), ("Source", rows[0].source)],
        "then": "It will stand in no report any more. Reports that were downloaded before keep it.",
        "cancel": reverse("regional"),
    }
    return render(request, "published/remove.html", context)


def _entered(request: HttpRequest, form: CollectionForm, day: date) -> HttpResponse:
    given = form.cleaned_data
    enter_regional_caseloads(
        collected=given["collected"],
        collected_on=day,
        source=given["source"],
        returned=given["returned"],
        by=request.user,
    )
    messages.success(request, f"Saved at {timezone.localtime():%H:%M}: {given['collected']}.")
    return redirect("regional")


def _form(request: HttpRequest, form: CollectionForm, name: str) -> HttpResponse:
    context = {"page": Page.under(name, "reports", *TRAIL), "form": form}
    return render(request, "regional/form.html", context, status=400 if form.errors else 200)


def _rows(day: str) -> list[RegionalCaseload]:
    try:
        on = date.fromisoformat(day)
    except ValueError:
        raise Http404 from None
    rows = list(regional_caseloads().filter(collected_on=on))
    if not rows:
        raise Http404
    return rows


def _summary(day: date, rows: list[RegionalCaseload]) -> dict[str, object]:
    returned = [
        Regional(one.collected, one.authority, one.role, None if one.value is None else float(one.value), "")
        for one in rows
    ]
    found = mean(returned)
    return {
        "day": day.isoformat(),
        "name": rows[0].collected,
        "returned": f"{found.numerator} of {found.denominator}",
        "mean": "–" if found.value is None else str(half_up(found.value, 1)),
        "source": rows[0].source,
    }
