"""A child of whom everything of the review cycle waits for somebody at once, as of 31 March 2017."""

from __future__ import annotations

from datetime import date

from holdfast.casework.midway.models import MidwayCheck
from holdfast.casework.people.models import Child
from holdfast.casework.records.models import ManagerAnswer, Recipient, Record
from holdfast.casework.reviews.models import Meeting
from tests.builders import midway, notices, reviews


def waiting(child: Child) -> None:
    """A review booked, one completed with an objection, one with a signed record to send, a midway check, a trigger."""
    notices.invitee(reviews.booked(child, date(2017, 4, 11)))
    objected = reviews.review(child, date(2017, 3, 24))
    Meeting.objects.create(review=objected, held_on=date(2017, 3, 24))
    midway.decisions(objected, released=date(2017, 3, 28))
    ManagerAnswer.objects.create(
        release=objected.releases.get(),
        answer="objects",
        text="No place there",
        answered_on=date(2017, 3, 29),
        name="Pat Hollis",
    )
    written = reviews.review(child, date(2017, 3, 3))
    Meeting.objects.create(review=written, held_on=date(2017, 3, 3))
    midway.decisions(written, released=date(2017, 3, 6))
    record = Record.objects.create(review=written, signed_on=date(2017, 3, 20))
    Recipient.objects.create(record=record, name="Robin Ash", relation="mother")
    MidwayCheck.objects.create(
        review=reviews.review(child, date(2016, 12, 2)),
        due_on=date(2017, 3, 30),
        asked_on=date(2017, 3, 27),
    )
    reviews.trigger(child)
