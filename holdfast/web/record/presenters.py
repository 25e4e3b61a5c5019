"""Decisions and records as the pages say them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Any

from holdfast.casework.access.roles import Role
from holdfast.casework.people.models import AllocationRole, Child
from holdfast.casework.people.queries import allocations_of, open_on
from holdfast.casework.records.models import Decision, DecisionStatus, Release
from holdfast.casework.records.queries import snapshot_of
from holdfast.casework.reviews.models import Review
from holdfast.domain.wording import long_date


@dataclass(frozen=True)
class Shown:
    """One decision on the page. ``sent``: it stands in the last release; ``differs``: in other words."""

    id: str
    number: int
    what: str
    outcome: str
    who: str
    by_when: date | None
    no_date_why: str
    status: str
    status_note: str
    sent: bool
    differs: bool


def as_released(
    review: Review, last: Release | None, standing: list[Decision], unfinished: bool
) -> list[Shown]:
    """For officers the decisions as they stand; for everybody else as they were sent last, with what came of them."""
    sent = {one["id"]: one for one in last.decisions} if last else {}
    if unfinished:
        return [_of(snapshot_of(one), one, sent.get(str(one.public_id))) for one in standing]
    if not sent:
        return []
    now = {str(one.public_id): one for one in review.decisions.all()}
    return [_of(words, now.get(one), words) for one, words in sent.items()]


def _of(words: dict[str, Any], now: Decision | None, sent: dict[str, Any] | None) -> Shown:
    facts = {key: words[key] for key in ("id", "number", "what", "outcome", "who", "no_date_why")}
    settled = now is not None and now.status != DecisionStatus.OPEN
    return Shown(
        **facts,
        by_when=date.fromisoformat(words["by_when"]) if words["by_when"] else None,
        status=now.get_status_display() if settled else "",
        status_note=now.status_note if settled else "",
        sent=sent is not None,
        differs=sent is not None and sent != words,
    )


@dataclass(frozen=True)
class Earlier:
    """A decision of an earlier review, asked about once: with its date, and what was said of it since."""

    decision: Decision
    status: str
    note: str
    error: str = ""

    @classmethod
    def of(cls, decision: Decision, typed: dict[str, tuple[str, str, str]]) -> Earlier:
        if str(decision.public_id) in typed:
            return cls(decision, *typed[str(decision.public_id)])
        return cls(decision, decision.status, decision.status_note)

    @property
    def source(self) -> str:
        return f"Decision {self.decision.number} of {long_date(self.decision.review.held_on)}"

    @property
    def midway(self) -> list[str]:
        """What the social worker said of it at the midway check."""
        return [
            f"{answer.get_status_display()}{': ' + answer.note if answer.note else ''}"
            for answer in self.decision.midway_answers.all()
        ]


def known_people(child: Child, on: date) -> list[str]:
    """Names to choose from for “who sees to it”: nothing is typed twice."""
    names = [f"{one.worker.name}, {one.get_role_display().lower()}" for one in workers_of(child, on)]
    return names + [f"{one.name}, {one.get_relation_display().lower()}" for one in child.contacts.all()]


def workers_of(child: Child, on: date) -> list[Any]:
    """Who is responsible for the child on the day, with the manager of each."""
    return list(allocations_of(child).filter(open_on(on)).select_related("worker__manager"))


def goes_to(child: Child, on: date) -> list[str]:
    """Whom a release goes to: the social worker and their manager, by name where they are known."""
    worker = next(
        (one.worker for one in workers_of(child, on) if one.role == AllocationRole.SOCIAL_WORKER), None
    )
    if worker is None:
        return []
    found = [f"{worker.name}, {Role.SOCIAL_WORKER.label.lower()}"]
    if worker.manager is not None:
        found.append(f"{worker.manager.name}, {Role.TEAM_MANAGER.label.lower()}")
    return found
