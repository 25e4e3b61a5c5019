"""The sections in the service's own order: the year's choices, or those of the latest year before it."""

from __future__ import annotations

from typing import Any

from holdfast.casework.publishing.queries import choices_of
from holdfast.indicators.sources import Sources
from holdfast.reports.inputs import Inputs, SectionOf


def part(inputs: Inputs, sources: Sources) -> dict[str, Any]:
    return {"template": template(inputs.kind, inputs.year_ending)}


def template(kind: str, year_ending: int) -> tuple[SectionOf, ...]:
    """The choices in order; none where the service never chose anything."""
    return tuple(
        SectionOf(one.key, one.title, one.prompt, one.hidden, one.added)
        for one in choices_of(kind, year_ending)
    )
