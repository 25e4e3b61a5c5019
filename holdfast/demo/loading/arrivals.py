"""Children who arrived in the last weeks: moved here with a plan, not yet born, an enquiry, a plan agreed this week."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, time
from random import Random

from holdfast.casework.people import actions as people
from holdfast.casework.people.models import AllocationRole, Child, Worker
from holdfast.casework.plans import actions as plans
from holdfast.casework.plans.models import Route
from holdfast.casework.reviews import actions as reviews
from holdfast.casework.reviews.models import Mode, ReviewKind
from holdfast.demo import names


@dataclass(frozen=True)
class _Arrival:
    number: str
    born: date | None
    opened: date
    route: Route | None
    conference: date | None
    officer: str | None


_ARRIVALS = (
    # moved here with a protection plan; the conference is due within 15 working days of the notice
    _Arrival("FN39001", date(2011, 5, 17), date(2017, 3, 14), Route.TRANSFER_IN, date(2017, 4, 3), "iro-1"),
    # not yet born
    _Arrival("FN39002", None, date(2017, 3, 20), Route.ENQUIRY, date(2017, 4, 7), "iro-2"),
    # no officer for three days
    _Arrival("FN39003", date(2014, 8, 2), date(2017, 3, 28), Route.ENQUIRY, None, None),
    # a plan of a child in need agreed this week, without an officer and not made yet
    _Arrival("FN39004", date(2009, 11, 23), date(2017, 3, 28), None, None, None),
)


def arrive(chance: Random, children: dict[str, Child], workers: dict[str, Worker]) -> None:
    """Each with a social worker; some with an officer and a conference booked."""
    taken = {child.name for child in children.values()}
    for nth, one in enumerate(_ARRIVALS):
        name = names.child_name(chance, "FM"[nth % 2])
        while name in taken:
            name = names.child_name(chance, "FM"[nth % 2])
        if one.born is None:
            name = f"Baby {name.split()[-1]}"
        facts = {} if one.born is None else {"born": one.born, "sex": "FM"[nth % 2], "ethnicity": "WBRI"}
        child = people.add_child(number=one.number, name=name, by=None, **facts)
        worker = workers[f"social_worker-{1 + nth}"]
        people.allocate(
            child=child, worker=worker, role=AllocationRole.SOCIAL_WORKER, starts=one.opened, by=None
        )
        if one.officer:
            people.allocate(
                child=child,
                worker=workers[one.officer],
                role=AllocationRole.IRO,
                starts=one.opened,
                by=None,
            )
        _begin(one, child, workers)


def _begin(one: _Arrival, child: Child, workers: dict[str, Worker]) -> None:
    if one.route is None:
        plans.agree_need_plan(child=child, agreed_on=one.opened, by=None)
        return
    process = plans.open_protection(
        child=child, opened_on=one.opened, route=one.route, unborn=one.born is None, by=None
    )
    if one.conference and one.officer:
        transfer = one.route is Route.TRANSFER_IN
        reviews.book_review(
            child=child,
            kind=ReviewKind.CONFERENCE_TRANSFER if transfer else ReviewKind.CONFERENCE_INITIAL,
            protection=process,
            planned_on=one.conference,
            planned_at=time(10, 0),
            mode=Mode.IN_PERSON,
            venue="West Offices",
            chair=workers[one.officer],
            booked_on=one.opened,
            by=None,
        )
