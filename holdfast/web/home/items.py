"""What stands on a desk: one line per thing to do, with the child, a date that speaks and one link."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date, timedelta

from django.urls import reverse

from holdfast.casework.notices.turns import Planned, Turn, What, Whose
from holdfast.casework.notices.wording import how
from holdfast.casework.preparing.queries import Readiness
from holdfast.domain.limits import LimitNotHeld
from holdfast.domain.timescales import NotKnown, iro_appointed
from holdfast.domain.tracks.claim import Claim
from holdfast.domain.tracks.facts import Kind
from holdfast.domain.wording import long_date
from holdfast.web.child_now import ChildNow
from holdfast.web.due import SOON

WEEK = timedelta(days=7)
FOUR_WEEKS = timedelta(days=SOON)
#: lines of a section on the desk of somebody who sees every child; the rest stands on a page of its own
MOST = 10

#: things named of what a review still needs; the review's own page names them all
NAMED = 3

#: what is to be done -> the page where it is done, and what its link says
_LINKS: dict[What, tuple[str, str]] = {
    What.TALK: ("review_prepare", "Say when you talked"),
    What.PAPERS: ("review_prepare", "Say what is there"),
    What.INVITE: ("review_people", "Invite"),
    What.SEE_CHILD: ("review_seen", "Say whether you saw them"),
    What.HOLD: ("review_hold", "Record it"),
    What.COMPLETE: ("review", "Go on with it"),
    What.DECISIONS: ("decisions", "Write and release"),
    What.ANSWER: ("decisions_answer", "Answer"),
    What.CARE_PLAN: ("care_plan", "Say when it was done"),
    What.RECORD: ("record", "Write"),
    What.SEND: ("recipients", "Send"),
    What.ASK_MIDWAY: ("midway", "Ask"),
    What.ANSWER_MIDWAY: ("midway", "Answer"),
    What.FINISH_MIDWAY: ("midway", "Finish"),
    What.ANSWER_CONCERN: ("concern", "Answer"),
    What.CONCERN: ("concern", "Look and go on"),
    What.TELL_CHILD: ("concern", "Say whether they were told"),
}
WHO = {
    Whose.OFFICER: "the reviewing officer",
    Whose.SOCIAL_WORKER: "the social worker",
    Whose.MANAGER: "the social worker’s manager",
    Whose.SUPPORT: "business support",
    Whose.ASKED: "the person asked",
}
_KIND = {
    Kind.CARE: "review",
    Kind.SHORT_BREAK: "review of short breaks",
    Kind.CONFERENCE_INITIAL: "initial conference",
    Kind.CONFERENCE_REVIEW: "review conference",
    Kind.CONFERENCE_TRANSFER: "transfer-in conference",
    Kind.NEED: "review of a child in need",
}


@dataclass(frozen=True)
class Item:
    """One line of a desk. ``due``: its last day, None where none is set and it is for today; ``label``: of its link;
    ``when``: what stands in the place of a day where none is set."""

    child: ChildNow
    what: str
    due: date | None
    label: str
    url: str
    note: str = ""
    is_event: bool = False  # the day is when it happens, not a limit
    when: str = "No day is set"

    @property
    def order(self) -> tuple:
        return (self.due or self.child.on, self.child.title.casefold(), self.what)


@dataclass(frozen=True)
class Section:
    """Lines under one heading. ``total`` counts those that are left out too; ``more`` leads to all of them."""

    key: str
    title: str
    items: tuple[Item, ...]
    total: int
    empty: str = ""
    more: str = ""
    more_label: str = ""
    late: bool = False


def section(key: str, title: str, items: Iterable[Item], most: int | None = None, **rest: object) -> Section:
    """A section of these lines, the earliest first, cut where there are more than a page holds."""
    found = sorted(items, key=lambda item: item.order)
    return Section(key, title, tuple(found[:most]), len(found), **rest)


def of_turn(
    turn: Turn, child: ChildNow, *, waits: bool = False, labels: Mapping[str, str] | None = None
) -> Item:
    """A turn as a line. ``waits``: it is somebody else's, so the line says whose and leads to where it stands.

    ``labels``: the name of what a concern is about, by its code.
    """
    name, label = _LINKS.get(turn.what, ("review", "Look"))
    if turn.trigger is not None:
        url, label = reverse("review_trigger", args=[turn.trigger.public_id]), "Decide"
    elif turn.objection is not None:
        url = reverse("objection_reply", args=[turn.review.public_id, turn.objection.public_id])
        label = "Reply"
    elif turn.concern is not None:
        url = reverse(name, args=[turn.concern.public_id])
    else:
        url = reverse("review" if waits and name != "midway" else name, args=[turn.review.public_id])
    named = turn.missing and turn.what in _WITH_NAMES and not waits
    notes = [f"missing: {', '.join(turn.missing)}"] if named else []
    if turn.what in _AFTER:
        notes.insert(0, f"review of {long_date(turn.review.completed_on)}")
    elif turn.what in _BEFORE:
        notes.insert(0, f"review of {long_date(turn.review.planned_on)}")
    if turn.concern is not None:
        notes.insert(0, (labels or {}).get(turn.concern.category, turn.concern.category))
    if turn.since and turn.due is None:
        notes.append(f"since {long_date(turn.since)}")
    if waits:
        notes.append(f"waits for {turn.asked.name if turn.asked else _name(turn.whose, child)}")
    return Item(child, str(turn.what), turn.due, "Look" if waits else label, url, "; ".join(notes))


def of_others(
    turns: Iterable[Turn], children: dict[int, ChildNow], labels: Mapping[str, str] | None = None
) -> Iterable[Item]:
    """Turns of others as lines; what one of them is asked before one review is one line, from its first day on."""
    found: dict[tuple, list[Turn]] = {}
    for turn in turns:
        alone = turn.what not in _BEFORE
        key = (turn.review, turn.concern, turn.whose, turn.what if alone else "")
        found.setdefault(key, []).append(turn)
    for some in found.values():
        first = min(some, key=lambda turn: turn.due or date.max)
        item = of_turn(first, children[first.child], waits=True, labels=labels)
        if len(some) > 1:
            names = [str(turn.what) for turn in some]
            item = replace(
                item, what=", ".join([names[0], *(name[:1].lower() + name[1:] for name in names[1:])])
            )
        yield item


_WITH_NAMES = (What.PAPERS, What.INVITE)
_BEFORE = (What.TALK, What.PAPERS, What.INVITE, What.SEE_CHILD)
_AFTER = (What.DECISIONS, What.ANSWER, What.CARE_PLAN, What.RECORD, What.SEND)


def _name(whose: Whose, child: ChildNow) -> str:
    if whose is Whose.SOCIAL_WORKER and child.social_worker:
        return child.social_worker.name
    if whose is Whose.OFFICER and child.iro:
        return child.iro.name
    return WHO[whose]


def of_booking(planned: Planned, child: ChildNow) -> Item:
    """A booked review as a line: when, how, and what it still needs."""
    review = planned.review
    at = f" {review.planned_at:%H:%M}" if review.planned_at else ""
    label = "Prepare or record" if review.planned_on == child.on else "Prepare"
    url = reverse("review", args=[review.public_id])
    return Item(
        child, f"Review{at}, {how(review)}", review.planned_on, label, url, _missing(planned.ready), True
    )


def _missing(ready: Readiness) -> str:
    """“7 of 10 missing: talk, report, care plan and 4 more”."""
    if not ready.missing:
        return ready.words
    names = [need.short for need in ready.missing]
    more = f" and {len(names) - NAMED} more" if len(names) > NAMED else ""
    return f"{len(names)} of {len(ready.needs)} missing: {', '.join(names[:NAMED])}{more}"


def to_book(child: ChildNow) -> Iterable[Item]:
    """What falls due for a child within four weeks, or is late, and is not booked; and what no day is known for."""
    for claim in _of_the_service(child):
        if child.booking_of(claim):
            continue
        if claim.last_day and claim.last_day <= child.on + FOUR_WEEKS:
            yield _book(child, claim)
        elif isinstance(claim.due, NotKnown):
            url = reverse("child", args=[child.child.public_id])
            what = f"The day of the next {_KIND[claim.kind]} is not known"
            yield Item(child, what, None, "See why", url, claim.due.why.split(". ")[0].rstrip("."))


def late_reviews(child: ChildNow) -> list[Item]:
    """What should have been held before today, booked by now or not; one that is under way is held."""
    unbooked = (item for item in to_book(child) if item.due and item.due < child.on)
    return [*unbooked, *late_but_booked(child)]


def late_but_booked(child: ChildNow) -> Iterable[Item]:
    """What should have been held before today, is booked and not held yet."""
    for claim in _of_the_service(child):
        booking = child.booking_of(claim)
        is_late = claim.last_day is not None and claim.last_day < child.on
        if is_late and booking is not None and not booking.under_way:
            url = reverse("child", args=[child.child.public_id])
            note = f"booked for {long_date(booking.planned_on)}"
            yield Item(child, f"The {_KIND[claim.kind]} is late", claim.last_day, "Look", url, note)


def due_soon(child: ChildNow) -> int:
    """How many reviews and conferences fall due in the four weeks to come, booked or not."""
    days = [claim.last_day for claim in _of_the_service(child) if claim.last_day]
    return sum(child.on <= day <= child.on + FOUR_WEEKS for day in days)


def _of_the_service(child: ChildNow) -> Iterable[Claim]:
    """Core groups are the social worker's to hold."""
    return (claim for claim in child.claims if claim.kind in _KIND)


def _book(child: ChildNow, claim: Claim) -> Item:
    due = claim.due
    note = "" if due.book_by == due.last_day else f"book by {long_date(due.book_by)}"
    url = reverse("review_book", args=[child.child.public_id])
    return Item(child, f"Book the {_KIND[claim.kind]}", due.last_day, "Book", url, note)


def core_groups(child: ChildNow) -> Iterable[Item]:
    """The core groups due within four weeks. The social worker holds them; whoever keeps the record enters them."""
    for claim in child.claims:
        if claim.kind is Kind.CORE_GROUP and claim.last_day and claim.last_day <= child.on + FOUR_WEEKS:
            url = reverse("child", args=[child.child.public_id])
            yield Item(child, "Hold the core group", claim.last_day, "Enter it", url)


def without_iro(child: ChildNow) -> Iterable[Item]:
    """A child under a plan that the service reviews, and nobody named to review it. Handbook: 5 working days."""
    if child.plans and child.iro is None:
        due = _appointed_by(child)
        url = reverse("child_iro", args=[child.child.public_id])
        yield Item(child, "Name a reviewing officer", due, "Allocate", url)


def _appointed_by(child: ChildNow) -> date | None:
    """The last day for it, where it is known when care began."""
    if child.period is None or not child.period.start_known:
        return None
    try:
        return iro_appointed(child.period.started, child.limits).last_day
    except LimitNotHeld:
        return None
