"""Everything that happened, in words and in order, newest first: the same as the line drawing shows."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from itertools import chain
from typing import Any

from django.urls import reverse
from django.utils import timezone

from holdfast.casework.care.models import Episode
from holdfast.casework.footprint.footsteps import Step
from holdfast.casework.people.models import AllocationRole
from holdfast.casework.provenance.models import FieldChange
from holdfast.casework.reviews.models import Review
from holdfast.domain.wording import long_date, weekday_and_date
from holdfast.web.child.beside import Beside, address
from holdfast.web.child.deeds import field_names
from holdfast.web.child.footprint import BY_OFFICER, GROUPS, KIND_WORDS, key_of, undo_address
from holdfast.web.child.kinds import WHAT
from holdfast.web.child.plan_story import plans_of
from holdfast.web.child.telling import Event, Undo
from holdfast.web.child_now import ChildNow, told_words
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
#: a short break is no period of care: nobody came into care by it. SSDA903 guide, legal status
SHORT_BREAK = {"V3": "Short break", "V4": "Series of short breaks"}
OFFICERS = {
    AllocationRole.IRO: "Independent Reviewing Officer",
    AllocationRole.SOCIAL_WORKER: "Social worker",
}


@dataclass(frozen=True)
class Teller:
    """Tells one child's records, with the ways to correct them where the reader may."""

    now: ChildNow
    records: Beside
    can_correct: bool
    can_raise: bool = False

    def story(self) -> list[Event]:
        plans = plans_of(self.now, self.can_correct, self._undo)
        told = chain(self._care(), self._reviews(), plans, self._midways(), self._people(), self._footprint())
        return sorted(told, key=lambda event: (event.day, event.order), reverse=True)

    def _care(self) -> Iterator[Event]:
        episodes = list(self.now.child.episodes.all())
        for episode in episodes:
            last = episode is episodes[-1] and episode.made_by_intake is None
            undo = (
                self._undo("child_episode_take_back", episode.public_id, "Take this entry back")
                if last
                else None
            )
            yield from _episode(
                episode, self._correct("child_correct_episode", episode), self._corrected(episode), undo
            )

    def _reviews(self) -> Iterator[Event]:
        for review in self.now.child.reviews.all():
            correct = self._correct("child_correct_review", review)
            yield _review(review, correct, self._corrected(review))
        for review in self.records.booked:
            at = (f"At {review.planned_at:%H:%M}",) if review.planned_at else ()
            what = WHAT[review.kind]
            open_url = address("review", review.public_id)
            yield Event(
                review.planned_on,
                3,
                "Booked",
                f"{what} booked",
                at,
                key=f"review-{review.pk}",
                open_url=open_url,
            )

    def _midways(self) -> Iterator[Event]:
        for check in self.records.midways:
            key = f"midway-{check.pk}"
            if check.done_on:
                yield Event(check.done_on, 2, "Midway check", "Midway check done", key=key)
            elif check.waived_on:
                yield Event(
                    check.waived_on,
                    2,
                    "Midway check",
                    "No midway check this time",
                    (check.waived_why,),
                    key=key,
                )
            elif not check.closed_on:
                yield Event(check.due_on, 2, "Midway check", "Midway check due", key=key)

    def _footprint(self) -> Iterator[Event]:
        """What officers did; a midway check that is done is told with the others."""
        for step in reversed(self.records.footsteps):  # of one day, the last first
            if step.kind is Step.MIDWAY:
                continue
            details = (step.text,) if step.text else ()
            if step.officer and step.kind in BY_OFFICER:
                details = (*details, step.officer.name)
            url = undo_address(self.now.child, step) if self.can_raise else ""
            yield Event(
                step.on,
                2,
                KIND_WORDS[GROUPS[step.kind]],
                step.words,
                details,
                key=key_of(step),
                undo=Undo(url, "Take it back") if url else None,
                open_url=address(*step.link) if step.link else "",
            )

    def _people(self) -> Iterator[Event]:
        for one in self.now.child.allocations.all():
            until = [f"Until {long_date(one.ends)}"] if one.ends else []
            if told := told_words(one):
                until.append(f"The child was told {told}")
            title = f"{OFFICERS[one.role]}: {one.worker.name}"
            yield Event(one.starts, 0, "Responsible", title, tuple(until))

    def _correct(self, name: str, record: Episode | Review) -> str:
        return reverse(name, args=[self.now.child.public_id, record.public_id]) if self.can_correct else ""

    def _undo(self, name: str, record_id: Any, word: str) -> Undo | None:
        return (
            Undo(reverse(name, args=[self.now.child.public_id, record_id]), word)
            if self.can_correct
            else None
        )

    def _corrected(self, record: Any) -> tuple[str, ...]:
        return tuple(correction(change, type(record)) for change in self.records.corrections_of(record))


def story_of(now: ChildNow, records: Beside, can_correct: bool, can_raise: bool = False) -> list[Event]:
    """Everything on one child whose records are fetched."""
    return Teller(now, records, can_correct, can_raise).story()


def correction(change: FieldChange, model: type) -> str:
    """“Corrected by Jo Reed on 5 March 2027 at 10:42: date held was 21 August 2026, now 3 September 2026. Why: …”"""
    who = change.changed_by.name if change.changed_by else "the service itself"
    at = timezone.localtime(change.changed_at)
    after = f"now {_day(change.after)}" if change.after else "now blank"
    why = getattr(change, "why", None)
    because = f" Why: {why.reason}" if why else ""
    what = field_names(model, [change.field])
    when = f"{long_date(at.date())} at {at:%H:%M}"
    return f"Corrected by {who} on {when}: {what} was {_day(change.before)}, {after}.{because}"


def _day(text: str) -> str:
    return long_date(date.fromisoformat(text))


def _episode(episode: Episode, correct: str, corrected: Iterable[str], undo: Undo | None) -> list[Event]:
    began = episode.started
    title = BEGAN.get(episode.reason_started, "A new episode began")
    details = [
        f"Legal status: {words('LS', episode.legal_status, began)}",
        f"Placement: {words('PLACE', episode.place, began)}",
    ]
    if episode.started_at:
        details.append(f"At {episode.started_at:%H:%M}")
    if episode.provider:
        details.append(f"Provided by: {words('PLACE_PROVIDER', episode.provider, began)}")
    if episode.location:
        details.append(f"Where: {words('PL_LOCATION', episode.location, began)}")
    if episode.ended and episode.reason_moved:
        details.append(f"Ended because: {words('REASON_PLACE_CHANGE', episode.reason_moved, episode.ended)}")
    short_break = episode.legal_status in SHORT_BREAK
    kind = "Short break" if short_break else "Episode"
    title = SHORT_BREAK[episode.legal_status] if short_break else title
    events = [Event(began, 1, kind, title, (*details, *corrected), correct, f"episode-{episode.pk}", undo)]
    if episode.ended and episode.reason_ended and episode.reason_ended != CONTINUES:
        reason = words("REC", episode.reason_ended, episode.ended)
        events.append(
            Event(episode.ended, 0, kind, f"{title} ended" if short_break else "Left care", (reason,))
        )
    return events


def _review(review: Review, correct: str, corrected: Iterable[str]) -> Event:
    details = []
    if review.kind in ("care", "short_break"):
        details.append(words("REVIEW_CODE", review.participation, review.held_on))
    if review.mode:
        details.append(review.get_mode_display())
    if review.completed_on and review.completed_on != review.held_on:
        details.append(f"Completed on {weekday_and_date(review.completed_on)}")
    if review.completed_on is None:
        details.append("Not completed yet")
    if review.late_reason:
        details.append(f"Late: {review.get_late_reason_display()}")
    title = f"{WHAT[review.kind]} held"
    open_url = address("review", review.public_id)
    key = f"review-{review.pk}"
    return Event(review.held_on, 2, "Review", title, (*details, *corrected), correct, key, open_url=open_url)
