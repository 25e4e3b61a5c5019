"""The figures of an edition counted again, from the rows kept with it, with the program as it is now.

Where they are others than those kept, a definition or the program changed since; the edition prints what was kept.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from holdfast.casework.editions.models import Edition
from holdfast.domain.codesets import ssda903
from holdfast.domain.reporting_year import ReportingYear
from holdfast.indicators.figure import Figure
from holdfast.indicators.sources import Sources
from holdfast.reports import moved
from holdfast.reports.editions import AlteredEdition, inputs_of, sources_of
from holdfast.reports.gathering import pack
from holdfast.reports.inputs import Inputs
from holdfast.reports.moved import ChangedFigure
from holdfast.snapshot import counted as remembered
from holdfast.snapshot.kept import Altered


@dataclass(frozen=True)
class Verified:
    """What came of counting one edition again. ``altered``: why it could not be, blank where it was."""

    edition: Edition
    figures: int = 0
    differing: tuple[ChangedFigure, ...] = ()
    altered: str = ""

    @property
    def holds(self) -> bool:
        """Whether what is kept is what was kept, and is counted so today."""
        return not self.altered and not self.differing


def recounted(inputs: Inputs, sources: Sources, only: Iterable[str] | None = None) -> tuple[Figure, ...]:
    """The figures of kept inputs counted again from the rows they were counted from; of these tables only, if given."""
    if inputs.kind == "quarterly":
        wanted = None if only is None else set(only)
        again = pack.recounted(inputs, sources)
        return tuple(one for one in again if wanted is None or one.table in wanted)
    years = [ReportingYear(ending) for ending in (inputs.year_ending, inputs.year_ending - 1)]
    held = [year for year in years if year.ending in ssda903.YEARS]
    tables = None if only is None else sorted(only)
    return tuple(one for year in held for one in remembered.counted(sources, year, tables).figures)


def verify(edition: Edition) -> Verified:
    """Whether an edition's digests hold, and its kept rows give its kept figures."""
    try:
        inputs, sources = inputs_of(edition), sources_of(edition.snapshot)
    except (Altered, AlteredEdition) as altered:
        return Verified(edition, altered=str(altered))
    figures: Iterable[Figure] = recounted(inputs, sources)
    return Verified(edition, len(inputs.figures), tuple(moved.changed(inputs.figures, figures)))
