"""Where a review is: its four stages as tasks, each with what is missing, whose turn it is, and a date that speaks."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date

from django.urls import reverse

from holdfast.casework.preparing.models import Seen
from holdfast.casework.preparing.queries import Need, Readiness, State, Turn, readiness
from holdfast.casework.reviews.models import LateReason, Mode, Review, ReviewKind
from holdfast.casework.reviews.queries import held_meetings, next_meeting
from holdfast.casework.reviews.rules import Stage, stage_of
from holdfast.domain.limits import Book
from holdfast.domain.wording import weekday_and_date
from holdfast.web.review.aftermath import Aftermath
from holdfast.web.review.participation_words import in_words

#: tag -> its colour; a task that is done has no tag, only the word
_TONES = {"Late": "red", "To do": "blue", "Later": "grey"}


@dataclass(frozen=True)
class Task:
    """One line of a stage. ``tag``: Done, Late, To do, Later, Not needed or Not noted."""

    label: str
    tag: str
    url: str = ""
    said: str = ""
    due: date | None = None
    turn: str = ""

    @property
    def tone(self) -> str:
        return _TONES.get(self.tag, "")

    @property
    def is_open(self) -> bool:
        return self.tag in ("Late", "To do")


@dataclass(frozen=True)
class StageOfReview:
    name: str
    heading: str
    tasks: tuple[Task, ...] = field(default=())


@dataclass(frozen=True)
class WholeReview:
    """One review as of a day, its records fetched. ``can_hold``, ``can_book``: what its reader may do."""

    review: Review
    on: date
    book: Book
    can_book: bool
    can_hold: bool
    can_send: bool

    @property
    def stage(self) -> Stage:
        return stage_of(self.review)

    @property
    def ready(self) -> Readiness:
        return readiness(self.review, self.on, self.book)

    @property
    def stages(self) -> list[StageOfReview]:
        if self.stage is Stage.CANCELLED:
            return []
        after = Aftermath.of(self.review, self.book)
        return [
            StageOfReview("prepare", "1. Prepare", tuple(self._prepare())),
            StageOfReview("hold", "2. Hold", tuple(self._hold())),
            StageOfReview("decide", "3. Decide", tuple(self._decide(after))),
            StageOfReview("send", "4. Send", tuple(self._send(after))),
        ]

    @property
    def next_task(self) -> Task | None:
        """What is to be done now: the first thing that is late, else the first that can be done."""
        tasks = [task for stage in self.stages for task in stage.tasks]
        late = [task for task in tasks if task.tag == "Late"]
        still = [task for task in tasks if task.is_open]
        if self.stage is Stage.COMPLETED:  # what has a day comes before what was never noted of preparing it
            still.sort(key=lambda task: task.due is None)
        return next(iter(late or still), None)

    def _url(self, name: str, allowed: bool) -> str:
        return reverse(name, args=[self.review.public_id]) if allowed else ""

    def _prepare(self) -> Iterator[Task]:
        review, ready = self.review, self.ready
        past = self.stage is Stage.COMPLETED
        if review.planned_on or not past:
            yield Task("Booked", "Done", said=booking_words(review))
        if past and not (review.items.all() or review.invitees.all()):
            return
        for label, turns, page in (
            ("Talk, report and plans", (Turn.SOCIAL_WORKER,), "review_prepare"),
            ("People asked and invited", (Turn.SUPPORT,), "review_people"),
        ):
            needs = [need for need in ready.needs if need.turn in turns]
            missing = [need for need in needs if need.is_open]
            yield Task(
                label,
                _tag(missing, past),
                self._url(page, self.can_book and not past),
                _missing_in_words(missing, needs, past),
                min((need.due for need in missing if need.due), default=None) if not past else None,
                turns[0].value if missing and not past else "",
            )
        yield self._seen(ready, past)

    def _seen(self, ready: Readiness, past: bool) -> Task:
        need = next(need for need in ready.needs if need.key == "seen")
        seen = getattr(self.review, "seen_before", None)
        said = need.said or ("nobody has said yet" if need.is_open else "")
        if need.state is State.NOT_NEEDED:
            tag = "Not needed"
        elif seen is not None and (seen.answer == Seen.SEEN or past):
            tag = "Done"
        else:
            tag = "Late" if need.state is State.LATE and not past else "To do"
        turn = need.turn.value if tag in ("Late", "To do") else ""
        due = need.due if turn and not past else None
        return Task(need.label, tag, self._url("review_seen", self.can_hold), said, due, turn)

    def _hold(self) -> Iterator[Task]:
        review, meetings = self.review, held_meetings(self.review)
        for meeting in meetings:
            several = len(meetings) > 1 or meeting.adjourned_why
            label = f"Meeting {meeting.number}" if several else "Meeting"
            said = f"held on {weekday_and_date(meeting.held_on)}"
            if meeting.mode:
                said += f", {meeting.get_mode_display().lower()}"
            if meeting.adjourned_why:
                said += f"; adjourned: {LateReason(meeting.adjourned_why).label.lower()}"
            correct = (
                reverse("review_meeting_correct", args=[review.public_id, meeting.number])
                if self.can_hold
                else ""
            )
            yield Task(label, "Done", correct, said)
        if review.held_on and not meetings:
            yield Task("Meeting", "Done", said=f"held on {weekday_and_date(review.held_on)}")
        if self.stage is Stage.COMPLETED:
            yield from self._completed()
            return
        further = next_meeting(review)
        waits = self.stage is Stage.BOOKED or further is not None
        if waits:
            day = further.planned_on if further else review.planned_on
            label = "Next meeting" if further else "Meeting"
            tag = "Late" if day and day < self.on else ("To do" if day and day <= self.on else "Later")
            hold = self._url("review_hold", self.can_hold)
            said = f"planned for {weekday_and_date(day)}" if further and day else ""
            yield Task(label, tag, hold, said, day, Turn.OFFICER.value)
        complete = self._url("review_complete", self.can_hold and not waits)
        yield Task("Complete the review", "Later" if waits else "To do", complete, turn=Turn.OFFICER.value)

    def _completed(self) -> Iterator[Task]:
        review = self.review
        said = f"on {weekday_and_date(review.completed_on)}"
        if review.late_reason:
            said += f"; late: {review.get_late_reason_display().lower()}"
        yield Task("Completed", "Done", said=said)
        said = in_words(review.participation) or "not recorded"
        if review.participation_reason:
            said += f" (chosen: {review.participation_reason})"
        page = self._url("review_participation", self.can_hold)
        yield Task("How the child took part", "Done" if review.participation else "To do", page, said)

    def _decide(self, after: Aftermath) -> Iterator[Task]:
        page = self._url("decisions", True)
        record = self._url("record", True)
        yield self._after("Decisions to the social worker and manager", after.released, page, Turn.OFFICER)
        yield self._after("Manager agrees or objects", after.answered, page, "the social worker’s manager")
        if self.review.kind == ReviewKind.CARE:
            yield self._after("Care plan brought up to date", after.care_plan, page, Turn.SOCIAL_WORKER)
        yield self._after("Whole record written and signed", after.signed, record, Turn.OFFICER)
        if self.can_hold:
            yield self._monitor()

    def _monitor(self) -> Task:
        """The officer's judgement. No day is set for it; of a review that only a return tells of none is asked for."""
        monitor = getattr(self.review, "monitor", None)
        url = self._url("monitor", self.review.held_on is not None)
        if monitor is not None and monitor.finished_on:
            return Task("Monitor", "Done", url, f"finished on {weekday_and_date(monitor.finished_on)}")
        said = "half done" if monitor is not None else ""
        if self.stage is not Stage.COMPLETED:
            return Task("Monitor", "Later", url, said)
        if monitor is None and self.review.made_by_intake is not None:
            return Task("Monitor", "Not noted", url)
        return Task("Monitor", "To do", url, said, turn=Turn.OFFICER.value)

    def _send(self, after: Aftermath) -> Iterator[Task]:
        page = self._url("recipients", self.can_send)
        yield self._after("Record sent to everybody entitled", after.sent, page, Turn.SUPPORT)
        if after.midway is not None:
            midway = self._url("midway", True)
            yield self._after("Midway check", after.midway, midway, Turn.OFFICER)

    def _after(self, label: str, step: tuple[date | None, date | None, str], url: str, turn: str) -> Task:
        """What follows a completed review: (by when, done on, what is known)."""
        due, done, said = step
        if self.stage is not Stage.COMPLETED:
            return Task(label, "Later")
        if done:
            return Task(label, "Done", url, said or f"on {weekday_and_date(done)}")
        tag = "Late" if due and due < self.on else ("To do" if due else "Later")
        return Task(label, tag, url, said, due, str(turn) if due else "")


def booking_words(review: Review) -> str:
    """“for Friday 18 December 2026, 10:00, in person, Town Hall”."""
    if review.planned_on is None:
        return "not booked here"
    parts = [f"for {weekday_and_date(review.planned_on)}"]
    if review.planned_at:
        parts.append(f"{review.planned_at:%H:%M}")
    if review.mode:
        parts.append(Mode(review.mode).label.lower())
    if review.venue:
        parts.append(review.venue)
    if review.chair:
        parts.append(f"chaired by {review.chair.name}")
    return ", ".join(parts)


def _missing_in_words(missing: list[Need], needs: list[Need], past: bool) -> str:
    names = ", ".join(need.short for need in missing)
    if not missing:
        return ""
    return names if past else f"{len(missing)} of {len(needs)} missing: {names}"


def _tag(missing: list[Need], past: bool) -> str:
    if not missing:
        return "Done"
    if past:
        return "Not noted"
    return "Late" if any(need.state is State.LATE for need in missing) else "To do"
