"""That a child was told who their reviewing officer is."""

from __future__ import annotations

from uuid import UUID

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_http_methods

from holdfast.casework.access.roles import Permission
from holdfast.casework.people import actions
from holdfast.casework.people.models import AllocationRole
from holdfast.casework.people.queries import allocated, open_child
from holdfast.web.doors import needs
from holdfast.web.family.contacts import trail
from holdfast.web.family.forms import ToldForm
from holdfast.web.page import Page
from holdfast.web.today import today


@require_http_methods(["GET", "HEAD", "POST"])
@needs(Permission.CORRECT_RECORDS)
def told(request: HttpRequest, child_id: UUID) -> HttpResponse:
    """In writing, or else on which day by word of mouth; of the officer the child has now."""
    child, on = open_child(request.user, child_id), today(request)
    allocation = allocated(child, AllocationRole.IRO, on)
    if allocation is None:
        raise Http404
    form = ToldForm(allocation, on, request.POST or None)
    if request.method == "POST" and form.is_valid():
        try:
            actions.note_told(allocation=allocation, by=request.user, **form.cleaned_data)
        except ValidationError as refusal:
            form.refuse(refusal)
        else:
            messages.success(request, "Saved.")
            return redirect("child", child_id)
    context = {
        "page": Page.under("The child was told who their officer is", "children", *trail(child)),
        "child": child,
        "form": form,
        "back": reverse("child", args=[child_id]),
        "button": "Save",
    }
    return render(request, "family/form.html", context, status=400 if form.errors else 200)
