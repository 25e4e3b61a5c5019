"""Preparing the packs that are due, and what is read from a pack that is kept."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import Any

from django.core.exceptions import ValidationError
from django.db import IntegrityError

from holdfast.casework.editions.models import Edition, Kind, PackPlan
from holdfast.casework.editions.packs_queries import wanted_now
from holdfast.domain import packs
from holdfast.domain.reporting_year import Period
from holdfast.reports import editions
from holdfast.reports.annual.authority import Authority
from holdfast.reports.inputs import Inputs
from holdfast.reports.quarterly.build import slots


def prepare_due(*, on: date, authority: Authority, by: Any) -> list[Edition]:
    """A draft of every pack that is due for preparing on a day and not there yet; nothing is prepared twice."""
    made = []
    for plan, period in wanted_now(on):
        try:
            made.append(prepare(plan=plan, period=period, authority=authority, day=on, by=by))
        except AlreadyThere:
            continue  # somebody else prepared it a moment ago
    return made


class AlreadyThere(ValidationError):
    """The pack of a plan and a quarter is there."""

    def __init__(self) -> None:
        super().__init__("This pack is prepared already. Open it, or withdraw it before you prepare another.")


def prepare(*, plan: PackPlan, period: Period, authority: Authority, day: date, by: Any) -> Edition:
    """The draft of a plan's pack of a quarter, from the records as they stand. Raises AlreadyThere."""
    year_ending, number = packs.place_of(period)
    there = Edition.objects.filter(plan=plan, year_ending=year_ending, quarter=number)
    if there.exclude(state="withdrawn").exists():
        raise AlreadyThere
    try:
        return editions.prepare(
            kind=Kind.QUARTERLY,
            year_ending=year_ending,
            quarter=number,
            team=plan.team,
            plan=plan,
            authority=authority,
            day=day,
            by=by,
        )
    except IntegrityError:
        raise AlreadyThere from None


def words_of(kept: bytes) -> Iterable[str]:
    """The author's words that a kept pack prints."""
    inputs = Inputs.from_bytes(kept)
    return [slot.text for slot in slots(inputs) if slot.text]
