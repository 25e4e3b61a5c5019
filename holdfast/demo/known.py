"""Plans the demo's children have beside care: child protection, and children in need. Plain facts, no rules."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date

from holdfast.demo.life import Life


@dataclass
class Known:
    """A child the service knows for a plan and who was never in care. ``family``: shared by brothers and sisters."""

    number: str
    name: str
    sex: str
    born: date | None
    ethnicity: str
    family: int = 0


#: whom a plan is of: somebody who is or was in care, or somebody who never was
Child = Life | Known


@dataclass
class Protection:
    """One child protection process. ``conferences``: (kind as in `ReviewKind`, day), the one that made the plan first.

    ``waiting``: conferences booked after the demo's day.
    """

    child: Child
    opened: date
    started: date | None
    ended: date | None = None
    why_ended: str = ""
    category: str = "NEG"
    transfer_in: bool = False
    unborn: bool = False
    conferences: list[tuple[str, date]] = field(default_factory=list)
    core_groups: list[date] = field(default_factory=list)

    def open_on(self, day: date) -> bool:
        """Whether there is a plan at the end of a day."""
        return self.started is not None and self.started <= day and (self.ended is None or self.ended > day)


@dataclass
class Need:
    """One plan of a child in need, and the days of its reviews."""

    child: Child
    agreed: date
    made: date
    ended: date | None = None
    why_ended: str = ""
    reviews: list[date] = field(default_factory=list)

    def open_on(self, day: date) -> bool:
        """Whether there is a plan at the end of a day."""
        return self.agreed <= day and (self.ended is None or self.ended > day)
