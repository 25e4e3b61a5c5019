"""A move as it would be: each child with where they would go, and each officer's caseload before and after."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, replace

from holdfast.casework.people.models import Child, Worker
from holdfast.casework.people.queries import Caseload


@dataclass(frozen=True)
class Going:
    """One child and the officer they would go to; None: they stay."""

    child: Child
    to: Worker | None

    @property
    def field(self) -> str:
        return f"to-{self.child.public_id}"


@dataclass(frozen=True)
class Change:
    """One officer's caseload before and after."""

    before: Caseload
    after: Caseload

    @property
    def name(self) -> str:
        return self.before.worker.name


def before_and_after(
    loads: list[Caseload], leaving: Worker, moving: Counter[int], in_care: Counter[int]
) -> list[Change]:
    """Whoever gives or takes children; ``moving``: how many each officer (id) takes, ``in_care``: those in care."""
    changes = []
    for load in loads:
        leaves = load.worker.pk == leaving.pk
        every = moving[load.worker.pk] - (moving.total() if leaves else 0)
        cared = in_care[load.worker.pk] - (in_care.total() if leaves else 0)
        if every or leaves:
            after = replace(load, children=load.children + cared, every=load.every + every)
            changes.append(Change(load, after))
    return changes
