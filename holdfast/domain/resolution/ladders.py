"""Ladders of a council: the informal attempt, then the formal stages, who answers each and in how many days.

Source: ``ladders.toml``, where each ladder names its own and how sure it is; IRO Handbook 2010, 6.1 and 6.2.
"""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from functools import cache
from pathlib import Path
from typing import Any, Final

#: the number of the informal attempt; formal stages are 1 and up
INFORMAL: Final = 0
LONGEST_NAME: Final = 120
LONGEST_ROLE: Final = 80
#: a role two may answer in is written “Social worker or Service manager”
_OR: Final = " or "


class NoLadder(ValueError):
    """What was given does not make a ladder; ``faults``: a sentence for each thing that is wrong."""

    def __init__(self, faults: tuple[str, ...]) -> None:
        self.faults = faults
        super().__init__(" ".join(faults))


@dataclass(frozen=True)
class Rung:
    """One stage. ``number`` 0 is informal; ``days``: working days for the answer, None where none are set."""

    number: int
    name: str
    role: str
    days: int | None = None

    @property
    def roles(self) -> tuple[str, ...]:
        """Those who may be asked: “Social worker or Service manager” is two roles. Source: the ladder's own words."""
        return roles_of(self.role)

    @property
    def formal(self) -> bool:
        """Whether the stage is part of the formal process, whose total is limited. IRO Handbook 2010, 6.2."""
        return self.number > INFORMAL


@dataclass(frozen=True)
class Ladder:
    """The stages in order, the informal one first. Source and certainty: each its own."""

    code: str
    name: str
    rungs: tuple[Rung, ...]
    source: str = ""
    certainty: str = ""
    note: str = ""

    def rung(self, number: int) -> Rung | None:
        """The stage of a number, if the ladder has it. Source: the ladder."""
        return next((one for one in self.rungs if one.number == number), None)

    @property
    def last(self) -> int:
        """The number of the last stage. Source: the ladder."""
        return self.rungs[-1].number


def roles_of(role: str) -> tuple[str, ...]:
    """The roles named in a stage's “who answers”. Source: the ladder's own words."""
    return tuple(one.strip() for one in role.split(_OR) if one.strip())


@cache
def shipped() -> tuple[Ladder, ...]:
    """The ladders a council may take as they are. Source: ``ladders.toml``."""
    return tuple(read(entry) for entry in _data())


def named(code: str) -> Ladder | None:
    """A shipped ladder by its code. Source: ``ladders.toml``."""
    return next((one for one in shipped() if one.code == code), None)


@cache
def in_force() -> Ladder:
    """The ladder that holds until a council sets its own. Source: ``ladders.toml``."""
    return next(read(entry) for entry in _data() if entry.get("in_force"))


def read(content: Mapping[str, Any]) -> Ladder:
    """A ladder as it is written in ``ladders.toml`` and kept with a concern. Raises NoLadder."""
    wrong = faults(content)
    if wrong:
        raise NoLadder(wrong)
    rungs = tuple(
        Rung(number, str(one["name"]).strip(), str(one["role"]).strip(), one.get("days"))
        for number, one in enumerate(content["stages"])
    )
    words = {key: str(content.get(key, "")) for key in ("code", "name", "source", "certainty", "note")}
    return Ladder(rungs=rungs, **words)


def as_content(ladder: Ladder) -> dict[str, Any]:
    """The ladder as `read` reads it: to be kept with a concern, so that it stays as it stood on the day."""
    stages = [
        {key: value for key, value in asdict(one).items() if key != "number" and value is not None}
        for one in ladder.rungs
    ]
    words = {key: getattr(ladder, key) for key in ("code", "name", "source", "certainty", "note")}
    return {key: value for key, value in words.items() if value} | {"stages": stages}


def faults(content: Mapping[str, Any], total: int | None = None) -> tuple[str, ...]:
    """What is wrong with a ladder somebody wrote, a sentence each; none where it can be climbed.

    ``total``: working days all formal stages may take together (limit ``resolution.total``); None: not looked at, as
    for a ladder of long ago. Source: IRO Handbook 2010, 6.2.
    """
    stages = content.get("stages")
    if not isinstance(stages, list) or not all(isinstance(one, Mapping) for one in stages):
        return ("The ladder has no stages. Enter the informal attempt and at least one formal stage.",)
    found = [sentence for number, one in enumerate(stages) for sentence in _faults_of(number, one)]
    if len(stages) < 2:
        found.append("A ladder has the informal attempt and at least one formal stage. Add the formal stage.")
    names = [str(one.get("name", "")).strip().casefold() for one in stages]
    if len(set(names)) < len(names):
        found.append("Two stages have the same name. Give each a name of its own.")
    days = sum(one["days"] for one in stages[1:] if _is_days(one.get("days")))
    if total is not None and days > total:
        found.append(
            f"The formal stages take {days} working days together. All of them may take {total} at most."
        )
    return tuple(found)


def _faults_of(number: int, stage: Mapping[str, Any]) -> list[str]:
    which = f"Stage {number}" if number else "The informal stage"
    name, role, days = (
        str(stage.get("name", "")).strip(),
        str(stage.get("role", "")).strip(),
        stage.get("days"),
    )
    found = []
    if not name:
        found.append(f"{which} has no name. Enter what it is called.")
    if len(name) > LONGEST_NAME:
        found.append(f"The name of {_low(which)} is longer than {LONGEST_NAME} characters. Shorten it.")
    if not role:
        found.append(f"{which} does not say who answers. Enter their role.")
    if len(role) > LONGEST_ROLE:
        found.append(f"The role of {_low(which)} is longer than {LONGEST_ROLE} characters. Shorten it.")
    if days is not None and not _is_days(days):
        found.append(f"{which} gives no number of working days. Enter a whole number, or leave it blank.")
    return found


def _low(which: str) -> str:
    return which[0].lower() + which[1:]


def _is_days(value: object) -> bool:
    return isinstance(value, int) and not isinstance(value, bool) and value >= 1


@cache
def _data() -> list[dict[str, Any]]:
    return tomllib.loads(Path(__file__).with_suffix(".toml").read_text(encoding="utf-8"))["ladder"]
