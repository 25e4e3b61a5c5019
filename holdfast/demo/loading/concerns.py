"""The year's concerns as records: raised, answered informally, taken up the ladder, closed with what came of it."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from random import Random

from holdfast.casework.monitors.models import Monitor
from holdfast.casework.people.models import Worker
from holdfast.casework.resolution.models import (
    Answerer,
    CafcassReferral,
    Concern,
    Effect,
    LegalAdvice,
    Outcome,
    RaisedFrom,
    Severity,
    Stage,
    Told,
)
from holdfast.casework.reviews.models import Review, ReviewKind
from holdfast.demo.authority import Authority
from holdfast.demo.chance import weighted
from holdfast.demo.loading.officers import Officers
from holdfast.demo.loading.words import words
from holdfast.demo.quarters import TODAY, YEAR_STARTS, last_day, quarter_of
from holdfast.demo.raising import LATELY, SIGNS_IN, Raised, Who
from holdfast.domain import working_days
from holdfast.domain.resolution import ladders

#: what is still on the ladder was put to the first formal stage so many working days ago
_FORMAL_AGO = 6
_SEVERITY = {Severity.GREEN: 45, Severity.AMBER: 47, Severity.RED: 8}
_OUTCOME = {Outcome.AGREED: 78, Outcome.PARTLY: 16, Outcome.REFUSED: 6}
_EFFECT = {Effect.FULL: 56, Effect.PARTIAL: 26, Effect.NONE: 9, Effect.OVERTAKEN: 9}


class Raiser:
    """Writes the concerns of the demo: who is asked, when they answer, and what comes of it."""

    def __init__(
        self, chance: Random, workers: Mapping[str, Worker], officers: Officers, social: Officers
    ) -> None:
        self.chance, self.workers = chance, workers
        self.officers, self.social = officers, social
        self.ladder = ladders.in_force()
        self.stages: list[Stage] = []

    def concern(self, one: Raised, review: Review, monitor: Monitor | None) -> Concern:
        """One concern with its stages; the stages are kept to be written together."""
        wrong, wanted = words()["concern"][one.category]
        concern = Concern(
            child=review.child,
            category=one.category,
            severity=Severity.RED if one.formal else weighted(self.chance, _SEVERITY),
            about=wrong,
            asked_for=wanted,
            asked_by=working_days.add(one.who.on, 20),
            raised_from=RaisedFrom.MONITOR if monitor else RaisedFrom.REVIEW,
            review=review,
            monitor=monitor,
            raised_on=one.who.on,
            officer=self.officers.on(one.who.child, one.who.on),
            ladder=ladders.as_content(self.ladder),
        )
        if one.formal:
            self._up(concern, one)
        else:
            self._informally(concern, one)
        return concern

    def _informally(self, concern: Concern, one: Raised) -> None:
        stage = self._open(concern, 0, one.who.on, self._asked(one.who))
        theirs = self.social.member_on(one.who.child, one.who.on) == SIGNS_IN
        answered = working_days.add(one.who.on, self.chance.randint(1, 12))
        if answered > TODAY or (theirs and one.who.on >= LATELY):
            return
        self._answer(stage, answered, weighted(self.chance, _OUTCOME))
        closed = working_days.add(answered, self.chance.randint(3, 55))
        if closed <= TODAY:
            self._close(concern, closed, weighted(self.chance, _EFFECT), one.who.age)

    def _up(self, concern: Concern, one: Raised) -> None:
        """Informally and then to a formal stage, or at once to it with the stages before it passed over."""
        if one.straight:
            for number in range(one.formal):
                why = "The child cannot wait for the stages before it."
                self._stage(concern, number, passed_over_on=one.who.on, passed_over_why=why)
            opened = one.who.on
        else:
            stage = self._open(concern, 0, one.who.on, self._asked(one.who))
            # no later than the quarter it was raised in, as the published tables have it
            opened = min(working_days.add(one.who.on, 8), _quarter_ends(one.who.on))
            if one.who.on >= working_days.subtract(TODAY, 20):
                opened = max(working_days.subtract(TODAY, _FORMAL_AGO), one.who.on)
            self._answer(stage, working_days.subtract(opened, 1), Outcome.REFUSED, no_earlier=one.who.on)
        manager = "senior_manager-2" if one.formal > 2 else "senior_manager-1"
        stage = self._open(concern, one.formal, opened, self.workers[manager])
        stage.said = "Answered informally, and nothing has changed for the child."
        answered = working_days.add(opened, 7)
        if answered > TODAY:
            return
        self._answer(stage, answered, Outcome.AGREED)
        self._close(concern, min(working_days.add(answered, 6), TODAY), Effect.FULL, one.who.age)

    def _asked(self, who: Who) -> Worker:
        """The child's social worker; where there is none, the manager of the team."""
        return self.social.on(who.child, who.on) or self.workers["team_manager-1"]

    def _open(self, concern: Concern, number: int, on: date, asked: Worker) -> Stage:
        return self._stage(concern, number, opened_on=on, asked=asked)

    def _stage(self, concern: Concern, number: int, **facts: object) -> Stage:
        rung = self.ladder.rungs[number]
        made = Stage(concern=concern, number=number, name=rung.name, role=rung.role, days=rung.days, **facts)
        self.stages.append(made)
        return made

    def _answer(self, stage: Stage, on: date, outcome: str, no_earlier: date = YEAR_STARTS) -> None:
        stage.answered_on, stage.outcome = max(on, no_earlier), outcome
        stage.answer = self.chance.choice(words()["concern_answer"][outcome])

    def _close(self, concern: Concern, on: date, effect: str, age: int) -> None:
        said = words()["concern_effect"]
        concern.closed_on, concern.effect = on, effect
        concern.what_changed = self.chance.choice(said[effect])
        concern.evidence = self.chance.choice(said["evidence"])
        if effect in (Effect.FULL, Effect.PARTIAL):
            concern.changed_on = on
        concern.child_told = Told.YES if age >= 6 else Told.NOT_RIGHT
        if concern.child_told == Told.YES:
            concern.child_told_on = on
        else:
            concern.child_told_why = "Too young to understand it."


def _quarter_ends(day: date) -> date:
    """The last working day of the quarter of a day."""
    return working_days.last_on_or_before(last_day(quarter_of(day)))


def raise_all(
    chance: Random, authority: Authority, workers: Mapping[str, Worker], officers: Officers
) -> None:
    """Every concern of the year, who answers for which role, and one taken to lawyers and to Cafcass."""
    social = Officers(authority.staff, dict(workers), role="social_worker")
    reviews = {(one.child.number, one.completed_on): one for one in _reviews()}
    monitors = {one.review_id: one for one in Monitor.objects.filter(review__in=reviews.values())}
    raiser = Raiser(chance, workers, officers, social)
    found = [(one, reviews[one.who.child, one.who.on]) for one in authority.raised]
    made = [raiser.concern(one, review, monitors.get(review.pk)) for one, review in found]
    Concern.objects.bulk_create(made, batch_size=200)
    Stage.objects.bulk_create(raiser.stages, batch_size=500)
    _name_answerers(workers)
    _beside(next(concern for concern, (one, _) in zip(made, found, strict=True) if one.straight))


def _reviews() -> list[Review]:
    """The year's completed reviews of children in care, and conferences; the review where there are both on a day."""
    kinds = (ReviewKind.CONFERENCE_INITIAL, ReviewKind.CONFERENCE_REVIEW, ReviewKind.CARE)
    rows = Review.objects.filter(kind__in=kinds, completed_on__range=(YEAR_STARTS, TODAY))
    return sorted(rows.select_related("child").order_by("pk"), key=lambda one: kinds.index(one.kind))


def _name_answerers(workers: Mapping[str, Worker]) -> None:
    for role, member in (("Service manager", "senior_manager-1"), ("Group manager", "senior_manager-2")):
        Answerer.objects.create(role=role, worker=workers[member], starts=YEAR_STARTS)


def _beside(concern: Concern) -> None:
    """Legal advice and a referral to Cafcass, beside the stages."""
    on = concern.raised_on
    LegalAdvice.objects.create(
        concern=concern,
        asked_on=on,
        asked_of="A solicitor of another council, by agreement between the two",
        question="Does putting the match off breach the duty to carry out the care plan?",
        given_on=working_days.add(on, 3),
        advice="It may. Put it to the group manager in writing, with a date, and tell Cafcass that you have.",
        cost=0,
    )
    CafcassReferral.objects.create(
        concern=concern,
        referred_on=working_days.add(on, 4),
        why="The match was put off twice with no new date, and the child’s plan cannot be carried out.",
        outcome_on=working_days.add(on, 12),
        outcome="Discussed by telephone. The match now has a date, and Cafcass takes no further step.",
    )
