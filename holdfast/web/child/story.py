"""Everything that happened, in words and in order, newest first: the same as the line drawing shows."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from django.urls import reverse

from holdfast.casework.care.models import Episode
from holdfast.casework.reviews.models import Review
from holdfast.domain.wording import weekday_and_date
from holdfast.web.child_now import ChildNow
from holdfast.web.code_words import words

CONTINUES = "X1"
#: what a reason for a new episode (RNE) means for the child, in a few words
BEGAN = {
    "S": "Came into care",
    "L": "Legal status changed",
    "P": "Moved to another placement",
    "T": "Placement changed its kind, same carer",
    "B": "Legal status and placement changed",
    "U": "Legal status changed, same carer",
}


@dataclass(frozen=True)
class Event:
    """One thing that happened. ``order`` settles events of the same day: an end comes before a beginning."""

    day: date
    order: int
    kind: str
    title: str
    details: tuple[str, ...]
    correct_url: str = ""

    @property
    def when(self) -> str:
        return weekday_and_date(self.day)


def story_of(now: ChildNow, can_correct: bool) -> list[Event]:
    """Episodes, placements, legal status and reviews of one child whose records are fetched."""
    child = now.child
    events: list[Event] = []
    for episode in child.episodes.all():
        events += _episode(episode, _address("child_correct_episode", child.public_id, episode, can_correct))
    for review in child.reviews.all():
        events.append(_review(review, _address("child_correct_review", child.public_id, review, can_correct)))
    return sorted(events, key=lambda event: (event.day, event.order), reverse=True)


def _episode(episode: Episode, correct: str) -> list[Event]:
    began = episode.started
    title = BEGAN.get(episode.reason_started, "A new episode began")
    details = [
        f"Legal status: {words('LS', episode.legal_status, began)}",
        f"Placement: {words('PLACE', episode.place, began)}",
    ]
    if episode.provider:
        details.append(f"Provided by: {words('PLACE_PROVIDER', episode.provider, began)}")
    if episode.ended and episode.reason_moved:
        details.append(f"Ended because: {words('REASON_PLACE_CHANGE', episode.reason_moved, episode.ended)}")
    events = [
        Event(
            began,
            1,
            "Short break" if episode.legal_status in ("V3", "V4") else "Episode",
            title,
            tuple(details),
            correct,
        )
    ]
    if episode.ended and episode.reason_ended and episode.reason_ended != CONTINUES:
        reason = words("REC", episode.reason_ended, episode.ended)
        events.append(Event(episode.ended, 0, "Episode", "Left care", (reason,)))
    return events


def _review(review: Review, correct: str) -> Event:
    details = [words("REVIEW_CODE", review.participation, review.held_on)]
    if review.completed_on and review.completed_on != review.held_on:
        details.append(f"Completed on {weekday_and_date(review.completed_on)}")
    return Event(review.held_on, 2, "Review", "Review held", tuple(details), correct)


def _address(name: str, child_id: object, record: Episode | Review, can_correct: bool) -> str:
    return reverse(name, args=[child_id, record.public_id]) if can_correct else ""
