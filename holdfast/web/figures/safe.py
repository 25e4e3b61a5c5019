"""Figures as the public may read them, on screen: of everybody who may see figures, and of those who may see no others.

Who may see every figure can look at the safe ones too (``?public=1``), counted from the records as they stand. Who may
see only what is published reads the figures of the published annual reports: what a running count shows from one day
to the next could give back what a report hides.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from typing import Any

from django.http import HttpRequest

from holdfast.casework.access.roles import Permission
from holdfast.casework.access.rules import may
from holdfast.casework.editions.models import Kind
from holdfast.casework.editions.queries import inputs_of, published_for
from holdfast.casework.publishing.public_rule import public_threshold
from holdfast.casework.publishing.queries import published
from holdfast.domain.codesets import ssda903
from holdfast.domain.reporting_year import ReportingYear
from holdfast.indicators.engine import Counted
from holdfast.indicators.publishing.protection import rule
from holdfast.reports import public
from holdfast.reports.comparator_records import comparator_of
from holdfast.reports.gathering.before import hidden_before
from holdfast.reports.inputs import Inputs
from holdfast.web.figures import counting

#: what is kept in the address of every page read this way
QUERY = "?public=1"


@dataclass(frozen=True)
class Reading:
    """How a person reads figures: ``public`` without small numbers, ``chooses`` where they may see the others."""

    public: bool
    chooses: bool

    @property
    def query(self) -> str:
        """What is added to the addresses of the other pages."""
        return QUERY if self.public and self.chooses else ""


def reading(request: HttpRequest) -> Reading:
    """How the figures are asked for."""
    chooses = may(request.user, Permission.SEE_FIGURES)
    return Reading(not chooses or request.GET.get("public") == "1", chooses)


def years(user: Any) -> list[ReportingYear]:
    """The years of which an annual report is published, the latest first."""
    found = published_for(user).filter(kind=Kind.ANNUAL, team="").values_list("year_ending", flat=True)
    return [ReportingYear(ending) for ending in sorted(set(found), reverse=True)]


def inputs(request: HttpRequest, year: ReportingYear, on: date) -> Inputs:
    """The figures of a year and the year before it, without what is hidden."""
    if reading(request).chooses:
        return public.safe(_standing(year, on))
    editions = published_for(request.user).filter(kind=Kind.ANNUAL, team="", year_ending=year.ending)
    latest = editions.order_by("-number").first()
    if latest is None:
        raise LookupError(f"No annual report of {year} is published.")
    return _kept(inputs_of(latest))


def counted(given: Inputs, year: ReportingYear, only: str = "") -> Counted:
    """The year's own figures among them. ``only``: of one table."""
    periods = {period.name for period in (*year.periods, *year.months)}
    figures = [f for f in given.figures if f.period in periods and only in ("", f.table)]
    answers = [a for a in given.answers if a.period in periods and only in ("", a.table)]
    return Counted(figures, answers, list(given.breaks))


def said(given: Inputs) -> str:
    """The rule it was made by."""
    return rule(given.threshold)


def _standing(year: ReportingYear, on: date) -> Inputs:
    """As a report of the year would be printed from today."""
    both = [ReportingYear(year.ending - 1), year]
    found = counting.counted_years(on, [each for each in both if each.ending in ssda903.YEARS])
    return Inputs(
        "annual",
        year.ending,
        day=on,
        figures=tuple(figure for one in reversed(found.values()) for figure in one.figures),
        answers=tuple(found[year].answers),
        breaks=tuple(one for each in found.values() for one in each.breaks),
        comparators=tuple(comparator_of(one) for one in published()),
        threshold=public_threshold(),
        before=hidden_before(year.ending),
    )


@lru_cache(maxsize=4)
def _kept(content: bytes) -> Inputs:
    """An edition that is published does not change any more."""
    return public.safe(Inputs.from_bytes(content))
