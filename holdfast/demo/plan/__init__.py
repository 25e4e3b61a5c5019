"""The plan of the demo authority: how many children of which kind, never which child.

``children.json`` says in whole quarters who comes, stays and leaves; ``assigned.toml`` says how many of those who
may have something have it. How both were found: ``README.md`` in this folder.
"""

from __future__ import annotations

import json
import tomllib
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

_FOLDER = Path(__file__).parent


@dataclass(frozen=True)
class Bucket:
    """Children alike at this resolution. Quarters are numbered as in ``demo.quarters``.

    ``legal_2016`` and ``legal_2017`` are the legal status on 31 March of the year, None when not in care then;
    ``outcome`` is the REC code of the last episode, None for those who stay.
    """

    entry: int
    born: int
    exit: int | None
    sex: str
    outcome: str | None
    legal_2016: str | None
    legal_2017: str | None
    asylum: bool
    n: int


@cache
def buckets() -> tuple[Bucket, ...]:
    """Every bucket of children in care at any time from 31 March 2016 to 31 March 2017."""
    found = json.loads((_FOLDER / "children.json").read_text(encoding="utf-8"))
    return tuple(Bucket(**row) for row in found["buckets"])


@cache
def assigned() -> dict[str, Any]:
    """How many of the eligible have what: see the comments in ``assigned.toml``."""
    return tomllib.loads((_FOLDER / "assigned.toml").read_text(encoding="utf-8"))
