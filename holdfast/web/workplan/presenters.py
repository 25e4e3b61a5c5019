"""The plan as it is read: states in words with a shape, days that speak, and what changed before."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime

from django.db import models

from holdfast.casework.improvement.models import Action, ActionState, Aim, Progress, Recommendation
from holdfast.casework.improvement.queries import open_decision
from holdfast.casework.provenance.queries import history_of
from holdfast.domain.reporting_year import ReportingYear
from holdfast.web.workplan.linked_figures import Line, LinkedFigures

#: a shape before the words, so that the state is seen without colour, on paper and from afar
SHAPES = {
    ActionState.NOT_STARTED: "○",
    ActionState.UNDER_WAY: "◐",
    ActionState.DONE: "●",
    ActionState.STOPPED: "✕",
}
SETTLED = (ActionState.DONE, ActionState.STOPPED)
#: fields whose changes are told elsewhere, or say nothing to a reader
_QUIET = {"order", "state", "taken_back_on"}


@dataclass(frozen=True)
class ActionWords:
    action: Action
    on: date
    progress: tuple[Progress, ...] = ()

    @property
    def shape(self) -> str:
        return SHAPES[ActionState(self.action.state)]

    @property
    def state(self) -> str:
        return self.action.get_state_display()

    @property
    def is_late(self) -> bool:
        """Its day has passed and it is neither done nor stopped."""
        due = self.action.due_on
        return bool(due and due < self.on and not self.is_settled)

    @property
    def is_settled(self) -> bool:
        return self.action.state in SETTLED

    @property
    def latest(self) -> Progress | None:
        return self.progress[-1] if self.progress else None


@dataclass(frozen=True)
class AimWords:
    number: int
    aim: Aim
    actions: tuple[ActionWords, ...]
    figure: Line | None

    @property
    def carried_from(self) -> ReportingYear | None:
        before = self.aim.carried_from
        return ReportingYear(before.year_ending) if before else None

    @property
    def carried_to(self) -> Aim | None:
        return next(iter(self.aim.carried_to.all()), None)


@dataclass(frozen=True)
class Standing:
    """How far the whole plan is, whatever the filter shows."""

    done: int
    total: int
    late: int


def aims_in_words(aims: Iterable[Aim], on: date, figures: LinkedFigures | None) -> list[AimWords]:
    return [
        AimWords(
            number,
            aim,
            tuple(ActionWords(one, on, tuple(one.progress.all())) for one in aim.actions.all()),
            figures.line(aim.table, aim.group) if figures and aim.table else None,
        )
        for number, aim in enumerate(aims, start=1)
    ]


def standing_of(aims: Iterable[AimWords]) -> Standing:
    actions = [one for aim in aims for one in aim.actions]
    done = sum(one.action.state == ActionState.DONE for one in actions)
    return Standing(done, len(actions), sum(one.is_late for one in actions))


def filtered(aims: Iterable[AimWords], theme: str, owner: str) -> list[AimWords]:
    """Aims of a theme, and of those the actions of an owner; an aim with nothing left to show is left out."""
    kept = []
    for one in aims:
        if theme and theme not in {str(each.public_id) for each in one.aim.themes.all()}:
            continue
        actions = tuple(each for each in one.actions if not owner or each.action.owner == owner)
        if actions or not owner:
            kept.append(AimWords(one.number, one.aim, actions, one.figure))
    return kept


@dataclass(frozen=True)
class Before:
    """What stood in a field until somebody changed it."""

    at: datetime
    who: str
    field: str
    was: str


def changes_of(record: models.Model) -> list[Before]:
    """What stood before, the newest change first."""
    meta = record._meta
    return [
        Before(
            one.changed_at,
            one.changed_by.name if one.changed_by else "The service itself",
            str(getattr(meta.get_field(one.field), "verbose_name", one.field)).capitalize(),
            one.before or "Nothing",
        )
        for one in history_of(record).select_related("changed_by").reverse()
        if one.field not in _QUIET
    ]


@dataclass(frozen=True)
class AskedWords:
    """A recommendation with where it stands, and the day by which the board’s decision is to be seen to.

    ``due_on``: of the decision that counts, while something of it is left to do.
    """

    asked: Recommendation
    state: str
    on: date
    due_on: date | None = None

    @property
    def year(self) -> ReportingYear:
        return ReportingYear(self.asked.year_ending)

    @property
    def is_late(self) -> bool:
        """The day has passed, and nobody said that nothing is left to do."""
        return bool(self.due_on and self.due_on < self.on)


def asked_in_words(asked: Recommendation, on: date) -> AskedWords:
    left = open_decision(asked)
    return AskedWords(asked, state_of(asked), on, left.due_on if left else None)


def state_of(asked: Recommendation) -> str:
    """Where a recommendation stands, in words."""
    decisions, said = list(asked.decisions.all()), list(asked.follow_ups.all())
    if asked.taken_back_on:
        return "Taken back"
    if not decisions:
        return "Not decided yet"
    if any(one.done for one in said):
        return f"{decisions[-1].get_decided_display()}, and done"
    return decisions[-1].get_decided_display()
