"""Who is responsible for one child, who was, and who is to be from a day on."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_http_methods

from holdfast.casework.access.roles import Permission
from holdfast.casework.access.rules import may
from holdfast.casework.care.queries import in_care, period_on
from holdfast.casework.people import actions
from holdfast.casework.people.models import Allocation, AllocationRole, Child
from holdfast.casework.people.queries import allocations_of, open_child, workers_for
from holdfast.casework.people.suggesting import suggestions
from holdfast.casework.service.queries import book
from holdfast.domain.wording import weekday_and_date
from holdfast.web.allocation import accepting
from holdfast.web.allocation.forms import AllocateForm
from holdfast.web.allocation.presenters import Choice, vacancy
from holdfast.web.doors import needs
from holdfast.web.page import Page
from holdfast.web.today import today


@require_http_methods(["GET", "HEAD", "POST"])
@needs(Permission.ALLOCATE)
def iro(request: HttpRequest, child_id: UUID) -> HttpResponse:
    """The officer: whom the rules suggest and why, and by when somebody is to be named."""
    return _allocate(request, child_id, AllocationRole.IRO, "allocation/iro.html")


@require_http_methods(["GET", "HEAD", "POST"])
@needs(Permission.ALLOCATE)
def social_worker(request: HttpRequest, child_id: UUID) -> HttpResponse:
    return _allocate(request, child_id, AllocationRole.SOCIAL_WORKER, "allocation/one.html")


def _allocate(request: HttpRequest, child_id: UUID, role: AllocationRole, template: str) -> HttpResponse:
    child = open_child(request.user, child_id)
    on = today(request)
    workers = workers_for(role, on)
    form = AllocateForm(child, role, workers, on, request.POST or None)
    context: dict[str, Any] = {}
    if request.method == "POST" and form.is_valid():
        try:
            if _save(request, form, child, role):
                return redirect("child", child_id)
        except actions.NotAccepted as refusal:
            context["warnings"] = accepting.shown(refusal.warnings)
    before = list(allocations_of(child).filter(role=role).reverse())
    trail = (("Children and young people", "children"), (str(child), reverse("child", args=[child_id])))
    context |= {
        "page": Page.under(role.label, "children", *trail),
        "child": child,
        "form": form,
        "has_workers": bool(form.fields["worker"].queryset),
        "may_add": may(request.user, Permission.MANAGE_USERS),
        "before": before,
        "on": on,
    }
    if role == AllocationRole.IRO:
        context |= _suggested(child, form, before)
    return render(request, template, context, status=400 if form.errors else 200)


def _suggested(child: Child, form: AllocateForm, before: list[Allocation]) -> dict[str, Any]:
    """Whom the rules suggest, whom the law refuses, and since when nobody is there."""
    on = form.on
    chosen = str(form["worker"].value() or "")
    period = period_on(child, on)
    found = [Choice(one, chosen) for one in suggestions(child, on, of=in_care(on))]
    return {
        "choices": [one for one in found if one.allowed],
        "refused": [one for one in found if not one.allowed],
        "vacancy": vacancy(period.started if period else None, before, on, book()),
    }


def _save(request: HttpRequest, form: AllocateForm, child: Child, role: AllocationRole) -> bool:
    """Raises NotAccepted for what must be read first."""
    given = form.cleaned_data
    try:
        with transaction.atomic():
            worker = given["worker"] or actions.add_worker(name=given["new_name"], by=request.user)
            accepting.attempt(
                request,
                lambda keys: actions.allocate(
                    child=child,
                    worker=worker,
                    role=role,
                    starts=given["starts"],
                    accepting=keys,
                    by=request.user,
                ),
            )
    except actions.AllocatedLater as refusal:
        form.add_error("starts", str(refusal))
        return False
    except actions.NotIndependent as refusal:
        form.add_error("worker", str(refusal))
        return False
    day = weekday_and_date(given["starts"])
    messages.success(request, f"Saved. {role.label} from {day}: {worker.name}.")
    return True
