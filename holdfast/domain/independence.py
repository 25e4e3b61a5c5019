"""Whether an officer is independent of a child, and what else speaks against an allocation.

Source: Care Planning, Placement and Case Review (England) Regulations 2010, regulation 46, for what refuses;
Independent Reviewing Officers' Handbook 2010, as authorities' procedures tell it, for what only warns (brothers and
sisters share an officer unless there is a reason, a parent in care and their child do not).
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from holdfast.domain.tracks.facts import Span


class Against(StrEnum):
    """What speaks against an allocation. Those in ``REFUSES`` the law does not allow; the others only warn."""

    WORKED_WITH = "worked_with"  # is or was the child's social worker
    MANAGES_WORKER = "manages_worker"  # manages, directly or not, the child's social worker
    PREPARES_PLAN = "prepares_plan"  # this and the next five: the words of casework.people.models.Ground
    VISITS = "visits"
    ADVISER = "adviser"
    MANAGES_THEM = "manages_them"
    RESOURCES = "resources"
    RELATED = "related"
    SIBLING_ELSEWHERE = "sibling_elsewhere"  # a brother or sister has another officer
    KEPT_APART = "kept_apart"  # somebody decided that these two have different officers
    PARENT_TOGETHER = "parent_together"  # parent and child in care would share the officer
    NOT_REGISTERED = "not_registered"  # the registration as a social worker has run out


#: what the law does not allow; nobody can accept it
REFUSES = frozenset(
    {
        Against.WORKED_WITH,
        Against.MANAGES_WORKER,
        Against.PREPARES_PLAN,
        Against.VISITS,
        Against.ADVISER,
        Against.MANAGES_THEM,
        Against.RESOURCES,
    }
)


@dataclass(frozen=True)
class Interest:
    """A worker is not independent of a child (None: of every child) for a time. Source: regulation 46."""

    worker: int
    child: int | None
    ground: Against
    during: Span


@dataclass(frozen=True)
class Tie:
    """Two children who belong together. ``parent``: ``child`` is the parent of ``other``. ``apart``: why they are to
    have different officers, blank where they may share one."""

    child: int
    other: int
    parent: bool = False
    apart: str = ""


@dataclass(frozen=True)
class Worked:
    """A worker was a child's social worker for a time."""

    child: int
    worker: int
    during: Span


@dataclass(frozen=True)
class Circumstances:
    """What is known of some children and of everybody who could be their officer.

    ``officers``: child -> officer on the day, those about to be allocated included. ``managers``: worker -> manager.
    ``registered_until``: worker -> last day, where one is on record.
    """

    officers: Mapping[int, int]
    managers: Mapping[int, int]
    registered_until: Mapping[int, date]
    interests: tuple[Interest, ...] = ()
    ties: tuple[Tie, ...] = ()
    worked: tuple[Worked, ...] = ()


@dataclass(frozen=True)
class Objection:
    """One thing that speaks against it. ``other``: the other child, or the worker they manage; ``why`` as recorded."""

    against: Against
    child: int
    worker: int
    other: int | None = None
    why: str = ""

    @property
    def refuses(self) -> bool:
        """Whether the law does not allow it (regulation 46), so that nobody can accept it."""
        return self.against in REFUSES

    @property
    def key(self) -> str:
        """What names this objection when somebody accepts it: ids only."""
        return f"{self.against}/{self.child}/{self.worker}/{self.other or '-'}"


def objections(child: int, worker: int, starts: date, known: Circumstances) -> tuple[Objection, ...]:
    """All that speaks against a worker as a child's officer from a day on; what refuses comes first. Regulation 46."""
    found = [
        *_of_work(child, worker, starts, known),
        *_of_interests(child, worker, starts, known),
        *_of_family(child, worker, known),
    ]
    until = known.registered_until.get(worker)
    if until is not None and until < starts:
        found.append(Objection(Against.NOT_REGISTERED, child, worker))
    return tuple(sorted(dict.fromkeys(found), key=lambda one: not one.refuses))


def managed_by(worker: int, managers: Mapping[int, int]) -> frozenset[int]:
    """Everybody a worker manages, directly or through others. Regulation 46."""
    return frozenset(one for one in managers if worker in _above(one, managers))


def _above(worker: int, managers: Mapping[int, int]) -> Collection[int]:
    line: list[int] = []
    while (manager := managers.get(worker)) is not None and manager not in line:
        line.append(manager)
        worker = manager
    return line


def _of_work(child: int, worker: int, starts: date, known: Circumstances) -> Iterator[Objection]:
    theirs = [one for one in known.worked if one.child == child]
    if any(one.worker == worker for one in theirs):
        yield Objection(Against.WORKED_WITH, child, worker)
    for one in theirs:
        still = one.during.ends is None or one.during.ends >= starts
        if still and one.worker != worker and worker in _above(one.worker, known.managers):
            yield Objection(Against.MANAGES_WORKER, child, worker, one.worker)


def _of_interests(child: int, worker: int, starts: date, known: Circumstances) -> Iterator[Objection]:
    for one in known.interests:
        over = one.during.ends is not None and one.during.ends < starts
        if one.worker == worker and one.child in (child, None) and not over:
            yield Objection(one.ground, child, worker)


def _of_family(child: int, worker: int, known: Circumstances) -> Iterator[Objection]:
    for tie in known.ties:
        if child not in (tie.child, tie.other):
            continue
        other = tie.other if tie.child == child else tie.child
        officer = known.officers.get(other)
        if officer is None:
            continue
        if officer == worker and (tie.parent or tie.apart):
            kind = Against.PARENT_TOGETHER if tie.parent else Against.KEPT_APART
            yield Objection(kind, child, worker, other, tie.apart)
        if officer != worker and not tie.parent and not tie.apart:
            yield Objection(Against.SIBLING_ELSEWHERE, child, worker, other)
