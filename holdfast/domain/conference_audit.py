"""The three lists of the quarterly audit of conferences, written once for the page and for the figure.

Source: York's annual report 2016/17, section 10: plans stepped down at the first conference, longer than 15 months, or
made within 2 years of an earlier one. Months by corresponding date (`months`). Earlier plans are this council's own
(Children in Need Census guide, 5.4).
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from holdfast.domain.months import plus

LONG_MONTHS = 15
REPEAT_MONTHS = 24


class Listing(StrEnum):
    """The three lists of a quarter's audit of conferences. Source: York's work plan 2016/17, section 10."""

    ENDED_AT_FIRST = "ended_at_first_review"
    OVER_15_MONTHS = "over_15_months"
    REPEAT = "repeat_within_2_years"


@dataclass(frozen=True)
class Plan:
    """One protection plan. ``ended``: no longer in force at the end of that day. ``first_review``: the day of the final
    meeting of its first review conference; None while none is completed. ``key``: whatever the caller knows it by."""

    child: int | str
    started: date
    ended: date | None = None
    first_review: date | None = None
    key: int | str = ""


@dataclass(frozen=True)
class Listed:
    """A plan on one of the lists. ``because_of``: the first review conference, the day 15 months were full, or the end
    of the earlier plan."""

    plan: Plan
    listing: Listing
    because_of: date


def lists(plans: Iterable[Plan], first: date, last: date) -> tuple[Listed, ...]:
    """What is on the three lists for a period (both days included), list by list, the earliest plan first.

    A plan may stand on several. Give every plan of each child, or a repeat is not seen. Source: see the module.
    """
    ordered = sorted(plans, key=lambda plan: (plan.started, str(plan.child), str(plan.key)))
    found = [
        *(listed for plan in ordered if (listed := _ended_at_first(plan, first, last))),
        *(listed for plan in ordered if (listed := _over_15_months(plan, last))),
    ]
    ends: dict[int | str, list[date]] = {}
    for plan in ordered:
        if plan.ended is not None:
            ends.setdefault(plan.child, []).append(plan.ended)
    for plan in ordered:
        listed = _repeat(plan, ends.get(plan.child, []), first, last)
        if listed:
            found.append(listed)
    return tuple(found)


def _ended_at_first(plan: Plan, first: date, last: date) -> Listed | None:
    if plan.ended is None or plan.first_review != plan.ended or not first <= plan.ended <= last:
        return None
    return Listed(plan, Listing.ENDED_AT_FIRST, plan.ended)


def _over_15_months(plan: Plan, last: date) -> Listed | None:
    """Open at the end of the last day, and the day on which 15 months were full is over."""
    full = plus(plan.started, LONG_MONTHS)
    is_open = plan.started <= last and (plan.ended is None or plan.ended > last)
    return Listed(plan, Listing.OVER_15_MONTHS, full) if is_open and full < last else None


def _repeat(plan: Plan, ends: Iterable[date], first: date, last: date) -> Listed | None:
    if not first <= plan.started <= last:
        return None
    before = max((end for end in ends if end <= plan.started), default=None)
    if before is None or plan.started > plus(before, REPEAT_MONTHS):
        return None
    return Listed(plan, Listing.REPEAT, before)
