"""Reviews booked for the weeks to come, and how far they are prepared."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from datetime import date, time, timedelta
from random import Random

from holdfast.casework.people.models import Child, Contact, Relation
from holdfast.casework.preparing.models import Invitee, Item, ItemKind, Seen, SeenBefore, SeenHow
from holdfast.casework.reviews import actions as reviews
from holdfast.casework.reviews.models import Mode, Review, ReviewKind
from holdfast.demo.authority import Authority
from holdfast.demo.loading.officers import Officers
from holdfast.demo.loading.waiting import Waiting, in_care, in_need, protected
from holdfast.demo.quarters import TODAY
from holdfast.domain import working_days

#: due within so many days -> how likely it is booked already; what is overdue counts as due at once
_BOOKED_OF_CARE = ((14, 0.85), (35, 0.6), (60, 0.25))
_BOOKED_OF_OTHERS = ((14, 0.55), (35, 0.35))
_TIMES = (time(9, 30), time(10, 0), time(11, 0), time(13, 30), time(14, 0), time(15, 30))
_MODES = (Mode.IN_PERSON, Mode.IN_PERSON, Mode.IN_PERSON, Mode.HYBRID, Mode.ONLINE)
_VENUES = ("At home with the carers", "School", "The family centre")
#: the officer who signs in has two reviews today
_TODAY_AT = {"iro-1": (time(14, 0), time(10, 0))}


def book(
    chance: Random, authority: Authority, children: dict[str, Child], officers: Officers, besides: set[str]
) -> None:
    """Book what is due soon; ``besides``: children whose review is in hand already."""
    today = {officer: list(times) for officer, times in _TODAY_AT.items()}
    made: list[Review] = []
    for one in in_care(authority):
        if one.number in besides:
            continue
        at = today.get(officers.member_on(one.number, TODAY), [])
        on_the_day = bool(at) and one.due > TODAY
        if on_the_day or _is_booked(chance, one, _BOOKED_OF_CARE):
            day = TODAY if on_the_day else _day(chance, one.due)
            made.append(_book(chance, one, day, at.pop() if on_the_day else None, children, officers))
    for together in _families((*protected(authority), *in_need(authority))):
        first = together[0]
        if _is_booked(chance, first, _BOOKED_OF_OTHERS):
            day, at = _day(chance, first.due), chance.choice(_TIMES)
            made += [_book(chance, one, day, at, children, officers) for one in together]
    _prepare(chance, made)


def _families(waiting: Iterable[Waiting]) -> list[list[Waiting]]:
    """Brothers and sisters whose conferences are due on one day are booked for one day."""
    found: dict[tuple, list[Waiting]] = {}
    for one in waiting:
        found.setdefault((one.kind, one.family or one.number, one.due), []).append(one)
    return list(found.values())


def _is_booked(chance: Random, one: Waiting, likely: Iterable[tuple[int, float]]) -> bool:
    days = max(0, (one.due - TODAY).days)
    return any(days <= within and chance.random() < share for within, share in likely)


def _day(chance: Random, due: date) -> date:
    """A working day in time; for what is overdue, one in the next two weeks."""
    if due <= TODAY + timedelta(days=4):
        return working_days.add(TODAY, chance.randint(2, 10))
    soonest = max(TODAY + timedelta(days=4), due - timedelta(days=16))
    return working_days.last_on_or_before(soonest + (due - soonest) * chance.random())


def _book(
    chance: Random,
    one: Waiting,
    day: date,
    at: time | None,
    children: dict[str, Child],
    officers: Officers,
) -> Review:
    mode = chance.choice(_MODES)
    return reviews.book_review(
        child=children[one.number],
        kind=one.kind,
        planned_on=day,
        planned_at=at or chance.choice(_TIMES),
        mode=mode,
        venue="" if mode == Mode.ONLINE else chance.choice(_VENUES),
        chair=officers.on(one.number, TODAY),
        booked_on=working_days.subtract(TODAY, chance.randint(2, 30)),
        by=None,
        **one.plan,
    )


def _prepare(chance: Random, booked: list[Review]) -> None:
    """People asked and invited, papers out and back, talks held: as far as each review's day is away."""
    contacts: dict[int, list[Contact]] = defaultdict(list)
    for contact in Contact.objects.order_by("pk"):
        contacts[contact.child_id].append(contact)
    items, invitees, seen = [], [], []
    for review in booked:
        if review.planned_on <= TODAY + timedelta(days=25):
            items += _items(chance, review)
            invitees += _invitees(chance, review, contacts[review.child_id])
        if review.planned_on <= TODAY + timedelta(days=8) and chance.random() < 0.5:
            seen.append(
                SeenBefore(
                    review=review,
                    answer=Seen.SEEN,
                    seen_on=working_days.subtract(TODAY, chance.randint(1, 6)),
                    how=SeenHow.PLACEMENT,
                    alone="yes",
                )
            )
    Item.objects.bulk_create(items)
    Invitee.objects.bulk_create(invitees)
    SeenBefore.objects.bulk_create(seen)


def _items(chance: Random, review: Review) -> Iterable[Item]:
    if review.kind != ReviewKind.CARE:
        sent = working_days.subtract(review.planned_on, 5)
        for kind in (ItemKind.REPORT, ItemKind.SHARED):
            if sent <= TODAY and chance.random() < 0.65:
                yield Item(review=review, kind=kind, done_on=sent)
        return
    talked = working_days.subtract(review.planned_on, 15)
    if talked <= TODAY and chance.random() < 0.75:
        yield Item(review=review, kind=ItemKind.TALK, done_on=talked)
    sent = working_days.subtract(review.planned_on, 3)
    for kind in (ItemKind.REPORT, ItemKind.CARE_PLAN, ItemKind.HEALTH, ItemKind.EDUCATION):
        if sent <= TODAY and chance.random() < 0.65:
            yield Item(review=review, kind=kind, done_on=sent)


def _invitees(chance: Random, review: Review, contacts: list[Contact]) -> Iterable[Invitee]:
    sent = working_days.subtract(review.planned_on, 14)
    invited = working_days.subtract(review.planned_on, 10)
    yield Invitee(
        review=review,
        name=str(review.child),
        relation=Relation.CHILD,
        paper_sent_on=sent if sent <= TODAY else None,
        invited_on=invited if invited <= TODAY else None,
    )
    for contact in contacts:
        back = working_days.add(sent, chance.randint(3, 8))
        came_back = back <= TODAY and chance.random() < 0.55
        yield Invitee(
            review=review,
            contact=contact,
            name=contact.name,
            relation=contact.relation,
            email=contact.email,
            paper_sent_on=sent if sent <= TODAY else None,
            paper_back_on=back if came_back else None,
            sent_views=came_back,
            invited_on=invited if invited <= TODAY else None,
        )
