"""What may be entered to be printed."""

from __future__ import annotations

from django.core.exceptions import ValidationError

from holdfast.domain.codesets import ssda903


def check_year(year_ending: int) -> None:
    """Raises ValidationError unless it is a year a return can be of."""
    if year_ending not in ssda903.YEARS:
        first, last = ssda903.YEARS[0], ssda903.YEARS[-1]
        raise ValidationError({"year_ending": f"Choose a year that ends between {first} and {last}."})


#: the first year ending a population may be entered for: earlier ones no report of ours can stand beside
EARLIEST_POPULATION = 2001


def check_population_year(year_ending: int) -> None:
    """Raises ValidationError unless figures of the year can be counted: earlier years come with a child's history."""
    if not EARLIEST_POPULATION <= year_ending <= ssda903.YEARS[-1]:
        raise ValidationError(
            {"year_ending": f"Choose a year that ends between {EARLIEST_POPULATION} and {ssda903.YEARS[-1]}."}
        )
