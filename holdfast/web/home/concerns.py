"""Concerns on a desk: those put to somebody, whether or not they see the child’s record, and what they answered."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from functools import cached_property
from typing import Any

from django.urls import reverse

from holdfast.casework.people.queries import children_for
from holdfast.casework.resolution.categories import category_labels
from holdfast.casework.resolution.facts import standing_of
from holdfast.casework.resolution.models import Concern, Outcome, Stage
from holdfast.casework.resolution.queries import concerns_for, concerns_to_answer
from holdfast.casework.service.queries import book
from holdfast.domain.limits import Book
from holdfast.domain.resolution.standing import Place, Standing
from holdfast.web.concern.ladder import day_words

#: an answer is “lately” for so long
LATELY = timedelta(days=90)


@dataclass(frozen=True)
class Put:
    """One concern put to the reader. ``due``: the last day for the answer, None where none is set."""

    concern: Concern
    category: str
    stage: str
    note: str
    due: date | None
    child_url: str
    answer: str = ""

    @property
    def child_id(self) -> int:
        return self.concern.child_id

    @property
    def url(self) -> str:
        return reverse("concern", args=[self.concern.public_id])


class Desk:
    """Of one reader on a day."""

    def __init__(self, user: Any, on: date) -> None:
        self.user, self.on = user, on

    @cached_property
    def book(self) -> Book:
        return book()

    @cached_property
    def labels(self) -> dict[str, str]:
        return category_labels()

    def to_answer(self) -> list[Put]:
        """Those that wait for the reader’s answer, the earliest due first."""
        found = [self._waiting(one) for one in concerns_to_answer(self.user, self.on)]
        return sorted(found, key=lambda one: (one.due or date.max, one.concern.raised_on, one.concern.pk))

    def answered_lately(self) -> list[Put]:
        """What the reader answered in the last three months, the newest first."""
        since = self.on - LATELY
        lately = concerns_for(self.user).filter(
            stages__asked__user=self.user, stages__answered_on__gt=since, stages__answered_on__lte=self.on
        )
        pairs = [
            (stage, one)
            for one in lately.distinct()
            for stage in one.stages.all()
            if stage.answered_on and since < stage.answered_on <= self.on and _theirs(stage, self.user)
        ]
        pairs.sort(key=lambda pair: (pair[0].answered_on, pair[1].pk), reverse=True)
        return [self._answered(stage, one) for stage, one in pairs]

    def _waiting(self, one: Concern) -> Put:
        stands: Standing = standing_of(one, self.on, self.book)
        stage = next(each for each in stands.stages if each.place is Place.WAITING)
        total = f"; {stands.clock.words}" if stands.clock else ""
        return self._put(one, stage.fact.name, f"{day_words(stage)}{total}", stage.due)

    def _answered(self, stage: Stage, one: Concern) -> Put:
        said = f"{Outcome(stage.outcome).label}, {stage.answered_on:%-d %B %Y}"
        now = "Closed: " + one.get_effect_display().lower() if one.effect else "Still open"
        return self._put(one, stage.name, now, None, said)

    def _put(self, one: Concern, stage: str, note: str, due: date | None, answer: str = "") -> Put:
        label = self.labels.get(one.category, one.category)
        url = reverse("child", args=[one.child.public_id]) if one.child_id in self._children else ""
        return Put(one, label, stage, note, due, url, answer)

    @cached_property
    def _children(self) -> set[int]:
        return set(children_for(self.user).values_list("pk", flat=True))


def _theirs(stage: Stage, user: Any) -> bool:
    return stage.asked is not None and stage.asked.user_id == user.pk
