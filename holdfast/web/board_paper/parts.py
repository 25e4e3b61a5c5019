"""Three parts of the paper on a page each: its priorities, its links to the council's themes, its implications."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_http_methods

from holdfast.casework.access.roles import Permission
from holdfast.casework.improvement import queries
from holdfast.casework.improvement.actions import paper as actions
from holdfast.casework.improvement.implications import HEADS
from holdfast.casework.improvement.queries import paper_of
from holdfast.domain.reporting_year import ReportingYear
from holdfast.web.board_paper.forms import ImplicationsForm, LinksForm, PrioritiesForm
from holdfast.web.board_paper.opened import check_year, trail
from holdfast.web.doors import needs
from holdfast.web.page import Page
from holdfast.web.today import today
from holdfast.web.workplan.answering import answer


@require_http_methods(["GET", "HEAD", "POST"])
@needs(Permission.WRITE_REPORT)
def priorities(request: HttpRequest, year: ReportingYear) -> HttpResponse:
    """Aims of the next year's plan."""
    check_year(year, today(request))
    aims = list(queries.aims([year.ending + 1]))
    form = PrioritiesForm(aims, request.POST or None, paper=paper_of(year.ending))

    def act() -> None:
        actions.choose_priorities(
            year_ending=year.ending, aims=form.chosen(), seen=form.cleaned_data["seen"], by=request.user
        )

    page = Page.under("Priorities for the coming year", "reports", trail(year))
    about = (
        f"Aims of the work plan {ReportingYear(year.ending + 1)}. The paper names those you tick, in the plan’s order."
        if aims
        else f"The work plan {ReportingYear(year.ending + 1)} has no aim yet. Add its aims first."
    )
    return answer(
        request, form, act, page, trail(year)[1], about=about, template="board_paper/priorities.html"
    )


@require_http_methods(["GET", "HEAD", "POST"])
@needs(Permission.WRITE_REPORT)
def links(request: HttpRequest, year: ReportingYear) -> HttpResponse:
    """How the work serves each theme in force at the end of the year."""
    check_year(year, today(request))
    form = LinksForm(list(queries.themes(year.ends)), request.POST or None, paper=paper_of(year.ending))

    def act() -> None:
        actions.write_links(
            year_ending=year.ending, links=form.links(), seen=form.cleaned_data["seen"], by=request.user
        )

    page = Page.under("Links to the council’s themes", "reports", trail(year))
    about = "Say how the officers’ work serves the theme. A theme left blank is left out of the paper."
    return answer(request, form, act, page, trail(year)[1], about=about)


@require_http_methods(["GET", "HEAD", "POST"])
@needs(Permission.WRITE_REPORT)
def implications(request: HttpRequest, year: ReportingYear) -> HttpResponse:
    """“None” is an answer; blank is not, and a paper with a blank head is not finished."""
    check_year(year, today(request))
    form = ImplicationsForm(request.POST or None, paper=paper_of(year.ending))

    def act() -> None:
        actions.answer_implications(
            year_ending=year.ending, answers=form.answers(), seen=form.cleaned_data["seen"], by=request.user
        )

    def stands() -> list[tuple[str, str]]:
        now = paper_of(year.ending)
        kept = now.implications if now else {}
        said = {key: kept.get(key, {}) for key in HEADS}
        return [
            (words, said[key].get("text") or said[key].get("answer", "").capitalize() or "Not answered")
            for key, words in HEADS.items()
        ]

    page = Page.under("Implications", "reports", trail(year))
    about = "Answer each head. “None” is an answer; a paper with a head left blank cannot be finished."
    return answer(
        request,
        form,
        act,
        page,
        trail(year)[1],
        about=about,
        stands=stands,
        template="board_paper/implications.html",
    )
