"""The conference audit of a quarter: three lists of plans, and what the audit of each found."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Any
from urllib.parse import urlencode
from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_safe

from holdfast.casework.access.roles import Permission
from holdfast.casework.checking import actions
from holdfast.casework.checking.conferences import (
    ListedPlan,
    conference_lists,
    find_listed,
    quarter_named,
    quarter_of,
    read_on,
)
from holdfast.casework.checking.models import Trigger
from holdfast.casework.people.queries import children_for, note_shown, open_child
from holdfast.domain.conference_audit import Listing
from holdfast.domain.reporting_year import Period, ReportingYear
from holdfast.domain.wording import long_date
from holdfast.web.checking.forms import FindingForm
from holdfast.web.checking.meanwhile import STOOD, mark
from holdfast.web.checking.presenters import because
from holdfast.web.demonstration import is_demonstration
from holdfast.web.doors import needs
from holdfast.web.page import Page
from holdfast.web.refusal import attempt
from holdfast.web.spreadsheet import csv_file
from holdfast.web.today import today

#: years whose quarters are offered
YEARS_BACK = 3

FOUND = ("was_right", "finding", "learning")
ABOUT = {
    Listing.ENDED_AT_FIRST: "The plan ended in the quarter, on the day of its first review conference.",
    Listing.OVER_15_MONTHS: "The plan was in force at the end of the quarter and had been for more than 15 months.",
    Listing.REPEAT: "The plan was made in the quarter, within 2 years of the end of an earlier plan of this council.",
}


@dataclass(frozen=True)
class ListTable:
    listing: Listing
    plans: list[ListedPlan]

    @property
    def title(self) -> str:
        return Trigger(str(self.listing)).label

    @property
    def about(self) -> str:
        return ABOUT[self.listing]

    @property
    def looked_at(self) -> int:
        return sum(one.finding is not None for one in self.plans)


@require_safe
@needs(Permission.AUDIT_PEERS)
def lists(request: HttpRequest) -> HttpResponse:
    """Officers find the plans of their own children; the manager finds all."""
    quarter = _quarter(request)
    tables = _tables(request, quarter)
    shown = [one for table in tables for one in table.plans]
    note_shown(to=request.user, verb="conference_audit.listed", children=(one.child.pk for one in shown))
    context = {
        "page": Page.under("Conference audit", "quality", ("Quality", "quality")),
        "quarter": quarter,
        "quarters": [one.name for one in _offered(today(request))],
        "tables": tables,
        "total": len(shown),
        "looked_at": sum(table.looked_at for table in tables),
        "unfinished": quarter_named(quarter.name).ends > quarter.ends,
        "query": urlencode({"quarter": quarter.name}),
        "on": today(request),
    }
    return render(request, "checking/conferences.html", context)


@require_safe
@needs(Permission.AUDIT_PEERS)
def download(request: HttpRequest) -> HttpResponse:
    quarter = _quarter(request)
    found = [one for table in _tables(request, quarter) for one in table.plans]
    note_shown(to=request.user, verb="conference_audit.downloaded", children=(one.child.pk for one in found))
    header = ("Child", "List", "Plan made", "Plan ended", "Because of", "Was it right?", "Found", "Learning")
    name = f"conference-audit-{quarter.name.replace('/', '-').replace(' ', '-').lower()}.csv"
    return csv_file(name, header, map(_cells, found), invented=is_demonstration(request))


def _cells(one: ListedPlan) -> tuple[object, ...]:
    plan, finding = one.protection, one.finding
    return (
        plan.child.number,
        Trigger(str(one.listing)).label,
        plan.started.isoformat(),
        plan.ended.isoformat() if plan.ended else "",
        one.listed.because_of.isoformat(),
        finding.get_was_right_display() if finding else "",
        finding.finding if finding else "",
        finding.learning if finding else "",
    )


@require_http_methods(["GET", "HEAD", "POST"])
@needs(Permission.AUDIT_PEERS)
def finding(request: HttpRequest, plan_id: UUID, trigger: str) -> HttpResponse:
    """One plan on a list: its dates, why it is listed, and what the audit found."""
    quarter = _quarter(request)
    one = find_listed(children_for(request.user), plan_id, quarter, trigger)
    if one is None:
        raise Http404
    open_child(request.user, one.child.public_id, verb="conference_audit.read")
    form = FindingForm(request.POST or None, initial=_stands(one))
    back = f"{reverse('conference_audit')}?{urlencode({'quarter': quarter.name})}"
    stood = mark(one.finding, *FOUND)
    sent = request.method == "POST" and form.is_valid()
    if sent and request.POST.get(STOOD, "") != stood:
        said = f" “{one.finding.finding}”" if one.finding else ""
        form.add_error(
            "finding",
            f"Somebody has written here since you opened this page:{said} Save again to replace it.",
        )
    elif sent and attempt(form, lambda: _note(request, one, quarter, form)):
        messages.success(request, "Saved. What was found stands beside the plan.")
        return redirect(back)
    context = {
        "page": Page.under(
            "What the audit found", "quality", ("Quality", "quality"), ("Conference audit", back)
        ),
        "one": one,
        "child": one.child,
        "quarter": quarter,
        "title": Trigger(trigger).label,
        "rows": _dates(one),
        "form": form,
        "stood": stood,
        "back": back,
    }
    return render(request, "checking/finding.html", context, status=400 if form.errors else 200)


def _note(request: HttpRequest, one: ListedPlan, quarter: Period, form: FindingForm) -> None:
    actions.note_finding(
        protection=one.protection, quarter=quarter, trigger=str(one.listing), on=today(request), by=request.user,
        **form.cleaned_data,
    )  # fmt: skip


def _stands(one: ListedPlan) -> dict[str, Any]:
    found = one.finding
    return {key: getattr(found, key) for key in FOUND} if found else {}


def _dates(one: ListedPlan) -> list[tuple[str, str]]:
    plan = one.protection
    ended = long_date(plan.ended) if plan.ended else "In force"
    first = one.listed.plan.first_review
    rows = [
        ("On the list because", because(one)),
        ("Process opened", long_date(plan.opened_on)),
        ("Plan made", long_date(plan.started)),
        ("Category", plan.get_category_latest_display() or "Not recorded"),
        ("First review conference", long_date(first) if first else "None completed"),
        ("Plan ended", f"{ended}: {plan.reason_ended}" if plan.reason_ended else ended),
    ]
    if one.finding:
        who = one.finding.found_by.name if one.finding.found_by else "the service itself"
        rows.append(("Looked at", f"{long_date(one.finding.found_on)}, by {who}"))
    return rows


def _tables(request: HttpRequest, quarter: Period) -> list[ListTable]:
    found = conference_lists(children_for(request.user), quarter)
    return [ListTable(listing, plans) for listing, plans in found.items()]


def _offered(on: date) -> list[Period]:
    """The quarters that have begun, the newest first."""
    running = ReportingYear.of(on).ending
    years = [ReportingYear(ending) for ending in range(running - YEARS_BACK + 1, running + 1)]
    found = [quarter for year in years for quarter in year.quarters if quarter.starts <= on]
    return found[::-1]


def _quarter(request: HttpRequest) -> Period:
    """The quarter asked for, read on the day the pages speak of; the last that is over, unless another is named.

    Raises Http404 for a name that is none, or a quarter still to come.
    """
    on = today(request)
    wanted = request.GET.get("quarter", "")
    running = quarter_of(on)
    try:
        named = quarter_named(wanted) if wanted else running if on >= running.ends else _offered(on)[1]
    except ValueError:
        raise Http404 from None
    if named.starts > on:
        raise Http404
    return read_on(named, on)
