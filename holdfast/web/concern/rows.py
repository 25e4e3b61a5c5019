"""The list of concerns: a row for each, with the words its columns, filters and download need."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Any

from holdfast.casework.resolution.models import Concern, Effect, Severity
from holdfast.domain.resolution.moves import State
from holdfast.domain.resolution.standing import Standing
from holdfast.web.concern.turn import is_late, is_paused, turn_in_short


@dataclass(frozen=True)
class Row:
    """``opens_child``: the reader may see the child’s record; ``is_mine``: the next step is the reader’s."""

    concern: Concern
    standing: Standing
    category: str
    team: str
    is_mine: bool
    opens_child: bool

    @property
    def id(self) -> Any:
        return self.concern.public_id

    @property
    def order(self) -> int:
        return self.concern.pk

    @property
    def code(self) -> str:
        return self.concern.category

    @property
    def child_name(self) -> str:
        return str(self.concern.child)

    @property
    def severity(self) -> str:
        return self.concern.severity

    @property
    def weight(self) -> str:
        return str(Severity(self.concern.severity).label)

    @property
    def raised_on(self) -> date:
        return self.concern.raised_on

    @property
    def officer_id(self) -> str:
        return str(self.concern.officer.public_id) if self.concern.officer else ""

    @property
    def is_open(self) -> bool:
        return self.standing.state is not State.CLOSED

    @property
    def is_late(self) -> bool:
        return is_late(self.standing)

    @property
    def is_paused(self) -> bool:
        return is_paused(self.standing)

    @property
    def stage(self) -> int:
        """The number of the stage it stands at, 0 for the informal one."""
        current = self.standing.current
        return current.number if current else 0

    @property
    def stage_name(self) -> str:
        current = self.standing.current
        return current.fact.name if current else ""

    @property
    def turn(self) -> str:
        return turn_in_short(self.concern, self.standing)

    @property
    def due(self) -> date | None:
        return self.standing.turn.by if self.is_open else None

    @property
    def used(self) -> int:
        return self.standing.clock.used if self.standing.clock else 0

    @property
    def days(self) -> str:
        """“3 of 20”; a blank while no formal stage is open."""
        clock = self.standing.clock
        return f"{clock.used} of {clock.total}" if clock else ""

    @property
    def effect(self) -> str:
        return str(Effect(self.concern.effect).label) if self.concern.effect else ""
