"""What the records say of the year's reviews beyond their date: chair, meeting, lateness, the child seen."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, time, timedelta
from random import Random

from holdfast.casework.people.models import Child
from holdfast.casework.preparing.models import Seen, SeenBefore, SeenHow
from holdfast.casework.reviews.models import (
    Attended,
    Chaired,
    LateReason,
    Meeting,
    Mode,
    Review,
    ReviewKind,
    ViewsBy,
)
from holdfast.demo.authority import Authority
from holdfast.demo.chance import weighted
from holdfast.demo.life import Life
from holdfast.demo.loading.officers import Officers
from holdfast.demo.quarters import YEAR_STARTS
from holdfast.domain import working_days

#: from here on the service wrote everything here: meetings, decisions, records, midway checks
WRITTEN_HERE_SINCE = date(2016, 10, 1)
_MODES = {Mode.IN_PERSON: 84, Mode.HYBRID: 8, Mode.ONLINE: 3, Mode.WITHOUT_MEETING: 5}
_VENUES = ("At home with the carers", "School", "West Offices", "The family centre")
_LATE = {
    LateReason.NO_REPORT: 26,
    LateReason.NO_PREPARATION: 17,
    LateReason.OFFICER: 21,
    LateReason.SOCIAL_WORKER: 14,
    LateReason.ILL: 9,
    LateReason.COURT: 5,
    LateReason.CHILD_ASKED: 5,
    LateReason.CARER: 3,
}
#: participation code -> was the child there, and how views came across
_ANSWERS: dict[str, tuple[str, str]] = {
    "PN1": (Attended.YES, ViewsBy.SELF),
    "PN2": (Attended.YES, ViewsBy.SPOKEN_FOR),
    "PN3": (Attended.YES, ViewsBy.WITHOUT_SPEECH),
    "PN4": (Attended.YES, ViewsBy.NOT_THERE_YET),
    "PN5": (Attended.NO, ViewsBy.BRIEFED),
    "PN6": (Attended.NO, ViewsBy.SENT),
    "PN7": (Attended.NO, ViewsBy.NOT_SENT),
}
_HOW = {SeenHow.PLACEMENT: 62, SeenHow.SCHOOL: 22, SeenHow.ELSEWHERE: 10, SeenHow.PHONE: 6}
_WHY_NOT = {
    Seen.NOT_SEEN: ("There was no time between the reviews", "The visit was called off and not made again"),
    Seen.NOT_APPROPRIATE: ("Too young to be asked alone", "The child does not want to"),
    Seen.NOT_NECESSARY: ("Met in the weeks before for something else", "Knows the officer well, and rang"),
}


def tell_of_reviews(chance: Random, authority: Authority, officers: Officers) -> None:
    """The year's reviews of children in care, which the returns brought as a date and a code."""
    lives = {life.number: life for life in authority.children}
    reviews = list(
        Review.objects.filter(kind=ReviewKind.CARE, held_on__gte=YEAR_STARTS)
        .select_related("child")
        .order_by("pk")
    )
    for review in reviews:
        _tell(chance, review, lives[review.child.number], officers)
    Review.objects.bulk_update(reviews, _TOLD, batch_size=200)
    _note_seen(chance, authority, reviews)


_TOLD = ["chair", "mode", "venue", "planned_on", "late_reason", "child_chaired"]


def _tell(chance: Random, review: Review, life: Life, officers: Officers) -> None:
    held = review.held_on
    review.chair = officers.on(life.number, held)
    young = life.age_on(held) < 4
    review.mode = weighted(chance, _MODES)
    review.venue = "" if review.mode == Mode.WITHOUT_MEETING else chance.choice(_VENUES)
    due = life.due[held]
    review.planned_on = due if held > due and chance.random() < 0.6 else held
    review.planned_on = working_days.last_on_or_before(review.planned_on)
    if held > due:
        review.late_reason = weighted(chance, _LATE)
    if not young and review.participation in ("PN1", "PN2"):
        review.child_chaired = weighted(chance, {Chaired.NO: 80, Chaired.PART: 14, Chaired.WHOLE: 6})
    elif not young and review.participation:
        review.child_chaired = Chaired.NO


def _note_seen(chance: Random, authority: Authority, reviews: Iterable[Review]) -> None:
    found = []
    for review in reviews:
        answer = authority.seen.get((review.child.number, review.held_on))
        if answer == Seen.SEEN:
            day = working_days.last_on_or_before(review.held_on - timedelta(days=chance.randint(1, 20)))
            how = weighted(chance, _HOW)
            alone = "yes" if chance.random() < 0.85 else "no"
            found.append(SeenBefore(review=review, answer=answer, seen_on=day, how=how, alone=alone))
        elif answer:
            found.append(
                SeenBefore(review=review, answer=answer, why_not=chance.choice(_WHY_NOT[Seen(answer)]))
            )
    SeenBefore.objects.bulk_create(found)


def add_meetings() -> None:
    """A meeting for every review since everything is written here, with the answers its code was worked out from."""
    Meeting.objects.bulk_create(
        Meeting(
            review=review,
            planned_on=review.planned_on,
            planned_at=time(10 + review.pk % 6, 30 * (review.pk % 2)),
            held_on=review.completed_on,
            mode=review.mode,
            venue=review.venue,
            child_there=_ANSWERS.get(review.participation, ("", ""))[0],
            views_by=_ANSWERS.get(review.participation, ("", ""))[1],
        )
        for review in written_here()
    )


def written_here() -> list[Review]:
    """Completed reviews and conferences of the time in which the service wrote everything here, oldest first."""
    return list(
        Review.objects.filter(completed_on__gte=WRITTEN_HERE_SINCE)
        .select_related("child", "chair")
        .order_by("completed_on", "pk")
    )


def children_by_number() -> dict[str, Child]:
    return {child.number: child for child in Child.objects.all()}
