"""What the child's line shows, lane by lane: stretches of time, and days."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from datetime import date

from holdfast.casework.footprint.footsteps import Step
from holdfast.casework.people.models import AllocationRole
from holdfast.domain.care_history import Episode, in_order
from holdfast.domain.early_triggers import table as triggers
from holdfast.domain.tracks.facts import Kind
from holdfast.web.child.beside import Beside
from holdfast.web.child.footprint import GROUPS, LANES, key_of
from holdfast.web.child.kinds import WHAT
from holdfast.web.child_now import ChildNow
from holdfast.web.code_words import words

REVIEWS = (Kind.CARE, Kind.SHORT_BREAK, Kind.NEED)


@dataclass(frozen=True)
class Span:
    begins: date
    ends: date | None
    label: str


@dataclass(frozen=True)
class Point:
    day: date
    title: str
    shape: str = "dot"
    key: str = ""


@dataclass(frozen=True)
class Lane:
    """``dates_the_line``: the drawing begins with the first day in it; who was responsible is cut to that."""

    name: str
    spans: list[Span] = field(default_factory=list)
    points: list[Point] = field(default_factory=list)
    tones: tuple[str, ...] = ("a", "c")
    dates_the_line: bool = True

    def until(self, last: date) -> Lane:
        """What begins, or happens, by a day."""
        return replace(
            self,
            spans=[span for span in self.spans if span.begins <= last],
            points=[point for point in self.points if point.day <= last],
        )

    def days(self) -> Iterator[date]:
        yield from (span.begins for span in self.spans)
        yield from (point.day for point in self.points if point.shape == "dot")


def lanes_of(now: ChildNow, records: Beside) -> list[Lane]:
    return [
        *_care(now),
        *_plans(now),
        *_meetings(now, records),
        *_happened(now, records),
        *_footprint(records),
        *_people(now),
    ]


def _care(now: ChildNow) -> Iterator[Lane]:
    periods = now.life.periods
    episodes = [episode for period in periods for episode in period.episodes]
    yield Lane("In care", [Span(p.started, p.ended, "in care") for p in periods], tones=("a",))
    yield Lane("Legal status", _runs(episodes, "legal_status", "LS"), tones=("c", "a"))
    places = [
        Span(place.started, place.ended, words("PLACE", place.home.place, place.started))
        for period in periods
        for place in period.placements
    ]
    yield Lane("Placement", places, tones=("b", "a"))
    breaks = in_order(episode for episode in now.life.episodes if episode.is_short_break)
    yield Lane("Short breaks", [Span(one.started, one.ended, "short break") for one in breaks], tones=("b",))


def _plans(now: ChildNow) -> Iterator[Lane]:
    spans, opened = [], []
    for one in now.child.protections.all():
        opened.append(Point(one.opened_on, "Child protection process opened", key=f"opened-{one.pk}"))
        if one.started:
            spans.append(Span(one.started, one.ended, one.get_category_latest_display() or "plan"))
    yield Lane("Protection", spans, opened, ("d",))
    needs = [Span(one.agreed_on, one.ended, "child in need plan") for one in now.child.need_plans.all()]
    yield Lane("Child in need", needs, tones=("b",))


def _meetings(now: ChildNow, records: Beside) -> Iterator[Lane]:
    yield Lane("Reviews", points=list(_held(now, records, REVIEWS)))
    conferences = tuple(kind for kind in Kind if kind.name.startswith("CONFERENCE"))
    yield Lane("Conferences", points=list(_held(now, records, conferences)))
    groups = [
        Point(group.held_on, "Core group", key=f"group-{group.pk}")
        for one in now.child.protections.all()
        for group in one.core_groups.all()
    ]
    yield Lane("Core groups", points=groups + list(_due(now, (Kind.CORE_GROUP,))))


def _held(now: ChildNow, records: Beside, kinds: tuple[Kind, ...]) -> Iterator[Point]:
    for review in now.child.reviews.all():
        if review.kind in kinds:
            yield Point(review.held_on, WHAT[Kind(review.kind)], key=f"review-{review.pk}")
    for review in records.booked:
        if review.kind in kinds:
            title = f"{WHAT[Kind(review.kind)]}, booked"
            yield Point(review.planned_on, title, "booked", f"review-{review.pk}")
    yield from _due(now, kinds)


def _due(now: ChildNow, kinds: tuple[Kind, ...]) -> Iterator[Point]:
    for claim in now.claims:
        if claim.kind in kinds and claim.last_day:
            shape = "diamond" if claim.last_day < now.on else "open"
            yield Point(claim.last_day, f"{WHAT[claim.kind]}, last day in time", shape)


def _happened(now: ChildNow, records: Beside) -> Iterator[Lane]:
    milestones = [
        Point(one.happened_on, one.get_kind_display(), "square", f"milestone-{one.pk}")
        for one in now.child.milestones.all()
    ]
    yield Lane("Milestones", points=milestones)
    names = {trigger.code: trigger.name for trigger in triggers()}
    events = [
        Point(one.happened_on, names.get(one.code, one.code), "square", f"trigger-{one.pk}")
        for one in now.child.early_triggers.all()
    ]
    yield Lane("Early review?", points=events)
    checks = [
        Point(
            one.done_on or one.due_on, "Midway check", "dot" if one.done_on else "booked", f"midway-{one.pk}"
        )
        for one in records.midways
        if not (one.waived_on or one.closed_on)
    ]
    yield Lane("Midway checks", points=checks)


def _footprint(records: Beside) -> Iterator[Lane]:
    """A square for every step of an officer; a midway check that is done has its own lane."""
    for name in LANES:
        steps = [
            step for step in records.footsteps if GROUPS[step.kind] == name and step.kind is not Step.MIDWAY
        ]
        points = [Point(step.on, step.words, "square", key_of(step)) for step in steps]
        yield Lane(name, points=points, dates_the_line=False)


def _people(now: ChildNow) -> Iterator[Lane]:
    for role, name in ((AllocationRole.IRO, "IRO"), (AllocationRole.SOCIAL_WORKER, "Social worker")):
        theirs = [
            Span(one.starts, one.ends, one.worker.name)
            for one in now.child.allocations.all()
            if one.role == role
        ]
        yield Lane(name, theirs, tones=("a", "b"), dates_the_line=False)


def _runs(episodes: Iterable[Episode], attribute: str, code_list: str) -> list[Span]:
    """Unbroken stretches under the same code."""
    runs: list[Span] = []
    for episode in episodes:
        label = words(code_list, getattr(episode, attribute), episode.started)
        if runs and runs[-1].label == label and runs[-1].ends == episode.started:
            runs[-1] = Span(runs[-1].begins, episode.ended, label)
        else:
            runs.append(Span(episode.started, episode.ended, label))
    return runs
