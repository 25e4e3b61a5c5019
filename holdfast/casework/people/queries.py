"""Questions about children. `children_for` is the only door to them: nobody sees a child they may not see."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any
from uuid import UUID

from django.db import models, transaction
from django.db.models import Count, Q, Sum, Value
from django.utils import timezone

from holdfast.casework.access.models import User
from holdfast.casework.access.queries import users
from holdfast.casework.access.roles import Permission
from holdfast.casework.access.rules import check_may, may
from holdfast.casework.audit.actions import record
from holdfast.casework.audit.models import AuditEvent
from holdfast.casework.audit.queries import events_naming
from holdfast.casework.provenance.models import FieldChange, FromReturn, Owner
from holdfast.casework.service.queries import own_limits_of
from holdfast.domain import caseload as law
from holdfast.domain.limits import Book

from .models import Allocation, AllocationRole, Child, Contact, FamilyTie, Interest, Move, Post, Worker

#: Ids of children in one row of the diary.
SHOWN_IN_ONE_ROW = 500


class NotYours(Exception):
    """The child is not one this person may see, or is not there: the two are not told apart."""

    def __init__(self) -> None:
        super().__init__(
            "This child is not among those you can see. If you should see them, ask your IRO manager to allocate you."
        )


def open_on(day: date) -> Q:
    """The allocations in force on a day."""
    return Q(starts__lte=day) & (Q(ends__isnull=True) | Q(ends__gte=day))


def children_for(user: Any, on: date | None = None) -> models.QuerySet[Child]:
    """The children this user may see: all, those allocated to them or their team on the day (today), or none."""
    if may(user, Permission.SEE_ALL_CHILDREN):
        return Child.objects.all()
    if may(user, Permission.SEE_OWN_CHILDREN):
        whose = Q(worker__user=user)
        if may(user, Permission.SEE_TEAM_CHILDREN):
            whose |= Q(worker__manager__user=user)
        theirs = Allocation.objects.filter(whose, open_on(on or timezone.localdate()))
        return Child.objects.filter(pk__in=theirs.values("child"))
    return Child.objects.none()


def children_behind_figures_for(user: Any) -> models.QuerySet[Child]:
    """Of the children behind a figure, those this user may be shown. Raises NotAllowed when the role shows none."""
    check_may(user, Permission.SEE_ROWS_BEHIND_FIGURES)
    return children_for(user)


@transaction.atomic
def open_child(user: Any, public_id: UUID | str, verb: str = "child.read") -> Child:
    """One child's record, for reading: leaves a row in the diary. Raises NotYours."""
    child = find_child(user, public_id)
    record(by=user, verb=verb, subject=child)
    return child


@transaction.atomic
def note_shown(*, to: Any, verb: str, children: Iterable[int], **about: Any) -> None:
    """Write in the diary that these children (ids) were shown together, on a page or in a file.

    One row for the whole list, which names every child in it; a list too long for one row takes several.
    """
    ids = sorted(set(children))
    for first in range(0, max(len(ids), 1), SHOWN_IN_ONE_ROW):
        some = ids[first : first + SHOWN_IN_ONE_ROW]
        record(by=to, verb=verb, subject=Child, detail={**about, "children": some})


def diary_of(child: Child) -> models.QuerySet[AuditEvent]:
    """Everybody who was shown the child, alone or in a list, and every change somebody made; oldest first."""
    return events_naming(child, as_one="child", as_many="children", kinds=sorted(_kinds_of_a_child()))


def brought_by_returns(child: Child) -> list[tuple[str, int, int]]:
    """What returns brought of the child: (type of record, import that made it, how many records)."""
    made: list[models.QuerySet] = [Child.objects.filter(pk=child.pk).order_by()]
    made += [model._base_manager.filter(child=child).order_by() for model in _from_returns()]
    rows = [
        records.exclude(made_by_intake=None)
        .annotate(record_type=Value(records.model._meta.label, output_field=models.CharField()))
        .values_list("record_type", "made_by_intake")
        for records in made
    ]
    counted = Counter(rows[0].union(*rows[1:], all=True))
    return sorted((kind, intake, count) for (kind, intake), count in counted.items())


def changed_by_returns(child: Child) -> models.QuerySet[FieldChange]:
    """What returns changed of the child and of what belongs to it, oldest first."""
    theirs = Q(record_type=Child._meta.label, record_id=child.pk)
    for model in _from_returns():
        records = model._base_manager.filter(child=child).order_by().values("pk")
        theirs |= Q(record_type=model._meta.label, record_id__in=records)
    changes = FieldChange.objects.filter(theirs, source=Owner.RETURN)
    return changes.select_related("changed_by").order_by("id")


def _kinds_of_a_child() -> set[str]:
    """Every kind of record that belongs to a child, or to something that does, however far down."""
    found: set[type[models.Model]] = set()
    waiting: list[type[models.Model]] = [Child]
    while waiting:
        belonging = {link.related_model for link in waiting.pop()._meta.related_objects}
        waiting += belonging - found - {Child}
        found |= belonging - {Child}
    return {model._meta.label for model in found}


def _from_returns() -> list[type[FromReturn]]:
    models_of = (link.related_model for link in Child._meta.related_objects)
    return [model for model in models_of if issubclass(model, FromReturn)]


def find_child(user: Any, public_id: UUID | str) -> Child:
    """The child an action is to change, which leaves its own row in the diary. Raises NotYours."""
    try:
        wanted = public_id if isinstance(public_id, UUID) else UUID(str(public_id))
    except ValueError:
        raise NotYours from None
    child = children_for(user).filter(public_id=wanted).first()
    if child is None:
        raise NotYours
    return child


def allocations() -> models.QuerySet[Allocation]:
    """For prefetching onto children that were reached through their door: oldest first, with the worker."""
    return Allocation.objects.select_related("worker").order_by("starts", "id")


def allocations_of(child: Child) -> models.QuerySet[Allocation]:
    """Everybody who was ever responsible for the child, oldest first, with the worker."""
    return allocations().filter(child=child)


def officers_of(children: Iterable[Child]) -> dict[int, list[Allocation]]:
    """Every reviewing officer each child ever had, oldest first, by the child's id. One query."""
    found: dict[int, list[Allocation]] = {child.pk: [] for child in children}
    for one in allocations().filter(child__in=list(found), role=AllocationRole.IRO):
        found[one.child_id].append(one)
    return found


def allocated(child: Child, role: AllocationRole, on: date | None = None) -> Allocation | None:
    """Who is responsible for the child on the day (today) in that role, if anybody."""
    day = on or timezone.localdate()
    return allocations_of(child).filter(open_on(day), role=role).last()


def responsible_on(day: date, role: AllocationRole) -> models.QuerySet[Allocation]:
    """Every allocation of a kind in force on the day."""
    return Allocation.objects.filter(open_on(day), role=role)


def iros_children(user: User, day: date) -> int:
    """For how many children this user is the Independent Reviewing Officer on the day."""
    return responsible_on(day, AllocationRole.IRO).filter(worker__user=user).count()


def begun_after(children: Iterable[Child], role: AllocationRole, day: date) -> models.QuerySet[Allocation]:
    """Allocations of these children that begin after that day, the earliest first: no other can begin before."""
    later = Allocation.objects.filter(child__in=children, role=role, starts__gt=day)
    return later.select_related("child").order_by("starts", "id")


def without(children: models.QuerySet[Child], role: AllocationRole, on: date) -> models.QuerySet[Child]:
    """Of these children, those for whom nobody is responsible on the day."""
    return children.exclude(pk__in=responsible_on(on, role).values("child"))


def accounts() -> models.QuerySet[User]:
    """Everybody with an account, with the worker they are, if any: those who may sign in first, by name."""
    return users().select_related("worker")


def workers_without_account() -> models.QuerySet[Worker]:
    """Workers who do not sign in, by name."""
    return Worker.objects.filter(user=None).order_by("name", "id")


def workers_for(role: AllocationRole, on: date) -> models.QuerySet[Worker]:
    """Who can be made responsible in a role, by name, with ``children``: for how many they are on the day.

    Those who sign in in the role, and those without an account who were responsible for a child in it before.
    """
    before = Allocation.objects.filter(role=role, worker__user=None)
    theirs = Q(allocations__role=role, allocations__starts__lte=on) & (
        Q(allocations__ends=None) | Q(allocations__ends__gte=on)
    )
    return (
        Worker.objects.filter(
            Q(user__role=role.value, user__is_active=True) | Q(pk__in=before.values("worker"))
        )
        .annotate(children=Count("allocations", filter=theirs))
        .order_by("name", "id")
    )


def with_children(role: AllocationRole, on: date) -> models.QuerySet[Worker]:
    """Who is responsible for a child in a role on the day, by name, with ``children``: for how many."""
    theirs = Q(allocations__role=role) & (
        Q(allocations__starts__lte=on) & (Q(allocations__ends=None) | Q(allocations__ends__gte=on))
    )
    counted = Worker.objects.annotate(children=Count("allocations", filter=theirs))
    return counted.filter(children__gt=0).order_by("name", "id")


@dataclass(frozen=True)
class Caseload:
    """One officer on a day: for how many children they are responsible, and which share of a full post they hold.

    ``fte`` is nought where no post is entered. ``beside``: below, within or above the guide; blank without a post, or
    on a day for which no guide is held. The guide speaks of children in care: where others are allocated too,
    ``every`` counts all of them and ``children`` those in care.
    """

    worker: Worker
    children: int
    fte: Decimal
    guide: law.Guide | None
    every: int

    @property
    def per_full_post(self) -> Decimal | None:
        return law.per_full_post(self.children, self.fte)

    @property
    def beside(self) -> str:
        per = self.per_full_post
        return "" if per is None or self.guide is None else self.guide.beside(per)

    @property
    def words(self) -> str:
        """“61 children, 67.8 per full post (0.90 held): within the guide of 50 to 70”, or “101 children, of whom …”."""
        count = f"{self.every:,} child{'' if self.every == 1 else 'ren'}"
        if self.every != self.children:
            count += f", of whom {self.children:,} in care"
        if self.per_full_post is None:
            return f"{count}; no post is entered, so this cannot be laid beside the guide"
        per = f"{count}, {self.per_full_post} per full post ({self.fte:.2f} held)"
        return f"{per}: {self.beside} the guide of {self.guide.wording}" if self.guide else per


def caseloads(on: date, of: models.QuerySet[Child] | None = None) -> list[Caseload]:
    """Every officer's caseload on a day, by name: who can be allocated, holds a post or has a child. At most 5 queries.

    ``of``: the children the guide speaks of, those in care on the day; without it everybody allocated counts.
    """
    held = responsible_on(on, AllocationRole.IRO).order_by().values("worker")
    counts = Count("pk") if of is None else Count("pk", filter=Q(child__in=of.order_by().values("pk")))
    found = held.annotate(n=counts, every=Count("pk")).values_list("worker", "n", "every")
    counted = {worker: n for worker, n, _ in found}
    every = {worker: n for worker, _, n in found}
    posts = Post.objects.filter(open_on(on), role=AllocationRole.IRO).order_by().values("worker")
    # SQLite adds up decimals as floating numbers
    shares = {
        worker: share.quantize(Decimal("0.01"))
        for worker, share in posts.annotate(share=Sum("fte")).values_list("worker", "share")
    }
    known = {worker.pk: worker for worker in workers_for(AllocationRole.IRO, on)}
    others = Worker.objects.filter(pk__in=(counted.keys() | shares.keys()) - known.keys())
    officers = sorted([*known.values(), *others], key=lambda one: (one.name.casefold(), one.pk))
    guide = law.guide(on, Book(own=own_limits_of("caseload.")))
    return [
        Caseload(one, counted.get(one.pk, 0), shares.get(one.pk, Decimal(0)), guide, every.get(one.pk, 0))
        for one in officers
    ]


def posts_on(day: date) -> models.QuerySet[Post]:
    """The posts held on a day, with the worker."""
    return Post.objects.filter(open_on(day)).select_related("worker")


def workers_with_posts() -> models.QuerySet[Worker]:
    """Everybody who works with children, by name, with their posts, their manager and their account."""
    return Worker.objects.select_related("manager", "user").prefetch_related("posts").order_by("name", "id")


def teams_on_record() -> list[str]:
    """The names of teams anybody works in, in their order."""
    return list(Worker.objects.exclude(team="").order_by("team").values_list("team", flat=True).distinct())


def interests_of(worker: Worker) -> models.QuerySet[Interest]:
    """Why a worker is or was not independent, of whom, oldest first."""
    return Interest.objects.filter(worker=worker).select_related("child").order_by("starts", "id")


def ties_of(child: Child) -> models.QuerySet[FamilyTie]:
    """The child's brothers and sisters, parent and children on record."""
    ties = FamilyTie.objects.filter(Q(child=child) | Q(other=child))
    return ties.select_related("child", "other").order_by("kind", "id")


def contacts_of(child: Child) -> models.QuerySet[Contact]:
    """Whom to ask and invite about the child, those who are no longer asked last."""
    return Contact.objects.filter(child=child).order_by(models.F("stopped_on").asc(nulls_first=True), "id")


def last_move(user: Any, since: Any) -> Move | None:
    """The move of a caseload this person made last, after a moment, if it stands."""
    moves = Move.objects.filter(made_by=user, made_at__gte=since).annotate(children=Count("moved"))
    last = moves.order_by("-made_at").first()
    return last if last is not None and last.undone_at is None else None


def find_move(public_id: UUID) -> Move | None:
    """One move of a caseload, made by whomever."""
    return Move.objects.filter(public_id=public_id).first()


def find_worker(public_id: UUID) -> Worker | None:
    """One worker, with their posts and their manager."""
    return workers_with_posts().filter(public_id=public_id).first()


def find_post(pk: int) -> Post | None:
    return Post.objects.select_related("worker").filter(pk=pk).first()


def find_interest(pk: int) -> Interest | None:
    return Interest.objects.select_related("worker", "child").filter(pk=pk).first()
