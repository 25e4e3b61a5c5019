"""The same lives as ``lives.life_of``, of thousands of children at once: three queries, and no record made of a row.

The small tables (milestones, plans, core groups, early reviews) come in one query, side by side.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from django.db import models
from django.db.models import Case, F, Value, When
from django.db.models.functions import Cast

from holdfast.casework.care.models import Episode, Milestone
from holdfast.casework.people.models import Child
from holdfast.casework.plans.models import CoreGroup, NeedPlan, Protection, Route
from holdfast.domain import care_history
from holdfast.domain.tracks import facts

from .models import EarlyTrigger, Mode, Review, TriggerAnswer

#: the children meant: a query that gives their ids, or the ids
Whose = models.QuerySet | Sequence[int]

_NO_DAY = Cast(Value(None), models.DateField())
_NO_ID = Cast(Value(None), models.BigIntegerField())


@dataclass(frozen=True)
class Booked:
    """A review that is booked and not yet held, or (``under_way``) held in part. ``plan`` as in ``facts.Held``."""

    kind: facts.Kind
    planned_on: date
    plan: int | None
    under_way: bool = False


@dataclass
class _Read:
    episodes: list[care_history.Episode] = field(default_factory=list)
    held: list[facts.Held] = field(default_factory=list)
    booked: list[Booked] = field(default_factory=list)
    milestones: list[facts.Milestone] = field(default_factory=list)
    protections: list[facts.Protection] = field(default_factory=list)
    needs: list[facts.Need] = field(default_factory=list)
    early: list[facts.Early] = field(default_factory=list)


def lives_of(children: Iterable[Child], whose: Whose) -> dict[int, tuple[facts.Life, tuple[Booked, ...]]]:
    """Each child's life, and what is booked, by the child's id. ``whose`` names the same children."""
    found: dict[int, _Read] = defaultdict(_Read)
    _read_episodes(found, whose)
    _read_reviews(found, whose)
    _read_small_tables(found, whose)
    return {child.pk: _life(child, found[child.pk]) for child in children}


def booked_of(child: Child) -> tuple[Booked, ...]:
    """The same of one child. One query."""
    found: dict[int, _Read] = defaultdict(_Read)
    _read_reviews(found, [child.pk])
    return _life(child, found[child.pk])[1]


def _life(child: Child, read: _Read) -> tuple[facts.Life, tuple[Booked, ...]]:
    life = facts.Life(
        born=child.born,
        episodes=tuple(read.episodes),
        held=tuple(sorted(read.held, key=lambda one: (one.first_on, one.key or 0))),
        milestones=tuple(sorted(read.milestones, key=lambda one: one.on)),
        protections=tuple(sorted(read.protections, key=lambda one: (one.opened_on, one.plan))),
        needs=tuple(sorted(read.needs, key=lambda one: (one.agreed_on, one.plan))),
        early=tuple(read.early),
    )
    return life, tuple(sorted(read.booked, key=lambda one: one.planned_on))


def _read_episodes(found: dict[int, _Read], whose: Whose) -> None:
    standing = Episode.objects.filter(child__in=whose, withdrawn_at__isnull=True)
    rows = standing.order_by("started", "reading_order", "id").values_list(
        "child_id", "started", "ended", "reason_started", "legal_status", "place", "place_post", "reason_ended",
        "reason_moved", "reading_order",
    )  # fmt: skip
    for child_id, started, ended, *codes, line in rows:
        episode = care_history.Episode(started, ended, *(code or None for code in codes), line=line)
        found[child_id].episodes.append(episode)


def _read_reviews(found: dict[int, _Read], whose: Whose) -> None:
    standing = Review.objects.filter(child__in=whose, withdrawn_at__isnull=True, cancelled_on__isnull=True)
    rows = standing.order_by("held_on", "id").values_list(
        "child_id", "pk", "kind", "held_on", "completed_on", "planned_on", "mode", "protection_id", "need_plan_id"
    )  # fmt: skip
    for child_id, pk, kind, held_on, completed_on, planned_on, mode, protection, need in rows:
        what, plan = _KINDS[kind], protection or need
        if held_on is not None:
            with_meeting = mode != Mode.WITHOUT_MEETING
            found[child_id].held.append(facts.Held(what, held_on, completed_on, with_meeting, plan, pk))
        if completed_on is None:
            day = planned_on or held_on
            found[child_id].booked.append(Booked(what, day, plan, under_way=held_on is not None))


_KINDS = {kind.value: kind for kind in facts.Kind}


def _read_small_tables(found: dict[int, _Read], whose: Whose) -> None:
    first, *others = (
        _rows(Milestone, whose, "milestone", days=["happened_on"], text="kind"),
        _rows(
            Protection,
            whose,
            "protection",
            days=["opened_on", "closed_on", "started", "ended"],
            text="route",
            more=Case(When(unborn=True, then=Value("unborn")), default=Value("")),
        ),
        _rows(CoreGroup, whose, "core_group", days=["held_on"], child="protection__child", plan="protection"),
        _rows(NeedPlan, whose, "need", days=["agreed_on", "made_on", "ended"]),
        _rows(
            EarlyTrigger.objects.filter(answer=TriggerAnswer.REVIEW, review_by__isnull=False),
            whose,
            "early",
            days=["told_on", "answered_on", "review_by"],
            text="note",
        ),
    )
    for table, child_id, pk, plan, *days, text, more in sorted(first.union(*others, all=True), key=_by_day):
        _READ[table](found[child_id], pk, plan, days, text, more)


def _by_day(row: tuple) -> tuple[date, int]:
    return (row[4], row[2])


def _rows(
    table: type[models.Model] | models.QuerySet,
    whose: Whose,
    name: str,
    *,
    days: Sequence[str],
    child: str = "child",
    plan: str = "",
    text: str = "",
    more: Any = None,
) -> models.QuerySet:
    """Rows of one table in the columns that all share: table, child, id, plan, four days, two texts."""
    records = table if isinstance(table, models.QuerySet) else table._default_manager.all()
    four = [F(day) for day in days] + [_NO_DAY] * (4 - len(days))
    return (
        records.filter(**{f"{child}__in": whose})
        .order_by()
        .values_list(
            Value(name),
            F(f"{child}_id"),
            F("pk"),
            F(plan) if plan else _NO_ID,
            *four,
            F(text) if text else Value(""),
            more if more is not None else Value(""),
        )
    )


def _milestone(read: _Read, pk: int, plan: None, days: list, text: str, more: str) -> None:
    read.milestones.append(facts.Milestone(facts.Marker(text), days[0]))


def _protection(read: _Read, pk: int, plan: None, days: list, text: str, more: str) -> None:
    opened_on, closed_on, started, ended = days
    read.protections.append(
        facts.Protection(
            pk, opened_on, text == Route.TRANSFER_IN, more == "unborn", closed_on, started, ended
        )
    )


def _core_group(read: _Read, pk: int, plan: int, days: list, text: str, more: str) -> None:
    read.held.append(facts.Held(facts.Kind.CORE_GROUP, days[0], days[0], plan=plan))


def _need(read: _Read, pk: int, plan: None, days: list, text: str, more: str) -> None:
    read.needs.append(facts.Need(pk, *days[:3]))


def _early(read: _Read, pk: int, plan: None, days: list, text: str, more: str) -> None:
    told_on, answered_on, by, _ = days
    read.early.append(facts.Early(answered_on or told_on, by, text))


_READ = {
    "milestone": _milestone,
    "protection": _protection,
    "core_group": _core_group,
    "need": _need,
    "early": _early,
}
