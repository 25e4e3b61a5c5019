"""Pausing the clock with a reason, and letting it run again. The total goes on in view."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

from django.db import transaction

from holdfast.casework.resolution import rules
from holdfast.casework.resolution.models import Concern, Pause
from holdfast.domain.resolution.moves import Move

from .holding import hold, moved, put


@transaction.atomic
def pause(*, concern: Concern, why: str, on: date, by: Any, step: int | None = None) -> Pause:
    """The clock stands still from ``on``, that day included.

    Raises NotNow, Moved, ValidationError, NotAllowed, NotYours.
    """
    rules.check_officer(by, concern.child_id)
    hold(concern, Move.PAUSE, step=step, on=on)
    why = rules.check_reason(why, "why", "Say why the clock is to stand still.")
    made = Pause.objects.create(concern=concern, starts=on, why=why)
    moved(concern, "concern.paused", by)
    return made


@transaction.atomic
def resume(*, concern: Concern, on: date, by: Any, step: int | None = None) -> None:
    """The clock runs again and ``on`` is used, but for a pause of that same day, which keeps its one day."""
    rules.check_officer(by, concern.child_id)
    hold(concern, Move.RESUME, step=step, on=on)
    for one in concern.pauses.all():
        if one.ends is None:
            put(one, {"ends": max(one.starts, on - timedelta(days=1))}, by)
    moved(concern, "concern.resumed", by)
