"""What may stand in the diary."""

from __future__ import annotations

import re
from typing import Any

_VERB = re.compile(r"[a-z_]+\.[a-z_]+")
_PLAIN = re.compile(r"[A-Za-z0-9_./:+*-]{0,60}")


class NotForTheDiary(ValueError):
    """What was given does not belong in the audit table: it could name or describe a person."""


def check_verb(verb: str) -> None:
    """A verb is a room and a deed: `child.read`, `episode.corrected`."""
    if not _VERB.fullmatch(verb):
        raise NotForTheDiary(f"“{verb}” is not a verb of the diary. Write it like child.read.")


def check_detail(detail: dict[str, Any]) -> None:
    """Only ids, names of fields, years, counts and lists of them. Free text is refused: it may be about a person."""
    for key, value in detail.items():
        for part in value if isinstance(value, list | tuple) else [value]:
            fits = (
                part is None
                or isinstance(part, bool | int)
                or (isinstance(part, str) and _PLAIN.fullmatch(part))
            )
            if not fits:
                raise NotForTheDiary(
                    f"The detail “{key}” of an audit event may hold ids, names of fields and numbers only."
                )
