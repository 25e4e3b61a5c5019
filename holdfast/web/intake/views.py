"""Bring data in: upload, watch it being read, see what is wrong and what would change, then load it or leave it."""

from __future__ import annotations

from uuid import UUID

from django.contrib import messages
from django.db import transaction
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from holdfast.casework.access.roles import Permission
from holdfast.casework.access.rules import may
from holdfast.casework.intake import actions, queries
from holdfast.casework.intake.models import ReturnIntake
from holdfast.casework.intake.states import State
from holdfast.casework.people.models import AllocationRole
from holdfast.casework.people.queries import children_for, without
from holdfast.web.child_now import children_now
from holdfast.web.children.filters import NOBODY, Filters
from holdfast.web.demonstration import is_demonstration
from holdfast.web.doors import needs
from holdfast.web.intake import job, parcel
from holdfast.web.intake.forms import UploadForm
from holdfast.web.intake.presenters import IntakePage, IntakeRow
from holdfast.web.intake.upload_limit import is_too_large, limit_in_words
from holdfast.web.listing import listing
from holdfast.web.page import Page
from holdfast.web.today import today


@require_safe
@needs(Permission.IMPORT_RETURNS)
def imports(request: HttpRequest) -> HttpResponse:
    """Every import, newest first, and how many differences wait to be settled."""
    actions.end_broken_off()
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


@require_http_methods(["GET", "HEAD", "POST"])
@needs(Permission.IMPORT_RETURNS)
def new(request: HttpRequest) -> HttpResponse:
    """Upload the files of a return; reading begins at once."""
    form = (
        UploadForm(request.POST or None, request.FILES or None) if request.method == "POST" else UploadForm()
    )
    if request.method == "POST" and is_too_large(request):
        form.full_clean()
        form.errors["files"] = form.error_class(
            [
                f"The files are larger than {limit_in_words()} together. Bring the years in one after the other."
            ]
        )
    elif request.method == "POST" and form.is_valid():
        try:
            intake = _received(request, form)
        except parcel.CannotUnpack as refusal:
            form.add_error("files", str(refusal))
        else:
            job.start_reading(intake, request.user)
            return redirect("intake_one", intake.public_id)
    context = {
        "page": Page.under("Bring in a return", "intake", ("Bring data in", "intake")),
        "form": form,
        "limit": limit_in_words(),
        "demonstration": is_demonstration(request),
    }
    return render(request, "intake/new.html", context, status=400 if form.errors else 200)


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
        actions.give_up(intake=intake, by=request.user)
        parcel.discard(intake_id)
        messages.success(request, "Left unloaded. The uploaded files are removed.")
    return redirect("intake_one", intake_id)


def _unallocated(request: HttpRequest) -> int:
    """How many children in care no officer is responsible for: a return names none."""
    on = today(request)
    nobodys = without(children_for(request.user), AllocationRole.IRO, on)
    return sum(child.in_care for child in children_now(nobodys, on))


def _received(request: HttpRequest, form: UploadForm) -> ReturnIntake:
    """The import and its files together, or neither."""
    with transaction.atomic():
        intake = actions.receive(by=request.user)
        parcel.pack(intake.public_id, form.cleaned_data["files"], form.cleaned_data["year"])
    return intake


def _intake(intake_id: UUID) -> ReturnIntake:
    """The import as it stands; one whose process is gone is found broken off here."""
    actions.end_broken_off()
    intake = queries.intakes().filter(public_id=intake_id).first()
    if intake is None:
        raise Http404
    if intake.state == State.INTERRUPTED:
        parcel.discard(intake_id)
    return intake
