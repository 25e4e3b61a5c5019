"""What was published before of the figures of a report, so that the next one hides the same numbers.

Each report hides enough by itself. Two that hide different numbers of the same figures, because the records or the rule
changed in between, could give both away to whoever lays them side by side: an edition and the next of the same report,
a year and the one after it, the board's paper and the annual report. Whatever was ever published counts, also what was
withdrawn since: it has been read.
"""

from __future__ import annotations

from functools import lru_cache
from typing import Any

from holdfast.casework.editions.queries import ever_published
from holdfast.indicators.sources import Sources
from holdfast.reports import public
from holdfast.reports.inputs import Inputs


def part(inputs: Inputs, sources: Sources) -> dict[str, Any]:
    return {"before": hidden_before(inputs.year_ending)}


def hidden_before(year_ending: int) -> tuple[str, ...]:
    """What published reports hide of a year and the year before it."""
    years = (year_ending - 1, year_ending)
    return tuple(sorted({name for kept in ever_published(year_ending) for name in _told(kept, years)}))


@lru_cache(maxsize=8)
def _told(kept: bytes, years: tuple[int, ...]) -> tuple[str, ...]:
    """What is kept with a published edition does not change, nor what it hides: that is kept with it (``hides``)."""
    return public.protected(Inputs.from_bytes(kept)).told(years)
