"""``holdfast catalogue``: every indicator with its custody, as Markdown."""

import click

from holdfast.domain.reporting_year import ReportingYear

#: The year whose code lists name the groups in print; the newest there is.
YEAR = ReportingYear(2027)


@click.command()
def catalogue() -> None:
    """Print the catalogue of indicators."""
    from holdfast.indicators.catalogue import markdown

    click.echo(markdown(YEAR), nl=False)
