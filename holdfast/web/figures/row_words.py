"""What stands in the rows behind a number, in words: codes of concerns, answers and tiers as people say them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from holdfast.casework.resolution.categories import category_labels
from holdfast.casework.resolution.models import Effect
from holdfast.domain.tiers import Tier
from holdfast.indicators.concerns import FORMAL_STAGES
from holdfast.indicators.monitors import RATINGS

_TIERS = {str(tier): tier.words for tier in Tier}
_YES_NO = {"yes": "Yes", "no": "No", "unknown": "Not known", "na": "Not applicable"}
_LAST = FORMAL_STAGES[-1]

#: column -> code -> words
WORDS: dict[str, dict[Any, str]] = {
    "effect": dict(Effect.choices),
    "from_tier": _TIERS,
    "to_tier": _TIERS,
    "legal_status_right": _YES_NO,
    "placement_meets_needs": _YES_NO,
    "corporate_parenting": RATINGS,
    "care_plan_quality": RATINGS,
    "education_plan": {"there": "There", "not_there": "Not there", "not_needed": "Not needed"},
    "highest": {0: "Informal"} | {n: f"Stage {n}{' or later' if n == _LAST else ''}" for n in FORMAL_STAGES},
}


def words_of(rows: Iterable[Mapping[str, Any]]) -> dict[str, dict[Any, str]]:
    """Words by column for these rows; one query where they name a category of concern, else none."""
    named = any(row.get("category") for row in rows)
    return WORDS | ({"category": category_labels()} if named else {})
