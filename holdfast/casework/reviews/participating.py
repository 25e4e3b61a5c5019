"""How the child took part, worked out from the plain answers at each meeting. The law is `domain.participation`."""

from __future__ import annotations

from datetime import date
from typing import Any

from django.core.exceptions import ValidationError

from holdfast.casework.people.models import Child
from holdfast.casework.provenance.actions import set_fields
from holdfast.domain import ages, participation

from .models import Attended, Review, ViewsBy
from .queries import held_meetings

#: how a child who was there, and one who was not, may have got views across
WHEN_THERE = (ViewsBy.SELF, ViewsBy.SPOKEN_FOR, ViewsBy.WITHOUT_SPEECH, ViewsBy.NOT_THERE_YET)
WHEN_NOT = (ViewsBy.BRIEFED, ViewsBy.SENT, ViewsBy.NOT_SENT)


def age_on(child: Child, day: date) -> int | None:
    """Completed years; None when the date of birth is not recorded, or lies after the day."""
    return ages.completed_years(child.born, day) if child.born and child.born <= day else None


def is_under_four(child: Child, day: date) -> bool:
    """Too young to be asked: the review counts as PN0."""
    return child.born is not None and (
        child.born > day or ages.completed_years(child.born, day) < participation.ASKED_FROM
    )


def code_of(child: Child, day: date, there: str, views_by: str) -> str:
    """The code of one meeting; blank as long as the answers do not tell."""
    if is_under_four(child, day):
        return "PN0"
    if there not in Attended.values or views_by not in ViewsBy.values:
        return ""
    age = age_on(child, day)
    return participation.code_for(age, there == Attended.YES, views_by)


def check_answers(child: Child, day: date, there: str, views_by: str) -> None:
    """Raises ValidationError (field -> sentence) for answers that do not go together, or are missing."""
    if is_under_four(child, day):
        return
    if there not in Attended.values:
        raise ValidationError({"child_there": "Say whether the child was there."})
    fitting = WHEN_THERE if there == Attended.YES else WHEN_NOT
    if views_by not in fitting:
        whether = "was" if there == Attended.YES else "was not"
        raise ValidationError(
            {
                "views_by": f"Say how the child got views across; choose an answer for a child who {whether} there."
            }
        )


def derived(review: Review) -> str:
    """The code of the whole review: the fullest across its meetings; blank before the first."""
    codes = [code_of(review.child, m.held_on, m.child_there, m.views_by) for m in held_meetings(review)]
    known = [code for code in codes if code]
    return participation.fullest(known) if known else ""


def derive(review: Review, by: Any) -> None:
    """Put the derived code on the review, unless somebody chose another with a reason. Inside an action only."""
    if not review.participation_reason:
        set_fields(record=review, values={"participation": derived(review)}, by=by)


def codes_allowed(child: Child, day: date) -> tuple[str, ...]:
    """The codes that pass the national checks for this child on the day."""
    age = age_on(child, day)
    birthday = age == participation.ASKED_FROM and ages.birthday(child.born, age) == day
    return participation.allowed_codes(age, on_fourth_birthday=birthday)
