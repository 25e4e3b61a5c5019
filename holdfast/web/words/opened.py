"""A place for the author's words, opened: the report it stands in, what it was last, and what speaks to it."""

from __future__ import annotations

import uuid
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from django.http import Http404, HttpRequest
from django.urls import reverse

from holdfast.domain.reporting_year import ReportingYear
from holdfast.reports import kinds
from holdfast.reports.annual.build import slots_of
from holdfast.reports.content import AuthorText
from holdfast.reports.gathering import gather
from holdfast.reports.inputs import Inputs
from holdfast.reports.live_book import LiveBook
from holdfast.reports.written import kind_of
from holdfast.web.demonstration import authority_of
from holdfast.web.figures import counting


@dataclass(frozen=True)
class Written:
    """A report of one kind as it would be printed today, and its places for the author's words in print order."""

    inputs: Inputs

    @cached_property
    def book(self) -> LiveBook:
        return LiveBook(self.inputs)

    @cached_property
    def places(self) -> list[AuthorText]:
        return slots_of(kinds.document(self.inputs))

    def place(self, slot: str) -> AuthorText:
        """One place. Raises Http404 where the report has none of that name."""
        found = next((one for one in self.places if one.key == slot), None)
        if found is None:
            raise Http404
        return found

    def after(self, slot: str) -> AuthorText | None:
        """The place that follows in print, if any."""
        keys = [one.key for one in self.places]
        nth = keys.index(slot) + 1
        return self.places[nth] if nth < len(keys) else None


def open_report(request: HttpRequest, year: ReportingYear, on: date, slot: str = "") -> Written:
    """The report a place belongs to, gathered from the records of this moment; the annual one without a place.

    Raises Http404 for a year that cannot be asked for.
    """
    if year not in counting.years(on):
        raise Http404
    kind, quarter = kind_of(slot)
    sources = counting.sources(on)
    return Written(gather(kind, year, sources, authority_of(request), day=on, quarter=quarter))


def home_of(year: ReportingYear, slot: str) -> tuple[str, str]:
    """The page a place is reached from: its title and its address."""
    if kind_of(slot)[0] == "board":
        return (f"Board paper {year}", reverse("board_paper_year", args=[year]))
    return (f"Annual report {year}", reverse("report", args=[year]))


def draft_of(year: ReportingYear, slot: str) -> str:
    """Under which name somebody's unsaved words of a place are kept."""
    return f"words:{uuid.uuid5(uuid.NAMESPACE_OID, f'{year.ending}/{slot}')}"
