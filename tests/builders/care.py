"""Invented care: a child in care since May, in one foster home, under a care order."""

from __future__ import annotations

from datetime import date
from typing import Any

from holdfast.casework.care.models import AsylumStatus, CareLeaverYear, Episode, HealthYear
from holdfast.casework.care.periods import keep_in_step
from holdfast.casework.people.models import Child
from tests.builders import people

_STANDARD = {
    "reason_started": "S",
    "legal_status": "C2",
    "need": "N1",
    "place": "U6",
    "provider": "PR1",
    "place_post": "ZZ1 1AA",
}


def episode(child: Child, started: date, ended: date | None = None, **facts: Any) -> Episode:
    """One episode; an ended one continues (X1) unless another reason is given."""
    reason = "X1" if ended else ""
    made = Episode.objects.create(
        child=child, started=started, ended=ended, **{**_STANDARD, "reason_ended": reason, **facts}
    )
    keep_in_step([child.pk])
    return made


def in_care(since: date = date(2016, 5, 1), child: Child | None = None, **facts: Any) -> Child:
    """A child (a new one unless given) in care since a day, by one open episode."""
    child = child or people.child()
    episode(child, since, **facts)
    return child


def moved(child: Child, on: date, why: str = "CARPL", **facts: Any) -> Episode:
    """The open episode ends with a move to another placement that day."""
    open_one = Episode.objects.get(child=child, ended__isnull=True)
    open_one.ended, open_one.reason_ended, open_one.reason_moved = on, "X1", why
    open_one.save()
    return episode(child, on, **{"reason_started": "P", "place_post": "ZZ2 2BB", **facts})


def left_care(child: Child, on: date, why: str = "E4A") -> None:
    """The open episode ends and the child leaves care that day."""
    open_one = Episode.objects.get(child=child, ended__isnull=True)
    open_one.ended, open_one.reason_ended = on, why
    open_one.save()
    keep_in_step([child.pk])


def health_year(child: Child, year_ending: int = 2017, **facts: Any) -> HealthYear:
    """All checks done, a score of 10."""
    done = dict.fromkeys(("health_check", "immunisations", "teeth_check", "health_assessment"), "1")
    return HealthYear.objects.create(
        child=child, year_ending=year_ending, **{**done, "sdq_score": 10, **facts}
    )


def care_leaver_year(child: Child, year_ending: int = 2017, **facts: Any) -> CareLeaverYear:
    """In touch, in suitable accommodation."""
    standard = {"born": child.born, "in_touch": "YES", "activity": "F1", "accommodation": "B1"}
    return CareLeaverYear.objects.create(child=child, year_ending=year_ending, **{**standard, **facts})


def asylum_seeker(child: Child, ceased: date | None = None) -> AsylumStatus:
    return AsylumStatus.objects.create(child=child, ceased=ceased)
