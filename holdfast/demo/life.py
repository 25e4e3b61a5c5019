"""What the demo knows of one child while it is being made: plain facts, no rules."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date


@dataclass
class Stay:
    """One episode, with the columns of the SSDA903 that the demo fills."""

    started: date
    why_started: str
    legal: str
    place: str
    post: str | None
    provider: str | None
    urn: str | None
    ended: date | None = None
    why_ended: str | None = None
    why_moved: str | None = None


@dataclass
class Life:
    """One child: who they are, and everything recorded of them."""

    number: str
    name: str
    sex: str
    born: date
    ethnicity: str
    came: date
    left: date | None
    outcome: str | None = None
    legal_2016: str | None = None
    legal_2017: str | None = None
    asylum: bool = False
    need: str = "N1"
    home_post: str | None = None
    upn: str = ""
    #: children of one family who came into care together share a number; 0 came alone
    family: int = 0
    stays: list[Stay] = field(default_factory=list)
    #: (day, REVIEW_CODE or None where no code was given)
    reviews: list[tuple[date, str | None]] = field(default_factory=list)
    #: day a review was held -> the last day it was in time
    due: dict[date, date] = field(default_factory=dict)
    #: days on which a series of short breaks was reviewed
    break_reviews: list[date] = field(default_factory=list)
    #: year ending -> OC2 column -> value
    health: dict[int, dict[str, str | int | None]] = field(default_factory=dict)
    #: OC3 columns of 2016/17 for a care leaver
    care_leaver: dict[str, str] | None = None

    def in_care_on(self, day: date) -> bool:
        """Whether the child is in care at the end of a day."""
        return self.came <= day and (self.left is None or self.left > day)

    def age_on(self, day: date) -> int:
        """Completed years (nobody in the demo is born on 29 February)."""
        return day.year - self.born.year - ((day.month, day.day) < (self.born.month, self.born.day))

    def in_care_all_year(self, ending: int) -> bool:
        """In care on every day of the year to 31 March ``ending``."""
        return self.came <= date(ending - 1, 4, 1) and (self.left is None or self.left > date(ending, 3, 31))
