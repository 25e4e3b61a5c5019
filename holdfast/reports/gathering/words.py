"""The author's words, and the words the service prefers."""

from __future__ import annotations

from typing import Any

from holdfast.casework.publishing.models import Term
from holdfast.casework.publishing.queries import texts_of
from holdfast.indicators.sources import Sources
from holdfast.reports.inputs import Inputs, TermLine


def part(inputs: Inputs, sources: Sources) -> dict[str, Any]:
    return {
        "texts": texts_of(inputs.year_ending),
        "terms": tuple(
            TermLine(term.preferred, tuple(term.instead_of), term.why) for term in Term.objects.all()
        ),
    }
