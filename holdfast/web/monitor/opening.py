"""The monitor of one review as a page opens it: through the child’s door, begun or not, with its frame and links."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.http import HttpRequest
from django.urls import reverse

from holdfast.casework.monitors.facts import day_of, facts_of
from holdfast.casework.monitors.known import known_answers
from holdfast.casework.monitors.models import Monitor
from holdfast.casework.monitors.queries import last_monitor, monitor_of, open_monitor, version_on
from holdfast.casework.monitors.rules import kind_of
from holdfast.casework.monitors.sheet import Sheet, kept_from, known_to, sheet_of
from holdfast.casework.reviews.models import Review
from holdfast.casework.reviews.queries import find_review, open_review
from holdfast.domain.questionnaires.questions import read
from holdfast.domain.wording import long_date
from holdfast.web.monitor.filling import FillPage
from holdfast.web.page import Page
from holdfast.web.today import today

#: what the service says of a question that is still open
OPEN = "Answer this question."


@dataclass(frozen=True)
class Fault:
    """One line of the error summary. ``id``: the field it leads to, blank where there is none."""

    words: str
    id: str


@dataclass(frozen=True)
class Onward:
    """Where the page leads on to."""

    label: str
    url: str


class Opened:
    """A review and its monitor. Reading it leaves a row in the child's diary. Raises NotYours."""

    def __init__(self, request: HttpRequest, review_id: UUID) -> None:
        self.user: Any = request.user
        self.on = today(request)
        self.review: Review = find_review(self.user, review_id)
        self.monitor: Monitor = monitor_of(self.review) or self._not_begun()
        self._sheet: Sheet | None = None
        self._is_noted = False

    def _not_begun(self) -> Monitor:
        """As it would be begun today; nothing is written before something is answered."""
        asked = version_on(kind_of(self.review), self.review.held_on or self.on)
        return Monitor(review=self.review, asked=asked, started_on=self.on)

    @property
    def is_finished(self) -> bool:
        return self.monitor.finished_on is not None

    @property
    def sheet(self) -> Sheet:
        if self._sheet is None:
            self._sheet = self._blank_sheet() if self.monitor.pk is None else sheet_of(self.monitor, self.on)
        return self._sheet

    def look_again(self) -> Sheet:
        """The sheet after something was saved."""
        self.monitor = monitor_of(self.review) or self._not_begun()
        self._sheet = None
        return self.sheet

    def _blank_sheet(self) -> Sheet:
        questions, last = read(self.monitor.asked.content), last_monitor(self.review)
        known = known_to(questions, known_answers(self.review, self.on))
        return Sheet(
            self.monitor, questions, facts_of(self.review), known, kept_from(last, questions), {}, last
        )

    def frame(self, title: str, **more: Any) -> dict[str, Any]:
        """What the templates of this journey share. No name of a child in the title: a browser names files by it."""
        if not self._is_noted:
            if self.monitor.pk is None:
                open_review(self.user, self.review.public_id)
            else:
                open_monitor(self.user, self.review.public_id)
            self._is_noted = True
        child = self.review.child
        trail = [
            ("Children and young people", "children"),
            (str(child), reverse("child", args=[child.public_id])),
            (self.name, reverse("review", args=[self.review.public_id])),
        ]
        if title != "Monitor":
            trail.append(("Monitor", reverse("monitor", args=[self.review.public_id])))
        return {
            "page": Page.under(title, "children", *trail),
            "review": self.review,
            "review_name": self.name,
            "child": child,
            "on": self.on,
            "onward": self._onward(),
            **more,
        }

    def _onward(self) -> list[Onward]:
        """What a judgement may lead to: a concern, or praise. What is wrong is raised there, not typed here."""
        child, review = self.review.child.public_id, self.review.public_id
        source = f"review={review}" if self.monitor.pk is None else f"monitor={self.monitor.public_id}"
        return [
            Onward("Raise a concern about this", f"{reverse('concern_raise', args=[child])}?{source}"),
            Onward("Praise good practice", f"{reverse('praise_give', args=[child])}?review={review}"),
        ]

    @property
    def name(self) -> str:
        """“Review of 27 May 2016”."""
        word = "Conference" if self.review.kind.startswith("conference") else "Review"
        return f"{word} of {long_date(day_of(self.review))}"

    def faults(self, page: FillPage, told: Mapping[str, str]) -> list[Fault]:
        """The error summary, in the order of the questions; what is about none of them comes first."""
        questions = {one.key: one for one in page.sheet.questions.questions()}
        found = [Fault(sentence, "") for key, sentence in told.items() if key not in questions]
        for key, one in questions.items():
            if key in told:
                said = f"{one.number}: {one.text}" if told[key] == OPEN else f"{one.number}: {told[key]}"
                found.append(Fault(said, f"q-{key}" if key in page.on_page else ""))
        return found
