"""The quarter or year a list of monitors speaks of, kept in the address: 2016-17, 2016-17-Q3."""

from __future__ import annotations

from datetime import date

from holdfast.domain.reporting_year import Period, ReportingYear

#: so many years back can be chosen
YEARS = 3


def offered(on: date) -> dict[str, Period]:
    """Address → period: this reporting year and those before, newest first, each with its quarters that have begun."""
    found: dict[str, Period] = {}
    for ending in range(ReportingYear.of(on).ending, ReportingYear.of(on).ending - YEARS, -1):
        year = ReportingYear(ending)
        for period in (year.whole, *reversed(year.quarters)):
            if period.starts <= on:
                found[_address(period)] = period
    return found


def chosen(text: str, on: date) -> tuple[str, Period]:
    """The period an address names; this reporting year where it names none that is offered."""
    every = offered(on)
    address = text if text in every else next(iter(every))
    return address, every[address]


def _address(period: Period) -> str:
    return period.name.replace("/", "-").replace(" ", "-")


def words(period: Period) -> str:
    """“2016/17”, “January to March 2017 (2016/17 Q4)”."""
    if " " not in period.name:
        return period.name
    return f"{period.starts:%B} to {period.ends:%B %Y} ({period.name})"
