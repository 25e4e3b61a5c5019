"""What may be entered to be printed."""

from __future__ import annotations

from django.core.exceptions import ValidationError

from holdfast.domain.codesets import ssda903


def check_year(year_ending: int) -> None:
    """Raises ValidationError unless it is a year a return can be of."""
    if year_ending not in ssda903.YEARS:
        first, last = ssda903.YEARS[0], ssda903.YEARS[-1]
        raise ValidationError({"year_ending": f"Choose a year that ends between {first} and {last}."})
