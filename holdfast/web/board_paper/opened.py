"""The board paper of a year as it stands: its inputs, what is kept of it, and where it hangs."""

from __future__ import annotations

from datetime import date

from django.http import Http404, HttpRequest
from django.urls import reverse

from holdfast.casework.improvement.models import BoardPaper
from holdfast.casework.improvement.queries import paper_of
from holdfast.casework.provenance.queries import last_change
from holdfast.domain.reporting_year import ReportingYear
from holdfast.reports.gathering import gather
from holdfast.reports.inputs import Inputs
from holdfast.web.demonstration import authority_of
from holdfast.web.figures import counting


def years(on: date) -> list[ReportingYear]:
    return counting.years(on)


def check_year(year: ReportingYear, on: date) -> None:
    """Raises Http404 for a year that cannot be asked for."""
    if year not in counting.years(on):
        raise Http404


def inputs_of(request: HttpRequest, year: ReportingYear, on: date) -> Inputs:
    """Everything the paper would be printed from now."""
    return gather("board", year, counting.sources(on), authority_of(request), day=on)


def kept(year: ReportingYear) -> tuple[BoardPaper | None, int | None]:
    """What is kept of the paper, and the id of its last change, which a form carries along."""
    paper = paper_of(year.ending)
    return paper, last_change(paper) if paper else None


def trail(year: ReportingYear) -> tuple[str, str]:
    return (f"Board paper {year}", reverse("board_paper_year", args=[year]))
