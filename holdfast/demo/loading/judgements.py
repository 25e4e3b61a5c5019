"""The monitors of the year as records: what the plan says was judged, and ordinary answers to everything else."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime, time
from random import Random
from typing import Any

from django.utils import timezone

from holdfast.casework.monitors.models import From, Monitor, MonitorAnswer, MonitorKind
from holdfast.casework.monitors.versions import first_version
from holdfast.casework.preparing.models import SeenBefore
from holdfast.casework.reviews.models import Review, ReviewKind
from holdfast.demo.authority import Authority
from holdfast.demo.judging import Judged
from holdfast.demo.quarters import TODAY, YEAR_STARTS
from holdfast.domain import working_days
from holdfast.domain.questionnaires.answering import options, to_ask
from holdfast.domain.questionnaires.questions import AnswerType, Question, Questionnaire, read

#: how many of the conferences and reviews of children in need have a monitor: it came later there
_SHARE = {MonitorKind.CONFERENCE: 0.6, MonitorKind.CHILD_IN_NEED: 0.35}
_KINDS = {
    ReviewKind.CONFERENCE_INITIAL: MonitorKind.CONFERENCE,
    ReviewKind.CONFERENCE_REVIEW: MonitorKind.CONFERENCE,
    ReviewKind.NEED: MonitorKind.CHILD_IN_NEED,
}
#: how likely another than the ordinary answer is, where it asks nothing more
_OTHERWISE = 0.08


def fill(chance: Random, authority: Authority) -> None:
    """A monitor for as many of the year's reviews as planned, and for some conferences and reviews of need."""
    reviews = list(
        Review.objects.filter(completed_on__range=(YEAR_STARTS, TODAY), kind__in=[ReviewKind.CARE, *_KINDS])
        .select_related("child")
        .order_by("completed_on", "pk")
    )
    seen = dict(SeenBefore.objects.filter(review__in=reviews).values_list("review", "answer"))
    writer = _Writer(chance)
    for one in reviews:
        judged = authority.judged.get((one.child.number, one.completed_on))
        if one.kind == ReviewKind.CARE and judged is not None:
            writer.write(MonitorKind.CHILD_IN_CARE, one, _answers_of(judged), seen.get(one.pk, ""))
    for one in reviews:
        kind = _KINDS.get(ReviewKind(one.kind))
        if kind is not None and chance.random() < _SHARE[kind]:
            writer.write(kind, one, {}, "")
    writer.save()


def _answers_of(judged: Judged) -> dict[str, str]:
    found = {
        "legal_status_right": judged.legal_status_right,
        "placement_meets_needs": judged.placement_meets_needs,
        "care_plan_quality": judged.care_plan,
        "corporate_parenting": judged.corporate_parenting,
    }
    return {key: value for key, value in found.items() if value}


class _Writer:
    """Keeps monitors and answers until they are saved together."""

    def __init__(self, chance: Random) -> None:
        self.chance = chance
        self.sets = {kind: first_version(kind=kind, by=None) for kind in MonitorKind}
        self.questions = {kind: read(found.content) for kind, found in self.sets.items()}
        self.quiet: dict[str, list[str]] = {}  # question -> the answers that ask nothing more
        self.monitors: list[Monitor] = []
        self.answers: list[MonitorAnswer] = []

    def write(self, kind: MonitorKind, review: Review, given: dict[str, Any], seen: str) -> None:
        """One finished monitor: what is given, whether the child was seen, and the rest as it mostly is."""
        days = self.chance.choice((0, 0, 1, 1, 2, 3, 5, 8))
        finished = min(working_days.add(review.completed_on, days), TODAY)
        monitor = Monitor(
            review=review,
            asked=self.sets[kind],
            step=1,
            started_on=review.completed_on,
            finished_on=finished,
            finished_at=timezone.make_aware(datetime.combine(finished, time(16, 30))),
        )
        self.monitors.append(monitor)
        for key, value in self._complete(self.questions[kind], review, given).items():
            self.answers.append(MonitorAnswer(monitor=monitor, question=key, value=value))
        if seen:
            self.answers.append(
                MonitorAnswer(
                    monitor=monitor,
                    question="seen_before",
                    value=seen,
                    origin=From.KNOWN,
                    as_of=review.held_on,
                    source="Asked when preparing the review",
                )
            )

    def save(self) -> None:
        Monitor.objects.bulk_create(self.monitors, batch_size=500)
        MonitorAnswer.objects.bulk_create(self.answers, batch_size=1000)

    def _complete(
        self, questions: Questionnaire, review: Review, given: dict[str, Any]
    ) -> Mapping[str, str | list[str]]:
        facts = _facts(review)
        known = [one.key for one in questions.questions() if one.known]
        # what the plan leaves unrated stays so
        left_out = {"care_plan_quality"} - given.keys() if given else set()
        answers: dict[str, Any] = dict(given)
        while True:
            open_ = [
                one
                for one in to_ask(questions, answers, facts, known, ())
                if one.key not in answers and one.key not in left_out
            ]
            if not open_:
                return answers
            answers[open_[0].key] = self._ordinary(questions, open_[0], review)

    def _ordinary(self, questions: Questionnaire, question: Question, review: Review) -> str | list[str]:
        """The answer after which nothing more is asked, mostly."""
        if question.type is AnswerType.DATE:
            return working_days.subtract(review.completed_on, 10).isoformat()
        if question.type is AnswerType.NUMBER:
            return "2"
        if not options(question):
            return "As it was talked about at the review."
        if (place := f"{questions.kind} {question.key}") not in self.quiet:
            self.quiet[place] = _quiet(questions, question)
        quiet = self.quiet[place]
        chosen = self.chance.choice(quiet) if self.chance.random() < _OTHERWISE else quiet[0]
        return [chosen] if question.type is AnswerType.MANY else chosen


def _quiet(questions: Questionnaire, question: Question) -> list[str]:
    """The answers after which nothing more is asked; of a rating “good” first."""
    offered = [one.key for one in options(question)]
    more = {key: _asks_more(questions, question.key, key) for key in offered}
    quiet = [key for key in offered if more[key] == min(more.values())]
    return sorted(quiet, key=lambda key: key != "good")


def _asks_more(questions: Questionnaire, key: str, answer: str) -> int:
    """How many questions an answer brings with it."""
    return sum(
        any(each.question == key and answer in each.is_one_of for each in one.when)
        for one in questions.questions()
    )


def _facts(review: Review) -> dict[str, Any]:
    """What conditions ask of an ordinary review; what is rare is left out."""
    born: date | None = review.child.born
    age = None if born is None else (review.completed_on - born).days // 366
    return {
        "review_kind": review.kind,
        "review_number": 2,
        "with_meeting": "yes",
        "age": age,
        "adoption": "none",
    }
