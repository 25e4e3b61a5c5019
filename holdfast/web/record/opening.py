"""What every page after a review stands on: the review through its child's door, its frame, and what is due of it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from django.http import HttpRequest
from django.urls import reverse

from holdfast.casework.access.roles import Permission
from holdfast.casework.access.rules import may
from holdfast.casework.records.deadlines import care_plan_deadline, deadlines_of
from holdfast.casework.records.models import Record
from holdfast.casework.records.queries import record_of
from holdfast.casework.records.rules import check_reads, sees_unfinished
from holdfast.casework.reviews.models import Review
from holdfast.casework.reviews.queries import find_review, open_review
from holdfast.casework.service.queries import book
from holdfast.domain import working_days
from holdfast.domain.wording import long_date, weekday_and_date
from holdfast.web.page import Page
from holdfast.web.today import today

LABELS = {
    "decisions": "Decisions with the social worker",
    "manager": "The manager agrees or objects",
    "care_plan": "Care plan brought up to date",
    "record": "Record written and signed",
    "distributed": "Record with everybody entitled to it",
}
PLACES = (
    ("review", "Review"),
    ("decisions", "Decisions"),
    ("record", "Record"),
    ("recipients", "Who receives it"),
)


@dataclass(frozen=True)
class Step:
    """One thing due after the review. ``words`` once it was done: the day, and whether that was in time."""

    kind: str
    label: str
    due_on: date
    met_on: date | None

    @property
    def words(self) -> str:
        if self.met_on is None:
            return ""
        late = working_days.count_between(self.due_on, self.met_on)
        how = (
            "in time" if self.met_on <= self.due_on else f"{late} working day{'' if late == 1 else 's'} late"
        )
        return f"Done on {weekday_and_date(self.met_on)}, {how}"


class Opened:
    """A review that this person may see, and what they may do with it."""

    def __init__(self, request: HttpRequest, public_id: UUID, *, reading: bool | None = None) -> None:
        check_reads(request.user)
        reads = request.method in ("GET", "HEAD") if reading is None else reading
        self._is_noted = reads
        self.user: Any = request.user
        self.review: Review = (open_review if reads else find_review)(request.user, public_id)
        self.record: Record | None = record_of(self.review)
        self.on = today(request)

    @property
    def child(self) -> Any:
        return self.review.child

    @property
    def writes(self) -> bool:
        return may(self.user, Permission.HOLD_REVIEWS)

    @property
    def sends(self) -> bool:
        return may(self.user, Permission.SEND_RECORDS)

    @property
    def sees_unfinished(self) -> bool:
        return sees_unfinished(self.user)

    @property
    def signed(self) -> bool:
        return self.record is not None and self.record.signed_on is not None

    def frame(self, title: str, here: str = "", **more: Any) -> dict[str, Any]:
        """What the templates of this journey share. No name of a child in the title: a browser names files by it.

        A page that answers something sent is read too, so that is written down as well.
        """
        if not self._is_noted:
            open_review(self.user, self.review.public_id)
            self._is_noted = True
        steps = self.steps()
        return {
            "page": Page.under(title, "children", *self._trail(title, here)),
            "review": self.review,
            "child": self.child,
            "record": self.record,
            "on": self.on,
            "opened": self,
            "steps": steps,
            "next_step": next((step for step in steps if step.met_on is None), None),
            "places": self._places(here),
            **more,
        }

    def _trail(self, title: str, here: str) -> list[tuple[str, str]]:
        trail = [
            ("Children and young people", "children"),
            (str(self.child), reverse("child", args=[self.child.public_id])),
            (self.name, self.address("review")),
        ]
        label = dict(PLACES).get(here)
        if label and label != title:
            trail.append((label, self.address(here)))
        return trail

    def _places(self, here: str) -> list[dict[str, Any]]:
        shown = [place for place in PLACES if place[0] != "recipients" or self.sends]
        return [{"label": label, "url": self.address(name), "here": name == here} for name, label in shown]

    def address(self, name: str, *more: Any) -> str:
        return reverse(name, args=[self.review.public_id, *more])

    @property
    def name(self) -> str:
        """“Review of 27 May 2016”."""
        day = self.review.held_on or self.review.planned_on
        word = "conference" if self.review.kind.startswith("conference") else "review"
        return f"{word.capitalize()} of {long_date(day)}"

    def steps(self) -> list[Step]:
        """What is due after this review, in the order of its days; nothing before it is completed."""
        if self.review.completed_on is None:
            return []
        limits = book()
        rows = [(row.kind, row.due_on, row.met_on) for row in deadlines_of([self.review], limits)]
        if rows:
            rows.insert(-2, ("care_plan", *care_plan_deadline(self.review, limits)))
        return [Step(kind, LABELS[kind], due_on, met_on) for kind, due_on, met_on in rows]
