"""One return or several, as read: tables, faults, notes, and warnings when somebody asks."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING, Any

from holdfast.domain.reporting_year import ReportingYear

from .faults import Fault

if TYPE_CHECKING:
    from .rule import ReturnWarning


@dataclass(frozen=True)
class Return:
    """The return of one year.

    ``tables`` holds all tables of the layout by name, without rows where a file was not handed in;
    ``files`` names the file each table handed in came from.
    """

    year_ending: int
    tables: dict[str, Any]
    files: dict[str, str]

    @property
    def year(self) -> ReportingYear:
        return ReportingYear(self.year_ending)


@dataclass(frozen=True)
class ReturnSet:
    """What was read. When ``faults`` is not empty nothing may be loaded or counted."""

    returns: list[Return] = field(default_factory=list)
    faults: list[Fault] = field(default_factory=list)
    #: what was left aside and why (files that are no part of a return, empty rows)
    notes: list[str] = field(default_factory=list)

    @cached_property
    def warnings(self) -> list[ReturnWarning]:
        """What is understood but wrong, by year, file and row; worked out when first asked for."""
        from .warnings import find_warnings

        return find_warnings(self.returns)

    @property
    def warnings_by_type(self) -> dict[str, int]:
        """How many warnings of each type, most first."""
        return dict(Counter(warning.type for warning in self.warnings).most_common())

    @property
    def warnings_by_child(self) -> dict[str, int]:
        """How many warnings each child has, most first."""
        return dict(Counter(warning.child for warning in self.warnings if warning.child).most_common())
