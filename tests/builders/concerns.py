"""Invented concerns: raised informally with the child's social worker, and put further up the ladder."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Any

from holdfast.casework.access.models import User
from holdfast.casework.access.roles import Role
from holdfast.casework.people.models import AllocationRole, Child, Worker
from holdfast.casework.resolution.models import Concern, Pause, Stage
from holdfast.domain.resolution import ladders
from tests.builders import people

RAISED = date(2017, 3, 6)


@dataclass(frozen=True)
class World:
    """A child with everybody a concern is about: each signs in, and each is a worker."""

    child: Child
    officer: Worker
    social_worker: Worker
    team_manager: Worker
    service_manager: Worker
    group_manager: Worker

    @property
    def iro(self) -> User:
        return self.officer.user


def staff(name: str, role: Role, email: str = "") -> Worker:
    """Somebody who signs in, with a work e-mail."""
    made = people.worker(name, people.user(role, name=name))
    made.email = email or f"{name.split()[0].lower()}@council.example"
    made.save()
    return made


def world(child: Child | None = None) -> World:
    """A child (a new one unless given) with an officer, a social worker, a manager and two senior managers."""
    made = World(
        child=child or people.child(),
        officer=staff("Ada Obi", Role.IRO),
        social_worker=staff("Jo Reed", Role.SOCIAL_WORKER),
        team_manager=staff("Pat Hollis", Role.TEAM_MANAGER),
        service_manager=staff("Kit Marlow", Role.SENIOR_MANAGER),
        group_manager=staff("Lee Okoro", Role.SENIOR_MANAGER),
    )
    made.social_worker.manager = made.team_manager
    made.social_worker.save()
    people.allocated(made.child, made.officer)
    people.allocated(made.child, made.social_worker, AllocationRole.SOCIAL_WORKER)
    return made


def concern(child: Child, asked: Worker | None = None, on: date = RAISED, **facts: Any) -> Concern:
    """A concern raised informally on 6 March 2017 about a health assessment, on York's ladder."""
    standard = {
        "category": "health_assessment",
        "about": "No health assessment for 14 months",
        "asked_for": "An appointment",
        "ladder": ladders.as_content(ladders.in_force()),
    }
    made = Concern.objects.create(child=child, raised_on=on, **{**standard, **facts})
    stage(made, 0, asked, on)
    return made


def stage(
    concern: Concern, number: int, asked: Worker | None = None, on: date = RAISED, **facts: Any
) -> Stage:
    """A stage of the concern's ladder, opened that day."""
    rung = ladders.read(concern.ladder).rungs[number]
    standard = {"name": rung.name, "role": rung.role, "days": rung.days, "opened_on": on, "asked": asked}
    return Stage.objects.create(concern=concern, number=number, **{**standard, **facts})


def passed_over(
    concern: Concern, number: int, on: date = RAISED, why: str = "The child cannot wait"
) -> Stage:
    """A stage nobody was asked at."""
    return stage(concern, number, on=on, opened_on=None, passed_over_on=on, passed_over_why=why)


def answered(stage: Stage, on: date, outcome: str = "agreed", **facts: Any) -> Stage:
    """What the person asked said."""
    standard = {"answered_on": on, "outcome": outcome, "answer": "It is booked for the 20th."}
    for name, value in {**standard, **facts}.items():
        setattr(stage, name, value)
    stage.save()
    return stage


def paused(
    concern: Concern, starts: date, ends: date | None = None, why: str = "The school is closed"
) -> Pause:
    return Pause.objects.create(concern=concern, starts=starts, ends=ends, why=why)


def closed(concern: Concern, on: date, effect: str = "full", **facts: Any) -> Concern:
    """Closed with its effect for the child, who was told that day."""
    standard = {
        "closed_on": on,
        "effect": effect,
        "what_changed": "Seen by the nurse",
        "changed_on": on if effect in ("full", "partial") else None,
        "evidence": "The nurse's letter",
        "child_told": "yes",
        "child_told_on": on,
    }
    for name, value in {**standard, **facts}.items():
        setattr(concern, name, value)
    concern.save()
    return concern
