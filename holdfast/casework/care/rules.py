"""What somebody may type about a child's care. A return may say more: what it says is kept, and listed."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

from django.core.exceptions import ValidationError

from holdfast.casework.people.rules import check_code

from .models import Episode

#: the fields of an episode that somebody may correct, and the SSDA903 list their codes come from
CODE_LISTS = {
    "reason_started": "RNE",
    "legal_status": "LS",
    "need": "CIN",
    "place": "PLACE",
    "provider": "PLACE_PROVIDER",
    "reason_ended": "REC",
    "reason_moved": "REASON_PLACE_CHANGE",
}
CORRECTABLE = ("started", "ended", *CODE_LISTS, "home_post", "place_post", "urn")

HEALTH_CORRECTABLE = (
    "sdq_score",
    "sdq_reason",
    "convicted",
    "health_check",
    "immunisations",
    "teeth_check",
    "health_assessment",
    "substance_misuse",
    "intervention_received",
    "intervention_offered",
)
CARE_LEAVER_CORRECTABLE = ("born", "in_touch", "activity", "accommodation")


class EndsBeforeItStarts(ValidationError):
    """An episode cannot end before it began."""

    def __init__(self) -> None:
        super().__init__({"ended": "This episode ends before it began. Check both dates."})


def check_episode(episode: Episode, changes: Mapping[str, Any]) -> None:
    """Raises ValidationError unless what is changed can stand. What a return got wrong elsewhere may wait."""
    facts = {field: changes.get(field, getattr(episode, field)) for field in CORRECTABLE}
    started, ended = facts["started"], facts["ended"]
    if not isinstance(started, date):
        raise ValidationError({"started": "An episode needs the day it began."})
    if {"started", "ended"} & changes.keys() and isinstance(ended, date) and ended < started:
        raise EndsBeforeItStarts
    if {"ended", "reason_ended"} & changes.keys() and bool(ended) != bool(facts["reason_ended"]):
        raise ValidationError({"ended": "Give both the day the episode ended and the reason, or neither."})
    for field, code_list in CODE_LISTS.items():
        if field in changes:
            on = ended if field in ("reason_ended", "reason_moved") and isinstance(ended, date) else started
            check_code(code_list, changes[field] or "", on=on, field=field)


def check_health(changes: Mapping[str, Any]) -> None:
    """Raises ValidationError for a score that is none, or an answer that is neither yes nor no."""
    score = changes.get("sdq_score")
    if score is not None and not (isinstance(score, int) and 0 <= score <= 40):
        raise ValidationError(
            {"sdq_score": "A strengths and difficulties score is a whole number from 0 to 40."}
        )
    for field in HEALTH_CORRECTABLE[2:]:
        if changes.get(field) not in (None, "", "0", "1"):
            raise ValidationError({field: "Answer 1 for yes or 0 for no, or leave it blank."})
