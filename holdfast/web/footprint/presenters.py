"""A child's footprint as its page tells it: what was done, counted by kind and officer, and every step."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

from holdfast.casework.footprint.footsteps import Footstep, Step
from holdfast.casework.people.models import Child
from holdfast.domain.wording import long_date, weekday_and_date
from holdfast.web.child.beside import address
from holdfast.web.child.footprint import undo_address

NOBODY = "Nobody named"


@dataclass(frozen=True)
class StepWords:
    """One step as it is read. ``undo``: where it is taken back, blank where it cannot be here."""

    step: Footstep
    url: str
    undo: str

    @property
    def when(self) -> str:
        return weekday_and_date(self.step.on)

    @property
    def who(self) -> str:
        return self.step.officer.name if self.step.officer else ""

    @property
    def kind(self) -> str:
        """The kind, where the words do not say it already."""
        label = self.step.kind.label
        return "" if self.step.words.startswith(label) else label


@dataclass(frozen=True)
class FootprintPage:
    """``kind``: the only kind shown, blank for all; one that is not understood counts as not given."""

    child: Child
    steps: Sequence[Footstep]
    kind: str
    sees_concerns: bool
    enters: bool

    @cached_property
    def chosen(self) -> Step | None:
        return next((one for one in Step if one.value == self.kind), None)

    @property
    def choices(self) -> list[dict[str, object]]:
        """The kinds there are, for the filter."""
        return [
            {"value": kind.value, "label": f"{kind.label} ({n})", "chosen": kind is self.chosen}
            for kind, n in self.kinds
        ]

    @property
    def rows(self) -> list[StepWords]:
        """The steps of the chosen kind, the newest first."""
        found = [one for one in self.steps if self.chosen in (None, one.kind)]
        return [StepWords(one, self._url(one), self._undo(one)) for one in reversed(found)]

    @cached_property
    def kinds(self) -> list[tuple[Step, int]]:
        counted = Counter(one.kind for one in self.steps)
        return [(kind, counted[kind]) for kind in Step if counted[kind]]

    @cached_property
    def officers(self) -> list[str]:
        """Whose steps these are, those with the most first."""
        counted = Counter(one.officer.name for one in self.steps if one.officer)
        return [name for name, _ in sorted(counted.items(), key=lambda pair: (-pair[1], pair[0]))]

    @property
    def by_kind(self) -> list[tuple[str, list[int], int, int]]:
        """Kind, the count of each officer, what nobody's name stands on, and all."""
        each: Counter[tuple[Step, str]] = Counter(
            (one.kind, one.officer.name if one.officer else NOBODY) for one in self.steps
        )
        return [
            (kind.label, [each[kind, name] for name in self.officers], each[kind, NOBODY], n)
            for kind, n in self.kinds
        ]

    @property
    def has_unnamed(self) -> bool:
        return any(one.officer is None for one in self.steps)

    @property
    def sentence(self) -> str:
        """“12 entries since 3 June 2016, the last on 4 March 2017: praise.”"""
        if not self.steps:
            return "Nothing is on record yet of what an officer did for this child."
        first, last = self.steps[0], self.steps[-1]
        many = f"{len(self.steps)} entr{'y' if len(self.steps) == 1 else 'ies'}"
        since = f" since {long_date(first.on)}, the last" if len(self.steps) > 1 else ""
        return f"{many}{since} on {long_date(last.on)}: {last.words[:1].lower()}{last.words[1:]}."

    def _url(self, step: Footstep) -> str:
        if step.link is None or (step.link[0] == "midway" and not self.sees_concerns):
            return ""
        return address(*step.link)

    def _undo(self, step: Footstep) -> str:
        return undo_address(self.child, step) if self.enters else ""
