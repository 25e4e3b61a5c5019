"""Tables the service typed in for the year, because no record holds their figures."""

from __future__ import annotations

from typing import Any

from holdfast.casework.publishing.queries import typed_tables
from holdfast.indicators.sources import Sources
from holdfast.reports.inputs import Inputs, Typed


def part(inputs: Inputs, sources: Sources) -> dict[str, Any]:
    return {
        "typed": tuple(
            Typed(
                slot=one.slot,
                caption=one.caption,
                columns=tuple(one.columns),
                rows=tuple(tuple(row) for row in one.rows),
                source=one.source,
                base=one.base,
                note=one.note,
            )
            for one in typed_tables(inputs.year_ending)
        )
    }
