"""Who is responsible for one child, who was, and who is to be from a day on."""

from __future__ import annotations

from uuid import UUID

from django.contrib import messages
from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_http_methods

from holdfast.casework.access.roles import Permission
from holdfast.casework.access.rules import may
from holdfast.casework.people import actions
from holdfast.casework.people.models import AllocationRole, Child
from holdfast.casework.people.queries import allocations_of, open_child, workers_for
from holdfast.domain.wording import weekday_and_date
from holdfast.web.allocation.forms import AllocateForm
from holdfast.web.doors import needs
from holdfast.web.page import Page
from holdfast.web.today import today


@require_http_methods(["GET", "HEAD", "POST"])
@needs(Permission.ALLOCATE)
def iro(request: HttpRequest, child_id: UUID) -> HttpResponse:
    return _allocate(request, child_id, AllocationRole.IRO)


@require_http_methods(["GET", "HEAD", "POST"])
@needs(Permission.ALLOCATE)
def social_worker(request: HttpRequest, child_id: UUID) -> HttpResponse:
    return _allocate(request, child_id, AllocationRole.SOCIAL_WORKER)


def _allocate(request: HttpRequest, child_id: UUID, role: AllocationRole) -> HttpResponse:
    child = open_child(request.user, child_id)
    on = today(request)
    workers = workers_for(role, on)
    form = AllocateForm(child, role, workers, on, request.POST or None)
    if request.method == "POST" and form.is_valid() and _save(request, form, child, role):
        return redirect("child", child_id)
    before = allocations_of(child).filter(role=role).reverse()
    trail = (("Children and young people", "children"), (str(child), reverse("child", args=[child_id])))
    context = {
        "page": Page.under(role.label, "children", *trail),
        "child": child,
        "form": form,
        "has_workers": bool(form.fields["worker"].queryset),
        "may_add": may(request.user, Permission.MANAGE_USERS),
        "before": before,
        "on": on,
    }
    return render(request, "allocation/one.html", context, status=400 if form.errors else 200)


def _save(request: HttpRequest, form: AllocateForm, child: Child, role: AllocationRole) -> bool:
    given = form.cleaned_data
    try:
        with transaction.atomic():
            worker = given["worker"] or actions.add_worker(name=given["new_name"], by=request.user)
            actions.allocate(child=child, worker=worker, role=role, starts=given["starts"], by=request.user)
    except actions.AllocatedLater as refusal:
        form.add_error("starts", str(refusal))
        return False
    day = weekday_and_date(given["starts"])
    messages.success(request, f"Saved. {role.label} from {day}: {worker.name}.")
    return True
