"""Whether officers are independent of the children they would review: what is on record, judged by the law in
``domain.independence`` and told in sentences."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from datetime import date

from django.db.models import Q

from holdfast.domain.independence import (
    Against,
    Circumstances,
    Interest,
    Objection,
    Tie,
    Worked,
    objections,
)
from holdfast.domain.tracks.facts import Span

from . import models
from .models import Allocation, AllocationRole, Child, FamilyTie, TieKind, Worker
from .queries import open_on

Pairs = Sequence[tuple[Child, Worker]]

_SENTENCES = {
    Against.WORKED_WITH: "{worker} is or was the social worker of {child}, and so is not independent (regulation 46)",
    Against.MANAGES_WORKER: "{worker} manages {other}, the social worker of {child}, and so is not independent "
    "(regulation 46)",
    Against.PREPARES_PLAN: "{worker} helps to prepare the plan or manages the care of {child} (regulation 46)",
    Against.VISITS: "{worker} visits {child} for the council (regulation 46)",
    Against.ADVISER: "{worker} is the personal adviser of {child} (regulation 46)",
    Against.MANAGES_THEM: "{worker} manages somebody who prepares the plan, visits or advises {child} (regulation 46)",
    Against.RESOURCES: "{worker} decides on money or places for {child} (regulation 46)",
    Against.RELATED: "{worker} knows the family of {child} in private life",
    Against.SIBLING_ELSEWHERE: "{other}, a brother or sister of {child}, has another officer: {officer}",
    Against.KEPT_APART: "{child} and {other} are to have different officers, and {worker} would have both: {why}",
    Against.PARENT_TOGETHER: "{child} and {other} are parent and child, who are to have different officers, and "
    "{worker} would have both",
    Against.NOT_REGISTERED: "The registration of {worker} as a social worker ran out before that day",
}


class NotIndependent(Exception):
    """The law does not allow this officer. ``sentences`` say why."""

    def __init__(self, sentences: Sequence[str]) -> None:
        self.sentences = list(sentences)
        super().__init__(f"{'. '.join(self.sentences)}. Choose somebody else.")


class NotAccepted(Exception):
    """Something speaks against it that somebody must have read: ``warnings`` are (key, sentence)."""

    def __init__(self, warnings: Sequence[tuple[str, str]]) -> None:
        self.warnings = list(warnings)
        super().__init__(f"{'. '.join(sentence for _, sentence in self.warnings)}.")


class Record:
    """What is on record about some children and every worker, for a day: five queries, however many there are.

    ``officers`` changes as children are given out in thought: see `give`.
    """

    def __init__(self, children: Iterable[Child], starts: date) -> None:
        self.starts = starts
        self.children = {child.pk: child for child in children}
        ids = list(self.children)
        self.workers = {worker.pk: worker for worker in Worker.objects.all()}
        ties = FamilyTie.objects.filter(Q(child__in=ids) | Q(other__in=ids)).select_related("child", "other")
        self.ties = tuple(
            Tie(one.child_id, one.other_id, one.kind == TieKind.PARENT, one.apart) for one in ties
        )
        self.family = {child.pk: child for one in ties for child in (one.child, one.other)} | self.children
        held = Allocation.objects.filter(open_on(starts), role=AllocationRole.IRO, child__in=self.family)
        self.officers = dict(held.values_list("child", "worker"))
        self.interests = tuple(
            Interest(one.worker_id, one.child_id, Against(one.ground), Span(one.starts, one.ends))
            for one in models.Interest.objects.filter(Q(child__in=ids) | Q(child=None))
        )
        self.managers = {pk: one.manager_id for pk, one in self.workers.items() if one.manager_id}
        self.registered = {pk: one.register_until for pk, one in self.workers.items() if one.register_until}
        worked = Allocation.objects.filter(child__in=ids, role=AllocationRole.SOCIAL_WORKER)
        self.worked = tuple(Worked(one.child_id, one.worker_id, Span(one.starts, one.ends)) for one in worked)

    def give(self, pairs: Pairs) -> None:
        """From here on these children count as those officers'."""
        self.officers = {**self.officers, **{child.pk: worker.pk for child, worker in pairs}}

    def objections(self, child: Child, worker: Worker) -> tuple[Objection, ...]:
        known = Circumstances(
            officers=self.officers,
            managers=self.managers,
            registered_until=self.registered,
            interests=self.interests,
            ties=self.ties,
            worked=self.worked,
        )
        return objections(child.pk, worker.pk, self.starts, known)

    def told(self, one: Objection) -> str:
        """An objection as a sentence without its full stop."""
        of_worker = one.against is Against.MANAGES_WORKER
        other = (self.workers if of_worker else self.family).get(one.other) if one.other else ""
        officer = self.officers.get(one.other) if one.other and not of_worker else None
        return _SENTENCES[one.against].format(
            worker=self.workers[one.worker].name,
            child=self.family[one.child],
            other=other,
            officer=self.workers[officer].name if officer else "",
            why=one.why,
        )


def judged(pairs: Pairs, starts: date) -> tuple[list[str], list[tuple[str, str]]]:
    """What the law refuses of these allocations, and what speaks against them (key, sentence). Five queries."""
    record = Record((child for child, _ in pairs), starts)
    record.give(pairs)
    refused, warned = [], {}
    for child, worker in pairs:
        for one in record.objections(child, worker):
            if one.refuses:
                refused.append(record.told(one))
            else:
                warned[one.key] = record.told(one)
    return refused, list(warned.items())


def check_pairs(
    pairs: Pairs, role: AllocationRole, starts: date, accepting: Collection[str] = ()
) -> list[str]:
    """Raises NotIndependent or NotAccepted for officers; gives the kinds of what was accepted, for the diary."""
    if role != AllocationRole.IRO or not pairs:
        return []
    refused, warned = judged(pairs, starts)
    if refused:
        raise NotIndependent(refused)
    open_ones = [(key, sentence) for key, sentence in warned if key not in accepting]
    if open_ones:
        raise NotAccepted(open_ones)
    return sorted({key.split("/")[0] for key, _ in warned})
