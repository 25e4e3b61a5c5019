"""Reviews in several meetings, one meeting of brothers and sisters, and a booking that was cancelled."""

from __future__ import annotations

from datetime import date, time, timedelta
from random import Random

from holdfast.casework.people.models import Child
from holdfast.casework.reviews import actions as reviews
from holdfast.casework.reviews.models import LateReason, Meeting, Mode, Review, ReviewKind
from holdfast.demo.authority import Authority
from holdfast.demo.loading.officers import Officers
from holdfast.demo.loading.waiting import Waiting, in_care
from holdfast.demo.quarters import TODAY
from holdfast.domain import working_days

_BEGUN = date(2017, 3, 22)
_GOES_ON = date(2017, 4, 11)
_SOON = timedelta(days=75)
_OFFICER = "iro-1"


def begin(chance: Random, authority: Authority, children: dict[str, Child], officers: Officers) -> set[str]:
    """Numbers of the children whose review is in hand now."""
    due = [one for one in in_care(authority) if one.due > _GOES_ON]
    mine = [one for one in due if officers.member_on(one.number, TODAY) == _OFFICER]
    ages = {life.number: life.age_on(TODAY) for life in authority.children}
    adjourned = next(one for one in mine if ages[one.number] >= 8 and one.family == 0)
    together = _brothers_and_sisters(due, officers)
    _adjourn(children[adjourned.number], officers)
    _book_together(together, children, officers)
    _complete_in_two()
    _cancel(next(one for one in mine if one not in (adjourned, *together)), children, officers)
    return {adjourned.number, *(one.number for one in together)}


def _adjourn(child: Child, officers: Officers) -> None:
    """The first meeting was held in time; a paper was missing, and the second one is planned."""
    review = reviews.book_review(
        child=child,
        planned_on=_BEGUN,
        planned_at=time(10, 0),
        mode=Mode.IN_PERSON,
        venue="At home with the carers",
        chair=officers.on(child.number, TODAY),
        booked_on=date(2017, 2, 20),
        by=None,
    )
    reviews.hold_meeting(
        review=review,
        held_on=_BEGUN,
        mode=Mode.IN_PERSON,
        venue="At home with the carers",
        child_there="yes",
        views_by="self",
        by=None,
    )
    reviews.adjourn(
        review=review,
        why=LateReason.NO_REPORT,
        note="The health plan comes next week.",
        next_planned_on=_GOES_ON,
        next_planned_at=time(14, 0),
        by=None,
    )


def _brothers_and_sisters(due: list[Waiting], officers: Officers) -> list[Waiting]:
    """Two or more of one family with reviews due in the same weeks; those of the officer who signs in first."""
    families: dict[int, list[Waiting]] = {}
    for one in due:
        if one.family:
            families.setdefault(one.family, []).append(one)
    several = [family for family in families.values() if len(family) > 1]
    return min(
        several,
        key=lambda family: (
            family[0].due > TODAY + _SOON,
            officers.member_on(family[0].number, TODAY) != _OFFICER,
            family[0].due,
        ),
    )


def _book_together(together: list[Waiting], children: dict[str, Child], officers: Officers) -> None:
    first = together[0]
    day = working_days.last_on_or_before(min(first.due, TODAY + timedelta(days=26)))
    reviews.book_together(
        children=[children[one.number] for one in together],
        planned_on=day,
        planned_at=time(15, 30),
        mode=Mode.IN_PERSON,
        venue="The family centre",
        chair=officers.on(first.number, TODAY),
        booked_on=date(2017, 3, 6),
        by=None,
    )


def _complete_in_two() -> None:
    """One review of the last quarter took two meetings, both in time: counted with the second."""
    review = (
        Review.objects.filter(
            kind=ReviewKind.CARE, completed_on__gte=date(2017, 2, 1), completed_on__lte=date(2017, 3, 10)
        )
        .filter(late_reason="", participation="PN1")
        .order_by("completed_on", "pk")
        .first()
    )
    assert review is not None
    final = review.meetings.get()
    began = working_days.subtract(final.held_on, 8)
    Meeting.objects.filter(pk=final.pk).update(number=2)
    Meeting.objects.create(
        review=review,
        number=1,
        planned_on=began,
        held_on=began,
        mode=final.mode,
        venue=final.venue,
        adjourned_why=LateReason.NO_PREPARATION,
        adjourned_note="The carers had not been asked.",
        child_there=final.child_there,
        views_by=final.views_by,
    )
    Review.objects.filter(pk=review.pk).update(held_on=began, planned_on=began)


def _cancel(one: Waiting, children: dict[str, Child], officers: Officers) -> None:
    review = reviews.book_review(
        child=children[one.number],
        planned_on=working_days.add(TODAY, 6),
        planned_at=time(11, 0),
        mode=Mode.HYBRID,
        venue="School",
        chair=officers.on(one.number, TODAY),
        booked_on=date(2017, 3, 1),
        by=None,
    )
    reviews.cancel_booking(
        review=review, why="The school trip is on that day.", cancelled_on=date(2017, 3, 27), by=None
    )
