"""Invented records of one council's service, as many as asked for, in an empty database: the ground of the page times.

2,500 children with eight reviews each is a large council. Nobody in it exists.
"""

from __future__ import annotations

import itertools
import uuid
from collections import Counter
from datetime import date, timedelta
from typing import Any

import numpy as np
from django.db import transaction

from holdfast.bench import histories
from holdfast.casework.access.models import User
from holdfast.casework.access.roles import Role
from holdfast.casework.care.models import Episode
from holdfast.casework.care.periods import keep_in_step
from holdfast.casework.people.models import Allocation, AllocationRole, Child, Worker
from holdfast.casework.plans.models import CoreGroup, NeedPlan, Protection
from holdfast.casework.reviews.models import Review

YEARS = 5
CHILDREN_OF_AN_OFFICER = 60
AT_A_TIME = 500
NAMES = (
    "Ash",
    "Birch",
    "Cedar",
    "Dale",
    "Elm",
    "Fern",
    "Gorse",
    "Hazel",
    "Ivy",
    "Juniper",
    "Larch",
    "Maple",
    "Oak",
)
FIRST_NAMES = (
    "Alex",
    "Bo",
    "Casey",
    "Drew",
    "Ellis",
    "Frankie",
    "Gray",
    "Harper",
    "Indy",
    "Jude",
    "Kit",
    "Lou",
    "Max",
)


@transaction.atomic
def fill(children: int, reviews: int, today: date) -> User:
    """Fill an empty database; gives the manager who looks at it. One of the officers is called ``officer``."""
    told = _histories(children, reviews, today)
    made = _children(told, today)
    _episodes(told, made)
    _reviews(told, made, reviews)
    _plans(made, today)
    _allocate(made, today)
    keep_in_step([child.pk for child in made])
    return User.objects.create_user(
        "manager", name="Morgan Vale", role=Role.IRO_MANAGER, password=str(uuid.uuid4())
    )


def _histories(children: int, reviews: int, today: date) -> histories.Histories:
    """Some three in five are in care on the first of the days, the others come in between."""
    return histories.make(
        np.random.default_rng(1),
        stock=children * 3 // 5,
        arrivals=children - children * 3 // 5,
        first=today.replace(day=1) - timedelta(days=365 * YEARS),
        last=today,
        moves=0.8,
        review_every=max(30, 1_050_000 // max(1, reviews * 2_500 // children) * 2),
    )


def _day(days: Any) -> date | None:
    return None if days == histories.NEVER else date(1970, 1, 1) + timedelta(days=int(days))


def _children(told: histories.Histories, today: date) -> list[Child]:
    names = itertools.cycle(f"{first} {last}" for last, first in itertools.product(NAMES, FIRST_NAMES))
    one = told.children
    rows = [
        Child(number=f"B{nth:06}", name=name, born=_day(born), sex=str(sex), ethnicity=str(ethnicity))
        for nth, (name, born, sex, ethnicity) in enumerate(
            zip(names, one.born, one.sex, one.ethnicity, strict=False)
        )
    ]
    return Child.objects.bulk_create(rows, batch_size=AT_A_TIME)


def _episodes(told: histories.Histories, made: list[Child]) -> None:
    one = told.episodes
    columns = (
        one.child,
        one.started,
        one.ended,
        one.reason_started,
        one.legal_status,
        one.place,
        one.reason_ended,
    )
    rows = [
        Episode(
            child=made[child],
            started=_day(started),
            ended=_day(ended),
            reason_started=str(why),
            legal_status=str(status),
            place=str(place),
            reason_ended=str(left),
            reading_order=nth,
            return_key=f"{nth}",
        )
        for nth, (child, started, ended, why, status, place, left) in enumerate(zip(*columns, strict=True))
    ]
    Episode.objects.bulk_create(rows, batch_size=AT_A_TIME)


def _reviews(told: histories.Histories, made: list[Child], many: int) -> None:
    """The latest reviews of all, as many as asked for, one a day for each child."""
    one = told.reviews
    latest = np.argsort(one.held_on, kind="stable")[::-1]
    seen: set[tuple[int, int]] = set()
    rows = []
    for nth in latest:
        child, held_on = int(one.child[nth]), int(one.held_on[nth])
        if (child, held_on) in seen or len(rows) == many:
            continue
        seen.add((child, held_on))
        day = _day(held_on)
        rows.append(
            Review(
                child=made[child], held_on=day, completed_on=day, participation=str(one.participation[nth])
            )
        )
    Review.objects.bulk_create(rows, batch_size=AT_A_TIME)


def _plans(made: list[Child], today: date) -> None:
    """One child in eight has a protection plan with core groups, one in sixteen is a child in need."""
    since = today - timedelta(days=100)
    processes = [
        Protection(child=child, opened_on=since - timedelta(days=15), started=since, category_first="NEG",
                   category_latest="NEG")
        for child in made[::8]
    ]  # fmt: skip
    Protection.objects.bulk_create(processes, batch_size=AT_A_TIME)
    groups = [
        CoreGroup(protection=process, held_on=since + timedelta(days=10 + 30 * nth))
        for process in processes
        for nth in range(3)
    ]
    CoreGroup.objects.bulk_create(groups, batch_size=AT_A_TIME)
    NeedPlan.objects.bulk_create([NeedPlan(child=child, agreed_on=since) for child in made[4::16]])


def _allocate(made: list[Child], today: date) -> None:
    """Sixty children to an officer, twenty to a social worker; the first of the officers signs in."""
    since = today - timedelta(days=365)
    rows: list[Allocation] = []
    for role, load in ((AllocationRole.IRO, CHILDREN_OF_AN_OFFICER), (AllocationRole.SOCIAL_WORKER, 20)):
        for nth in range(0, len(made), load):
            worker = Worker.objects.create(
                name=f"{role.label} {nth // load + 1}", team=f"Team {nth // 200 + 1}"
            )
            rows += [
                Allocation(child=child, worker=worker, role=role, starts=since)
                for child in made[nth : nth + load]
            ]
    Allocation.objects.bulk_create(rows, batch_size=AT_A_TIME)
    officer = Worker.objects.filter(allocations__role=AllocationRole.IRO).order_by("pk")[0]
    officer.user = User.objects.create_user(
        "officer", name=officer.name, role=Role.IRO, password=str(uuid.uuid4())
    )
    officer.save()


def counted() -> dict[str, int]:
    """How much there is."""
    return {
        "children": Child.objects.count(),
        "reviews": Review.objects.count(),
        "episodes": Episode.objects.count(),
    }


def child_with_most_reviews() -> Child:
    child_ids = Counter(Review.objects.order_by("child").values_list("child", flat=True))
    return Child.objects.get(pk=child_ids.most_common(1)[0][0])
