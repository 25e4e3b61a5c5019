"""The overview of whoever may see only what is published: the figures of the latest report, as the public reads them.

They are not counted anew. What a running count shows from one day to the next could give back what the published
report hides; the figures of the edition that everybody has read give away nothing more.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from typing import Any

from holdfast.casework.editions.models import Edition, EditionStep, Kind, State
from holdfast.casework.editions.queries import inputs_of, published_for
from holdfast.domain.reporting_year import ReportingYear
from holdfast.indicators.figure import Shown
from holdfast.reports import public
from holdfast.reports.inputs import Inputs
from holdfast.web.dashboard.cards import Making
from holdfast.web.dashboard.choices import Part
from holdfast.web.figures.trend import YEARS_AT_A_GLANCE, Held
from holdfast.web.figures.trend_words import HIDDEN_MEANS


@dataclass(frozen=True)
class Published:
    """The edition the figures come from."""

    edition: Edition
    published_on: date | None
    inputs: Inputs  # as the public may read them

    @property
    def kind(self) -> str:
        """“annual report”, in the middle of a sentence."""
        return self.edition.get_kind_display().lower()


def latest(user: Any) -> Published | None:
    """The annual report published last of the latest year, made safe; None where none is published."""
    found = published_for(user).filter(kind=Kind.ANNUAL, team="").order_by("-year_ending", "-number").first()
    if found is None:
        return None
    step = EditionStep.objects.filter(edition=found, to_state=State.PUBLISHED).order_by("-id").first()
    return Published(found, step.at.date() if step else None, _safe(inputs_of(found)))


def overview(user: Any, parts: tuple[Part, ...]) -> dict[str, Any]:
    """What the page needs: the cards of the published figures, none of which opens a row."""
    found = latest(user)
    if found is None:
        return {"parts": [], "counted": False, "edition": None}
    inputs = found.inputs
    years = [ReportingYear(inputs.year.ending - back) for back in range(YEARS_AT_A_GLANCE)]
    figures: tuple[Shown, ...] = inputs.figures
    held = Held(figures, years, inputs.day, inputs.breaks, inputs.comparators)
    making = Making(held, inputs.year, lambda about: False, sees_tables=False)
    return {
        "parts": making.parts(parts),
        "counted": False,
        "edition": found,
        "year": inputs.year,
        "hides": f"{HIDDEN_MEANS}.",
    }


@lru_cache(maxsize=4)
def _safe(content: bytes) -> Inputs:
    """The same content is made safe once: an edition that is published does not change any more."""
    return public.safe(Inputs.from_bytes(content))
