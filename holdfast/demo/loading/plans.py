"""Protection and child-in-need plans with their conferences and reviews, reviews of short breaks, and the remit."""

from __future__ import annotations

from datetime import date
from random import Random

from holdfast.casework.people.models import Child
from holdfast.casework.plans.models import CoreGroup, NeedPlan, Route
from holdfast.casework.plans.models import Protection as ProtectionRecord
from holdfast.casework.reviews.models import Mode, Review, ReviewKind
from holdfast.casework.service import actions as service
from holdfast.casework.service.models import RemitKind
from holdfast.demo.authority import Authority
from holdfast.demo.known import Need, Protection
from holdfast.demo.loading.officers import Officers
from holdfast.demo.need import REMIT_BEGINS, REVIEWED_WITHIN_MONTHS

_SEPARATELY = (Mode.IN_PERSON, Mode.IN_PERSON, Mode.IN_PERSON, Mode.HYBRID)


def set_remit() -> None:
    """The service reviews plans of children in need from September 2016, within a limit of the council's own."""
    service.set_remit(
        kind=RemitKind.NEED,
        from_date=REMIT_BEGINS,
        reason="The service was put together anew and took on reviews of children in need.",
        by=None,
    )
    service.set_limit(
        rule_id="need.review",
        value=REVIEWED_WITHIN_MONTHS,
        unit="months",
        from_date=date(2016, 4, 1),
        source="Fernshire, practice standards for children in need",
        certainty="L",
        reason="The law sets no cycle; this council chose one.",
        by=None,
    )


def add_protections(
    chance: Random, authority: Authority, children: dict[str, Child], officers: Officers
) -> None:
    """Every process with its conferences and core groups."""
    made = [(one, _protection(one, children)) for one in authority.protections]
    ProtectionRecord.objects.bulk_create(record for _, record in made)
    CoreGroup.objects.bulk_create(
        CoreGroup(protection=record, held_on=day) for one, record in made for day in one.core_groups
    )
    Review.objects.bulk_create(
        Review(
            child=record.child,
            kind=ReviewKind(kind),
            protection=record,
            planned_on=day,
            held_on=day,
            completed_on=day,
            mode=chance.choice(_SEPARATELY),
            chair=officers.on(one.child.number, day),
        )
        for one, record in made
        for kind, day in one.conferences
    )


def _protection(one: Protection, children: dict[str, Child]) -> ProtectionRecord:
    return ProtectionRecord(
        child=children[one.child.number],
        route=Route.TRANSFER_IN if one.transfer_in else Route.ENQUIRY,
        opened_on=one.opened,
        unborn=one.unborn,
        started=one.started,
        category_first=one.category,
        category_latest=one.category,
        ended=one.ended,
        reason_ended=one.why_ended,
    )


def add_needs(authority: Authority, children: dict[str, Child], officers: Officers) -> None:
    """Every plan of a child in need with its reviews."""
    made: list[tuple[Need, NeedPlan]] = [
        (
            one,
            NeedPlan(
                child=children[one.child.number],
                agreed_on=one.agreed,
                made_on=one.made,
                ended=one.ended,
                reason_ended=one.why_ended,
            ),
        )
        for one in authority.needs
    ]
    NeedPlan.objects.bulk_create(record for _, record in made)
    Review.objects.bulk_create(
        Review(
            child=record.child,
            kind=ReviewKind.NEED,
            need_plan=record,
            planned_on=day,
            held_on=day,
            completed_on=day,
            mode=Mode.IN_PERSON,
            chair=officers.on(one.child.number, day),
        )
        for one, record in made
        for day in one.reviews
    )


def add_short_break_reviews(authority: Authority, children: dict[str, Child], officers: Officers) -> None:
    """Reviews of short breaks: a return has none for them."""
    Review.objects.bulk_create(
        Review(
            child=children[life.number],
            kind=ReviewKind.SHORT_BREAK,
            planned_on=day,
            held_on=day,
            completed_on=day,
            mode=Mode.IN_PERSON,
            chair=officers.on(life.number, day),
        )
        for life in authority.short_breaks
        for day in life.break_reviews
    )
