"""The way to an edition: what is not this person's to see answers like what is not there."""

from __future__ import annotations

from uuid import UUID

from django.http import Http404, HttpRequest
from django.urls import reverse

from holdfast.casework.access.roles import Permission
from holdfast.casework.editions.models import Edition
from holdfast.casework.editions.queries import find_edition, find_published
from holdfast.domain.reporting_year import ReportingYear
from holdfast.web.page import Page

#: who may open the list of editions and one of them
SEES = (Permission.SEE_REPORT, Permission.PUBLISH_REPORT)


def opened(request: HttpRequest, edition_id: UUID) -> Edition:
    """One edition this person may see. Raises Http404."""
    found = find_edition(request.user, edition_id)
    if found is None:
        raise Http404
    return found


def opened_published(request: HttpRequest, edition_id: UUID) -> Edition:
    """One edition that is published now. Raises Http404."""
    found = find_published(request.user, edition_id)
    if found is None:
        raise Http404
    return found


def report_name(edition: Edition) -> str:
    """“Annual report 2016/17”, “Quarterly pack 2016/17 Q3, North team”."""
    quarter = f" Q{edition.quarter}" if edition.quarter else ""
    team = f", {edition.team}" if edition.team else ""
    return f"{edition.get_kind_display()} {ReportingYear(edition.year_ending)}{quarter}{team}"


def name_of(edition: Edition) -> str:
    """“Annual report 2016/17, edition 2”."""
    return f"{report_name(edition)}, edition {edition.number}"


def under(edition: Edition, title: str) -> Page:
    """A page below an edition's own."""
    trail = (("Reports", "reports"), ("Editions", "editions"))
    return Page.under(
        title, "reports", *trail, (name_of(edition), reverse("edition", args=[edition.public_id]))
    )
