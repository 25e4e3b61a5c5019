"""Bring data in: watch it being read, see what is wrong and what would change, then load it or leave it."""

from __future__ import annotations

from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_POST, require_safe

from holdfast.casework.access.roles import Permission
from holdfast.casework.access.rules import may
from holdfast.casework.intake import actions, queries
from holdfast.casework.intake.models import ReturnIntake
from holdfast.casework.intake.rules import MoveNotAllowed
from holdfast.casework.intake.states import State
from holdfast.casework.people.models import AllocationRole
from holdfast.casework.people.queries import children_for, without
from holdfast.web.child_now import children_now
from holdfast.web.children.filters import NOBODY, Filters
from holdfast.web.doors import needs
from holdfast.web.intake import job, parcel, tidying
from holdfast.web.intake.presenters import IntakePage, IntakeRow
from holdfast.web.listing import listing
from holdfast.web.page import Page
from holdfast.web.today import today


@require_safe
@needs(Permission.IMPORT_RETURNS)
def imports(request: HttpRequest) -> HttpResponse:
    """Every import, newest first, and how many differences wait to be settled."""
    tidying.remove_left_files()
    number = request.GET.get("page", "1")
    page = int(number) if number.isdecimal() and 0 < int(number) < 100_000 else 1
    rows = [IntakeRow(one) for one in queries.intakes()]
    context = {
        "page": Page.under("Bring data in", "intake"),
        "listing": listing(rows, page, lambda n: f"?page={n}"),
        "differences": queries.open_mismatches(request.user).count()
        if may(request.user, Permission.SETTLE_MISMATCHES)
        else 0,
    }
    return render(request, "intake/imports.html", context)


@require_safe
@needs(Permission.IMPORT_RETURNS)
def one(request: HttpRequest, intake_id: UUID) -> HttpResponse:
    """One import: how far it is, what is wrong, what it would change, or what it changed."""
    intake_page = IntakePage(_intake(intake_id))
    context = {
        "page": Page.under(intake_page.title, "intake", ("Bring data in", "intake")),
        "intake": intake_page,
        "unallocated": _unallocated(request) if intake_page.is_loaded else 0,
        "can_allocate": may(request.user, Permission.ALLOCATE),
        "unallocated_query": Filters().with_(iro=NOBODY),
    }
    return render(request, "intake/one.html", context)


@require_safe
@needs(Permission.IMPORT_RETURNS)
def progress(request: HttpRequest, intake_id: UUID) -> HttpResponse:
    """The moving part of the page alone, for the small script that renews it."""
    intake_page = IntakePage(_intake(intake_id))
    response = render(request, "intake/progress.html", {"intake": intake_page})
    if not intake_page.is_running:
        response.headers["X-Finished"] = "1"
    return response


@require_POST
@needs(Permission.IMPORT_RETURNS)
def load(request: HttpRequest, intake_id: UUID) -> HttpResponse:
    """Load what was read, after the page that said what would change."""
    tidying.tidy()
    intake = _intake(intake_id)
    if intake.state == State.WAITING and not IntakePage(intake).is_running:
        job.start_loading(intake, request.user)
    return redirect("intake_one", intake_id)


@require_POST
@needs(Permission.IMPORT_RETURNS)
def give_up(request: HttpRequest, intake_id: UUID) -> HttpResponse:
    """Leave it unloaded and remove the uploaded files."""
    intake = _intake(intake_id)
    if intake.state == State.WAITING and not IntakePage(intake).is_running:
        try:
            actions.give_up(intake=intake, by=request.user)
        except MoveNotAllowed as refusal:  # somebody loaded it or left it in the same moment
            messages.info(request, str(refusal))
        else:
            parcel.discard(intake_id)
            messages.success(request, "Left unloaded. The uploaded files are removed.")
    return redirect("intake_one", intake_id)


def _unallocated(request: HttpRequest) -> int:
    """How many children in care no officer is responsible for: a return names none."""
    on = today(request)
    nobodys = without(children_for(request.user), AllocationRole.IRO, on)
    return sum(child.in_care for child in children_now(nobodys, on))


def _intake(intake_id: UUID) -> ReturnIntake:
    intake = queries.intakes().filter(public_id=intake_id).first()
    if intake is None:
        raise Http404
    return intake
