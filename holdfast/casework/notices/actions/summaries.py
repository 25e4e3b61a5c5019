"""One e-mail a week to each worker with everything that waits for them, and one on other days when something is due.

Never one e-mail for each child. Who has no work e-mail on record gets none; they find the same under “My work”.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import Any

from django.conf import settings
from django.db.models import Q

from holdfast.casework.notices.turns import Turn, What, Whose, booked, to_book, turns
from holdfast.casework.notices.wording import list_of
from holdfast.casework.people.models import AllocationRole, Child, Worker
from holdfast.casework.people.queries import responsible_on
from holdfast.casework.resolution.models import Concern
from holdfast.casework.reviews.many_lives import lives_of
from holdfast.casework.reviews.models import Review
from holdfast.casework.service.queries import book as book_in_force
from holdfast.domain import working_days
from holdfast.domain.limits import Book
from holdfast.domain.wording import weekday_and_date

from .writing import write

#: how far the weekly e-mail looks ahead
AHEAD = timedelta(days=14)
#: whose children a worker has in which role
_ROLE = {Whose.OFFICER: AllocationRole.IRO, Whose.SOCIAL_WORKER: AllocationRole.SOCIAL_WORKER}


@dataclass
class _Post:
    """What one worker is told."""

    worker: Worker
    turns: list[Turn] = field(default_factory=list)
    reviews: list[Review] = field(default_factory=list)


@dataclass(frozen=True)
class Written:
    """How many e-mails were written, and how many workers had something waiting but no e-mail address on record."""

    letters: int
    without_address: int


def write_summaries(*, on: date, by: Any) -> Written:
    """What is due, to those whose turn it is: on the weekday of the settings the week, else what is due by the next
    working day or was asked since the last one. Written once per person and day, however often this runs.
    """
    weekly = on.weekday() == settings.SUMMARY_WEEKDAY
    posts = _posts(on, book_in_force(), weekly)
    letters = without_address = 0
    for post in posts:
        if not post.worker.email:
            without_address += 1
            continue
        letters += _write(post, on, weekly, by)
    return Written(letters, without_address)


def _write(post: _Post, on: date, weekly: bool, by: Any) -> int:
    kind, day = ("week", on) if weekly else ("day", _next_working_day(on))
    letter = write(
        template=kind,
        to=post.worker.email,
        key=f"{kind}|{post.worker.public_id}|{on}",
        user=post.worker.user,
        by=by,
        day=weekday_and_date(day),
        what=list_of(post.turns, post.reviews, on),
        address=settings.SERVICE_ADDRESS,
    )
    return 1 if letter else 0


def _posts(on: date, book: Book, weekly: bool) -> list[_Post]:
    children = Child.objects.filter(
        Q(pk__in=responsible_on(on, AllocationRole.IRO).values("child"))
        | Q(pk__in=responsible_on(on, AllocationRole.SOCIAL_WORKER).values("child"))
        # somebody may be asked about a child for whom nobody is responsible any more
        | Q(pk__in=Concern.objects.filter(closed_on=None).values("child"))
    )
    whose = _Workers(on)
    posts: dict[int, _Post] = {}
    for turn in _told(children, on, book, weekly):
        for worker in whose.of(turn):
            posts.setdefault(worker.pk, _Post(worker)).turns.append(turn)
    if weekly:
        for review in booked(children, on, on + AHEAD):
            for worker in whose.responsible(review.child_id, Whose.OFFICER, Whose.SOCIAL_WORKER):
                posts.setdefault(worker.pk, _Post(worker)).reviews.append(review)
    return sorted(posts.values(), key=lambda post: post.worker.pk)


def _told(children: Any, on: date, book: Book, weekly: bool) -> Iterable[Turn]:
    every = turns(children, on, book)
    if not weekly:
        return [turn for turn in every if _is_new_or_due(turn, on)]
    rows = list(children)
    lives = lives_of(rows, [child.pk for child in rows])
    ahead = [turn for turn in every if turn.due is None or turn.due <= on + AHEAD]
    return [*ahead, *to_book(lives, on, on + AHEAD, book)]


def _is_new_or_due(turn: Turn, on: date) -> bool:
    """Due by the next working day, or asked since the last one: each is told once between two weekly e-mails.

    That an answer to a concern is due is told by an e-mail of its own (`reminding`), and not a second time.
    """
    reminded = turn.what is What.ANSWER_CONCERN
    due = turn.due is not None and not reminded and on < turn.due <= _next_working_day(on)
    new = turn.since is not None and working_days.subtract(on, 1) < turn.since <= on
    return due or new


def _next_working_day(on: date) -> date:
    return working_days.add(on, 1)


class _Workers:
    """Who is responsible for which child on a day. One query."""

    def __init__(self, on: date) -> None:
        self._by_child: dict[tuple[int, str], list[Worker]] = defaultdict(list)
        for role in AllocationRole:
            rows = responsible_on(on, role).select_related("worker__user", "worker__manager__user")
            for allocation in rows:
                self._by_child[allocation.child_id, role.value].append(allocation.worker)

    def of(self, turn: Turn) -> list[Worker]:
        """Whose turn it is: the person a concern is put to, else whoever is responsible for the child."""
        if turn.whose is Whose.ASKED:
            return [turn.asked] if turn.asked else []
        if turn.whose is Whose.MANAGER:
            workers = self.responsible(turn.child, Whose.SOCIAL_WORKER)
            return [worker.manager for worker in workers if worker.manager]
        return self.responsible(turn.child, turn.whose)

    def responsible(self, child: int, *whose: Whose) -> list[Worker]:
        roles = [_ROLE[one].value for one in whose if one in _ROLE]
        return [worker for role in roles for worker in self._by_child[child, role]]
