"""The people of the demo's service and whom they are responsible for.

4.2 posts of Independent Reviewing Officer until the end of September 2016, then 6, when most children got another
officer (the restructure the report tells of) and children in need were given one. Social workers by team; some of
them, the first among them, have a manager who signs in.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, timedelta
from random import Random

from holdfast.demo import names
from holdfast.demo.known import Child, Need, Protection
from holdfast.demo.life import Life
from holdfast.demo.quarters import YEAR_STARTS

#: the day from which the service had all its posts: Table 1 prints 4.2 of them on 30 September 2016
RESTRUCTURED = date(2016, 10, 1)
#: share of a full post of each officer, before and after
_IROS_BEFORE = (1.0, 1.0, 1.0, 1.0, 0.2)
_IROS_AFTER = (1.0, 1.0, 1.0, 1.0, 1.0, 1.0)
_SOCIAL_WORKERS = 22
#: more of them for children who are not in care; they come after everybody else, so that nobody's name changes
_SOCIAL_WORKERS_FOR_FAMILIES = 14
_TEAMS = ("Children in care team", "Family support team north", "Family support team south")
#: how many social workers the manager who signs in manages
_MANAGED = 8
_KEPT_THEIR_OFFICER = 0.25
_KEPT_THEIR_WORKER = 0.7


@dataclass(frozen=True)
class Member:
    """Somebody who works for the service. ``fte``: shares of a full post, from which day on."""

    key: str
    name: str
    role: str
    fte: dict[date, float] = field(default_factory=dict)
    team: str = ""
    manager: str = ""


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


def engage(
    chance: Random,
    lives: list[Life],
    breaks: list[Life],
    protections: list[Protection],
    needs: list[Need],
) -> Staff:
    """Members with invented names, and an officer and a social worker for everybody with a plan this year.

    Brothers and sisters share both.
    """
    members = _members(chance)
    iros = [m for m in members if m.role == "iro"]
    workers = [m for m in members if m.role == "social_worker"]
    in_care, families = workers[:_SOCIAL_WORKERS], workers[_SOCIAL_WORKERS:]
    shared: dict[int, tuple[_Officers, _Workers]] = {}
    found: list[Responsible] = []
    for child, times in _times(chance, lives, breaks, protections, needs):
        team = in_care if isinstance(child, Life) else families
        drawn = shared.get(child.family) or (_draw_officers(chance, iros), _draw_workers(chance, team))
        if child.family:
            shared[child.family] = drawn
        for starts, ends in times:
            found += _in_turn(child, drawn[0], starts, ends)
        starts = max(times[0][0], drawn[1].since)
        found += _worked_by(child, drawn[1], starts, times[-1][1])
    return Staff(members, found)


Times = list[tuple[date, date | None]]


def _times(
    chance: Random, lives: list[Life], breaks: list[Life], protections: list[Protection], needs: list[Need]
) -> list[tuple[Child, Times]]:
    """From when to when each child has an officer: with a plan, in care, or both in turn."""
    found: dict[int, tuple[Child, Times]] = {}

    def add(child: Child, starts: date, ends: date | None) -> None:
        found.setdefault(id(child), (child, []))[1].append((starts, ends))

    for plan in protections:
        if plan.started is not None:
            add(
                plan.child,
                max(plan.started, YEAR_STARTS - timedelta(days=chance.randint(1, 700))),
                plan.ended,
            )
    for need in needs:
        if need.ended is None or need.ended > RESTRUCTURED:
            add(need.child, max(need.agreed, RESTRUCTURED), need.ended)
    for life in [*lives, *breaks]:
        if life.left is None or life.left >= YEAR_STARTS:
            add(life, life.came, life.left)
    return [(child, _joined(times)) for child, times in found.values()]


def _joined(times: Times) -> Times:
    """One after the other without a gap is one time; where one ends on the day the next begins, it ends then."""
    times = sorted(times, key=lambda one: one[0])
    joined = times[:1]
    for starts, ends in times[1:]:
        before = joined[-1]
        if before[1] is not None and before[1] >= starts - timedelta(days=1):
            joined[-1] = (before[0], ends)
        else:
            joined.append((starts, ends))
    return joined


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
    posts += [("social_worker", _SOCIAL_WORKERS + n + 1) for n in range(_SOCIAL_WORKERS_FOR_FAMILIES)]
    taken: set[str] = set()
    members = []
    for role, nth in posts:
        name = names.worker_name(chance)
        while name in taken:
            name = names.worker_name(chance)
        taken.add(name)
        members.append(_member(role, nth, name))
    return members + _above(taken)


def _above(taken: set[str]) -> list[Member]:
    """A service manager and a group manager, for concerns. By a chance of their own: nobody else's name changes."""
    chance = Random("service manager, group manager")  # noqa: S311  no secret: the same names every time
    free = (name for name in iter(lambda: names.worker_name(chance), "") if name not in taken)
    return [Member(f"senior_manager-{nth}", next(free), "senior_manager") for nth in (1, 2)]


def _member(role: str, nth: int, name: str) -> Member:
    key = f"{role}-{nth}"
    if role == "iro":
        return Member(key, name, role, _posts(nth - 1))
    if role == "team_manager":
        return Member(key, name, role, team=_TEAMS[0])
    if role == "social_worker":
        team = _TEAMS[0] if nth <= _SOCIAL_WORKERS else _TEAMS[1 + nth % 2]
        return Member(key, name, role, team=team, manager="team_manager-1" if nth <= _MANAGED else "")
    return Member(key, name, role)


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
    return _Officers(before, after, YEAR_STARTS - timedelta(days=chance.randint(1, 700)))


@dataclass(frozen=True)
class _Workers:
    """Who works with a child: since when, for one in care before; and who from another day on, for some."""

    first: Member
    since: date
    then: Member
    changes: date


def _draw_workers(chance: Random, team: list[Member]) -> _Workers:
    first = chance.choice(team)
    stays = chance.random() < _KEPT_THEIR_WORKER
    then = first if stays else chance.choice([one for one in team if one is not first])
    since = YEAR_STARTS - timedelta(days=chance.randint(0, 500))
    return _Workers(first, since, then, date(2016, 5, 2) + timedelta(days=chance.randint(0, 290)))


def _worked_by(child: Child, workers: _Workers, starts: date, ends: date | None) -> list[Responsible]:
    changes = workers.first is not workers.then and starts < workers.changes
    if not changes or (ends is not None and ends <= workers.changes):
        return [_one(child, workers.first, "social_worker", starts, ends)]
    return [
        _one(child, workers.first, "social_worker", starts, workers.changes - timedelta(days=1)),
        _one(child, workers.then, "social_worker", workers.changes, ends),
    ]


def _in_turn(child: Child, officers: _Officers, starts: date, ends: date | None) -> list[Responsible]:
    starts = max(starts, officers.since)
    if starts >= RESTRUCTURED:
        return [_one(child, officers.after, "iro", starts, ends)]
    if officers.before is officers.after or (ends is not None and ends <= RESTRUCTURED):
        return [_one(child, officers.before, "iro", starts, ends)]
    return [
        _one(child, officers.before, "iro", starts, RESTRUCTURED - timedelta(days=1)),
        _one(child, officers.after, "iro", RESTRUCTURED, ends),
    ]


def _one(child: Child, member: Member, role: str, starts: date, ends: date | None) -> Responsible:
    return Responsible(child.number, member.key, role, starts, ends)
