"""Bring a return that was read into the record: one transaction, all or nothing, several years at once.

What somebody typed here is never changed by a return; where the two differ it is listed for a person to settle.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import Any

from django.db import connection, transaction

from holdfast.casework.care.periods import keep_in_step
from holdfast.casework.intake import actions, kinds
from holdfast.casework.intake.heartbeat import heartbeat
from holdfast.casework.intake.merge import Merge
from holdfast.casework.intake.models import ReturnIntake
from holdfast.casework.intake.standing import Row
from holdfast.casework.people.models import Child

from .read import ReturnPath, ReturnSet, read

Progress = Callable[[str, int, int | None], None]

#: M and F since 2024/25, 1 and 2 before: one record holds one way of saying it
_SEX = {"1": "M", "2": "F"}

_CHILD = ("SEX", "DOB", "ETHNIC", "UPN", "MOTHER", "MC_DOB")
_EPISODE = (
    "DECOM",
    "RNE",
    "LS",
    "CIN",
    "PLACE",
    "PLACE_PROVIDER",
    "DEC",
    "REC",
    "REASON_PLACE_CHANGE",
    "HOME_POST",
    "PL_POST",
    "URN",
)
_REVIEW = ("REVIEW", "REVIEW", "REVIEW_CODE")
_HEALTH = tuple(field.upper() for field in kinds.HEALTH.fields)
_CARE_LEAVER = ("DOB", "IN_TOUCH", "ACTIV", "ACCOM")
_DATES = frozenset({"DOB", "MC_DOB", "DECOM", "DEC", "REVIEW", "DUC"})
_NULL_STAYS = _DATES | {"SDQ_SCORE"}
#: what, beside the child, tells which record a row speaks of
_KEYS = {"Episodes": ("DECOM", "RNE"), "Reviews": ("REVIEW",), "OC2": ("YEAR",), "OC3": ("YEAR",), "UASC": ()}
#: the tables whose children need no header row
_MAY_LACK_HEADER = ("OC2", "OC3", "UASC")
#: room for the rows of one return in the reading order
_PER_RETURN = 10**8


class RefusedReturn(Exception):
    """The return has faults: it cannot be understood, and nothing of it is loaded."""

    def __init__(self, faults: int) -> None:
        super().__init__(
            f"The return has {faults} faults. Put them right and bring it in again; nothing was loaded."
        )


def receive(*, return_set: ReturnSet, by: Any, intake: ReturnIntake | None = None) -> ReturnIntake:
    """Note a return that was read, and what was found in it: from here on it waits to be loaded, or is refused."""
    intake = intake or actions.receive(by=by)
    warnings = [] if return_set.faults else return_set.warnings
    actions.note_findings(intake=intake, faults=return_set.faults, warnings=warnings, by=by)
    years = [one.year_ending for one in return_set.returns]
    actions.has_been_read(intake=intake, years=years, refused=bool(return_set.faults), by=by)
    return intake


def bring_in(
    *, paths: Sequence[ReturnPath | str | Path], by: Any, progress: Progress | None = None
) -> tuple[ReturnIntake, ReturnSet]:
    """Read, note and load in one go. A return with faults is noted and not loaded."""
    return_set = read(paths, progress)
    intake = receive(return_set=return_set, by=by)
    if not return_set.faults:
        load(return_set, intake=intake, by=by, progress=progress)
    return intake, return_set


def load(
    return_set: ReturnSet, *, intake: ReturnIntake, by: Any, progress: Progress | None = None
) -> dict[str, dict[str, int]]:
    """Load a return; returns what was done, per kind of record: added, changed, unchanged, withdrawn, mismatches.

    Raises RefusedReturn when it has faults, AnotherImportLoads when one is under way, NotAllowed. After any error the
    record stands as it stood.
    """
    if return_set.faults:
        raise RefusedReturn(len(return_set.faults))
    actions.begin_loading(intake=intake, by=by)
    try:
        with heartbeat(intake), transaction.atomic():
            _hold_typing()
            counts = _Loading(return_set, intake, by, progress or _silent).run()
            actions.has_been_loaded(intake=intake, counts=counts, by=by)
    except BaseException as error:
        actions.has_stopped(intake=intake, error=error, by=by)
        raise
    return counts


def _silent(what: str, done: int, total: int | None) -> None:
    """Progress for a caller that asked for none."""


def _hold_typing() -> None:
    """Nobody types into the record while an import decides what it may change. SQLite has one writer anyway."""
    if connection.vendor == "postgresql":
        with connection.cursor() as cursor:
            cursor.execute("LOCK TABLE provenance_ownedfield IN SHARE ROW EXCLUSIVE MODE")


class _Loading:
    def __init__(self, return_set: ReturnSet, intake: ReturnIntake, by: Any, progress: Progress) -> None:
        self.returns, self.intake, self.by, self.progress = return_set.returns, intake, by, progress
        self.counts: dict[str, dict[str, int]] = {}

    def run(self) -> dict[str, dict[str, int]]:
        self._merge(kinds.CHILD, "Header", self._children())
        self.ids: dict[str, int] = dict(Child.objects.values_list("number", "pk"))
        touched = self._merge(kinds.EPISODE, "Episodes", self._rows(kinds.EPISODE, "Episodes", _EPISODE))
        self._merge(kinds.REVIEW, "Reviews", self._rows(kinds.REVIEW, "Reviews", _REVIEW))
        self._merge(kinds.HEALTH, "OC2", self._rows(kinds.HEALTH, "OC2", _HEALTH))
        self._merge(kinds.CARE_LEAVER, "OC3", self._rows(kinds.CARE_LEAVER, "OC3", _CARE_LEAVER))
        self._merge(kinds.ASYLUM, "UASC", self._rows(kinds.ASYLUM, "UASC", ("DUC",)))
        self.progress("Periods of care", len(touched), len(touched))
        keep_in_step(touched)
        return self.counts

    def _merge(self, kind: kinds.Kind, table: str, rows: dict[Any, Row]) -> set[int]:
        # a table that was not handed in says nothing, not that there is nothing
        told = [one.year_ending for one in self.returns if table in one.files]
        name = kind.model._meta.model_name or ""
        self.progress(str(kind.model._meta.verbose_name_plural).capitalize(), 0, len(rows))
        merge = Merge(kind, self.intake, told, self.by)
        merge.run(rows)
        self.counts[name] = dict(merge.counts)
        self.progress(str(kind.model._meta.verbose_name_plural).capitalize(), len(rows), len(rows))
        return merge.touched

    def _children(self) -> dict[Any, Row]:
        """Children by number, with what the last header row says; without one only that they are there."""
        rows: dict[Any, Row] = {}
        for year, child, values, _, order in self._read("Header", _CHILD, ()):
            rows[child] = _after(rows.get(child), (_SEX.get(values[0], values[0]), *values[1:]), year, order)
        blank = tuple(None if column in _NULL_STAYS else "" for column in _CHILD)
        known = set(rows) | set(Child.objects.values_list("number", flat=True))
        for table in _MAY_LACK_HEADER:
            for year, child, _, _, order in self._read(table, (), ()):
                if child not in known:
                    rows[child] = _after(rows.get(child), blank, year, order)
        return rows

    def _rows(self, kind: kinds.Kind, table: str, columns: tuple[str, ...]) -> dict[Any, Row]:
        """The rows of a table by key; the later return, and in one return the later row, wins."""
        key = _KEYS[table]
        rows: dict[Any, Row] = {}
        for year, child, values, parts, order in self._read(table, columns, key):
            if table == "Reviews" and parts[0] is None:
                continue  # a review without a date is none; it is among the warnings
            found = kind.key(self.ids[child], *parts)
            rows[found] = _after(rows.get(found), values, year, order)
        return rows

    def _read(
        self, table: str, columns: tuple[str, ...], key: tuple[str, ...]
    ) -> Iterator[tuple[int, str, tuple[Any, ...], tuple[Any, ...], int]]:
        """Year, child, values, parts of the key and place of each row, returns in the order of their years."""
        for one in self.returns:
            source = one.tables[table]
            lists = {name: _values(source, name) for name in {*columns, *key} - {"YEAR"}}
            lists["YEAR"] = [one.year_ending] * source.num_rows
            children = source["CHILD"].to_pylist()
            for at, child in enumerate(children):
                values = tuple(lists[name][at] for name in columns)
                parts = tuple(lists[name][at] for name in key)
                yield one.year_ending, child, values, parts, one.year_ending * _PER_RETURN + at


def _values(source: Any, name: str) -> list[Any]:
    """A column's values; a blank code is an empty text in the record, a blank date or number is null."""
    values: list[Any] = source[name].to_pylist()
    return values if name in _NULL_STAYS else ["" if value is None else value for value in values]


def _after(before: Row | None, values: tuple[Any, ...], year: int, order: int) -> Row:
    years = frozenset({year}) if before is None else before.years | {year}
    return Row(values, years, order)
