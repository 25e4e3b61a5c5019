"""Monitors over a quarter or year: the share finished, by officer and in all, and those missing, the oldest first."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_safe

from holdfast.casework.access.roles import Permission
from holdfast.casework.access.rules import may
from holdfast.casework.monitors.models import MonitorKind
from holdfast.casework.monitors.queries import Completion, completion
from holdfast.casework.people.queries import children_for, note_shown
from holdfast.casework.reviews.models import Review
from holdfast.web.demonstration import is_demonstration
from holdfast.web.doors import needs
from holdfast.web.listing import listing
from holdfast.web.monitor import periods
from holdfast.web.monitor.filters import NOBODY, Filters
from holdfast.web.monitor.share import Share, how_long_ago
from holdfast.web.page import Page
from holdfast.web.spreadsheet import csv_file
from holdfast.web.today import today

CSV_HEADER = ("Child", "Number", "Review", "Completed on", "Officer", "Monitor")


@dataclass(frozen=True)
class Missing:
    """A completed review without a finished monitor."""

    review: Review
    officer: str
    on: date

    @property
    def state(self) -> str:
        begun = getattr(self.review, "monitor", None) is not None
        return "Half done" if begun else "Not begun"

    @property
    def url(self) -> str:
        return reverse("monitor", args=[self.review.public_id])

    @property
    def ago(self) -> str:
        return how_long_ago(self.review.completed_on, self.on)


class MonitorList:
    """What the page shows for one choice of filters. At most 3 queries."""

    def __init__(self, user: Any, filters: Filters, on: date) -> None:
        self.filters, self.on = filters, on
        self.period = filters.span(on)
        last = min(self.period.ends, on)
        self._every = completion(children_for(user), self.period.starts, last, filters.kind)

    @property
    def _chosen(self) -> list[Completion]:
        wanted = self.filters.officer
        return [one for one in self._every if not wanted or _key(one) == wanted]

    @property
    def shares(self) -> list[Share]:
        return [
            Share(_name(one), one.finished, one.completed, self.filters.with_(officer=_key(one)))
            for one in self._chosen
        ]

    @property
    def total(self) -> Share:
        every = self._chosen
        return Share("All", sum(one.finished for one in every), sum(one.completed for one in every))

    @property
    def missing(self) -> list[Missing]:
        """The oldest first."""
        found = [Missing(review, _name(one), self.on) for one in self._chosen for review in one.missing]
        return sorted(found, key=lambda one: (one.review.completed_on, str(one.review.child)))

    @property
    def period_words(self) -> str:
        return periods.words(self.period)

    @property
    def choices(self) -> dict[str, list[dict[str, Any]]]:
        """The lists to choose from; officers who have a review in the period."""
        offered = ((key, periods.words(one)) for key, one in periods.offered(self.on).items())
        return {
            "period": _choices(offered, self.filters.period),
            "officer": _choices(((_key(one), _name(one)) for one in self._every), self.filters.officer),
            "kind": _choices(MonitorKind.choices, self.filters.kind),
        }


def _choices(pairs: Any, chosen: str) -> list[dict[str, Any]]:
    return [{"value": value, "label": label, "chosen": value == chosen} for value, label in pairs]


def _key(one: Completion) -> str:
    return str(one.officer.public_id) if one.officer else NOBODY


def _name(one: Completion) -> str:
    return one.officer.name if one.officer else "Nobody is known"


@require_safe
@needs(Permission.FILL_MONITORS)
def monitors(request: HttpRequest) -> HttpResponse:
    """An officer finds the reviews of their own children, a manager those of the service."""
    on = today(request)
    filters = Filters.read(request.GET, on)
    shown = MonitorList(request.user, filters, on)
    page = listing(shown.missing, filters.page, lambda number: filters.with_(page=number))
    note_shown(to=request.user, verb="monitors.listed", children=(one.review.child_id for one in page.rows))
    context = {
        "page": Page.under("Monitors", "quality", ("Quality", "quality")),
        "list": shown,
        "listing": page,
        "filters": filters,
        "everybody": filters.with_(officer=""),
        "download": reverse("monitors_download") + filters.with_(),
        "sees_all": may(request.user, Permission.SEE_ALL_CHILDREN),
        "on": on,
    }
    return render(request, "monitor/monitors.html", context)


@require_safe
@needs(Permission.FILL_MONITORS)
def download(request: HttpRequest) -> HttpResponse:
    """The missing ones of the list, all its pages, as CSV."""
    on = today(request)
    shown = MonitorList(request.user, Filters.read(request.GET, on), on)
    missing = shown.missing
    note_shown(to=request.user, verb="monitors.downloaded", children=(one.review.child_id for one in missing))
    return csv_file("monitors.csv", CSV_HEADER, _csv_rows(missing), invented=is_demonstration(request))


def _csv_rows(missing: list[Missing]) -> Iterator[tuple[object, ...]]:
    for one in missing:
        child = one.review.child
        yield (
            child.name,
            child.number,
            one.review.get_kind_display(),
            one.review.completed_on.isoformat(),
            one.officer,
            one.state,
        )
