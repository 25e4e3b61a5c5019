"""Whom a concern can be put to: those who answer at each stage first, then everybody else who answers concerns."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from django.db.models import QuerySet

from holdfast.casework.access.roles import PERMISSIONS, Permission
from holdfast.casework.people.models import AllocationRole, Child, Worker
from holdfast.casework.people.queries import allocated
from holdfast.casework.resolution.queries import answerers
from holdfast.casework.resolution.rules import cannot_sign_in
from holdfast.domain.resolution.ladders import Rung
from holdfast.web.concern.forms import Choices

#: those who answer and do not raise: an officer is asked by nobody of their own service
ROLES = [
    role.value
    for role, given in PERMISSIONS.items()
    if Permission.ANSWER_CONCERNS in given and Permission.RAISE_CONCERNS not in given
]


class People:
    """The lists to choose from for one child, and the worker behind each choice."""

    def __init__(self, child: Child, rungs: Iterable[Rung], on: date) -> None:
        self.child, self.on = child, on
        self.of_stage = {rung: self._of(rung) for rung in rungs}
        self.all = {str(one.public_id): one for one in who_answers()}
        for some in self.of_stage.values():
            self.all |= {str(one.public_id): one for one in some}

    @property
    def choices(self) -> Choices:
        """A group for each stage, then everybody."""
        groups: list[tuple[str, list[tuple[str, str]]]] = []
        named: set[str] = set()
        for rung, some in self.of_stage.items():
            fresh = [one for one in some if str(one.public_id) not in named]
            named |= {str(one.public_id) for one in fresh}
            groups.append(
                (rung.name, [(str(one.public_id), f"{one.name}, {_as(one, rung)}") for one in fresh])
            )
        others = [(key, one.name) for key, one in self.all.items() if key not in named]
        return [group for group in (*groups, ("Somebody else", others)) if group[1]]

    @property
    def suggested(self) -> str:
        """The first of those who answer at the first stage and could answer here."""
        first = next((some for some in self.of_stage.values() if some), [])
        return next((str(one.public_id) for one in first if not cannot_sign_in(one)), "")

    def chosen(self, key: str) -> Worker | None:
        return self.all.get(key)

    def _of(self, rung: Rung) -> list[Worker]:
        found = answerers(rung.role, self.child, self.on)
        if not rung.formal:
            found = [*_social_worker_and_manager(self.child, self.on), *found]
        return list(dict.fromkeys(found))


def _as(worker: Worker, rung: Rung) -> str:
    """In which part they are asked; at an informal stage several parts may be meant, so their own role says it."""
    if worker.user is None:
        return "who does not sign in"
    if not rung.formal:
        return str(worker.user.get_role_display()).lower()
    return rung.role.lower()


def _social_worker_and_manager(child: Child, on: date) -> list[Worker]:
    now = allocated(child, AllocationRole.SOCIAL_WORKER, on)
    return [one for one in (now.worker, now.worker.manager) if one] if now else []


def who_answers() -> QuerySet[Worker]:
    """Everybody with an account that answers concerns, by name."""
    found = Worker.objects.filter(user__is_active=True, user__role__in=ROLES)
    return found.select_related("user").order_by("name", "id")
