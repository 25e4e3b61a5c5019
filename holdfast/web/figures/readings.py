"""The four readings of “in time”, told apart: what each asks, and whom it serves."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from holdfast.indicators.figure import Shown
from holdfast.indicators.language import Indicator
from holdfast.web.figures.trend_words import in_full

_ASKS = {
    "held_in_time": (
        "Of the reviews held",
        "Counts meetings. A review that was never held is not in it, so a service that falls behind looks better here "
        "than it is; read it beside the next one.",
    ),
    "due_in_time": (
        "Of the reviews due",
        "Counts what should have happened. A review that was due and not held counts against it: this reading asks "
        "whether the law was kept.",
    ),
    "children_all_in_time": (
        "Of the children",
        "Counts children, each once: every review due for them in the period was in time. One late review of two is "
        "enough to fall out of it, so over a whole year it asks more than the readings by review.",
    ),
    "not_overdue": (
        "As it stands on one day",
        "Counts children in care on the last day. It says whether anybody is waiting then, and nothing of how often "
        "anybody waited before.",
    ),
}


@dataclass(frozen=True)
class Reading:
    name: str
    label: str
    asks: str
    value: str


def readings(indicator: Indicator, figures: Iterable[Shown], period: str) -> list[Reading]:
    """One for each reading, with its figure of a period; none for a table that is not read in several ways."""
    if indicator.table != "timeliness":
        return []
    found = {each.group: each for each in figures if each.period == period}
    groups = {group.key: group for group in indicator.groups if group.key in _ASKS}
    return [
        Reading(name, groups[key].label, asks, in_full(groups[key], found.get(key)))
        for key, (name, asks) in _ASKS.items()
    ]
