"""Upload the files of a return. A page that takes files lets them in itself, and only from those who may."""

from __future__ import annotations

from uuid import uuid4

from django.core.files.uploadhandler import TemporaryFileUploadHandler
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.csrf import csrf_exempt, csrf_protect
from django.views.decorators.http import require_http_methods

from holdfast.casework.access.roles import Permission
from holdfast.casework.intake import actions
from holdfast.casework.intake.models import ReturnIntake
from holdfast.web.demonstration import is_demonstration
from holdfast.web.doors import needs
from holdfast.web.intake import job, parcel, tidying
from holdfast.web.intake.forms import UploadForm
from holdfast.web.intake.upload_limit import UploadLimit, is_too_large, limit_in_words
from holdfast.web.page import Page


@csrf_exempt  # looked at inside: asking for the token reads the whole upload, and first comes who it is from
@require_http_methods(["GET", "HEAD", "POST"])
@needs(Permission.IMPORT_RETURNS)
def new(request: HttpRequest) -> HttpResponse:
    """Let files in, now that the person may bring some."""
    request.upload_handlers = [UploadLimit(request), TemporaryFileUploadHandler(request)]
    return _new(request)


@csrf_protect
def _new(request: HttpRequest) -> HttpResponse:
    """Upload the files of a return; reading begins at once."""
    form = UploadForm(request.POST, request.FILES) if request.method == "POST" else UploadForm()
    if request.method == "POST" and is_too_large(request):
        form.full_clean()
        form.errors["files"] = form.error_class(
            [
                f"The files are larger than {limit_in_words()} together. Bring the years in one after the other."
            ]
        )
    elif request.method == "POST" and form.is_valid():
        tidying.tidy()
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


def _received(request: HttpRequest, form: UploadForm) -> ReturnIntake:
    """The import and its files, or neither. The files first: no other work waits while they are opened."""
    intake_id = uuid4()
    parcel.pack(intake_id, form.cleaned_data["files"], form.cleaned_data["year"])
    try:
        return actions.receive(public_id=intake_id, by=request.user)
    except BaseException:
        parcel.discard(intake_id)
        raise
