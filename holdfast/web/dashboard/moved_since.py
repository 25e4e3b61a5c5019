"""How many figures of the edition published last are others by now, for those who answer for them.

The edition's two years are counted from the rows that the overview reads for its own figures, and the count is kept in
memory for as long as these rows stand, as the page that tells what moved keeps it. After a change of the records both
years are counted again.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Any

from django.urls import reverse
from django.utils import timezone

from holdfast.casework.editions.models import EditionStep, State
from holdfast.casework.editions.queries import published_for
from holdfast.domain.codesets import ssda903
from holdfast.domain.reporting_year import ReportingYear
from holdfast.reports import moved
from holdfast.reports.editions import AlteredEdition, inputs_of
from holdfast.web.editions.opening import name_of
from holdfast.web.figures.counting import Rows


@dataclass(frozen=True)
class MovedSince:
    """``moved`` of ``of`` figures are others now. ``altered``: why they cannot be compared, blank where they can."""

    name: str
    published_on: date
    url: str
    moved: int = 0
    of: int = 0
    altered: str = ""

    @property
    def how_many(self) -> str:
        return f"{self.moved:,} of {self.every}"

    @property
    def every(self) -> str:
        return f"{self.of:,}"


def moved_since(user: Any, rows: Rows) -> MovedSince | None:
    """Of the edition published last; None where none is published."""
    steps = EditionStep.objects.filter(edition__in=published_for(user).values("pk"), to_state=State.PUBLISHED)
    step = steps.order_by("-id").values_list("edition", "at").first()
    if step is None:
        return None
    edition = published_for(user).get(pk=step[0])
    name, on = name_of(edition), timezone.localdate(step[1])
    try:
        inputs = inputs_of(edition)
    except AlteredEdition as altered:
        return MovedSince(name, on, reverse("edition", args=[edition.public_id]), altered=str(altered))
    years = [ReportingYear(ending) for ending in (inputs.year_ending, inputs.year_ending - 1)]
    now = [one for year in years if year.ending in ssda903.YEARS for one in rows.counted(year).figures]
    url = reverse("edition_moved", args=[edition.public_id])
    return MovedSince(name, on, url, len(moved.changed(inputs.figures, now)), len(inputs.figures))
