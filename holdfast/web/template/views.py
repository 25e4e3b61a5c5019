"""The sections of a year's annual report: their order, their titles, which are left out, which are our own."""

from __future__ import annotations

from collections.abc import Sequence

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_http_methods

from holdfast.casework.access.roles import Permission
from holdfast.casework.publishing.actions_sections import Placing, arrange_sections
from holdfast.casework.publishing.queries import arranged_before, has_own_choices
from holdfast.domain.reporting_year import ReportingYear
from holdfast.reports.annual.outline import Outlined, outline
from holdfast.reports.gathering.template import template
from holdfast.web.demonstration import authority_of
from holdfast.web.doors import needs
from holdfast.web.figures import counting
from holdfast.web.page import Page
from holdfast.web.template import arrangement
from holdfast.web.template.forms import SectionForm
from holdfast.web.template.presenters import deeds, lines
from holdfast.web.today import today

KIND = "annual"
#: what a button says and what it does to the list
_STEPS = {"up": -1, "down": 1}
_HIDES = {"hide": True, "show": False}


@require_http_methods(["GET", "HEAD", "POST"])
@needs(Permission.WRITE_REPORT)
def sections(request: HttpRequest, year: ReportingYear) -> HttpResponse:
    """The sections in their order; a button moves one, hides it or shows it again."""
    ours, placed = _arranged(request, year)
    if request.method == "POST":
        return _done(request, year, ours, placed)
    listed = lines(ours, placed)
    context = {
        "page": Page.under("Sections", "reports", *_trail(year)),
        "year": year,
        "lines": listed,
        "own": has_own_choices(KIND, year.ending),
        "events": deeds(arranged_before(KIND, year.ending)[:20], listed),
    }
    return render(request, "template/sections.html", context)


def _done(
    request: HttpRequest, year: ReportingYear, ours: Sequence[Outlined], placed: list[Placing]
) -> HttpResponse:
    do, _, key = request.POST.get("do", "").partition(":")
    keys = frozenset(section.key for section in ours)
    parts = {part.key for section in ours for part in section.parts}
    known = {one.key for one in placed} | parts
    if do in _STEPS and key in {one.key for one in placed} - parts:
        changed = arrangement.moved(placed, key, _STEPS[do], keys)
    elif do in _HIDES and key in known:
        changed = arrangement.hidden(placed, key, _HIDES[do])
    else:
        raise Http404
    try:
        _keep(request, year, changed, do, key)
    except ValidationError as refusal:
        messages.error(request, " ".join(refusal.messages))
    return redirect(f"{reverse('report_sections', args=[year])}#section-{key}")


@require_http_methods(["GET", "HEAD", "POST"])
@needs(Permission.WRITE_REPORT)
def title(request: HttpRequest, year: ReportingYear, key: str) -> HttpResponse:
    """What a section, or a part of one, is called."""
    ours, placed = _arranged(request, year)
    program = {one.key: one.title for section in ours for one in (section, *section.parts)}
    stands = next((one for one in placed if one.key == key), Placing(key))
    if key not in program and not stands.added:
        raise Http404
    form = SectionForm(
        request.POST or None,
        own=stands.added,
        program=program.get(key, ""),
        initial={"title": stands.title, "prompt": stands.prompt},
    )
    if request.method == "POST" and form.is_valid():
        typed, prompt = form.cleaned_data["title"].strip(), form.cleaned_data.get("prompt", "")
        own_title = "" if typed == program.get(key) else typed
        _keep(request, year, arrangement.titled(placed, key, own_title, prompt), "titled", key)
        return redirect(f"{reverse('report_sections', args=[year])}#section-{key}")
    name = stands.title or program.get(key, "")
    return _form(request, year, form, f"Title of “{name}”", "Save the title")


@require_http_methods(["GET", "HEAD", "POST"])
@needs(Permission.WRITE_REPORT)
def add(request: HttpRequest, year: ReportingYear) -> HttpResponse:
    """A section of the service's own, after the others; it can be moved up from there."""
    _ours, placed = _arranged(request, year)
    form = SectionForm(request.POST or None, own=True)
    if request.method == "POST" and form.is_valid():
        changed = arrangement.added(placed, form.cleaned_data["title"].strip(), form.cleaned_data["prompt"])
        key = changed[-1].key
        _keep(request, year, changed, "added", key)
        messages.success(request, f"Added: {changed[-1].title}. Write its words on the report’s page.")
        return redirect(f"{reverse('report_sections', args=[year])}#section-{key}")
    return _form(request, year, form, "Add a section", "Add the section")


@require_http_methods(["GET", "HEAD", "POST"])
@needs(Permission.WRITE_REPORT)
def remove(request: HttpRequest, year: ReportingYear, key: str) -> HttpResponse:
    """Asks first; then a section the service added is gone. Its words stay readable in the audit trail."""
    _ours, placed = _arranged(request, year)
    stands = next((one for one in placed if one.key == key and one.added), None)
    if stands is None:
        raise Http404
    if request.method == "POST":
        _keep(request, year, arrangement.without(placed, key), "removed", key)
        messages.success(request, f"Taken out: {stands.title}.")
        return redirect("report_sections", year)
    then = "It stands in no report of this year any more, and its words and tables are not printed."
    return _ask(request, year, f"Take out “{stands.title}”?", then, "Take it out")


@require_http_methods(["GET", "HEAD", "POST"])
@needs(Permission.WRITE_REPORT)
def reset(request: HttpRequest, year: ReportingYear) -> HttpResponse:
    """Asks first; then the sections stand as the program has them, and none of our own are left."""
    ours, _placed = _arranged(request, year)
    if request.method == "POST":
        _keep(request, year, [Placing(section.key) for section in ours], "reset", "")
        messages.success(request, "The sections stand in the program’s order.")
        return redirect("report_sections", year)
    then = (
        "Every section is shown under the program’s title, in the program’s order. Sections you added are taken out; "
        "their words are kept."
    )
    return _ask(request, year, "Go back to the program’s order?", then, "Go back to it")


def _arranged(request: HttpRequest, year: ReportingYear) -> tuple[tuple[Outlined, ...], list[Placing]]:
    """The program's sections, and where the service put them."""
    if year not in counting.years(today(request)):
        raise Http404
    ours = outline(year, authority_of(request))
    return ours, arrangement.placings(ours, template(KIND, year.ending))


def _keep(request: HttpRequest, year: ReportingYear, placed: Sequence[Placing], did: str, key: str) -> None:
    arrange_sections(
        kind=KIND, year_ending=year.ending, sections=placed, did=did, section=key, by=request.user
    )


def _trail(year: ReportingYear) -> tuple[tuple[str, str], ...]:
    return ((f"Annual report {year}", reverse("report", args=[year])),)


def _under(year: ReportingYear, name: str) -> Page:
    return Page.under(name, "reports", *_trail(year), ("Sections", reverse("report_sections", args=[year])))


def _form(
    request: HttpRequest, year: ReportingYear, form: SectionForm, name: str, button: str
) -> HttpResponse:
    context = {"page": _under(year, name), "year": year, "form": form, "button": button}
    return render(request, "template/section_form.html", context, status=400 if form.errors else 200)


def _ask(request: HttpRequest, year: ReportingYear, name: str, then: str, button: str) -> HttpResponse:
    context = {"page": _under(year, name), "year": year, "then": then, "button": button}
    return render(request, "template/ask.html", context)
