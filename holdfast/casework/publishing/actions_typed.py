"""Tables typed in for a report, because no record here holds their figures."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from django.db import transaction
from django.db.models import Max

from holdfast.casework.access.roles import Permission
from holdfast.casework.access.rules import check_by
from holdfast.casework.audit.actions import record
from holdfast.casework.provenance.actions import keep_what_is_removed, set_fields

from .models import TypedTable
from .rules import check_typed, check_year

_FIELDS = ("slot", "caption", "columns", "rows", "base", "source", "note")


@transaction.atomic
def enter_typed_table(
    *,
    year_ending: int,
    slot: str,
    caption: str,
    columns: Sequence[str],
    rows: Sequence[Sequence[str]],
    source: str,
    base: str = "",
    note: str = "",
    by: Any,
) -> TypedTable:
    """A new table under the author's words ``slot``, after those that stand there.

    ``columns``: the headings, the first that of the rows; ``rows``: as many texts each. Raises ValidationError.
    """
    check_by(by, Permission.WRITE_REPORT)
    check_year(year_ending)
    check_typed(columns, rows)
    last = TypedTable.objects.filter(year_ending=year_ending, slot=slot).aggregate(last=Max("order"))["last"]
    table = TypedTable(
        year_ending=year_ending,
        slot=slot,
        order=0 if last is None else last + 1,
        caption=caption,
        columns=list(columns),
        rows=[list(row) for row in rows],
        source=source,
        base=base,
        note=note,
    )
    table.full_clean()
    table.save()
    record(by=by, verb="typed_table.entered", subject=table, detail={"year": year_ending, "slot": slot})
    return table


@transaction.atomic
def correct_typed_table(*, table: TypedTable, values: dict[str, Any], by: Any) -> list[str]:
    """Other words or figures; returns the fields that changed. What stood before is kept. Raises ValidationError."""
    check_by(by, Permission.WRITE_REPORT)
    check_typed(values.get("columns", table.columns), values.get("rows", table.rows))
    changed = set_fields(record=table, values=values, by=by)
    if changed:
        record(by=by, verb="typed_table.corrected", subject=table, detail={"fields": changed})
    return changed


@transaction.atomic
def remove_typed_table(*, table: TypedTable, by: Any) -> None:
    """Take a table out of the year's report. What stood there is kept."""
    check_by(by, Permission.WRITE_REPORT)
    keep_what_is_removed(record=table, fields=list(_FIELDS), by=by)
    detail = {"year": table.year_ending, "slot": table.slot}
    record(by=by, verb="typed_table.removed", subject=table, detail=detail)
    table.delete()
