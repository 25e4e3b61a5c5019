"""Tables typed in for a year's report: what no record here holds yet, such as advocacy or a survey."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_safe

from holdfast.casework.access.roles import Permission
from holdfast.casework.publishing.actions_typed import (
    correct_typed_table,
    enter_typed_table,
    remove_typed_table,
)
from holdfast.casework.publishing.models import TypedTable
from holdfast.casework.publishing.queries import typed_tables
from holdfast.domain.reporting_year import ReportingYear
from holdfast.reports import typed_sums
from holdfast.reports.annual.outline import outline
from holdfast.reports.gathering.template import template
from holdfast.web.demonstration import authority_of
from holdfast.web.doors import needs
from holdfast.web.figures import counting
from holdfast.web.page import Page
from holdfast.web.today import today
from holdfast.web.typed.forms import TypedForm, as_typed

#: the fields of the form that are fields of the table too
_SAME = ("slot", "caption", "base", "source", "note")


@require_safe
@needs(Permission.WRITE_REPORT)
def tables(request: HttpRequest, year: ReportingYear) -> HttpResponse:
    """Every table typed in for the year, in the order in which they are printed."""
    places = _places(request, year)
    names, order = dict(places), {slot: nth for nth, (slot, _name) in enumerate(places)}
    entered = sorted(typed_tables(year.ending), key=lambda one: order.get(one.slot, len(order)))
    context = {
        "page": Page.under("Tables typed in", "reports", *_trail(year)),
        "year": year,
        "tables": [(one, names.get(one.slot), len(one.rows)) for one in entered],
    }
    return render(request, "typed/tables.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
@needs(Permission.WRITE_REPORT)
def add(request: HttpRequest, year: ReportingYear) -> HttpResponse:
    """A new table under one of the author's places."""
    places = _places(request, year)
    form = TypedForm(request.POST or None, slots=places, initial={"slot": request.GET.get("slot", "")})
    if request.method == "POST" and form.is_valid():
        warned = _warned(request, year, form, "Add a table", None)
        if warned is not None:
            return warned
        enter_typed_table(year_ending=year.ending, by=request.user, **_values(form))
        messages.success(request, f"Saved at {timezone.localtime():%H:%M}: {form.cleaned_data['caption']}.")
        return redirect("typed_tables", year)
    return _form(request, year, form, "Add a table", None)


@require_http_methods(["GET", "HEAD", "POST"])
@needs(Permission.WRITE_REPORT)
def change(request: HttpRequest, year: ReportingYear, table_id: UUID) -> HttpResponse:
    """Other words or figures; what stood before is kept."""
    table = _table(year, table_id)
    initial = {name: getattr(table, name) for name in _SAME} | {"grid": as_typed(table.columns, table.rows)}
    form = TypedForm(request.POST or None, slots=_places(request, year, table.slot), initial=initial)
    if request.method == "POST" and form.is_valid():
        warned = _warned(request, year, form, "Change a table", table)
        if warned is not None:
            return warned
        if correct_typed_table(table=table, values=_values(form), by=request.user):
            messages.success(request, f"Saved at {timezone.localtime():%H:%M}. What stood before is kept.")
        else:
            messages.info(request, "Nothing was changed: the table says this already.")
        return redirect("typed_tables", year)
    return _form(request, year, form, "Change a table", table)


@require_http_methods(["GET", "HEAD", "POST"])
@needs(Permission.WRITE_REPORT)
def remove(request: HttpRequest, year: ReportingYear, table_id: UUID) -> HttpResponse:
    """Asks first; then the table stands in no report of the year."""
    table = _table(year, table_id)
    if request.method == "POST":
        remove_typed_table(table=table, by=request.user)
        messages.success(request, f"Removed at {timezone.localtime():%H:%M}: {table.caption}.")
        return redirect("typed_tables", year)
    above = ("Tables typed in", reverse("typed_tables", args=[year]))
    context = {
        "page": Page.under("Remove this table?", "reports", *_trail(year), above),
        "facts": [("Table", table.caption), ("Rows", len(table.rows)), ("Source", table.source)],
        "then": "It will stand in no report of the year any more. Reports that were downloaded before keep it.",
        "cancel": above[1],
    }
    return render(request, "published/remove.html", context)


def _warned(
    request: HttpRequest, year: ReportingYear, form: TypedForm, name: str, table: TypedTable | None
) -> HttpResponse | None:
    """The form again with what does not add up, unless the person has read that and saves all the same."""
    grid = form.cleaned_data["grid"]
    found = typed_sums.warnings(grid[0], grid[1:])
    if not found or "anyway" in request.POST:
        return None
    return _form(request, year, form, name, table, found)


def _form(
    request: HttpRequest,
    year: ReportingYear,
    form: TypedForm,
    name: str,
    table: TypedTable | None,
    found: list[str] | None = None,
) -> HttpResponse:
    above = ("Tables typed in", reverse("typed_tables", args=[year]))
    context = {
        "page": Page.under(name, "reports", *_trail(year), above),
        "year": year,
        "form": form,
        "table": table,
        "warnings": found,
    }
    return render(request, "typed/form.html", context, status=400 if form.errors else 200)


def _values(form: TypedForm) -> dict[str, Any]:
    grid = form.cleaned_data["grid"]
    return {**{name: form.cleaned_data[name] for name in _SAME}, "columns": grid[0], "rows": grid[1:]}


def _places(request: HttpRequest, year: ReportingYear, stands: str = "") -> list[tuple[str, str]]:
    """The author's places of the year's report by their keys, named after the part they stand in."""
    if year not in counting.years(today(request)):
        raise Http404
    found = [
        (slot.key, f"{section.title}: {where.title}" if where is not section else section.title)
        for section in outline(year, authority_of(request), template("annual", year.ending))
        for where in (section, *section.parts)
        for slot in where.slots
    ]
    if stands and stands not in dict(found):
        found.append((stands, "A part that is left out"))
    return found


def _table(year: ReportingYear, table_id: UUID) -> TypedTable:
    table = typed_tables(year.ending).filter(public_id=table_id).first()
    if table is None:
        raise Http404
    return table


def _trail(year: ReportingYear) -> tuple[tuple[str, str], ...]:
    return ((f"Annual report {year}", reverse("report", args=[year])),)
