"""Whom the rules suggest as a child's officer, and why: brothers and sisters together, the officer the child had
before, caseloads beside the guide; and who cannot be, with the reason."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date

from django.db import models

from holdfast.domain.independence import Against, Objection
from holdfast.domain.wording import long_date

from .independence import Record
from .models import Allocation, AllocationRole, Child, Worker
from .queries import Caseload, caseloads, workers_for

#: what moves an officer down the list although somebody may accept it
_BETTER_NOT = {Against.KEPT_APART, Against.PARENT_TOGETHER, Against.RELATED, Against.NOT_REGISTERED}


@dataclass(frozen=True)
class Suggestion:
    """One officer for one child. ``reasons`` and ``warnings`` are sentences; ``refusals`` say why the law does not
    allow them, and whoever has one stands last."""

    worker: Worker
    caseload: Caseload
    reasons: tuple[str, ...]
    warnings: tuple[tuple[str, str], ...] = ()
    refusals: tuple[str, ...] = ()
    rank: tuple = ()

    @property
    def allowed(self) -> bool:
        return not self.refusals

    @property
    def keys(self) -> list[str]:
        """What names the warnings when somebody accepts them."""
        return [key for key, _ in self.warnings]


class Officers:
    """Everybody who can be an officer on a day, with what is on record about some children: at most 12 queries,
    whatever their number. `give` lets one think on as if a child had been allocated."""

    def __init__(self, children: Iterable[Child], on: date, of: models.QuerySet[Child] | None = None) -> None:
        children = list(children)
        self.on = on
        self.record = Record(children, on)
        offered = {worker.pk for worker in workers_for(AllocationRole.IRO, on)}
        self.caseloads = {one.worker.pk: one for one in caseloads(on, of) if one.worker.pk in offered}
        self.counts = Counter({pk: one.children for pk, one in self.caseloads.items()})
        had = Allocation.objects.filter(child__in=children, role=AllocationRole.IRO, starts__lte=on)
        self.had: dict[int, list[Allocation]] = {}
        for one in had.order_by("starts", "id"):
            self.had.setdefault(one.child_id, []).append(one)

    def give(self, child: Child, worker: Worker) -> None:
        """From here on the child counts as this officer's."""
        before = self.record.officers.get(child.pk)
        if before is not None:
            self.counts[before] -= 1
        self.counts[worker.pk] += 1
        self.record.give([(child, worker)])

    def take(self, children: Sequence[Child]) -> None:
        """From here on these children have nobody."""
        for child in children:
            before = self.record.officers.pop(child.pk, None)
            if before is not None:
                self.counts[before] -= 1

    def caseload(self, worker: int) -> Caseload:
        one = self.caseloads[worker]
        now = self.counts[worker]
        return replace(one, children=now, every=one.every + now - one.children)

    def for_child(self, child: Child) -> list[Suggestion]:
        """The officers for one child, the best first, those whom the law refuses last."""
        found = [self._judge(child, pk) for pk in self.caseloads]
        return sorted(found, key=lambda one: one.rank)

    def _judge(self, child: Child, pk: int) -> Suggestion:
        caseload = self.caseload(pk)
        worker = caseload.worker
        objections = self.record.objections(child, worker)
        siblings, before = self._siblings(child, pk), self._before(child, pk)
        now = self.record.officers.get(child.pk) == pk
        reasons = [f"Has {name}, a brother or sister" for name in siblings]
        reasons += ["Is responsible for the child now"] if now else []
        reasons += [f"Had the child from {_span(one)}" for one in before]
        return Suggestion(
            worker=worker,
            caseload=caseload,
            reasons=(*reasons, caseload.words),
            warnings=tuple((one.key, self.record.told(one)) for one in objections if not one.refuses),
            refusals=tuple(self.record.told(one) for one in objections if one.refuses),
            rank=_rank(objections, bool(siblings), bool(before), caseload),
        )

    def _siblings(self, child: Child, officer: int) -> list[str]:
        ties = [one for one in self.record.ties if child.pk in (one.child, one.other)]
        together = [one.other if one.child == child.pk else one.child for one in ties if not one.parent]
        return [str(self.record.family[pk]) for pk in together if self.record.officers.get(pk) == officer]

    def _before(self, child: Child, officer: int) -> list[Allocation]:
        """Times that are over; also those in an earlier period of care."""
        return [
            one
            for one in self.had.get(child.pk, ())
            if one.worker_id == officer and one.ends is not None and one.ends < self.on
        ]


def suggestions(child: Child, on: date, of: models.QuerySet[Child] | None = None) -> list[Suggestion]:
    """Officers for a child from a day on, the best first, with reasons; at most 12 queries. ``of``: see `caseloads`."""
    return Officers([child], on, of).for_child(child)


def suggestions_for(
    children: Iterable[Child], on: date, of: models.QuerySet[Child] | None = None
) -> dict[int, list[Suggestion]]:
    """The same for several children, each by itself, by the child's id; at most 12 queries."""
    children = list(children)
    officers = Officers(children, on, of)
    return {child.pk: officers.for_child(child) for child in children}


def spread(
    children: Sequence[Child], away_from: Worker, on: date, of: models.QuerySet[Child] | None = None
) -> list[tuple[Child, Worker | None]]:
    """A caseload given out as the rules suggest, one child after the other, with caseloads growing as it goes.

    None where nobody else may have the child.
    """
    officers = Officers(children, on, of)
    officers.take(children)
    given: list[tuple[Child, Worker | None]] = []
    for child in children:
        allowed = (one for one in officers.for_child(child) if one.allowed and one.worker.pk != away_from.pk)
        best = next(allowed, None)
        if best is not None:
            officers.give(child, best.worker)
        given.append((child, best.worker if best else None))
    return given


def _rank(objections: Sequence[Objection], sibling: bool, before: bool, caseload: Caseload) -> tuple:
    kinds = {one.against for one in objections}
    per = caseload.per_full_post
    return (
        any(one.refuses for one in objections),
        bool(kinds & _BETTER_NOT),
        not sibling,
        not before,
        caseload.beside == "above",
        per is None,
        per if per is not None else caseload.children,
        caseload.worker.name.casefold(),
        caseload.worker.pk,
    )


def _span(one: Allocation) -> str:
    return f"{long_date(one.starts)} to {long_date(one.ends)}" if one.ends else long_date(one.starts)
