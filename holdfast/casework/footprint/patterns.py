"""What patterns are laid from: concerns and praise of the whole service, one row each, without a child's name."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from django.db.models import Min, Q

from holdfast.casework.people.models import Allocation, AllocationRole
from holdfast.casework.resolution.models import Concern, Effect
from holdfast.domain import working_days

from .models import Praise

#: where the child had no social worker that day, or one without a team
NO_TEAM = ""


@dataclass(frozen=True)
class Raised:
    """A concern: one child's, counted once however many stages it had.

    ``team``: of the social worker on the day it was raised; ``effect``: blank while it is open; ``days``: working days
    from raised to closed, None while it is open.
    """

    child: int
    on: date
    category: str
    severity: str
    team: str
    effect: str
    closed_on: date | None
    days: int | None

    @property
    def taken_back(self) -> bool:
        return self.effect == Effect.WITHDRAWN


@dataclass(frozen=True)
class Praised:
    """Praise: ``team`` is the worker's on the day it was given."""

    on: date
    theme: str
    team: str


def concerns_between(first: date, last: date) -> list[Raised]:
    """Every concern raised or closed from a day to a day, both included, the oldest first. Two queries."""
    within = Q(raised_on__range=(first, last)) | Q(closed_on__range=(first, last))
    found = list(
        Concern.objects.filter(within).values_list(
            "child", "raised_on", "category", "severity", "effect", "closed_on"
        )
    )
    teams = _teams(child for child, *_ in found)
    return [
        Raised(
            child,
            on,
            category,
            severity,
            _team_on(teams[child], on),
            effect,
            closed_on,
            working_days.count_between(on, closed_on) if closed_on else None,
        )
        for child, on, category, severity, effect, closed_on in found
    ]


def praise_between(first: date, last: date) -> list[Praised]:
    """All praise given from a day to a day, both included. One query."""
    given = Praise.objects.filter(given_on__range=(first, last), taken_back_on=None)
    return [Praised(*row) for row in given.values_list("given_on", "theme", "team")]


def first_day() -> date | None:
    """The day of the first concern or praise on record. Two queries."""
    first = Concern.objects.aggregate(day=Min("raised_on"))["day"]
    praised = Praise.objects.filter(taken_back_on=None).aggregate(day=Min("given_on"))["day"]
    return min((day for day in (first, praised) if day), default=None)


def children_with_officer(first: date, last: date) -> int:
    """How many children had a reviewing officer on any day of the period. One query."""
    held = Allocation.objects.filter(
        Q(ends__isnull=True) | Q(ends__gte=first), role=AllocationRole.IRO, starts__lte=last
    )
    return held.values("child").distinct().count()


def _teams(children: Iterable[int]) -> dict[int, list[tuple[date, date | None, str]]]:
    """Each child's social workers as (first day, last day, team), oldest first."""
    found: dict[int, list[tuple[date, date | None, str]]] = defaultdict(list)
    held = Allocation.objects.filter(child__in=set(children), role=AllocationRole.SOCIAL_WORKER)
    for child, starts, ends, team in held.values_list("child", "starts", "ends", "worker__team"):
        found[child].append((starts, ends, team))
    return found


def _team_on(spans: list[tuple[date, date | None, str]], day: date) -> str:
    held = [team for starts, ends, team in spans if starts <= day and (ends is None or ends >= day)]
    return held[-1] if held else NO_TEAM
