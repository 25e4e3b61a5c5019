"""What a concern can be about: York's 23 in their groups, and those seen elsewhere.

Source: ``categories.toml``. Codes keep their meaning for ever, so that years stay comparable.
"""

from __future__ import annotations

import tomllib
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any, Final

#: the category that says nothing; it is offered last
OTHER: Final = "other"


@dataclass(frozen=True)
class Category:
    """One category: ``group`` is resource, care_planning, practice, other or a council's own word.

    ``york``: one of York's 23, in whose order they stand. Both days are included; None is without end.
    """

    code: str
    group: str
    label: str
    source: str
    york: bool = False
    from_date: date | None = None
    to_date: date | None = None

    def offered_on(self, day: date) -> bool:
        """Whether the category may be chosen on a day. Source: the list's own days."""
        return (self.from_date is None or self.from_date <= day) and (
            self.to_date is None or day <= self.to_date
        )


@cache
def groups() -> dict[str, str]:
    """Groups in their order: code -> name. Source: ``categories.toml``, after York's table."""
    return dict(_data()["groups"])


def group_label(group: str) -> str:
    """The name of a group; a council's own group is its own name. Source: ``categories.toml``."""
    return groups().get(group, group)


@cache
def shipped() -> tuple[Category, ...]:
    """Every shipped category: York's in the order of its table, then the others. Source: ``categories.toml``."""
    return (*_of("york"), *_of("elsewhere"))


@cache
def york() -> tuple[Category, ...]:
    """York's 23, in the order of its table. Source: annual report 2016/17, second table 19."""
    return _of("york")


def laid_over(own: Iterable[Category]) -> tuple[Category, ...]:
    """The shipped list with a council's own over it: the same code stands in its place, the rest follow.

    In the order of the groups; within a group York's first; “other” last. Source: ``categories.toml``.
    """
    theirs = {one.code: one for one in own}
    known = [theirs.pop(one.code, one) for one in shipped()]
    return tuple(sorted([*known, *theirs.values()], key=_place))


def _place(one: Category) -> tuple[bool, int]:
    order = list(groups())
    # groups of a council's own stand after the shipped ones and before "other"
    return one.code == OTHER, order.index(one.group) if one.group in order[:-1] else len(order)


def _of(whose: str) -> tuple[Category, ...]:
    source = _data()["sources"][whose]
    return tuple(
        Category(code, group, label, source, york=whose == "york")
        for group, entries in _data()[whose].items()
        for code, label in entries
    )


@cache
def _data() -> dict[str, Any]:
    return tomllib.loads(Path(__file__).with_suffix(".toml").read_text(encoding="utf-8"))
