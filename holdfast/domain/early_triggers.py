"""What makes an early review necessary, and what makes the officer think about one.

Source: ``early_triggers.toml``, where each entry names its own. The closed list of five is regulation 33(3) of the
Care Planning, Placement and Case Review (England) Regulations 2010.
"""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from functools import cache
from pathlib import Path


@dataclass(frozen=True)
class Trigger:
    """One thing that may happen. ``must``: the law then asks for a review; else the officer decides."""

    code: str
    name: str
    source: str
    certainty: str
    must: bool = False


@cache
def table() -> tuple[Trigger, ...]:
    """Every trigger, those of the law first. Source: each entry names its own."""
    data = tomllib.loads(Path(__file__).with_suffix(".toml").read_text(encoding="utf-8"))
    return tuple(Trigger(**entry) for entry in data["trigger"])


def find(code: str) -> Trigger:
    """The trigger of a code. Raises KeyError when there is none. Source: the entry names its own."""
    return {trigger.code: trigger for trigger in table()}[code]
