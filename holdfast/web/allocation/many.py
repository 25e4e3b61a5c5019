"""Several children to one officer: tick them, check, and save all or none."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_http_methods

from holdfast.casework.access.roles import Permission
from holdfast.casework.access.rules import may
from holdfast.casework.people import actions
from holdfast.casework.people.models import AllocationRole
from holdfast.casework.people.queries import children_for, note_shown, workers_for
from holdfast.domain.wording import weekday_and_date
from holdfast.web.allocation import accepting
from holdfast.web.allocation.forms import AllocateManyForm
from holdfast.web.child_now import ChildNow, children_now
from holdfast.web.children.filters import Filters
from holdfast.web.children.presenters import ChildList
from holdfast.web.children.search import recall
from holdfast.web.children.views import searched
from holdfast.web.doors import needs
from holdfast.web.page import Page
from holdfast.web.today import today

#: Children on one page to tick; who has more allocates these and finds the next ones here.
MOST = 500


@require_http_methods(["GET", "HEAD", "POST"])
@needs(Permission.ALLOCATE)
def allocate_many(request: HttpRequest) -> HttpResponse:
    """The children of a filtered list, the check page, then the change."""
    on = today(request)
    filters = Filters.read(request.GET)
    form = AllocateManyForm(
        children_for(request.user), workers_for(AllocationRole.IRO, on), on, request.POST or None
    )
    if request.method == "POST" and form.is_valid() and {"save", "check"} & request.POST.keys():
        keep = "save" in request.POST
        try:
            done = _attempt(request, form, keep=keep)
        except actions.NotAccepted as refusal:
            return _check(request, form, filters, accepting.shown(refusal.warnings))
        if done and keep:
            return redirect(reverse("children_allocate") + filters.with_())
        if done:
            return _check(request, form, filters)
    return _tick(request, form, filters)


def _tick(request: HttpRequest, form: AllocateManyForm, filters: Filters) -> HttpResponse:
    everybody, _near = searched(request, recall(request.session, filters.search))
    found = filters.hold(everybody)
    shown = found[:MOST]
    _note(request, shown)
    every = request.GET.get("tick") == "all"
    ticked = (
        set(request.POST.getlist("children"))
        if form.is_bound
        else {str(one.child.public_id) for one in shown if every}
    )
    context = {
        "page": Page.under(
            "Allocate children to an IRO", "children", ("Children and young people", "children")
        ),
        "form": form,
        "children": [(one, str(one.child.public_id) in ticked) for one in shown],
        "total": len(found),
        "filters": ChildList(everybody, found, filters).in_force,
        "list_address": reverse("children") + filters.with_(),
        "tick_address": filters.with_() + ("" if every else "&tick=all"),
        "every": every,
        "has_workers": bool(form.fields["worker"].queryset),
        "may_add": may(request.user, Permission.MANAGE_USERS),
    }
    return render(request, "allocation/many.html", context, status=400 if form.errors else 200)


def _check(
    request: HttpRequest, form: AllocateManyForm, filters: Filters, warnings: dict[str, Any] | None = None
) -> HttpResponse:
    given = form.cleaned_data
    children = sorted(children_now(given["children"], today(request)), key=lambda one: one.title.casefold())
    _note(request, children)
    context = {
        "page": Page.under(
            "Check who will be allocated", "children", ("Children and young people", "children")
        ),
        "form": form,
        "children": children,
        "worker": given["worker"],
        "starts": given["starts"],
        "warnings": warnings,
    }
    return render(request, "allocation/check.html", context)


def _attempt(request: HttpRequest, form: AllocateManyForm, *, keep: bool) -> bool:
    """Allocate them all, or only try it: what the record refuses becomes the form's error.

    Raises NotAccepted for what must be read first.
    """
    given: dict[str, Any] = form.cleaned_data
    try:
        with transaction.atomic():
            made = accepting.attempt(
                request,
                lambda keys: actions.allocate_all(
                    children=given["children"],
                    worker=given["worker"],
                    role=AllocationRole.IRO,
                    starts=given["starts"],
                    accepting=keys,
                    by=request.user,
                ),
            )
            if not keep:
                transaction.set_rollback(True)
    except actions.AllocatedLater as refusal:
        form.add_error("starts", str(refusal))
        return False
    except actions.NotIndependent as refusal:
        form.add_error("worker", str(refusal))
        return False
    if keep:
        count = f"{len(made):,} {'child is' if len(made) == 1 else 'children are'}"
        day = weekday_and_date(given["starts"])
        messages.success(request, f"Saved. {count} allocated to {given['worker'].name} from {day}.")
    return True


def _note(request: HttpRequest, shown: list[ChildNow]) -> None:
    """The page names these children, so the diary does."""
    note_shown(to=request.user, verb="children.listed", children=(one.child.pk for one in shown))
