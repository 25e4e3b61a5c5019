"""What officers did between reviews, and the good practice they praised."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import timedelta
from random import Random

from holdfast.casework.footprint.models import Entry, EntryKind, Praise, Theme
from holdfast.casework.people.models import Worker
from holdfast.casework.reviews.models import Review, ReviewKind
from holdfast.demo.authority import Authority
from holdfast.demo.chance import weighted
from holdfast.demo.loading.officers import Officers
from holdfast.demo.loading.reviews import WRITTEN_HERE_SINCE
from holdfast.demo.loading.words import words
from holdfast.demo.quarters import TODAY, YEAR_STARTS
from holdfast.domain import working_days

_KINDS = {
    EntryKind.CONTACT: 46,
    EntryKind.DISCUSSION: 30,
    EntryKind.FAMILY: 10,
    EntryKind.ALERT: 7,
    EntryKind.CHALLENGE: 7,
}
#: how likely a review is followed by an entry, and a good one by praise
_ENTERED, _PRAISED = 0.45, 0.06
#: praise given this lately was not read yet
_UNREAD_DAYS = 14


def leave(chance: Random, authority: Authority, workers: Mapping[str, Worker], officers: Officers) -> None:
    """Entries since everything is written here; praise for every outstanding rating and for some good ones."""
    social = Officers(authority.staff, dict(workers), role="social_worker")
    reviews = Review.objects.filter(kind=ReviewKind.CARE, completed_on__range=(YEAR_STARTS, TODAY))
    entries, praise = [], []
    for review in reviews.select_related("child").order_by("completed_on", "pk"):
        number, on = review.child.number, review.completed_on
        if on >= WRITTEN_HERE_SINCE and chance.random() < _ENTERED:
            entries.append(_entry(chance, review, officers))
        judged = authority.judged.get((number, on))
        worker = social.on(number, on)
        if judged is None or worker is None:
            continue
        outstanding = "outstanding" in (judged.care_plan, judged.corporate_parenting)
        good = judged.care_plan == judged.corporate_parenting == "good"
        if outstanding or (good and chance.random() < _PRAISED):
            praise.append(_praise(chance, review, worker, officers.on(number, on)))
    Entry.objects.bulk_create(entry for entry in entries if entry.happened_on <= TODAY)
    Praise.objects.bulk_create(praise)


def _entry(chance: Random, review: Review, officers: Officers) -> Entry:
    kind = weighted(chance, _KINDS)
    on = working_days.add(review.completed_on, chance.randint(8, 45))
    return Entry(
        child=review.child,
        officer=officers.on(review.child.number, on),
        kind=kind,
        happened_on=on,
        text=chance.choice(words()["footprint"][kind]),
    )


def _praise(chance: Random, review: Review, worker: Worker, officer: Worker | None) -> Praise:
    theme = chance.choice([one for one in Theme if one in words()["praise"]])
    on = review.completed_on
    return Praise(
        child=review.child,
        review=review,
        worker=worker,
        team=worker.team,
        officer=officer,
        theme=theme,
        text=chance.choice(words()["praise"][theme]),
        given_on=on,
        seen_on=None if (TODAY - on).days < _UNREAD_DAYS else min(on + timedelta(days=3), TODAY),
    )
