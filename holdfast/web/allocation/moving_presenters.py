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


def before_and_after(loads: list[Caseload], leaving: Worker, moving: Counter[int]) -> list[Change]:
    """Whoever gives or takes children; ``moving``: how many children each officer (id) takes."""
    gone = moving.total()
    changes = []
    for load in loads:
        taken = moving[load.worker.pk] - (gone if load.worker.pk == leaving.pk else 0)
        if taken or load.worker.pk == leaving.pk:
            changes.append(Change(load, replace(load, children=load.children + taken)))
    return changes
