"""The manager's side: which packs are planned, prepared and sent, and who has read and answered them."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from holdfast.casework.access.roles import Permission
from holdfast.casework.access.rules import may
from holdfast.casework.editions import packs_actions as actions
from holdfast.casework.editions.models import PackPlan
from holdfast.casework.editions.packs_queries import (
    find_plan,
    packs_with_receipts,
    plans,
    possible_readers,
)
from holdfast.casework.people.queries import teams_on_record
from holdfast.casework.resolution.categories import all_categories
from holdfast.domain import packs as law
from holdfast.reports.quarterly import preparing
from holdfast.web.demonstration import authority_of
from holdfast.web.doors import needs
from holdfast.web.packs.forms import PlanForm, show
from holdfast.web.packs.presenters import ManagedRow, PlanRow, whose
from holdfast.web.page import Page
from holdfast.web.today import today

_TRAIL = (("Quarterly packs", "packs"), ("Plan and send packs", "packs_manage"))


@require_safe
@needs(Permission.WRITE_REPORT)
def manage(request: HttpRequest) -> HttpResponse:
    """Every plan, and every pack with how many received, opened and answered it."""
    on = today(request)
    period = law.last_ended(on)
    every = [ManagedRow(one, on) for one in packs_with_receipts()]
    made = {row.edition.plan_id for row in every if row.period == period}
    context = {
        "page": Page.under("Plan and send packs", "reports", _TRAIL[0]),
        "plans": [PlanRow(one, period, one.pk in made, on) for one in plans()],
        "waiting": [row for row in every if not row.is_sent],
        "sent": [row for row in every if row.is_sent],
        "period": period,
        "sends": may(request.user, Permission.SIGN_REPORT),
    }
    return render(request, "packs/manage.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
@needs(Permission.WRITE_REPORT)
def new_plan(request: HttpRequest) -> HttpResponse:
    """Plan a pack that is made again each quarter."""
    first = law.last_ended(today(request)).ends
    form = _form(request, None, {"due_days": 15, "from_date": first})
    if request.method == "POST" and form.is_valid():
        try:
            plan = actions.plan_pack(readers=form.chosen(), by=request.user, **form.facts())
        except ValidationError as refusal:
            show(form, refusal.message_dict, {"team": "about", "theme": "about"})
        else:
            return _saved(request, plan)
    return _plan_page(request, form, "Plan a quarterly pack", "Save the plan")


@require_http_methods(["GET", "HEAD", "POST"])
@needs(Permission.WRITE_REPORT)
def plan(request: HttpRequest, plan_id: UUID) -> HttpResponse:
    """Change a plan: what is sent already stays as it is."""
    found = find_plan(plan_id)
    if found is None:
        raise Http404
    about = f"team:{found.team}" if found.team else f"theme:{found.theme}" if found.theme else ""
    given = {name: getattr(found, name) for name in ("due_days", "from_date", "to_date")}
    readers = [str(one.public_id) for one in found.readers.all()]
    form = _form(request, found, {**given, "about": about, "readers": readers})
    if request.method == "POST" and form.is_valid():
        try:
            actions.change_plan(plan=found, changes=form.facts(), readers=form.chosen(), by=request.user)
        except ValidationError as refusal:
            show(form, refusal.message_dict, {"team": "about", "theme": "about"})
        else:
            return _saved(request, found)
    return _plan_page(request, form, f"Quarterly pack: {whose(found.team, found.theme)}", "Save the changes")


@require_POST
@needs(Permission.WRITE_REPORT)
def prepare(request: HttpRequest, plan_id: UUID) -> HttpResponse:
    """The draft of the last quarter that has ended, now."""
    found = find_plan(plan_id)
    if found is None:
        raise Http404
    on = today(request)
    try:
        made = preparing.prepare(
            plan=found, period=law.last_ended(on), authority=authority_of(request), day=on, by=request.user
        )
    except preparing.AlreadyThere as refusal:
        messages.warning(request, " ".join(refusal.messages))
        return redirect("packs_manage")
    messages.success(request, f"Prepared at {timezone.localtime():%H:%M}. Read it, then send it.")
    return redirect("pack", made.public_id)


def _form(request: HttpRequest, found: PackPlan | None, initial: dict[str, Any]) -> PlanForm:
    kept = [found.team] if found and found.team else []
    heads = dict.fromkeys(one.group for one in all_categories(today(request)))
    return PlanForm(
        request.POST or None,
        possible=possible_readers(),
        teams=dict.fromkeys([*teams_on_record(), *kept]),
        heads=heads,
        initial=initial,
    )


def _plan_page(request: HttpRequest, form: PlanForm, title: str, button: str) -> HttpResponse:
    context = {"page": Page.under(title, "reports", *_TRAIL), "form": form, "button": button}
    return render(request, "packs/plan.html", context, status=400 if form.errors else 200)


def _saved(request: HttpRequest, found: PackPlan) -> HttpResponse:
    messages.success(request, f"Saved at {timezone.localtime():%H:%M}: {whose(found.team, found.theme)}.")
    return redirect("packs_manage")
