"""Reports: what can be read, written, prepared and checked here, by whoever may, and what is published."""

from __future__ import annotations

from dataclasses import dataclass

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import NoReverseMatch, reverse
from django.views.decorators.http import require_safe

from holdfast.casework.access.models import User
from holdfast.casework.access.roles import Permission
from holdfast.casework.access.rules import may
from holdfast.casework.editions.queries import published_for
from holdfast.web.doors import needs
from holdfast.web.editions.presenters import PublishedLine
from holdfast.web.page import Page

_P = Permission


@dataclass(frozen=True)
class Line:
    """A place of the hub: its address, and who may open it."""

    title: str
    about: str
    name: str
    opens: tuple[Permission, ...]

    @property
    def url(self) -> str:
        return reverse(self.name)


#: in the order of the work; a part of the product that is another journey's adds its line here
LINES: tuple[Line, ...] = (
    Line(
        "Annual report",
        "Its figures as they stand today, and the author’s words.",
        "report_latest",
        (_P.SEE_REPORT,),
    ),
    Line(
        "Board paper",
        "Key issues, headline figures, recommendations and what the board decided.",
        "board_paper",
        (_P.SEE_REPORT,),
    ),
    Line(
        "Quarterly packs",
        "What each team learns from a quarter, who received it, and what they did.",
        "packs",
        (_P.WRITE_REPORT, _P.RECEIVE_PACKS),
    ),
    Line(
        "Work plan",
        "Aims, actions, who answers for them, and how far they have come.",
        "workplan",
        (_P.SEE_PUBLISHED,),
    ),
    Line(
        "Recommendations",
        "What the board was asked, what it decided, and what came of it.",
        "recommendations",
        (_P.SEE_PUBLISHED,),
    ),
    Line(
        "Editions",
        "Reports as they stood: prepared, checked, signed off, published, compared.",
        "editions",
        (_P.SEE_REPORT, _P.PUBLISH_REPORT),
    ),
    Line(
        "Check a report",
        "Sums, percentages and numbering of any report: Excel, CSV, Word or a web page.",
        "check_report",
        (_P.WRITE_REPORT, _P.CHECK_REPORT),
    ),
    Line(
        "Published figures",
        "Ours of earlier years, the region’s, the nation’s; printed beside ours.",
        "published",
        (_P.WRITE_REPORT,),
    ),
)


@require_safe
@needs(Permission.SEE_PUBLISHED)
def reports(request: HttpRequest) -> HttpResponse:
    """The way into every report: what this person may open, and what is published for everybody."""
    context = {
        "page": Page.under("Reports", "reports"),
        "lines": lines_for(request.user),
        "published": [PublishedLine(one) for one in published_for(request.user)],
    }
    return render(request, "editions/hub.html", context)


def lines_for(user: User) -> list[Line]:
    """The places this person may open; one that this release does not have is left out."""
    theirs = (line for line in LINES if any(may(user, each) for each in line.opens))
    return [line for line in theirs if _is_there(line.name)]


def _is_there(name: str) -> bool:
    try:
        reverse(name)
    except NoReverseMatch:
        return False
    return True
