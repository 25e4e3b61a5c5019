"""What a code of participation means, and which answers give it."""

from __future__ import annotations

from datetime import date

from holdfast.casework.people.models import Child
from holdfast.casework.reviews.models import Attended
from holdfast.casework.reviews.participating import WHEN_NOT, WHEN_THERE, code_of
from holdfast.domain import participation


def in_words(code: str) -> str:
    """“PN5: the child was not there, and asked somebody to speak for them”; blank for none."""
    if not code:
        return ""
    known = code in participation.CODES
    return f"{code}: the child {participation.meaning(code)}" if known else f"{code}, which is in no list"


def answers_in_words(child: Child, day: date) -> list[tuple[str, str]]:
    """(“yes:self”, what it comes to) for every pair of answers, so that the page can show it at once."""
    pairs = [(Attended.YES, views) for views in WHEN_THERE] + [(Attended.NO, views) for views in WHEN_NOT]
    return [(f"{there}:{views}", in_words(code_of(child, day, there, views))) for there, views in pairs]
