"""Inviting people to a review: the day is noted; those with an e-mail address get the invitation by e-mail."""

from __future__ import annotations

from datetime import date
from typing import Any

from holdfast.casework.preparing import actions
from holdfast.casework.preparing.models import Invitee
from holdfast.casework.reviews.models import Review


def invite(*, review: Review, invitees: list[Invitee], on: date, by: Any) -> str:
    """Note the invitation; what to say of it."""
    count = actions.invite(invitees=invitees, on=on, by=by)
    return f"Saved for {count} {'person' if count == 1 else 'people'}."
