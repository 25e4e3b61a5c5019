"""What was fed back to services and teams in the year's quarterly packs, and what those who read them did in answer."""

from __future__ import annotations

from typing import Any

from holdfast.casework.editions.packs_queries import Done, done_in_year
from holdfast.indicators.sources import Sources
from holdfast.reports.inputs import FedBack, FedBackAnswer, Inputs


def part(inputs: Inputs, sources: Sources) -> dict[str, Any]:
    """Every quarter of the year, also one of which no pack was sent, as it was known on the day of the records."""
    done = done_in_year(inputs.year_ending, inputs.day)
    quarters = [period.name for period in inputs.year.quarters]
    return {
        "fed_back": tuple(_quarter(name, [one for one in done if one.quarter == name]) for name in quarters)
    }


def _quarter(name: str, done: list[Done]) -> FedBack:
    answers = [one for one in done if one.text]
    return FedBack(
        name,
        received=len({one.receipt for one in done}),
        answered=len({one.receipt for one in answers}),
        answers=tuple(FedBackAnswer(one.role, one.text, one.nothing_needed, one.done_by) for one in answers),
    )
