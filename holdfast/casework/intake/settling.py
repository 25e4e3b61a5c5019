"""What following the return means for the record it speaks of."""

from __future__ import annotations

from typing import Any

from django.utils import timezone

from holdfast.casework.care.models import Episode
from holdfast.casework.care.periods import keep_in_step
from holdfast.casework.provenance.actions import set_fields
from holdfast.casework.provenance.models import EVERY_FIELD, Owner
from holdfast.casework.provenance.queries import model_of
from holdfast.casework.provenance.rules import from_text
from holdfast.casework.reviews.models import Review
from holdfast.casework.reviews.rules import check_day_is_free

from .models import Mismatch


def follow_the_return(mismatch: Mismatch, by: Any) -> None:
    """Put what the return says in the field, which the returns own again; or take back a record it no longer has."""
    model = model_of(mismatch.record_type)
    found = model._base_manager.get(pk=mismatch.record_id)
    if mismatch.field == EVERY_FIELD:
        found.withdrawn_at = timezone.now()
        found.save(update_fields=["withdrawn_at"])
    else:
        value = from_text(model, mismatch.field, mismatch.returned)
        if model is Review and mismatch.field == "held_on":
            check_day_is_free(found.child_id, value, found.kind)
        set_fields(
            record=found,
            values={mismatch.field: value},
            by=by,
            source=Owner.RETURN,
            intake_id=mismatch.intake_id,
        )
    if model is Episode:
        keep_in_step([mismatch.child_id])
