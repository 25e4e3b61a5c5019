"""The categories of concern of this council: the shipped list with its own over it, day by day."""

from __future__ import annotations

from datetime import date

from holdfast.domain.resolution import categories
from holdfast.domain.resolution.categories import Category

from .models import OwnCategory


def as_domain(row: OwnCategory) -> Category:
    """A category of the council's own, as ``domain`` reads it."""
    york = any(one.code == row.code for one in categories.york())
    return Category(
        row.code, row.head, row.label, row.reason, york=york, from_date=row.from_date, to_date=row.to_date
    )


def all_categories(day: date) -> tuple[Category, ...]:
    """Every category as it is worded on a day, those that have ended too. One query."""
    newest = {
        row.code: row for row in OwnCategory.objects.filter(from_date__lte=day).order_by("from_date", "id")
    }
    return categories.laid_over(as_domain(row) for row in newest.values())


def categories_on(day: date) -> tuple[Category, ...]:
    """The categories that may be chosen for a concern raised on a day, in the order of their groups. One query."""
    return tuple(one for one in all_categories(day) if one.offered_on(day))


def category_labels() -> dict[str, str]:
    """The newest name of every category there ever was, by its code: concerns of all years under one. One query."""
    return {one.code: one.label for one in all_categories(date.max)}
