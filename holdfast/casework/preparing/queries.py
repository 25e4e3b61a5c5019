"""What a review needs before it is held: each thing done, missing or late, in words. Nothing due is stored."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from holdfast.casework.people.models import Relation
from holdfast.casework.reviews.models import Mode, Review, ReviewKind
from holdfast.casework.reviews.queries import next_meeting
from holdfast.domain.limits import Book, LimitNotHeld
from holdfast.domain.wording import long_date

from .models import Invitee, Item, ItemKind, Seen, SeenBefore

#: prefetch these onto reviews that were reached through their child's door, then ask `readiness`
WHAT_A_REVIEW_NEEDS = ("items", "invitees", "seen_before", "meetings")

#: what a kind of review needs; conferences and reviews of children in need have a report and no plans of care
_ITEMS: dict[str, tuple[ItemKind, ...]] = {
    ReviewKind.CARE: tuple(ItemKind),
    ReviewKind.SHORT_BREAK: (ItemKind.REPORT, ItemKind.CARE_PLAN, ItemKind.SHARED),
}
_ELSE = (ItemKind.REPORT, ItemKind.SHARED)

#: the limit each thing is held to; a local one is off until the council enters it
_RULES: dict[ItemKind, str] = {
    ItemKind.TALK: "review.talk",
    ItemKind.REPORT: "review.social-worker-report",
    ItemKind.CARE_PLAN: "review.social-worker-report",
    ItemKind.EDUCATION: "review.social-worker-report",
    ItemKind.HEALTH: "review.social-worker-report",
    ItemKind.SHARED: "review.shared",
}
_REPORTS = {
    ReviewKind.CONFERENCE_INITIAL: "conference.report-initial",
    ReviewKind.CONFERENCE_TRANSFER: "conference.report-initial",
    ReviewKind.CONFERENCE_REVIEW: "conference.report-review",
}


class State(StrEnum):
    DONE = "done"
    MISSING = "missing"
    LATE = "late"  # missing, and its day is past
    NOT_NEEDED = "not_needed"


class Turn(StrEnum):
    SOCIAL_WORKER = "the social worker"
    OFFICER = "the reviewing officer"
    SUPPORT = "business support"


@dataclass(frozen=True)
class Need:
    """One thing a review needs. ``key``: an ItemKind, or papers_out, papers_back, invitations, seen. ``due``: by when,
    where a limit is held; ``said``: what is known of it; ``short``: its name in a list of what is missing."""

    key: str
    label: str
    short: str
    state: State
    turn: Turn
    due: date | None = None
    said: str = ""

    @property
    def is_open(self) -> bool:
        return self.state in (State.MISSING, State.LATE)


@dataclass(frozen=True)
class Readiness:
    """Everything a review needs, in the order it is done."""

    needs: tuple[Need, ...]

    @property
    def missing(self) -> tuple[Need, ...]:
        return tuple(need for need in self.needs if need.is_open)

    @property
    def late(self) -> tuple[Need, ...]:
        return tuple(need for need in self.needs if need.state is State.LATE)

    def of(self, turn: Turn) -> tuple[Need, ...]:
        return tuple(need for need in self.needs if need.turn is turn)

    @property
    def words(self) -> str:
        """“2 of 9 missing: report, health plan”."""
        if not self.missing:
            return "Everything is there"
        names = ", ".join(need.short for need in self.missing)
        return f"{len(self.missing)} of {len(self.needs)} missing: {names}"


def readiness(review: Review, on: date, book: Book) -> Readiness:
    """What the review needs as of a day. With WHAT_A_REVIEW_NEEDS fetched it asks the database nothing."""
    day, on = _meeting_to_prepare(review, on)
    items = {item.kind: item for item in review.items.all()}
    kinds = _ITEMS.get(review.kind, _ELSE)
    needs = [_item(kind, items.get(kind), _by(_rule(kind, review), day, book), on) for kind in kinds]
    people = [one for one in review.invitees.all() if not one.not_invited_why]
    needs += _papers(people, day, on)
    if review.mode != Mode.WITHOUT_MEETING:
        needs.append(_invitations(people, day, on, book))
    needs.append(_seen(getattr(review, "seen_before", None), day, on))
    order = {need.key: n for n, need in enumerate(needs)}
    return Readiness(tuple(sorted(needs, key=lambda need: (need.due or day, order[need.key]))))


def _meeting_to_prepare(review: Review, on: date) -> tuple[date, date]:
    """The day of the meeting that is prepared, and the day its readiness is judged: once the meeting was held and no
    further one is planned, nothing becomes late any more."""
    further = next_meeting(review)
    if further is not None and further.planned_on:
        return further.planned_on, on
    day = review.held_on or review.planned_on or on
    return day, min(on, day) if review.held_on else on


def seen_of(review: Review) -> SeenBefore | None:
    """Whether the officer saw the child before it, if anybody said so."""
    return SeenBefore.objects.filter(review=review).first()


def invitees_of(review: Review) -> list[Invitee]:
    """Everybody asked about the review, in the order they were added."""
    return list(review.invitees.order_by("id"))


_SHORT = {
    ItemKind.TALK: "talk",
    ItemKind.REPORT: "report",
    ItemKind.CARE_PLAN: "care plan",
    ItemKind.EDUCATION: "education plan",
    ItemKind.HEALTH: "health plan",
    ItemKind.SHARED: "shared with the family",
}


def _rule(kind: ItemKind, review: Review) -> str:
    report = _REPORTS.get(review.kind) if kind is ItemKind.REPORT else None
    return report or _RULES[kind]


def _item(kind: ItemKind, item: Item | None, due: date | None, on: date) -> Need:
    if item is not None and item.done_on:
        since = "on" if kind in _HAPPENED else "there since"
        state, said = State.DONE, f"{since} {long_date(item.done_on)}"
    elif item is not None and item.not_needed:
        state, said = State.NOT_NEEDED, item.not_needed
    else:
        state, said = _open(due, on), ""
    return Need(kind, str(kind.label), _SHORT[kind], state, Turn.SOCIAL_WORKER, due, said)


#: not a paper that is there, but something somebody did
_HAPPENED = (ItemKind.TALK, ItemKind.SHARED)


def _papers(people: Iterable[Invitee], day: date, on: date) -> list[Need]:
    """Consultation papers out and back: they have no limit of their own but the review itself."""
    asked = [one for one in people if one.relation != Relation.SOCIAL_WORKER]
    sent = [one for one in asked if one.paper_sent_on]
    back = [one for one in asked if one.paper_back_on or one.sent_views]
    out = Need(
        "papers_out",
        "Consultation papers sent",
        "consultation papers out",
        State.DONE if asked and len(sent) == len(asked) else _open(day, on),
        Turn.SUPPORT,
        None,
        f"{len(sent)} of {len(asked)} sent" if asked else "nobody is on the list yet",
    )
    returned = Need(
        "papers_back",
        "Consultation papers back",
        "consultation papers back",
        State.DONE if asked and len(back) == len(asked) else _open(day, on),
        Turn.SUPPORT,
        None,
        f"{len(back)} of {len(asked)} back" if asked else "nobody is on the list yet",
    )
    return [out, returned]


def _invitations(people: Iterable[Invitee], day: date, on: date, book: Book) -> Need:
    due = _by("review.invitations", day, book)
    everybody = list(people)
    invited = [one for one in everybody if one.invited_on]
    done = bool(everybody) and len(invited) == len(everybody)
    said = f"{len(invited)} of {len(everybody)} invited" if everybody else "nobody is on the list yet"
    state = State.DONE if done else _open(due or day, on)
    return Need("invitations", "Invitations", "invitations", state, Turn.SUPPORT, due, said)


def _seen(seen: SeenBefore | None, day: date, on: date) -> Need:
    if seen is None:
        state, said = _open(day, on), ""
    elif seen.answer == Seen.SEEN:
        state, said = State.DONE, f"on {long_date(seen.seen_on)}, {seen.get_how_display().lower()}"
    elif seen.answer == Seen.NOT_SEEN:
        state, said = State.MISSING if on <= day else State.LATE, f"not seen: {seen.why_not}"
    else:
        state, said = State.NOT_NEEDED, f"{seen.get_answer_display().lower()}: {seen.why_not}"
    return Need("seen", "Child seen before the review", "not seen yet", state, Turn.OFFICER, day, said)


def _open(due: date | None, on: date) -> State:
    return State.LATE if due is not None and due < on else State.MISSING


def _by(rule_id: str, day: date, book: Book) -> date | None:
    """The last day in time before a review, where a limit is held."""
    try:
        return book.on(rule_id, day).before(day)
    except LimitNotHeld:
        return None
