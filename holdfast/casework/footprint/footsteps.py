"""An officer's footprint on a child: one dated, typed list made from the records, and counted from nothing else."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from datetime import date
from enum import StrEnum
from itertools import chain
from typing import Any

from django.db import models

from holdfast.casework.midway.models import MidwayCheck, MidwayEntry
from holdfast.casework.people.models import Allocation, Child, Worker
from holdfast.casework.people.queries import officers_of
from holdfast.casework.preparing.models import Seen, SeenBefore
from holdfast.casework.resolution.categories import category_labels
from holdfast.casework.resolution.models import CafcassReferral, Concern, Stage

from .models import Entry, EntryKind, Praise


class Step(StrEnum):
    """What kind of thing it is; the value is its key in counts, addresses and tests."""

    CONTACT = "contact"
    FAMILY = "family"
    DISCUSSION = "discussion"
    ALERT = "alert"
    CHALLENGE = "challenge"
    OTHER = "other"
    SEEN = "seen"
    MIDWAY = "midway"
    EFFECT = "effect"
    PRAISE = "praise"
    RAISED = "raised"
    OPENED = "opened"
    ANSWERED = "answered"
    PASSED_OVER = "passed_over"
    CAFCASS = "cafcass"
    CAFCASS_SAID = "cafcass_said"
    CLOSED = "closed"

    @property
    def label(self) -> str:
        return LABELS[self]

    @property
    def disputes(self) -> bool:
        """Whether it shows that something is disputed: only those who read concerns are shown it."""
        return self not in OPEN_TO_ALL


LABELS: dict[Step, str] = {
    **{Step(kind.value): str(kind.label) for kind in EntryKind},
    Step.SEEN: "Child seen before the review",
    Step.MIDWAY: "Midway check done",
    Step.EFFECT: "What changed for the child",
    Step.PRAISE: "Praise",
    Step.RAISED: "Concern raised",
    Step.OPENED: "Stage of a concern opened",
    Step.ANSWERED: "Concern answered",
    Step.PASSED_OVER: "Stage passed over",
    Step.CAFCASS: "Referred to Cafcass",
    Step.CAFCASS_SAID: "Cafcass answered",
    Step.CLOSED: "Concern closed",
}
OPEN_TO_ALL = frozenset({Step.CONTACT, Step.FAMILY, Step.DISCUSSION, Step.OTHER, Step.SEEN, Step.MIDWAY})


@dataclass(frozen=True)
class Footstep:
    """One thing an officer did, or that came of it. ``officer``: whose step it is, None for what others did.

    ``link``: the page it stands on, as (address, public id); ``record``: the record it is derived from.
    """

    child: int
    on: date
    kind: Step
    words: str
    officer: Worker | None = None
    link: tuple[str, Any] | None = None
    text: str = ""
    record: Any = field(default=None, compare=False)

    @property
    def order(self) -> tuple[date, int]:
        return (self.on, list(Step).index(self.kind))


Children = Iterable[Child] | models.QuerySet[Child]


def footprint(child: Child, *, with_concerns: bool) -> list[Footstep]:
    """Everything an officer did for one child that was reached through its door, oldest first. At most 11 queries.

    ``with_concerns``: the reader reads concerns; without it nothing shows that anything is disputed, neither in an
    officer's own words nor on the page of a midway check. Legal advice is never in it.
    """
    steps = _steps([child], with_concerns=with_concerns)
    shown = steps if with_concerns else (_that_it_was(one) for one in steps if not one.kind.disputes)
    return sorted(shown, key=lambda one: one.order)


def _that_it_was(step: Footstep) -> Footstep:
    """That it was done, by whom and when, and no more."""
    closed = step.link is not None and step.link[0] == "midway"
    return replace(step, text="", link=None if closed else step.link)


def counts(children: Children, first: date, last: date) -> Counter[tuple[Step, int | None]]:
    """How many steps of each kind and officer (id; None: nobody's) in a period, both days included."""
    return Counter(
        (one.kind, one.officer.pk if one.officer else None)
        for one in _steps(children, with_concerns=True)
        if first <= one.on <= last
    )


def _steps(children: Children, *, with_concerns: bool) -> Iterator[Footstep]:
    found = list(children)
    officers = officers_of(found)
    steps = chain(_entries(found), _seen(found, officers), _midway(found, officers))
    return chain(steps, _praise(found), _concerns(found)) if with_concerns else steps


def _entries(children: list[Child]) -> Iterator[Footstep]:
    for one in Entry.objects.filter(child__in=children, taken_back_on=None).select_related("officer"):
        kind = Step(one.kind)
        yield Footstep(
            one.child_id, one.happened_on, kind, kind.label, one.officer, text=one.text, record=one
        )


def _praise(children: list[Child]) -> Iterator[Footstep]:
    given = Praise.objects.filter(child__in=children, taken_back_on=None)
    for one in given.select_related("officer", "worker"):
        words = f"Praise for {one.worker.name}: {one.get_theme_display()}"
        yield Footstep(one.child_id, one.given_on, Step.PRAISE, words, one.officer, text=one.text, record=one)


def _seen(children: list[Child], officers: dict[int, list[Allocation]]) -> Iterator[Footstep]:
    seen = SeenBefore.objects.filter(review__child__in=children, answer=Seen.SEEN, seen_on__isnull=False)
    for one in seen.select_related("review"):
        officer = _officer_on(officers, one.review.child_id, one.seen_on)
        words = Step.SEEN.label + (f": {one.get_how_display().lower()}" if one.how else "")
        link = ("review", one.review.public_id)
        yield Footstep(one.review.child_id, one.seen_on, Step.SEEN, words, officer, link, record=one)


def _midway(children: list[Child], officers: dict[int, list[Allocation]]) -> Iterator[Footstep]:
    done = MidwayCheck.objects.filter(review__child__in=children, done_on__isnull=False)
    for check in done.select_related("review"):
        officer = _officer_on(officers, check.review.child_id, check.done_on)
        link = ("midway", check.review.public_id)
        child = check.review.child_id
        yield Footstep(child, check.done_on, Step.MIDWAY, Step.MIDWAY.label, officer, link, record=check)
    entries = MidwayEntry.objects.filter(check_of__review__child__in=children)
    for one in entries.select_related("check_of__review", "entered_by__worker"):
        review, kind = one.check_of.review, Step(one.kind)
        officer = getattr(one.entered_by, "worker", None) if one.entered_by else None
        words, link = f"{kind.label}, at the midway check", ("midway", review.public_id)
        yield Footstep(review.child_id, one.happened_on, kind, words, officer, link, one.text, one)


@dataclass(frozen=True)
class _Dispute:
    """One concern: its child, what it is about in words, and where it is read."""

    child: int
    about: str
    link: tuple[str, Any]

    def step(self, of: Any, on: date, kind: Step, words: str, officer: Worker | None = None) -> Footstep:
        return Footstep(self.child, on, kind, f"{words}: {self.about}", officer, self.link, record=of)


def _concerns(children: list[Child]) -> Iterator[Footstep]:
    labels = category_labels()
    concerns = Concern.objects.filter(child__in=children).select_related("officer")
    for one in concerns.prefetch_related("stages__answered_by", "stages__asked", "referrals"):
        about = _Dispute(one.child_id, labels.get(one.category, one.category), ("concern", one.public_id))
        yield about.step(one, one.raised_on, Step.RAISED, "Concern raised", one.officer)
        for stage in one.stages.all():
            yield from _stage(stage, about, one.officer)
        for referral in one.referrals.all():
            yield from _referral(referral, about, one.officer)
        if one.closed_on:
            came = one.get_effect_display()
            words = f"Concern closed, {came[:1].lower()}{came[1:]}"
            yield about.step(one, one.closed_on, Step.CLOSED, words, one.officer)


def _stage(stage: Stage, about: _Dispute, officer: Worker | None) -> Iterator[Footstep]:
    if stage.passed_over_on:
        words = f"{stage.name} passed over"
        yield about.step(stage, stage.passed_over_on, Step.PASSED_OVER, words, officer)
    if stage.opened_on:
        asked = f", asked of {stage.asked.name}" if stage.asked else ""
        yield about.step(stage, stage.opened_on, Step.OPENED, f"{stage.name} opened{asked}", officer)
    if stage.answered_on:
        who = f" by {stage.answered_by.name}" if stage.answered_by else ""
        yield about.step(stage, stage.answered_on, Step.ANSWERED, f"{stage.name} answered{who}")


def _referral(referral: CafcassReferral, about: _Dispute, officer: Worker | None) -> Iterator[Footstep]:
    yield about.step(referral, referral.referred_on, Step.CAFCASS, "Referred to Cafcass", officer)
    if referral.outcome_on:
        yield about.step(referral, referral.outcome_on, Step.CAFCASS_SAID, "Cafcass answered")


def _officer_on(officers: dict[int, list[Allocation]], child: int, day: date) -> Worker | None:
    """Who was the child's reviewing officer that day."""
    for one in officers.get(child, ()):
        if one.starts <= day and (one.ends is None or one.ends >= day):
            return one.worker
    return None
