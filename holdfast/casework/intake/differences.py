"""The list of what differs between a return and what was typed: raised, raised again, or settled by itself."""

from __future__ import annotations

from typing import Any

from django.utils import timezone

from .models import Keep, Mismatch, ReturnIntake
from .standing import Old


class Differences:
    """The mismatches of one kind of record, read once; `write` saves what an import added to them."""

    def __init__(self, record_type: str, intake: ReturnIntake, by: Any) -> None:
        self.record_type, self.intake, self.by = record_type, intake, by
        self._open: dict[tuple[int, str], Mismatch] = {}
        self._answered: dict[tuple[int, str], str] = {}
        for mismatch in Mismatch.objects.filter(record_type=record_type).order_by("id"):
            place = mismatch.record_id, mismatch.field
            if mismatch.settled_at is None:
                self._open[place] = mismatch
            elif mismatch.kept == Keep.OURS:
                self._answered[place] = mismatch.returned
            else:
                self._answered.pop(place, None)
        self._new: list[Mismatch] = []
        self._changed: list[Mismatch] = []

    def differ(self, old: Old, field: str, ours: str, returned: str) -> None:
        """List a difference, unless somebody has already said that ours stands against this very value."""
        place = old.pk, field
        standing = self._open.get(place)
        if standing is not None:
            if (standing.ours, standing.returned) != (ours, returned):
                standing.ours, standing.returned, standing.intake = ours, returned, self.intake
                self._changed.append(standing)
        elif self._answered.get(place) != returned:
            self._new.append(
                Mismatch(
                    intake=self.intake,
                    child_id=old.child_id,
                    record_type=self.record_type,
                    record_id=old.pk,
                    field=field,
                    ours=ours,
                    returned=returned,
                )
            )

    def agree(self, pk: int, field: str) -> None:
        """The two say the same by now: nothing is left to settle."""
        standing = self._open.get((pk, field))
        if standing is not None:
            standing.kept, standing.settled_at, standing.settled_by = Keep.SAME, timezone.now(), self.by
            self._changed.append(standing)

    def write(self) -> int:
        """Save them; returns how many are new."""
        Mismatch.objects.bulk_create(self._new, batch_size=500)
        fields = ["ours", "returned", "intake", "kept", "settled_at", "settled_by"]
        Mismatch.objects.bulk_update(self._changed, fields, batch_size=100)
        return len(self._new)
