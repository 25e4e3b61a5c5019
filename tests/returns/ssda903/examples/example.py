"""What an example of a rule is."""

from __future__ import annotations

from dataclasses import dataclass, field

Tables = dict[str, list[dict[str, str]]]


@dataclass(frozen=True)
class Example:
    """Tables a rule finds wrong, where and what it finds; and tables it finds nothing in.

    ``found`` is row, column and value. ``before`` is last year's return, where a rule looks at two.
    """

    code: str
    wrong: Tables
    found: list[tuple[int | None, str, str]]
    right: Tables
    before: Tables = field(default_factory=dict)
    wrong_year: str = "2017/18"
    right_year: str = "2017/18"
