"""Invented populations and published figures."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

from holdfast.casework.publishing.models import OURSELVES, Population, PublishedFigure


def population(year_ending: int = 2017, aged_0_17: int = 36_500) -> Population:
    return Population.objects.create(
        year_ending=year_ending, aged_0_17=aged_0_17, source="An invented estimate"
    )


def figure(**facts: Any) -> PublishedFigure:
    """Ours of 2015/16: 51.3% boys, 98 of 191, unless told otherwise."""
    standard = {
        "publisher": OURSELVES, "table": "sex", "group": "male", "period": "2015/16", "numerator": 98,
        "denominator": 191, "printed": "51.3", "value": Decimal("51.3"), "source": "An invented report",
    }  # fmt: skip
    return PublishedFigure.objects.create(**{**standard, **facts})
