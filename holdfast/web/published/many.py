"""Many published figures at once: paste or upload, see every fault or what would change, then enter all or none."""

from __future__ import annotations

from django.conf import settings
from django.contrib import messages
from django.core.files.uploadhandler import MemoryFileUploadHandler
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.csrf import csrf_exempt, csrf_protect
from django.views.decorators.http import require_http_methods, require_safe

from holdfast.casework.access.roles import Permission
from holdfast.reports import comparator_file, comparator_records
from holdfast.reports.comparator_line import OPTIONAL, PARTS
from holdfast.reports.comparators import Comparator
from holdfast.web.doors import needs
from holdfast.web.page import Page
from holdfast.web.published import presenters
from holdfast.web.published.forms import TOO_LARGE, SeveralForm
from holdfast.web.published.views import TRAIL
from holdfast.web.spreadsheet import csv_file

#: figures shown on the page that is checked; new and changed ones first
SHOWN = 200


@csrf_exempt  # looked at inside: asking for the token reads the whole upload, and first comes who it is from
@require_http_methods(["GET", "HEAD", "POST"])
@needs(Permission.WRITE_REPORT)
def several(request: HttpRequest) -> HttpResponse:
    """Let a file in, now that the person may enter figures; it is held in memory and never on the disk."""
    request.upload_handlers = [MemoryFileUploadHandler(request)]
    return _several(request)


@csrf_protect
def _several(request: HttpRequest) -> HttpResponse:
    """The form; then what would change; then, when that is confirmed, everything is entered together."""
    form = SeveralForm(request.POST, request.FILES) if request.method == "POST" else SeveralForm()
    faults: list[comparator_file.Fault] = []
    if request.method == "POST" and was_let_go(request):
        form.full_clean()
        form.errors["file"] = form.error_class([TOO_LARGE])
    elif request.method == "POST" and form.is_valid():
        read = comparator_file.read(form.cleaned_data["text"])
        faults = read.faults
        if faults:
            number = len(faults) + read.more
            places = "1 place" if number == 1 else f"{number} places"
            form.add_error(None, f"Nothing was entered: {places} in the lines cannot be understood.")
        elif "enter" in request.POST:
            return _entered(request, read.figures)
        elif "check" in request.POST:
            return _check(request, form, read.figures)
    context = {
        "page": Page.under("Add several published figures", "reports", *TRAIL),
        "form": form,
        "faults": faults,
        "columns": [(f"{name} (may be empty)" if name in OPTIONAL else name, PARTS[name]) for name in PARTS],
    }
    return render(request, "published/several.html", context, status=400 if form.errors else 200)


@require_safe
@needs(Permission.WRITE_REPORT)
def example(request: HttpRequest) -> HttpResponse:
    """A file as it is understood, with invented lines."""
    return csv_file("published-figures-example.csv", list(PARTS), comparator_file.EXAMPLE)


@require_safe
@needs(Permission.WRITE_REPORT)
def groups(request: HttpRequest) -> HttpResponse:
    """The keys and words of every table and group."""
    header = ("table", "title", "group", "words")
    return csv_file("tables-and-groups.csv", header, comparator_file.groups())


def was_let_go(request: HttpRequest) -> bool:
    """Whether a file came that was too large to be held."""
    sent = int(request.META.get("CONTENT_LENGTH") or 0)
    return sent > settings.FILE_UPLOAD_MAX_MEMORY_SIZE and not request.FILES


def _check(request: HttpRequest, form: SeveralForm, figures: list[Comparator]) -> HttpResponse:
    found = comparator_records.entering(figures)
    rows = presenters.entering_rows(sorted(found, key=lambda one: (not one.is_change, not one.is_new)))
    context = {
        "page": Page.under("Check what will be entered", "reports", *TRAIL),
        "text": form.cleaned_data["text"],
        "rows": rows[:SHOWN],
        "more": max(0, len(rows) - SHOWN),
        "new": sum(one.is_new for one in found),
        "changed": sum(one.is_change for one in found),
        "same": sum(not one.is_new and not one.is_change for one in found),
        "back": "published",
    }
    return render(request, "published/several_check.html", context)


def _entered(request: HttpRequest, figures: list[Comparator]) -> HttpResponse:
    number = comparator_records.enter(figures, by=request.user)
    said = "1 published figure" if number == 1 else f"{number:,} published figures"
    messages.success(request, f"Entered at {timezone.localtime():%H:%M}: {said}.")
    return redirect("published")
