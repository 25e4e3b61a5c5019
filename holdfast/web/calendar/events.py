"""What stands in an officer's calendar: the reviews booked and the days by which others fall due. No name, no place."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta

from django.urls import reverse
from django.utils import timezone
from icalendar import Calendar, Event

from holdfast.casework.access.models import User
from holdfast.casework.notices.queries import officers_children
from holdfast.casework.notices.wording import HOW
from holdfast.casework.reviews.models import Review
from holdfast.casework.reviews.queries import reviews_in_hand
from holdfast.domain.timescales import Due
from holdfast.domain.tracks.facts import Kind
from holdfast.web.child_now import ChildNow, children_now

#: a booked review stays for a while after its day, until what happened is recorded
BACK = timedelta(days=28)
#: nobody says how long a review will take
LASTS = timedelta(hours=1)

#: makes an address of ours one that a calendar can open
Absolute = Callable[[str], str]


@dataclass(frozen=True)
class Entry:
    """One entry of a calendar: on a day, or at a time of it."""

    key: str
    day: date
    at: time | None
    summary: str
    address: str


def entries_of(user: User, on: date) -> tuple[list[Entry], set[int]]:
    """The entries of one officer's children on a day, and the ids of the children they are about."""
    children = officers_children(user, on)
    reviews = list(reviews_in_hand(children).prefetch_related("meetings"))
    found = [entry for review in reviews if (entry := _booked(review, on))]
    shown = {review.child_id for review in reviews}
    for child in children_now(children, on):
        for entry in _due(child):
            found.append(entry)
            shown.add(child.child.pk)
    return sorted(found, key=lambda entry: (entry.day, entry.at or time.min, entry.key)), shown


def _booked(review: Review, on: date) -> Entry | None:
    """The review, or the further meeting of one that was adjourned; none where that is not planned yet."""
    day, at, mode = review.planned_on, review.planned_at, review.mode
    what, number = "Review", 1
    if review.held_on is not None:
        meeting = next((one for one in review.meetings.all() if one.held_on is None), None)
        if meeting is None:
            return None
        day, at, mode = meeting.planned_on, meeting.planned_at, meeting.mode or mode
        what, number = "Review, further meeting", meeting.number
    if day is None or day < on - BACK:
        return None
    summary = f"{what} {at:%H:%M}" if at else what
    how = f" ({HOW[mode]})" if mode in HOW else ""
    return Entry(
        f"review-{review.public_id}-{number}",
        day,
        at,
        summary + how,
        reverse("review", args=[review.public_id]),
    )


def _due(child: ChildNow) -> Iterator[Entry]:
    for claim in child.claims:
        if isinstance(claim.due, Due) and claim.kind is not Kind.CORE_GROUP and not child.booking_of(claim):
            yield Entry(
                f"due-{child.child.public_id}-{claim.kind}-{claim.plan or 0}",
                claim.due.last_day,
                None,
                "Last day for a review that is not booked",
                reverse("child", args=[child.child.public_id]),
            )


def as_ical(entries: list[Entry], absolute: Absolute, made_at: datetime) -> bytes:
    """The entries as a calendar (RFC 5545). Times are given in UTC, which every calendar shows in its own zone."""
    calendar = Calendar()
    calendar.add("prodid", "-//Holdfast//Reviews//EN")
    calendar.add("version", "2.0")
    calendar.add("x-wr-calname", "Holdfast reviews")
    for entry in entries:
        calendar.add_component(_event(entry, absolute, made_at))
    return calendar.to_ical()


def _event(entry: Entry, absolute: Absolute, made_at: datetime) -> Event:
    event = Event()
    event.add("uid", f"{entry.key}@holdfast")
    event.add("dtstamp", made_at)
    if entry.at is None:
        event.add("dtstart", entry.day)
        event.add("transp", "TRANSPARENT")  # a last day keeps nobody busy
    else:
        starts = timezone.make_aware(datetime.combine(entry.day, entry.at)).astimezone(UTC)
        event.add("dtstart", starts)
        event.add("dtend", starts + LASTS)
    event.add("summary", entry.summary)
    event.add("class", "PRIVATE")
    if entry.address:
        event.add("url", absolute(entry.address))
    return event
