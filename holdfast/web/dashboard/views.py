"""The overview: the few figures that matter to somebody’s role, with their trend."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from holdfast.casework.access.roles import Permission, Role
from holdfast.casework.access.rules import may
from holdfast.domain.reporting_year import ReportingYear
from holdfast.indicators.registry import INDICATORS
from holdfast.web.dashboard import completeness, own, safe
from holdfast.web.dashboard.cards import Making
from holdfast.web.dashboard.choices import ALSO_OWN, ANSWERS_FOR_FIGURES, OVERVIEWS, Part, tables_of
from holdfast.web.dashboard.moved_since import moved_since
from holdfast.web.doors import needs
from holdfast.web.figures import counting, opening
from holdfast.web.figures.trend import YEARS_AT_A_GLANCE
from holdfast.web.figures.trend_page import held
from holdfast.web.page import Page
from holdfast.web.today import today


@require_safe
@needs(Permission.SEE_PUBLISHED)
def overview(request: HttpRequest) -> HttpResponse:
    """Counted now for who may see every figure of the service; for everybody else what was published, made safe."""
    parts = OVERVIEWS[Role(request.user.role)]
    sees_all = may(request.user, Permission.SEE_FIGURES)
    context = _counted(request, parts) if sees_all else safe.overview(request.user, parts)
    context["page"] = Page.under("Overview", "overview")
    return render(request, "dashboard/overview.html", context)


def _counted(request: HttpRequest, parts: tuple[Part, ...]) -> dict[str, Any]:
    on, role = today(request), Role(request.user.role)
    year = counting.years(on)[0]
    tables = tables_of(parts)
    told = completeness.tables_with_unknown(year) if role is Role.ANALYST else ()
    asked = [INDICATORS[table] for table in dict.fromkeys((*tables, *told))]
    rows = counting.Rows(on) if role in ANSWERS_FOR_FIGURES else None
    figures = held(asked, year, YEARS_AT_A_GLANCE, on, rows)
    making = Making(
        figures,
        year,
        lambda about: opening.opens(request.user, about),
        sees_tables=True,
        own=own.figures(request.user, on, year, ALSO_OWN & {*tables}) if role is Role.IRO else None,
    )
    return {
        "parts": making.parts(parts),
        "counted": True,
        "year": year,
        "on": on,
        "unfinished": on < year.ends,
        "has_own": role is Role.IRO,
        "is_manager": role is Role.IRO_MANAGER,
        "not_known": completeness.not_known(figures, year) if told else [],
        "moved_since": moved_since(request.user, rows) if rows else None,
        "before": ReportingYear(year.ending - 1),
        "opens": may(request.user, Permission.SEE_ROWS_BEHIND_FIGURES),
    }
