"""All that the page of one concern says of it: whose turn, the clock, the ladder, the words, and what happened."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from holdfast.casework.resolution.models import Concern, RaisedFrom, Told
from holdfast.casework.resolution.rules import cannot_sign_in
from holdfast.domain.resolution.moves import State
from holdfast.domain.resolution.standing import Place, Standing
from holdfast.domain.wording import long_date
from holdfast.web.concern.changed import changes_of
from holdfast.web.concern.history import Happened, history
from holdfast.web.concern.ladder import Rung, day_words, rungs
from holdfast.web.concern.turn import Told as TurnTold
from holdfast.web.concern.turn import is_late, tell


@dataclass(frozen=True)
class ConcernPage:
    """``sees_legal``: the reader may read legal advice and its cost."""

    concern: Concern
    standing: Standing
    category: str
    on: date
    sees_legal: bool

    @property
    def told(self) -> TurnTold:
        return tell(self.concern, self.standing)

    @property
    def is_late(self) -> bool:
        return is_late(self.standing)

    @property
    def is_open(self) -> bool:
        return self.standing.state is not State.CLOSED

    @property
    def clock(self) -> str:
        """“Stage 1: day 3 of 5. All formal stages: 3 of 20 working days used, 17 left; 2 more paused: 5 in all.”"""
        current, running = self.standing.current, self.standing.clock
        if running is None:
            return "No formal stage is open, so the 20 working days of the formal stages have not begun."
        waits = self.is_open and current and current.number and current.place is Place.WAITING
        stage = f"{current.fact.name}: {day_words(current)}. " if waits else ""
        return f"{stage}All formal stages: {running.words}."

    @property
    def rungs(self) -> list[Rung]:
        return rungs(self.standing, self.on)

    @property
    def not_signed_in(self) -> str:
        """Why the person asked cannot answer here, where they cannot; for the officer to see to."""
        waiting = [stage for stage in self.concern.stages.all() if stage.opened_on and not stage.answered_on]
        asked = waiting[-1].asked if waiting and self.is_open else None
        return cannot_sign_in(asked) if asked else ""

    @property
    def facts(self) -> list[tuple[str, str]]:
        concern = self.concern
        by = f" by {concern.officer}" if concern.officer else ""
        source = RaisedFrom(concern.raised_from)
        at = "" if source is RaisedFrom.ANY_TIME else f", from {source.label[0].lower()}{source.label[1:]}"
        raised = f"{long_date(concern.raised_on)}{by}{at}"
        found = [
            ("What is wrong", concern.about),
            ("What is asked for", concern.asked_for),
            ("How serious it is", str(concern.get_severity_display())),
            ("Raised", raised),
        ]
        if not self.is_open:
            found += self._effect()
        return found

    def _effect(self) -> list[tuple[str, str]]:
        concern = self.concern
        changed = f" ({long_date(concern.changed_on)})" if concern.changed_on else ""
        found = [
            (
                "What came of it for the child",
                f"{concern.get_effect_display()}{changed}\n{concern.what_changed}",
            )
        ]
        if concern.evidence:
            found.append(("How we know", concern.evidence))
        if concern.child_told:
            when = f", on {long_date(concern.child_told_on)}" if concern.child_told_on else ""
            why = f": {concern.child_told_why}" if concern.child_told_why else ""
            found.append(("Has the child been told?", f"{Told(concern.child_told).label}{when}{why}"))
        return found

    @property
    def history(self) -> Sequence[Happened]:
        legal = list(self.concern.legal_advice.all()) if self.sees_legal else []
        return history(self.concern, legal, changes_of(self.concern, self.on))
