"""The code lists an indicator groups by, for any year."""

from __future__ import annotations

from holdfast.domain.codesets import ssda903
from holdfast.domain.reporting_year import ReportingYear


def codes_of(field: str, year: ReportingYear) -> dict[str, str]:
    """The codes of a field in a year, code to meaning. Years outside the known lists take the nearest one."""
    known = min(max(year.ending, ssda903.YEARS[0]), ssda903.YEARS[-1])
    return ssda903.codes(field, year_ending=known)
