"""What waits for the board in what is published: the reports to read, and the recommendations it has not decided on."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.urls import reverse

from holdfast.casework.editions.models import Edition, EditionStep, State
from holdfast.casework.editions.queries import inputs_of, published_for
from holdfast.casework.improvement.queries import recommendations
from holdfast.domain.reporting_year import ReportingYear
from holdfast.reports.inputs import Inputs


@dataclass(frozen=True)
class Report:
    """A published edition. ``published_on``: the day it was last published."""

    title: str
    published_on: date | None
    url: str


@dataclass(frozen=True)
class Asked:
    """A recommendation as it was published."""

    year: str
    text: str
    reason: str


def reports(user: Any) -> list[Report]:
    """What is published now, the newest year first."""
    found = list(published_for(user).order_by("-year_ending", "kind", "-number"))
    steps = EditionStep.objects.filter(edition__in=found, to_state=State.PUBLISHED).order_by("id")
    days = {step.edition_id: step.at.date() for step in steps}
    return [
        Report(
            f"{one.get_kind_display()} {ReportingYear(one.year_ending)}",
            days.get(one.pk),
            reverse("edition_published", args=[one.public_id]),
        )
        for one in found
    ]


def awaiting(user: Any) -> list[Asked]:
    """The recommendations printed in a published report, as printed, on which the board has not decided yet."""
    printed = _printed(published_for(user))
    if not printed:
        return []
    standing = recommendations(years={year for year, _text in printed})
    return [
        Asked(ReportingYear(one.year_ending).name, one.text, printed[one.year_ending, one.text])
        for one in standing
        if (one.year_ending, one.text) in printed and not one.decisions.all()
    ]


def _printed(editions: Iterable[Edition]) -> dict[tuple[int, str], str]:
    """(year, text) → the reason given, of every recommendation in these editions."""
    found = {}
    for edition in editions:
        for line in Inputs.from_bytes(inputs_of(edition)).recommendations:
            found[line.year_ending, line.text] = line.reason
    return found
