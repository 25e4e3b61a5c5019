"""A report without signs that no file can hold or that turn the words after them round, whoever typed or pasted them.

What people typed is kept as it is; only what is printed is made legible. A vertical tab, which some programs paste for
a new line, becomes one.
"""

from __future__ import annotations

import re
from dataclasses import fields, is_dataclass, replace
from enum import Enum
from typing import TypeVar

T = TypeVar("T")

_LINE_BREAKS = re.compile("[\x0b\x0c\x85\u2028\u2029]")
#: control characters, halves of pairs and no-characters, which no Word or HTML file may hold (XML 1.0, 2.2 Characters);
#: and the signs that override the direction of the text
_NOT_PRINTED = re.compile("[\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f\ud800-\udfff\ufffe\uffff\u202d\u202e]")
_EITHER = re.compile(f"{_LINE_BREAKS.pattern}|{_NOT_PRINTED.pattern}")


def words(text: str) -> str:
    """The text as it can be printed; most texts as they are."""
    return _NOT_PRINTED.sub("", _LINE_BREAKS.sub("\n", text)) if _EITHER.search(text) else text


def legible(made: T) -> T:
    """The same value with every text in it as it can be printed; the very same where nothing had to change."""
    return _legible(made)  # type: ignore[return-value]  # each kind of value gives its own kind


def _legible(made: object) -> object:
    if isinstance(made, str) and not isinstance(made, Enum):
        return words(made)
    if isinstance(made, tuple):
        parts = tuple(map(_legible, made))
        return made if all(one is other for one, other in zip(parts, made, strict=True)) else parts
    if is_dataclass(made) and not isinstance(made, type):
        held = {one.name: getattr(made, one.name) for one in fields(made)}
        changed = {name: new for name, old in held.items() if (new := _legible(old)) is not old}
        return replace(made, **changed) if changed else made
    return made
