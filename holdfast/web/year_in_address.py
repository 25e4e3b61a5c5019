"""A reporting year in an address: 2016-17, since a stroke would part the address in two."""

from __future__ import annotations

from holdfast.domain.reporting_year import ReportingYear


class YearInAddress:
    regex = r"\d{4}-\d{2}"

    def to_python(self, value: str) -> ReportingYear:
        """A name that is no year (2016-18) raises ValueError, which is an address that leads nowhere."""
        return ReportingYear.parse(value.replace("-", "/"))

    def to_url(self, value: ReportingYear) -> str:
        return value.name.replace("/", "-")
