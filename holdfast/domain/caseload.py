"""How many children an officer has for each full post, laid beside the guide.

Source: Independent Reviewing Officers' Handbook 2010, 7.15, by ``limits.toml`` (``caseload.*``). It is no law.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import ROUND_HALF_UP, Decimal

from holdfast.domain.limits import NATIONAL, Book, LimitNotHeld


@dataclass(frozen=True)
class Guide:
    """From ``least`` to ``most`` children for one full post, both included."""

    least: int
    most: int

    def beside(self, per_full_post: Decimal) -> str:
        """'below', 'within' or 'above'."""
        if per_full_post < self.least:
            return "below"
        return "within" if per_full_post <= self.most else "above"

    @property
    def wording(self) -> str:
        """'50 to 70'."""
        return f"{self.least} to {self.most}"


def guide(on: date, book: Book = NATIONAL) -> Guide | None:
    """The guide that held on a day, the council's own first; None for a day none is held for. Handbook 2010, 7.15."""
    try:
        return Guide(book.on("caseload.guide-least", on).value, book.on("caseload.guide-most", on).value)
    except LimitNotHeld:
        return None


def per_full_post(children: int, fte: Decimal) -> Decimal | None:
    """Children for one full post, one decimal, halves up; None where no post is held. Handbook 2010, 7.15."""
    if fte <= 0:
        return None
    return (children / fte).quantize(Decimal("0.1"), ROUND_HALF_UP)
