"""The invented sentences of the demo's records."""

from __future__ import annotations

import tomllib
from functools import cache
from pathlib import Path
from random import Random
from typing import Any


@cache
def words() -> dict[str, Any]:
    """Everything in ``demo/words.toml``."""
    return tomllib.loads((Path(__file__).parent.parent / "words.toml").read_text(encoding="utf-8"))


def part(chance: Random, key: str) -> str:
    """What a part of a record says."""
    parts = words()["section"]
    return chance.choice(parts.get(key, parts["other"]))
