"""The questionnaires this service ships: ``<kind>.toml`` with the title, and a folder with one file for each section.

Source: each file names its own. Sections are read in the order of their file names, once.
"""

from __future__ import annotations

import tomllib
from functools import cache
from pathlib import Path
from typing import Any, Final

from holdfast.domain.questionnaires.questions import Questionnaire, read

#: the same words as ``casework.monitors.models.MonitorKind``
KINDS: Final = ("child_in_care", "conference", "child_in_need")


@cache
def shipped(kind: str) -> Questionnaire:
    """The questionnaire as shipped. Raises ValueError for a kind there is none of."""
    if kind not in KINDS:
        raise ValueError(f"There is no questionnaire “{kind}”; there are {', '.join(KINDS)}.")
    here = Path(__file__).parent
    sections = [_parsed(file) for file in sorted((here / kind).glob("*.toml"))]
    return read({**_parsed(here / f"{kind}.toml"), "sections": sections})


def _parsed(file: Path) -> dict[str, Any]:
    return tomllib.loads(file.read_text(encoding="utf-8"))
