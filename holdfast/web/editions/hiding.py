"""What an edition hides from the public, figure by figure, for those who read every number."""

from __future__ import annotations

from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from holdfast.casework.access.roles import Permission
from holdfast.casework.audit.actions import record
from holdfast.reports.editions import inputs_of
from holdfast.web.doors import needs
from holdfast.web.editions.opening import name_of, opened, under
from holdfast.web.figures.hidden_list import hidden_figures


@require_safe
@needs(Permission.SEE_REPORT)
def hidden(request: HttpRequest, edition_id: UUID) -> HttpResponse:
    """Each figure that is hidden, its number, and why: because it is small, or because it would give one away."""
    found = opened(request, edition_id)
    context = {
        "page": under(found, "What is hidden from the public"),
        "about": name_of(found),
        "hidden": hidden_figures(inputs_of(found)),
    }
    record(by=request.user, verb="edition.hidden_read", subject=found, detail={"year": found.year_ending})
    return render(request, "editions/hidden.html", context)
