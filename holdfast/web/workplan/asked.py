"""Recommendations: what the board is asked in a year, what it decided, and what came of it."""

from __future__ import annotations

from functools import partial
from uuid import UUID

from django.db.models import prefetch_related_objects
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from holdfast.casework.access.roles import Permission
from holdfast.casework.access.rules import may
from holdfast.casework.improvement import queries
from holdfast.casework.improvement.actions import recommendations
from holdfast.casework.improvement.models import Recommendation
from holdfast.domain.reporting_year import ReportingYear
from holdfast.web.demonstration import authority_of
from holdfast.web.doors import needs
from holdfast.web.page import Page
from holdfast.web.today import today
from holdfast.web.workplan.answering import answer, done
from holdfast.web.workplan.forms import DecisionForm, FollowUpForm, RecommendationForm
from holdfast.web.workplan.linked_figures import LinkedFigures
from holdfast.web.workplan.opened import asked_at, asked_trail, check_offered, years_offered
from holdfast.web.workplan.presenters import asked_in_words, changes_of


@require_safe
@needs(Permission.SEE_PUBLISHED)
def latest(request: HttpRequest) -> HttpResponse:
    """Those of the running year, unless another is chosen or only another has some."""
    on = today(request)
    offered = {year.name: year for year in years_offered(on)}
    if request.GET.get("year", "") in offered:
        return redirect("recommendations_year", offered[request.GET["year"]])
    return redirect("recommendations_year", ReportingYear.of(on))


@require_safe
@needs(Permission.SEE_PUBLISHED)
def of_year(request: HttpRequest, year: ReportingYear) -> HttpResponse:
    """What is asked this year, and what came of what the board decided before."""
    on = today(request)
    offered = check_offered(year, on)
    writes = may(request.user, Permission.WRITE_REPORT)
    before = queries.recommendations([year.ending - 1])
    open_or_before = {one.pk: one for one in (*before, *queries.still_open(year.ending))}
    asked = [asked_in_words(one, on) for one in queries.recommendations([year.ending])]
    earlier = [asked_in_words(one, on) for one in _in_order(open_or_before)]
    context = {
        "page": Page.under(f"Recommendations {year}", "reports"),
        "year": year,
        "years": offered,
        "on": on,
        "asked": asked,
        "earlier": earlier,
        "late": sum(one.is_late for one in (*asked, *earlier)),
        "taken_back": Recommendation.objects.filter(year_ending=year.ending).exclude(taken_back_on=None)
        if writes
        else (),
        "writes": writes,
        "works": may(request.user, Permission.WORK_ON_PLAN),
    }
    return render(request, "workplan/recommendations.html", context)


def _in_order(found: dict[int, Recommendation]) -> list[Recommendation]:
    return sorted(found.values(), key=lambda one: (-one.year_ending, one.order, one.pk))


@require_http_methods(["GET", "HEAD", "POST"])
@needs(Permission.WRITE_REPORT)
def add(request: HttpRequest, year: ReportingYear) -> HttpResponse:
    on = today(request)
    check_offered(year, on)
    form = RecommendationForm(on, request.POST or None)

    def act() -> None:
        recommendations.add_recommendation(year_ending=year.ending, by=request.user, **form.values())

    page = Page.under("Add a recommendation", "reports", asked_trail(year))
    return answer(request, form, act, page, asked_trail(year)[1], button="Add this recommendation")


@require_safe
@needs(Permission.WORK_ON_PLAN)
def one(request: HttpRequest, asked_id: UUID) -> HttpResponse:
    """One recommendation with its decisions and everything said since."""
    asked, on = asked_at(asked_id), today(request)
    prefetch_related_objects([asked], "decisions", "follow_ups__said_by")
    year = ReportingYear(asked.year_ending)
    figures = LinkedFigures(on, year, [(asked.table, asked.group)] if asked.table else [])
    context = {
        "page": Page.under("A recommendation to the board", "reports", asked_trail(year)),
        "asked": asked,
        "year": year,
        "on": on,
        "words": asked_in_words(asked, on),
        "figure": figures.line(asked.table, asked.group) if asked.table else None,
        "decisions": asked.decisions.all(),
        "said": asked.follow_ups.all(),
        "before": changes_of(asked),
        "writes": may(request.user, Permission.WRITE_REPORT),
    }
    return render(request, "workplan/recommendation.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
@needs(Permission.WRITE_REPORT)
def change(request: HttpRequest, asked_id: UUID) -> HttpResponse:
    asked = asked_at(asked_id)
    form = RecommendationForm(today(request), request.POST or None, asked=asked)

    def act() -> None:
        recommendations.change_recommendation(
            recommendation=asked, values=form.values(), seen=form.cleaned_data["seen"], by=request.user
        )

    def stands() -> list[tuple[str, str]]:
        now = asked_at(asked_id)
        return [("Recommendation", now.text), ("Reason", now.reason or "None")]

    page = Page.under("Change this recommendation", "reports", asked_trail(ReportingYear(asked.year_ending)))
    return answer(request, form, act, page, reverse("recommendation", args=[asked_id]), stands=stands)


@require_POST
@needs(Permission.WRITE_REPORT)
def do(request: HttpRequest, asked_id: UUID) -> HttpResponse:
    """Up, down, taken back, put back."""
    asked, on = asked_at(asked_id), today(request)
    given = {"recommendation": asked, "by": request.user}
    deeds = {
        "up": (partial(recommendations.move_recommendation, up=True, **given), "Moved up."),
        "down": (partial(recommendations.move_recommendation, up=False, **given), "Moved down."),
        "take_back": (
            partial(recommendations.take_back_recommendation, on=on, **given),
            "Taken back. It stands at the foot of the page, where you can put it back.",
        ),
        "put_back": (partial(recommendations.put_back_recommendation, **given), "Put back."),
    }
    return done(request, deeds, asked_trail(ReportingYear(asked.year_ending))[1])


@require_http_methods(["GET", "HEAD", "POST"])
@needs(Permission.WRITE_REPORT)
def decide(request: HttpRequest, asked_id: UUID) -> HttpResponse:
    """What a body decided. A decision stays; a later one stands beside it."""
    asked, on = asked_at(asked_id), today(request)
    form = DecisionForm(request.POST or None, initial={"body": authority_of(request).board})

    def act() -> None:
        recommendations.record_decision(recommendation=asked, today=on, by=request.user, **form.cleaned_data)

    page = Page.under("What the board decided", "reports", asked_trail(ReportingYear(asked.year_ending)))
    back = reverse("recommendation", args=[asked_id])
    about = "It stays as it is entered. If the board decides again, enter that as well: the latest counts."
    return answer(request, form, act, page, back, button="Record it", about=about, caption=asked.text)


@require_http_methods(["GET", "HEAD", "POST"])
@needs(Permission.WORK_ON_PLAN)
def follow_up(request: HttpRequest, asked_id: UUID) -> HttpResponse:
    asked, on = asked_at(asked_id), today(request)
    form = FollowUpForm(request.POST or None, initial={"said_on": on})

    def act() -> None:
        recommendations.follow_up(recommendation=asked, today=on, by=request.user, **form.cleaned_data)

    page = Page.under("What became of it", "reports", asked_trail(ReportingYear(asked.year_ending)))
    back = reverse("recommendation", args=[asked_id])
    return answer(request, form, act, page, back, caption=asked.text)
