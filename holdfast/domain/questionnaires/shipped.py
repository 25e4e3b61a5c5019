"""The questionnaires this service ships, read once from the TOML files beside this one.

Source: each file names its own.
"""

from __future__ import annotations

import tomllib
from functools import cache
from pathlib import Path
from typing import Final

from holdfast.domain.questionnaires.questions import Questionnaire, read

#: the same words as ``casework.monitors.models.MonitorKind``
KINDS: Final = ("child_in_care", "conference", "child_in_need")


@cache
def shipped(kind: str) -> Questionnaire:
    """The questionnaire as shipped. Raises ValueError for a kind there is none of."""
    if kind not in KINDS:
        raise ValueError(f"There is no questionnaire “{kind}”; there are {', '.join(KINDS)}.")
    file = Path(__file__).with_name(f"{kind}.toml")
    return read(tomllib.loads(file.read_text(encoding="utf-8")))
