"""What every move of a concern begins and ends with: hold the row, ask the table, count the step, write the diary."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

from django.db import models

from holdfast.casework.audit.actions import record
from holdfast.casework.provenance.actions import set_fields
from holdfast.casework.resolution import rules
from holdfast.casework.resolution.facts import RECORDS_OF_A_CONCERN, standing_of
from holdfast.casework.resolution.models import Concern
from holdfast.domain.resolution.moves import Move
from holdfast.domain.resolution.standing import Standing


def hold(concern: Concern, move: Move, *, step: int | None, on: date) -> Standing:
    """Read the concern again, keep it from others until the transaction ends, and ask the table of moves.

    ``step``: of the page it was pressed on; None where there was no page. Raises Moved, NotNow, ValidationError.
    """
    concern.refresh_from_db(from_queryset=Concern.objects.select_for_update())
    if step is not None and step != concern.step:
        raise rules.Moved
    concern._prefetched_objects_cache = {}
    models.prefetch_related_objects([concern], *RECORDS_OF_A_CONCERN)
    standing = standing_of(concern, on)
    why = standing.why_not(move)
    if why:
        raise rules.NotNow(why)
    rules.check_day(concern, on)
    return standing


def put(kept: models.Model, values: Mapping[str, Any], by: Any) -> list[str]:
    """Set fields so that what stood there is kept; the names of those that changed."""
    return set_fields(record=kept, values=values, by=by)


def moved(concern: Concern, verb: str, by: Any, **more: Any) -> None:
    """Count the step and write the diary. What was read before the move is forgotten."""
    concern.step += 1
    concern.save(update_fields=["step"])
    concern._prefetched_objects_cache = {}
    record(by=by, verb=verb, subject=concern, detail={"child": concern.child_id, **more})
