"""A reporting year as an option of a command."""

from __future__ import annotations

import click

from holdfast.domain.reporting_year import ReportingYear


class Year(click.ParamType):
    """A reporting year such as 2016/17."""

    name = "YEAR"

    def convert(
        self, value: str | ReportingYear, param: click.Parameter | None, ctx: click.Context | None
    ) -> ReportingYear:
        if isinstance(value, ReportingYear):
            return value
        try:
            return ReportingYear.parse(value)
        except ValueError as error:
            self.fail(str(error), param, ctx)
