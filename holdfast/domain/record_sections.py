"""The parts of a review's record: which belong to which kind of review, and who reads them.

Source: ``record_sections.toml``, where the regulation and the handbook are named.
"""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from functools import cache
from pathlib import Path


@dataclass(frozen=True)
class RecordSection:
    """One part of a record: ``ask`` is what its writer is asked; ``words`` about how many are enough.

    ``versions``: full, child. ``needed``: the record is not signed while it is blank. Source: ``record_sections.toml``.
    """

    key: str
    title: str
    ask: str
    kinds: tuple[str, ...]
    versions: tuple[str, ...]
    needed: bool
    words: int


@cache
def every_section() -> tuple[RecordSection, ...]:
    """All parts of all records, in reading order. Source: ``record_sections.toml``."""
    data = tomllib.loads(Path(__file__).with_suffix(".toml").read_text(encoding="utf-8"))
    return tuple(
        RecordSection(**{**one, "kinds": tuple(one["kinds"]), "versions": tuple(one["versions"])})
        for one in data["section"]
    )


@cache
def sections_of(kind: str) -> tuple[RecordSection, ...]:
    """The parts of the record of one kind of review, in reading order. Source: ``record_sections.toml``."""
    return tuple(one for one in every_section() if kind in one.kinds)


def read_in(sections: tuple[RecordSection, ...], version: str) -> tuple[RecordSection, ...]:
    """Of these parts, those a version (full, child) holds. Source: ``record_sections.toml``."""
    return tuple(one for one in sections if version in one.versions)
