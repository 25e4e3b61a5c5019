"""The people of the demo's service and whom they are responsible for.

4.2 posts of Independent Reviewing Officer until September 2016, then 6, when most children got another officer
(the restructure the report tells of). Social workers by team.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, timedelta
from random import Random

from holdfast.demo import names
from holdfast.demo.life import Life
from holdfast.demo.quarters import YEAR_STARTS

#: the day the service was put together anew
RESTRUCTURED = date(2016, 9, 12)
#: share of a full post of each officer, before and after
_IROS_BEFORE = (1.0, 1.0, 1.0, 1.0, 0.2)
_IROS_AFTER = (1.0, 1.0, 1.0, 1.0, 1.0, 1.0)
_SOCIAL_WORKERS = 22
_KEPT_THEIR_OFFICER = 0.25


@dataclass(frozen=True)
class Member:
    """Somebody who works for the service. ``fte``: shares of a full post, from which day on."""

    key: str
    name: str
    role: str
    fte: dict[date, float] = field(default_factory=dict)


@dataclass(frozen=True)
class Responsible:
    """A member is responsible for a child from a day to a day, both included, or until further notice."""

    child: str
    member: str
    role: str
    starts: date
    ends: date | None


@dataclass(frozen=True)
class Staff:
    members: list[Member]
    responsible: list[Responsible]


def engage(chance: Random, lives: list[Life]) -> Staff:
    """Members with invented names, and an officer and a social worker for every child in care this year.

    Brothers and sisters share both.
    """
    members = _members(chance)
    iros = [m for m in members if m.role == "iro"]
    workers = [m for m in members if m.role == "social_worker"]
    shared: dict[int, tuple[_Officers, Member]] = {}
    found: list[Responsible] = []
    for life in lives:
        if life.left is None or life.left > YEAR_STARTS:
            drawn = shared.get(life.family) or (_draw_officers(chance, iros), chance.choice(workers))
            if life.family:
                shared[life.family] = drawn
            found += _in_turn(life, drawn[0])
            starts = max(life.came, YEAR_STARTS - timedelta(days=chance.randint(0, 500)))
            found.append(_one(life, drawn[1], "social_worker", starts, life.left))
    return Staff(members, found)


def _members(chance: Random) -> list[Member]:
    posts = [("iro", n) for n in range(1, len(_IROS_AFTER) + 1)]
    posts += [
        ("iro_manager", 1),
        ("business_support", 1),
        ("business_support", 2),
        ("analyst", 1),
        ("board_reader", 1),
    ]
    posts += [("social_worker", n) for n in range(1, _SOCIAL_WORKERS + 1)]
    posts += [("team_manager", 1)]
    taken: set[str] = set()
    members = []
    for role, nth in posts:
        name = names.worker_name(chance)
        while name in taken:
            name = names.worker_name(chance)
        taken.add(name)
        fte = _posts(nth - 1) if role == "iro" else {}
        members.append(Member(f"{role}-{nth}", name, role, fte))
    return members


def _posts(nth: int) -> dict[date, float]:
    before = {date(2014, 4, 1): _IROS_BEFORE[nth]} if nth < len(_IROS_BEFORE) else {}
    return before | {RESTRUCTURED: _IROS_AFTER[nth]}


@dataclass(frozen=True)
class _Officers:
    """Who reviews a child's care: until the restructure, and after it; ``since`` when, for one in care before."""

    before: Member
    after: Member
    since: date


def _draw_officers(chance: Random, iros: list[Member]) -> _Officers:
    before = chance.choices(iros[: len(_IROS_BEFORE)], _IROS_BEFORE)[0]
    kept = chance.random() < _KEPT_THEIR_OFFICER
    after = before if kept else chance.choice([iro for iro in iros if iro is not before])
    return _Officers(before, after, YEAR_STARTS - timedelta(days=chance.randint(0, 700)))


def _in_turn(life: Life, officers: _Officers) -> list[Responsible]:
    starts = max(life.came, officers.since)
    if starts >= RESTRUCTURED:
        return [_one(life, officers.after, "iro", starts, life.left)]
    if officers.before is officers.after or (life.left is not None and life.left <= RESTRUCTURED):
        return [_one(life, officers.before, "iro", starts, life.left)]
    return [
        _one(life, officers.before, "iro", starts, RESTRUCTURED - timedelta(days=1)),
        _one(life, officers.after, "iro", RESTRUCTURED, life.left),
    ]


def _one(life: Life, member: Member, role: str, starts: date, ends: date | None) -> Responsible:
    return Responsible(life.number, member.key, role, starts, ends)
