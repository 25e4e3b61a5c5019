"""Praise on “My work”: what somebody and those they manage were praised for of late."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from django.db.models import Q

from holdfast.casework.access.roles import Permission
from holdfast.casework.access.rules import may
from holdfast.casework.footprint.models import Praise
from holdfast.casework.footprint.queries import praise_received

#: how long praise that was read stays on the desk, and how much of it stands there
LATELY = timedelta(days=28)
SHOWN = 5


@dataclass(frozen=True)
class PraiseOnDesk:
    """``new``: how many of these the reader was praised for and has not opened. No child is named here."""

    rows: tuple[Praise, ...]
    total: int
    new: int


def praise_on_desk(user: Any, on: date) -> PraiseOnDesk | None:
    """What was given in four weeks, or is not read yet; None where there is none. At most one query."""
    if not may(user, Permission.SEE_CONCERNS):
        return None
    fresh = Q(worker__user=user, seen_on=None)
    found = list(praise_received(user).filter(fresh | Q(given_on__gte=on - LATELY)))
    if not found:
        return None
    new = sum(one.seen_on is None and one.worker.user_id == user.pk for one in found)
    return PraiseOnDesk(tuple(found[:SHOWN]), len(found), new)
