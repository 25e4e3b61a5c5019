"""What a quarterly pack is printed from: figures of three quarters, the lists beside them, and what came of the last.

The sources are the whole service's: a pack limits them to its team itself, quarter by quarter.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from django.conf import settings
from django.db.models import QuerySet

from holdfast.casework.editions.packs_queries import said_and_done
from holdfast.casework.people.models import Child, Worker
from holdfast.domain import packs
from holdfast.domain.reporting_year import Period
from holdfast.indicators.sources import Sources
from holdfast.reports.gathering import pack_lists
from holdfast.reports.gathering.pack_lists import Among
from holdfast.reports.inputs import Inputs, Pack, PackTable
from holdfast.reports.quarterly import counting
from holdfast.reports.quarterly.counting import Whose


def part(inputs: Inputs, sources: Sources) -> dict[str, Any]:
    """Figures, answers, breaks and the pack itself. ``inputs.pack.theme`` says which concerns, if not all."""
    theme = inputs.pack.theme if inputs.pack else ""
    whose = Whose(inputs.team, workers_of(inputs.team), theme)
    wanted, *beside = counting.quarters(packs.quarter(inputs.year_ending, inputs.quarter))
    shown = [wanted, *(one for one in beside if counting.held(sources, one))]
    counted = counting.counted(sources, whose, shown)
    among = {one: _among(sources, whose, one) for one in shown}
    return {
        "figures": tuple(counted.figures),
        "answers": tuple(counted.answers),
        "breaks": tuple(counted.breaks),
        "pack": Pack(
            theme,
            _tables(inputs, whose, among),
            tuple(sorted(whose.workers)),
            tuple(one.name for one in beside if one not in shown),
            settings.SERVICE_ADDRESS.rstrip("/"),
        ),
    }


def workers_of(team: str) -> frozenset[str]:
    """The public ids of those who work in a team now: the records keep no earlier team of a worker."""
    if not team:
        return frozenset()
    return frozenset(map(str, Worker.objects.filter(team=team).values_list("public_id", flat=True)))


def recounted(inputs: Inputs, sources: Sources) -> tuple[Any, ...]:
    """The figures of a kept pack counted again from kept tables, with the team as it was then."""
    pack = inputs.pack or Pack()
    whose = Whose(inputs.team, frozenset(pack.workers), pack.theme)
    every = counting.quarters(packs.quarter(inputs.year_ending, inputs.quarter))
    return tuple(
        counting.counted(sources, whose, [one for one in every if one.name not in pack.missing]).figures
    )


def _among(sources: Sources, whose: Whose, period: Period) -> QuerySet[Child]:
    numbers = counting.children_of(sources, whose, period)
    return Child.objects.all() if numbers is None else Child.objects.filter(number__in=numbers)


def _tables(inputs: Inputs, whose: Whose, among: Mapping[Period, QuerySet[Child]]) -> tuple[PackTable, ...]:
    day = inputs.day or next(iter(among)).ends
    about = Among(among, whose.team, whose.theme, day)
    found = pack_lists.every(about, inputs.threshold)
    done = said_and_done(team=whose.team, theme=whose.theme, period=packs.before(about.period), until=day)
    return (*found, *pack_lists.said_and_done(done))
