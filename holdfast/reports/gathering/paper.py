"""What a board paper says beside its words: headline figures, priorities, links to themes, implications."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from holdfast.casework.improvement.implications import HEADS
from holdfast.casework.improvement.models import BoardPaper
from holdfast.casework.improvement.queries import paper_of, themes
from holdfast.indicators.sources import Sources
from holdfast.reports.inputs import Headline, Implication, Inputs, Paper, ThemeLink


def part(inputs: Inputs, sources: Sources) -> dict[str, Any]:
    return {"paper": paper_line(paper_of(inputs.year_ending))}


def paper_line(kept: BoardPaper | None) -> Paper:
    """A paper as it is printed; where nothing is kept yet, one in which every head is still to be answered."""
    if kept is None:
        return Paper(implications=implications({}))
    known = {str(theme.public_id): theme for theme in themes()}
    return Paper(
        headlines=tuple(Headline(**one) for one in kept.headlines),
        priorities=tuple(kept.priorities),
        links=tuple(
            ThemeLink(known[one["theme"]].name, known[one["theme"]].plan, one["text"])
            for one in kept.links
            if one["theme"] in known
        ),
        implications=implications(kept.implications),
    )


def implications(answered: Mapping[str, Mapping[str, str]]) -> tuple[Implication, ...]:
    """Every head in its order, with its answer or none."""
    return tuple(
        Implication(words, answered.get(key, {}).get("answer", ""), answered.get(key, {}).get("text", ""))
        for key, words in HEADS.items()
    )
