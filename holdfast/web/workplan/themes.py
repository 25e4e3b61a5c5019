"""The themes of the council plan and of the strategy, each with the days it holds."""

from __future__ import annotations

from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_safe

from holdfast.casework.access.roles import Permission
from holdfast.casework.access.rules import may
from holdfast.casework.improvement.actions.themes import add_theme, change_theme
from holdfast.casework.improvement.queries import themes
from holdfast.domain.wording import long_date
from holdfast.web.doors import needs
from holdfast.web.page import Page
from holdfast.web.today import today
from holdfast.web.workplan.answering import answer
from holdfast.web.workplan.forms import ThemeForm
from holdfast.web.workplan.opened import theme_at

TRAIL = (("Work plan", "workplan"), ("Themes of the council", "workplan_themes"))


@require_safe
@needs(Permission.WORK_ON_PLAN)
def listed(request: HttpRequest) -> HttpResponse:
    grouped: dict[str, list] = {}
    for theme in themes():
        grouped.setdefault(theme.plan, []).append(theme)
    context = {
        "page": Page.under("Themes of the council", "reports", TRAIL[0]),
        "plans": list(grouped.items()),
        "on": today(request),
        "writes": may(request.user, Permission.WRITE_REPORT),
    }
    return render(request, "workplan/themes.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
@needs(Permission.WRITE_REPORT)
def add(request: HttpRequest) -> HttpResponse:
    form = ThemeForm(request.POST or None)

    def act() -> None:
        add_theme(by=request.user, **form.values())

    page = Page.under("Add a theme", "reports", *TRAIL)
    return answer(request, form, act, page, reverse("workplan_themes"), button="Add this theme")


@require_http_methods(["GET", "HEAD", "POST"])
@needs(Permission.WRITE_REPORT)
def change(request: HttpRequest, theme_id: UUID) -> HttpResponse:
    """Other words or days; the last day ends it."""
    one = theme_at(theme_id)
    given = {"name": one.name, "plan": one.plan, "from_date": one.from_date, "to_date": one.to_date}
    form = ThemeForm(request.POST or None, record=one, initial=given)

    def act() -> None:
        change_theme(theme=one, values=form.values(), seen=form.cleaned_data["seen"], by=request.user)

    def stands() -> list[tuple[str, str]]:
        now = theme_at(theme_id)
        last = long_date(now.to_date) if now.to_date else "Holds on"
        return [("Theme", now.name), ("Plan", now.plan), ("From", long_date(now.from_date)), ("To", last)]

    page = Page.under("Change this theme", "reports", *TRAIL)
    return answer(request, form, act, page, reverse("workplan_themes"), stands=stands)
