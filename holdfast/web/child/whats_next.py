"""What is due for a child, every track in one list, the earliest first: by when, why, and what would change it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from holdfast.casework.reviews.models import Review
from holdfast.domain import timescales
from holdfast.domain.limits import LimitNotHeld
from holdfast.domain.timescales import Due
from holdfast.domain.tracks.claim import Claim
from holdfast.domain.tracks.facts import Kind
from holdfast.domain.wording import long_date, weekday_and_date
from holdfast.web.child.beside import Beside, address
from holdfast.web.child.kinds import CERTAINTY, WHAT
from holdfast.web.child_now import NEED, PROTECTION, ChildNow


@dataclass(frozen=True)
class Next:
    """One thing due. ``day`` is None where it cannot be told; ``why`` then says what to look at.

    ``is_booked_here``: a core group is the social worker's to call, so that nothing is said of its booking.
    """

    what: str
    day: date | None
    why: str
    book_by: str = ""
    opens: str = ""
    source: str = ""
    certainty: str = ""
    would_change: tuple[str, ...] = ()
    beside: tuple[str, ...] = ()
    without_meeting: bool = False
    is_booked_here: bool = True
    booking: str = ""
    booking_url: str = ""
    late: bool = False


def whats_next(now: ChildNow, records: Beside) -> list[Next]:
    return [_next(claim, now, records) for claim in now.claims]


def _next(claim: Claim, now: ChildNow, records: Beside) -> Next:
    if not isinstance(claim.due, Due):
        return Next(WHAT[claim.kind], None, claim.due.why)
    due, review = claim.due, _in_hand(claim, records)
    return Next(
        what=WHAT[claim.kind],
        day=due.last_day,
        why=due.why,
        book_by=weekday_and_date(due.book_by) if due.book_by != due.last_day else "",
        opens=weekday_and_date(claim.opens) if claim.opens and claim.opens > now.on else "",
        source=due.source,
        certainty=CERTAINTY.get(due.certainty, ""),
        would_change=claim.would_change,
        beside=tuple(_other_rules(claim, now)),
        without_meeting=not claim.meeting_needed,
        is_booked_here=claim.kind is not Kind.CORE_GROUP,
        booking=_booking(review, due) if review else "",
        booking_url=address("review", review.public_id) if review else "",
        late=due.last_day < now.on,
    )


def _other_rules(claim: Claim, now: ChildNow) -> Iterator[str]:
    """What the other rules in force ask for, which the earliest overrides."""
    for other in now.outlook.claims:
        same = (other.kind, other.plan) == (claim.kind, claim.plan) and other is not claim
        if same and isinstance(other.due, Due):
            yield f"By {long_date(other.due.last_day)}: {other.due.why}"


def _in_hand(claim: Claim, records: Beside) -> Review | None:
    """The review that is booked, or under way, for a claim."""
    for review in records.in_hand:
        plan = review.protection_id or review.need_plan_id
        if review.kind == claim.kind.value and plan in (None, claim.plan):
            return review
    return None


def _booking(review: Review, due: Due) -> str:
    if review.held_on:
        return f"Begun on {weekday_and_date(review.held_on)}, not completed yet"
    at = f" at {review.planned_at:%H:%M}" if review.planned_at else ""
    after = ", which is after the last day in time" if review.planned_on > due.last_day else ""
    return f"Booked for {weekday_and_date(review.planned_on)}{at}{after}"


def alerts(now: ChildNow) -> list[str]:
    """What somebody must read now."""
    found = list(now.outlook.alerts)
    if now.in_care and now.iro is None and now.period and now.period.start_known:
        found += _nobody(now.period.started, now)
    if now.in_care and PROTECTION in now.plans:
        found.append(
            "The child is in care and has a child protection process as well. Hold both reviews together, and ask "
            "whether both plans are needed."
        )
    if {NEED, PROTECTION} <= now.plans:
        found.append(
            "A child in need plan is open beside the child protection process. One of them ends the other."
        )
    return found


def _nobody(began: date, now: ChildNow) -> Iterator[str]:
    try:
        due = timescales.iro_appointed(began, now.limits)
    except LimitNotHeld:
        return
    late = "had to be" if due.last_day < now.on else "is to be"
    day = weekday_and_date(due.last_day)
    yield f"Nobody is responsible as Independent Reviewing Officer. One {late} appointed by {day}."


def whats_open(now: ChildNow, records: Beside, opens_midway: bool) -> list[tuple[str, str]]:
    """What is not settled yet: (sentence, address). ``opens_midway``: the reader may open a midway check."""
    found = []
    if records.decisions:
        many = "1 decision is" if records.decisions == 1 else f"{records.decisions} decisions are"
        found.append((f"{many} not done yet", ""))
    midway = records.midway_due(now.on)
    if midway is not None and now.in_care:
        asked = ", asked and not answered" if midway.asked_on and not midway.answered_on else ""
        words = f"Midway check due by {weekday_and_date(midway.due_on)}{asked}"
        found.append((words, address("midway", midway.review.public_id) if opens_midway else ""))
    waiting = [trigger for trigger in now.child.early_triggers.all() if not trigger.answer]
    if waiting:
        many = "1 event waits" if len(waiting) == 1 else f"{len(waiting)} events wait"
        where = address("review_triggers", now.child.public_id)
        found.append((f"{many} for the officer to say whether a review is needed early", where))
    return found
