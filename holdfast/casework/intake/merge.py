"""Bring what the returns say into the record: add, change what a return owns, list what differs from what was typed."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from functools import cached_property
from typing import Any

from django.utils import timezone

from holdfast.casework.provenance.bulk import add_rows, update_rows
from holdfast.casework.provenance.models import EVERY_FIELD, FieldChange, OwnedField, Owner
from holdfast.casework.provenance.queries import Ownership, type_of
from holdfast.casework.provenance.rules import as_text

from .differences import Differences
from .kinds import Kind
from .models import ReturnIntake
from .standing import Old, Row, meet

_AT_A_TIME = 500


class Merge:
    """One kind of record of one import: `run` writes it; `counts` says what was done, `touched` to which children."""

    def __init__(self, kind: Kind, intake: ReturnIntake, years: Iterable[int], by: Any) -> None:
        self.kind, self.intake, self.years, self.by = kind, intake, frozenset(years), by
        self.now = timezone.now()
        self.type = type_of(kind.model)
        self.counts: Counter[str] = Counter()
        self.touched: set[int] = set()
        self._changes: dict[tuple[str, ...], list[tuple[int, tuple[Any, ...]]]] = defaultdict(list)
        self._history: list[FieldChange] = []
        self._owned: list[OwnedField] = []

    def run(self, rows: Mapping[Any, Row]) -> None:
        """Merge the rows, by key, into what stands."""
        meeting = meet(self.kind, rows)
        if meeting.pairs or meeting.unmet:
            self._ownership = Ownership(self.kind.model)
            self._differences = Differences(self.type, self.intake, self.by)
            for old, row, key in meeting.pairs:
                self._meet(old, row, key)
            if not self.kind.lasts:
                for old in meeting.unmet:
                    self._miss(old)
            self._write_changes()
            self.counts["mismatches"] += self._differences.write()
        self._add(meeting.new)
        OwnedField.objects.bulk_create(self._owned, batch_size=_AT_A_TIME)

    def _add(self, rows: Mapping[Any, Row]) -> None:
        made = [self._made(key, row) for key, row in rows.items()]
        add_rows(self.kind.model, made)
        self.counts["added"] += len(made)
        self.touched.update(facts["child_id"] for facts in made if self.kind.has_child)

    def _made(self, key: Any, row: Row) -> dict[str, Any]:
        parts = key if isinstance(key, tuple) else (key,)
        facts = dict(zip(self.kind.fields, row.values, strict=True))
        if self.kind.keeps_key:
            facts |= {"child_id": parts[0], "return_key": parts[1]}
        else:
            facts |= dict(zip(self.kind.key_fields, parts, strict=True))
        if "reading_order" in self._columns:
            facts["reading_order"] = row.order
        facts |= {"in_returns_from": min(row.years), "in_returns_to": row.year}
        return facts | {"made_by_intake": self.intake.pk}

    def _meet(self, old: Old, row: Row, key: Any) -> None:
        years = (set(old.years) - self.years) | row.years
        quiet = self._quiet_changes(old, row, key, years)
        loud = self._said_otherwise(old, row) if row.year >= max(years) else {}
        self._differences.agree(old.pk, EVERY_FIELD)
        if old.withdrawn_at is not None:
            self._note(old.pk, EVERY_FIELD, "withdrawn", "")
        if loud or old.withdrawn_at is not None:
            self.counts["changed"] += 1
            self.touched.add(old.child_id)
        else:
            self.counts["unchanged"] += 1
        self._change(old.pk, quiet | loud)

    def _quiet_changes(self, old: Old, row: Row, key: Any, years: set[int]) -> dict[str, Any]:
        """What is noted of the record beside its facts: in which returns it stands and how they call it."""
        changes: dict[str, Any] = {}
        if min(years) != old.years.start or max(years) + 1 != old.years.stop:
            changes |= {"in_returns_from": min(years), "in_returns_to": max(years)}
        if old.withdrawn_at is not None:
            changes["withdrawn_at"] = None
        if self.kind.keeps_key and old.return_key != key[1]:
            changes["return_key"] = key[1]
        if "reading_order" in self._columns and row.year >= max(years) and old.order != row.order:
            changes["reading_order"] = row.order
        return changes

    def _said_otherwise(self, old: Old, row: Row) -> dict[str, Any]:
        """The fields to change; a difference with what somebody typed goes to the list instead."""
        changes: dict[str, Any] = {}
        for field, ours, said in zip(self.kind.fields, old.values, row.values, strict=True):
            if ours == said or self._is_implied(old, row, field):
                self._differences.agree(old.pk, field)
            elif self._is_typed(old, field, ours):
                self._differences.differ(old, field, as_text(ours), as_text(said))
            else:
                changes[field] = said
                self._note(old.pk, field, as_text(ours), as_text(said))
                if not old.made_by_return and field not in self._ownership.of(old.pk):
                    self._own(old.pk, field)
        return changes

    def _is_implied(self, old: Old, row: Row, field: str) -> bool:
        """A review of several meetings held here: a return gives the day of the final one for both of its days."""
        told_by = self.kind.implied.get(field)
        if told_by is None or old.made_by_return:
            return False
        place = self.kind.fields.index(told_by)
        return bool(old.values[place] == row.values[place])

    def _is_typed(self, old: Old, field: str, ours: Any) -> bool:
        """Whether only a person may change what stands in the field. A blank that nobody chose may be filled."""
        owner = self._ownership.of(old.pk).get(field)
        if owner is not None:
            return owner == Owner.TYPED
        return not old.made_by_return and ours not in (None, "")

    def _miss(self, old: Old) -> None:
        """A record that stands in a return year of this import, and its return no longer has it."""
        years = set(old.years) - self.years
        if len(years) == len(old.years):
            return
        if years:
            self._change(old.pk, {"in_returns_from": min(years), "in_returns_to": max(years)})
        elif not old.made_by_return or Owner.TYPED in self._ownership.of(old.pk).values():
            self._differences.differ(old, EVERY_FIELD, "on record", "not in the return")
        else:
            self._change(old.pk, {"withdrawn_at": self.now})
            self._note(old.pk, EVERY_FIELD, "", "withdrawn")
            self.counts["withdrawn"] += 1
            self.touched.add(old.child_id)

    @cached_property
    def _columns(self) -> set[str]:
        return {field.attname for field in self.kind.model._meta.fields}

    def _change(self, pk: int, values: dict[str, Any]) -> None:
        if values:
            self._changes[tuple(values)].append((pk, tuple(values.values())))

    def _note(self, pk: int, field: str, before: str, after: str) -> None:
        self._history.append(
            FieldChange(
                record_type=self.type,
                record_id=pk,
                field=field,
                before=before,
                after=after,
                changed_at=self.now,
                changed_by=self.by,
                source=Owner.RETURN,
                intake_id=self.intake.pk,
            )
        )

    def _own(self, pk: int, field: str) -> None:
        self._owned.append(
            OwnedField(
                record_type=self.type,
                record_id=pk,
                field=field,
                owner=Owner.RETURN,
                set_at=self.now,
                intake_id=self.intake.pk,
            )
        )

    def _write_changes(self) -> None:
        for fields, rows in self._changes.items():
            update_rows(self.kind.model, fields, rows)
        FieldChange.objects.bulk_create(self._history, batch_size=_AT_A_TIME)
