"""A month as people say it, and why a plan is on a list."""

from __future__ import annotations

from datetime import date

from django import template

from holdfast.domain.wording import month_and_year
from holdfast.web.checking import presenters

register = template.Library()
register.filter(presenters.because)


@register.filter
def month_in_words(day: date | None) -> str:
    """“February 2017”."""
    return month_and_year(day) if day else ""
