"""One action of the plan: added, changed, moved, taken back; and its progress, entry by entry."""

from __future__ import annotations

from functools import partial
from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_POST

from holdfast.casework.access.roles import Permission
from holdfast.casework.access.rules import may
from holdfast.casework.improvement.actions import plan
from holdfast.casework.improvement.actions.progress import say_progress
from holdfast.casework.improvement.models import Action
from holdfast.domain.reporting_year import ReportingYear
from holdfast.domain.wording import long_date
from holdfast.web.doors import needs
from holdfast.web.page import Page
from holdfast.web.refusal import attempt
from holdfast.web.today import today
from holdfast.web.workplan.aims import page_name
from holdfast.web.workplan.answering import answer, done
from holdfast.web.workplan.forms import ActionForm, ProgressForm
from holdfast.web.workplan.opened import action_at, aim_at, plan_trail
from holdfast.web.workplan.presenters import ActionWords, changes_of


@require_http_methods(["GET", "HEAD", "POST"])
@needs(Permission.WRITE_REPORT)
def add(request: HttpRequest, aim_id: UUID) -> HttpResponse:
    aim = aim_at(aim_id)
    year = ReportingYear(aim.year_ending)
    form = ActionForm(request.POST or None)

    def act() -> None:
        plan.add_action(aim=aim, by=request.user, **form.values())

    page = Page.under("Add an action", "reports", plan_trail(year))
    return answer(request, form, act, page, plan_trail(year)[1], button="Add this action", caption=aim.title)


@require_http_methods(["GET", "HEAD", "POST"])
@needs(Permission.WORK_ON_PLAN)
def action(request: HttpRequest, action_id: UUID) -> HttpResponse:
    """What was said of the action, the newest first, and the form to say how far it is now."""
    one, on = action_at(action_id), today(request)
    year = ReportingYear(one.aim.year_ending)
    form = ProgressForm(request.POST or None, initial={"said_on": on, "state": one.state})
    if request.method == "POST" and form.is_valid():
        act = partial(say_progress, action=one, today=on, by=request.user, **form.cleaned_data)
        if attempt(form, act):
            messages.success(request, f"Saved at {timezone.localtime():%H:%M}.")
            return redirect("workplan_action", one.public_id)
    context = {
        "page": Page.under("Progress of an action", "reports", plan_trail(year)),
        "words": ActionWords(one, on),
        "action": one,
        "year": year,
        "on": on,
        "form": form,
        "progress": one.progress.select_related("said_by").order_by("-said_on", "-id"),
        "before": changes_of(one),
        "writes": may(request.user, Permission.WRITE_REPORT),
        "stands": not one.taken_back_on and not one.aim.taken_back_on,
    }
    return render(request, "workplan/action.html", context, status=400 if form.errors else 200)


@require_http_methods(["GET", "HEAD", "POST"])
@needs(Permission.WRITE_REPORT)
def change(request: HttpRequest, action_id: UUID) -> HttpResponse:
    one = action_at(action_id)
    year = ReportingYear(one.aim.year_ending)
    given = {"text": one.text, "owner": one.owner, "due_on": one.due_on}
    form = ActionForm(request.POST or None, record=one, initial=given)

    def act() -> None:
        plan.change_action(action=one, values=form.values(), seen=form.cleaned_data["seen"], by=request.user)

    page = Page.under("Change this action", "reports", plan_trail(year))
    back = reverse("workplan_action", args=[one.public_id])
    return answer(
        request,
        form,
        act,
        page,
        back,
        caption=page_name(year),
        stands=lambda: _stands_now(action_at(action_id)),
    )


@require_POST
@needs(Permission.WRITE_REPORT)
def do(request: HttpRequest, action_id: UUID) -> HttpResponse:
    """Up, down, taken back, put back."""
    one, on = action_at(action_id), today(request)
    year = ReportingYear(one.aim.year_ending)
    deeds = {
        "up": (partial(plan.move_action, action=one, up=True, by=request.user), "Moved up."),
        "down": (partial(plan.move_action, action=one, up=False, by=request.user), "Moved down."),
        "take_back": (
            partial(plan.take_back_action, action=one, on=on, by=request.user),
            "Taken back. It stands at the foot of the page, where you can put it back.",
        ),
        "put_back": (partial(plan.put_back_action, action=one, by=request.user), "Put back."),
    }
    return done(request, deeds, plan_trail(year)[1])


def _stands_now(one: Action) -> list[tuple[str, str]]:
    due = long_date(one.due_on) if one.due_on else "No day is set"
    return [("Action", one.text), ("Owner", one.owner), ("By when", due)]
