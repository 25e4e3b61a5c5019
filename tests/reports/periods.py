"""The year the invented council reports on."""

from holdfast.domain.reporting_year import ReportingYear

YEAR = ReportingYear(2017)
