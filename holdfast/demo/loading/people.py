"""Children who are in no return, the service's own people, who is responsible for whom, families and contacts."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from datetime import date, timedelta
from decimal import Decimal
from itertools import combinations
from random import Random

from holdfast.casework.people import actions as people
from holdfast.casework.people.models import (
    Allocation,
    AllocationRole,
    Child,
    Contact,
    FamilyTie,
    Relation,
    TieKind,
    Version,
    Worker,
)
from holdfast.demo import names
from holdfast.demo.authority import Authority
from holdfast.demo.known import Known
from holdfast.demo.life import Life
from holdfast.demo.quarters import TODAY
from holdfast.demo.staff import Staff

_REGISTER = "Health and Care Professions Council"
_REGISTERED_UNTIL = date(2018, 11, 30)


def add_known(authority: Authority) -> None:
    """Children with a plan who were never in care: no return brings them."""
    Child.objects.bulk_create(
        Child(
            number=one.number,
            name=one.name,
            born=one.born,
            sex=one.sex,
            ethnicity=one.ethnicity,
        )
        for one in authority.known
    )


def describe_workers(staff: Staff, workers: dict[str, Worker]) -> None:
    """Teams, managers, work e-mail and registration, and the posts that officers hold."""
    for nth, member in enumerate(staff.members):
        changes: dict[str, object] = {"email": f"{_slug(member.name)}@fernshire.example"}
        if member.team:
            changes["team"] = member.team
        if member.manager:
            changes["manager_id"] = workers[member.manager].pk
        if member.role in ("iro", "iro_manager", "social_worker", "team_manager"):
            changes |= {
                "register_body": _REGISTER,
                "register_number": f"SW{90_000 + 17 * nth}",
                "register_until": _REGISTERED_UNTIL,
            }
        people.correct_worker(worker=workers[member.key], changes=changes, by=None)
        _hold_posts(workers[member.key], member.fte)


def _hold_posts(worker: Worker, fte: dict[date, float]) -> None:
    before: float | None = None
    for starts, share in sorted(fte.items()):
        if share != before:
            people.hold_post(worker=worker, fte=Decimal(str(share)), starts=starts, by=None)
        before = share


def allocate(staff: Staff, workers: dict[str, Worker], children: dict[str, Child]) -> None:
    """Who is responsible for whom; nobody twice at once, as `people.actions.allocate` would have seen to."""
    Allocation.objects.bulk_create(
        Allocation(
            child=children[one.child],
            worker=workers[one.member],
            role=AllocationRole(one.role),
            starts=one.starts,
            ends=one.ends,
        )
        for one in sorted(staff.responsible, key=lambda r: (r.child, r.role, r.starts))
    )


def tie_families(authority: Authority, children: dict[str, Child]) -> None:
    """Brothers and sisters, each pair once."""
    families: dict[int, dict[str, Child]] = defaultdict(dict)
    for one in (*authority.children, *authority.known):
        if one.family:
            families[one.family][one.number] = children[one.number]
    FamilyTie.objects.bulk_create(
        FamilyTie(child=first, other=second, kind=TieKind.SIBLING)
        for family in families.values()
        for first, second in combinations(sorted(family.values(), key=lambda c: c.pk), 2)
    )


def add_contacts(chance: Random, authority: Authority, children: dict[str, Child]) -> None:
    """Whom to ask and send to, for every child whose plan is reviewed now."""
    here: list[Life | Known] = [life for life in authority.children if life.in_care_on(TODAY)]
    here += [p.child for p in authority.protections if p.open_on(TODAY) and isinstance(p.child, Known)]
    here += [n.child for n in authority.needs if n.open_on(TODAY) and isinstance(n.child, Known)]
    unique = {one.number: one for one in here}
    Contact.objects.bulk_create(
        contact for one in unique.values() for contact in _contacts(chance, one, children[one.number])
    )


def _contacts(chance: Random, one: Life | Known, child: Child) -> Iterable[Contact]:
    asylum = isinstance(one, Life) and one.asylum
    surname = one.name.split()[-1]
    if not asylum:
        yield _contact(child, names.child_name(chance, "F", surname), Relation.MOTHER)
        if chance.random() < 0.6:
            yield _contact(child, names.child_name(chance, "M", surname), Relation.FATHER, email=False)
    if isinstance(one, Life) and one.stays[-1].place[0] in "UA":
        yield _contact(child, names.worker_name(chance), Relation.CARER)
    if one.born is not None and one.born < TODAY - timedelta(days=4 * 365):
        yield _contact(child, names.worker_name(chance), Relation.SCHOOL, Version.DECISIONS)
    if chance.random() < 0.5:
        yield _contact(child, names.worker_name(chance), Relation.HEALTH, Version.DECISIONS)


def _contact(
    child: Child, name: str, relation: Relation, version: Version = Version.FULL, *, email: bool = True
) -> Contact:
    address = f"{_slug(name)}@mail.example" if email else ""
    return Contact(child=child, name=name, relation=relation, version=version, email=address)


def _slug(name: str) -> str:
    return name.lower().replace(" ", ".").replace("’", "").replace("'", "")
