"""Mean caseloads of the region: the latest collection up to the end of the year, and the one before it."""

from __future__ import annotations

from typing import Any

from holdfast.casework.publishing.queries import regional_caseloads
from holdfast.indicators.sources import Sources
from holdfast.reports.inputs import Inputs, Regional

#: collections that stand side by side
BESIDE = 2


def part(inputs: Inputs, sources: Sources) -> dict[str, Any]:
    entered = list(regional_caseloads(until=inputs.year.ends))
    days = sorted({one.collected_on for one in entered})[-BESIDE:]
    return {
        "regional": tuple(
            Regional(
                collected=one.collected,
                authority=one.authority,
                role=one.role,
                value=None if one.value is None else float(one.value),
                source=one.source,
                is_us=one.is_us,
            )
            for one in entered
            if one.collected_on in days
        )
    }
