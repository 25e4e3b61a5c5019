"""What was found in the files: warnings by type and by child, and everything as CSV."""

from __future__ import annotations

from uuid import UUID

from django.core.paginator import Paginator
from django.db.models import Count, Min
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_safe

from holdfast.casework.access.roles import Permission
from holdfast.casework.audit.actions import record
from holdfast.casework.intake import queries
from holdfast.casework.intake.models import ReturnIntake
from holdfast.casework.people.queries import children_for, note_shown
from holdfast.web.demonstration import is_demonstration
from holdfast.web.doors import needs
from holdfast.web.intake.presenters import IntakePage, warnings_chosen
from holdfast.web.intake.rule_titles import title_of
from holdfast.web.listing import PER_PAGE, listing
from holdfast.web.page import Page
from holdfast.web.spreadsheet import csv_file

#: Children with the most warnings that the page lists; the download has all.
CHILDREN_SHOWN = 25


@require_safe
@needs(Permission.IMPORT_RETURNS)
def warnings(request: HttpRequest, intake_id: UUID) -> HttpResponse:
    """Warnings of one type, of one child, or all. The child is named by one of its warnings, not by its number."""
    intake = _intake(intake_id)
    type_, child = _chosen(request, intake)
    found = warnings_chosen(intake, type_, child)
    number = request.GET.get("page", "1")
    paginator = Paginator(found, PER_PAGE)
    page = paginator.get_page(number)
    query = f"type={type_}&like={request.GET.get('like', '')}"
    rows = listing(list(page.object_list), page.number, lambda n: f"?{query}&page={n}", total=paginator.count)
    page_of = IntakePage(intake)
    most = _children_with_most(intake) if not (type_ or child) else []
    numbers = {one.child_number for one in rows.rows} | {one["child_number"] for one in most}
    known = list(children_for(request.user).filter(number__in=numbers))
    note_shown(to=request.user, verb="warnings.listed", children=(one.pk for one in known), intake=intake.pk)
    title = title_of(type_) if type_ else ("Warnings of one child" if child else "Warnings")
    trail = (("Bring data in", "intake"), (page_of.title, reverse("intake_one", args=[intake_id])))
    context = {
        "page": Page.under(title, "intake", *trail),
        "intake": page_of,
        "listing": rows,
        "type": type_,
        "child": child,
        "query": query,
        "children": most,
        "known": {one.number: one.public_id for one in known},
    }
    return render(request, "intake/warnings.html", context)


@require_safe
@needs(Permission.IMPORT_RETURNS)
def warnings_download(request: HttpRequest, intake_id: UUID) -> HttpResponse:
    intake = _intake(intake_id)
    type_, child = _chosen(request, intake)
    found = warnings_chosen(intake, type_, child)
    known = children_for(request.user).filter(number__in=found.order_by().values("child_number"))
    ids = known.values_list("pk", flat=True)
    note_shown(to=request.user, verb="warnings.downloaded", children=ids, intake=intake.pk)
    header = ("Type", "What", "Child", "File", "Row", "Column", "Warning")
    lines = (
        (w.type, title_of(w.type), w.child_number, w.file, w.row, w.column, w.message)
        for w in found.iterator()
    )
    return csv_file("warnings.csv", header, lines, invented=is_demonstration(request))


@require_safe
@needs(Permission.IMPORT_RETURNS)
def faults_download(request: HttpRequest, intake_id: UUID) -> HttpResponse:
    intake = _intake(intake_id)
    record(by=request.user, verb="faults.downloaded", subject=intake)
    header = ("File", "Row", "Column", "Found", "Expected")
    lines = ((f.file, f.row, f.column, f.found, f.expected) for f in queries.faults_of(intake).iterator())
    return csv_file("errors.csv", header, lines, invented=is_demonstration(request))


def _children_with_most(intake: ReturnIntake) -> list[dict]:
    """The children with the most warnings, each with one of its warnings to be named by."""
    found = queries.warnings_by_child(intake).annotate(count=Count("id"), like=Min("id"))
    return list(found[:CHILDREN_SHOWN])


def _chosen(request: HttpRequest, intake: ReturnIntake) -> tuple[str, str]:
    like = request.GET.get("like", "")
    one = (
        queries.warnings_of(intake).filter(pk=int(like)).first()
        if like.isdecimal() and len(like) < 19
        else None
    )
    return request.GET.get("type", "")[:100], one.child_number if one else ""


def _intake(intake_id: UUID) -> ReturnIntake:
    intake = queries.intakes().filter(public_id=intake_id).first()
    if intake is None:
        raise Http404
    return intake
