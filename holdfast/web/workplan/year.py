"""The plan of a year: aims with their actions, how far each is, and the figure each is to move."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_safe

from holdfast.casework.access.roles import Permission
from holdfast.casework.access.rules import may
from holdfast.casework.improvement import queries
from holdfast.domain.reporting_year import ReportingYear
from holdfast.web.doors import needs
from holdfast.web.page import Page
from holdfast.web.today import today
from holdfast.web.workplan.linked_figures import LinkedFigures
from holdfast.web.workplan.opened import check_offered, years_offered
from holdfast.web.workplan.presenters import aims_in_words, filtered, standing_of


@require_safe
@needs(Permission.SEE_PUBLISHED)
def latest(request: HttpRequest) -> HttpResponse:
    """The running year's plan, unless another is chosen or only another is there."""
    on = today(request)
    offered = {year.name: year for year in years_offered(on)}
    if request.GET.get("year", "") in offered:
        return redirect("workplan_year", offered[request.GET["year"]])
    with_plan = queries.years_with_plans()
    running = ReportingYear.of(on).ending
    chosen = running if running in with_plan or not with_plan else with_plan[0]
    return redirect("workplan_year", ReportingYear(chosen))


@require_safe
@needs(Permission.SEE_PUBLISHED)
def plan(request: HttpRequest, year: ReportingYear) -> HttpResponse:
    """The aims of a year. Figures stand beside them for those who may see figures, progress for who works on it."""
    on = today(request)
    offered = check_offered(year, on)
    aims = list(queries.aims([year.ending]))
    sees_figures = may(request.user, Permission.SEE_FIGURES)
    figures = LinkedFigures(on, year, [(a.table, a.group) for a in aims if a.table]) if sees_figures else None
    every = aims_in_words(aims, on, figures)
    theme, owner = request.GET.get("theme", ""), request.GET.get("owner", "")
    writes = may(request.user, Permission.WRITE_REPORT)
    context = {
        "page": Page.under(f"Work plan {year}", "reports"),
        "year": year,
        "years": offered,
        "on": on,
        "aims": filtered(every, theme, owner),
        "standing": standing_of(every),
        "themes": _themes(aims, theme),
        "owners": _owners(aims, owner),
        "is_filtered": bool(theme or owner),
        "taken_back": queries.taken_back(year.ending) if writes else ((), ()),
        "writes": writes,
        "works": may(request.user, Permission.WORK_ON_PLAN),
    }
    return render(request, "workplan/plan.html", context)


def _themes(aims: list, chosen: str) -> list[dict[str, object]]:
    found = {str(theme.public_id): theme.name for aim in aims for theme in aim.themes.all()}
    return [{"value": key, "label": name, "chosen": key == chosen} for key, name in found.items()]


def _owners(aims: list, chosen: str) -> list[dict[str, object]]:
    found = sorted({action.owner for aim in aims for action in aim.actions.all()})
    return [{"value": one, "label": one, "chosen": one == chosen} for one in found]
