"""Figures of the year and of the year before, and what others published beside them."""

from __future__ import annotations

from typing import Any

from holdfast.casework.publishing.public_rule import public_threshold
from holdfast.casework.publishing.queries import published
from holdfast.domain.codesets import ssda903
from holdfast.domain.reporting_year import ReportingYear
from holdfast.indicators.engine import Counted
from holdfast.indicators.sources import Sources
from holdfast.reports.comparator_records import comparator_of
from holdfast.reports.inputs import Inputs
from holdfast.snapshot import counted as remembered


def part(inputs: Inputs, sources: Sources) -> dict[str, Any]:
    counted, earlier = remembered.counted(sources, inputs.year), _earlier(inputs.year, sources)
    return {
        "figures": (*counted.figures, *earlier.figures),
        "answers": tuple(counted.answers),
        "breaks": (*earlier.breaks, *counted.breaks),
        "comparators": tuple(comparator_of(figure) for figure in published()),
        "threshold": public_threshold(),
    }


def _earlier(year: ReportingYear, sources: Sources) -> Counted:
    """Figures of the year before, to stand beside the year's where nothing was published."""
    before = ReportingYear(year.ending - 1)
    return remembered.counted(sources, before) if before.ending in ssda903.YEARS else Counted([], [])
