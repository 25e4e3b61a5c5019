"""Invented entries of an officer's footprint, praise, and concerns to lay patterns from."""

from __future__ import annotations

from datetime import date
from typing import Any

from holdfast.casework.footprint.models import Entry, Praise
from holdfast.casework.people.models import Child, Worker
from holdfast.casework.resolution.models import Concern, Stage


def entry(child: Child, on: date = date(2016, 9, 5), **facts: Any) -> Entry:
    """A contact with the child."""
    standard = {"kind": "contact", "text": "Rang to ask about school."}
    return Entry.objects.create(child=child, happened_on=on, **{**standard, **facts})


def praise(child: Child, worker: Worker, on: date = date(2016, 10, 3), **facts: Any) -> Praise:
    """Praise for letting the child be heard."""
    standard = {"theme": "voice", "text": "The plan is in the child’s own words.", "team": worker.team}
    return Praise.objects.create(child=child, worker=worker, given_on=on, **{**standard, **facts})


def concern(child: Child, on: date = date(2016, 9, 12), **facts: Any) -> Concern:
    """A concern that no health assessment was done."""
    standard = {
        "category": "health_assessment",
        "about": "No health assessment for 14 months.",
        "asked_for": "An appointment.",
    }
    return Concern.objects.create(child=child, raised_on=on, **{**standard, **facts})


def stage(concern: Concern, number: int = 0, on: date = date(2016, 9, 12), **facts: Any) -> Stage:
    """A stage that was opened."""
    name = f"Stage {number}" if number else "Informal"
    return Stage.objects.create(concern=concern, number=number, **{"name": name, "opened_on": on, **facts})
