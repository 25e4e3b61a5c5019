"""My work: for each role what must be done, what waits, and what is coming."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from holdfast.casework.access.roles import Role
from holdfast.web.home import desks
from holdfast.web.home.team import team
from holdfast.web.page import Page

Desk = Callable[[HttpRequest], dict[str, Any]]

DESKS: dict[Role, tuple[str, Desk]] = {
    Role.IRO: ("home/desk.html", desks.officer),
    Role.SOCIAL_WORKER: ("home/desk.html", desks.social_worker),
    Role.TEAM_MANAGER: ("home/desk.html", desks.team_manager),
    Role.SENIOR_MANAGER: ("home/answers_desk.html", desks.senior_manager),
    Role.BUSINESS_SUPPORT: ("home/desk.html", desks.business_support),
    Role.IRO_MANAGER: ("home/team_desk.html", team),
    Role.ANALYST: ("home/data_desk.html", desks.data),
    Role.BOARD_READER: ("home/board_desk.html", desks.board),
}


@require_safe
def home(request: HttpRequest) -> HttpResponse:
    """Each role's own desk."""
    template, desk = DESKS[Role(request.user.role)]
    return render(request, template, {"page": Page("My work", "home"), **desk(request)})
