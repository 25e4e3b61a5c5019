"""How many children an officer has for each full post, laid beside the guide.

Source: Independent Reviewing Officers' Handbook 2010, 7.15, in ``caseload.toml``. It is no law.
"""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from datetime import date
from decimal import ROUND_HALF_UP, Decimal
from functools import cache
from pathlib import Path


@dataclass(frozen=True)
class Guide:
    """From ``least`` to ``most`` children for one full post, both included."""

    least: int
    most: int
    from_date: date
    source: str
    certainty: str

    def beside(self, per_full_post: Decimal) -> str:
        """'below', 'within' or 'above'."""
        if per_full_post < self.least:
            return "below"
        return "within" if per_full_post <= self.most else "above"

    @property
    def wording(self) -> str:
        """'50 to 70'."""
        return f"{self.least} to {self.most}"


def guide(on: date) -> Guide:
    """The guide that held on a day; before the first one the first is given. Handbook 2010, 7.15."""
    held = [one for one in table() if one.from_date <= on]
    return held[-1] if held else table()[0]


def per_full_post(children: int, fte: Decimal) -> Decimal | None:
    """Children for one full post, one decimal, halves up; None where no post is held. Handbook 2010, 7.15."""
    if fte <= 0:
        return None
    return (children / fte).quantize(Decimal("0.1"), ROUND_HALF_UP)


@cache
def table() -> tuple[Guide, ...]:
    """Every guide, oldest first, from ``caseload.toml``, which names its source."""
    data = tomllib.loads(Path(__file__).with_suffix(".toml").read_text(encoding="utf-8"))
    return tuple(Guide(**entry) for entry in data["guide"])
