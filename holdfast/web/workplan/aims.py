"""One aim: added, changed, moved, taken back, carried to the next year; and what stood there before."""

from __future__ import annotations

from functools import partial
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from holdfast.casework.access.roles import Permission
from holdfast.casework.access.rules import may
from holdfast.casework.improvement.actions import plan
from holdfast.casework.improvement.models import Aim
from holdfast.domain.reporting_year import ReportingYear
from holdfast.web.doors import needs
from holdfast.web.page import Page
from holdfast.web.today import today
from holdfast.web.workplan.answering import answer, done
from holdfast.web.workplan.forms import AimForm
from holdfast.web.workplan.linked_figures import group_named
from holdfast.web.workplan.opened import aim_at, check_offered, plan_trail
from holdfast.web.workplan.presenters import changes_of


@require_http_methods(["GET", "HEAD", "POST"])
@needs(Permission.WRITE_REPORT)
def add(request: HttpRequest, year: ReportingYear) -> HttpResponse:
    on = today(request)
    check_offered(year, on)
    form = AimForm(on, request.POST or None)

    def act() -> None:
        plan.add_aim(year_ending=year.ending, themes=form.chosen(), by=request.user, **form.values())

    page = Page.under("Add an aim", "reports", plan_trail(year))
    return answer(
        request, form, act, page, plan_trail(year)[1], button="Add this aim", caption=page_name(year)
    )


@require_safe
@needs(Permission.WORK_ON_PLAN)
def aim(request: HttpRequest, aim_id: UUID) -> HttpResponse:
    """The aim with everything that stood in it before."""
    one = aim_at(aim_id)
    year = ReportingYear(one.year_ending)
    context = {
        "page": Page.under(one.title, "reports", plan_trail(year)),
        "aim": one,
        "year": year,
        "facts": stands_now(one),
        "before": changes_of(one),
        "carried_to": one.carried_to.filter(taken_back_on=None).first(),
        "writes": may(request.user, Permission.WRITE_REPORT),
    }
    return render(request, "workplan/aim.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
@needs(Permission.WRITE_REPORT)
def change(request: HttpRequest, aim_id: UUID) -> HttpResponse:
    one = aim_at(aim_id)
    year = ReportingYear(one.year_ending)
    form = AimForm(today(request), request.POST or None, aim=one)

    def act() -> None:
        plan.change_aim(
            aim=one,
            values=form.values(),
            themes=form.chosen(),
            seen=form.cleaned_data["seen"],
            by=request.user,
        )

    page = Page.under("Change this aim", "reports", plan_trail(year))
    back = reverse("workplan_aim", args=[one.public_id])
    return answer(
        request, form, act, page, back, caption=page_name(year), stands=lambda: stands_now(aim_at(aim_id))
    )


@require_POST
@needs(Permission.WRITE_REPORT)
def do(request: HttpRequest, aim_id: UUID) -> HttpResponse:
    """Up, down, taken back, put back, or carried to the next year."""
    one, on = aim_at(aim_id), today(request)
    year, following = ReportingYear(one.year_ending), ReportingYear(one.year_ending + 1)
    deeds = {
        "up": (partial(plan.move_aim, aim=one, up=True, by=request.user), "Moved up."),
        "down": (partial(plan.move_aim, aim=one, up=False, by=request.user), "Moved down."),
        "take_back": (
            partial(plan.take_back_aim, aim=one, on=on, by=request.user),
            "Taken back. It stands at the foot of the page, where you can put it back.",
        ),
        "put_back": (partial(plan.put_back_aim, aim=one, by=request.user), "Put back."),
        "carry": (
            partial(plan.carry, aim=one, by=request.user),
            f"Carried: what is not done stands in the plan for {following}.",
        ),
    }
    return done(request, deeds, plan_trail(year)[1])


def page_name(year: ReportingYear) -> str:
    return f"Work plan {year}"


def stands_now(one: Aim) -> list[tuple[str, str]]:
    """The aim as it stands, part by part."""
    named = group_named(one.table, one.group, ReportingYear(one.year_ending)) if one.table else None
    figure = f"{named[0].title}: {named[1].label}" if named else "None"
    themes = ", ".join(theme.name for theme in one.themes.all()) or "None"
    return [("Aim", one.title), ("Why", one.why or "Not said"), ("Themes", themes), ("Figure", figure)]
