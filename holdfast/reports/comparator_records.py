"""Published figures between the report and the service's records, and what entering many of them would do."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from holdfast.casework.publishing import actions
from holdfast.casework.publishing.models import OURSELVES, PublishedFigure
from holdfast.casework.publishing.queries import published
from holdfast.reports.comparators import Comparator


def comparator_of(figure: PublishedFigure) -> Comparator:
    """A figure on record as the report prints it."""
    return Comparator(
        table=figure.table,
        group=figure.group,
        period=figure.period,
        # where only a count was printed there is no share or rate to repeat
        value=figure.printed if figure.value is not None else None,
        source=figure.source,
        whose="" if figure.publisher == OURSELVES else figure.publisher,
        numerator=figure.numerator,
        denominator=figure.denominator,
        note=figure.note,
        dated=figure.published_on,
    )


def record_of(figure: Comparator) -> PublishedFigure:
    """The same the other way round, not saved."""
    return PublishedFigure(
        publisher=figure.whose or OURSELVES, table=figure.table, group=figure.group, period=figure.period,
        **facts_of(figure),
    )  # fmt: skip


def facts_of(figure: Comparator) -> dict[str, Any]:
    """What is said of a figure, apart from where it stands."""
    return {
        "numerator": figure.numerator,
        "denominator": figure.denominator,
        "value": None if figure.value is None else Decimal(figure.value.replace(",", "")),
        "printed": figure.value or str(figure.numerator),
        "source": figure.source,
        "published_on": figure.dated,
        "note": figure.note,
    }


@dataclass(frozen=True)
class Entering:
    """One figure to be entered, beside what stands in its place now; None where nothing does."""

    figure: Comparator
    stands: Comparator | None

    @property
    def is_new(self) -> bool:
        return self.stands is None

    @property
    def is_change(self) -> bool:
        return self.stands is not None and self.stands != self.figure


def entering(figures: Sequence[Comparator]) -> list[Entering]:
    """What entering these figures would do, in their order: new, changed, or said already."""
    standing = {_place(one): one for one in map(comparator_of, published({f.table for f in figures}))}
    return [Entering(figure, standing.get(_place(figure))) for figure in figures]


def enter(figures: Sequence[Comparator], by: Any) -> int:
    """Enter figures, all of them or none; returns how many there are."""
    return actions.enter_published_figures(figures=[record_of(figure) for figure in figures], by=by)


def _place(figure: Comparator) -> tuple[str, str, str, str]:
    return figure.table, figure.group, figure.period, figure.whose
