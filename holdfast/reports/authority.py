"""Whose report it is, and the words it uses for children and for its own bodies."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Authority:
    """A council as its annual report names it.

    ``children_in_care`` and ``child_in_care`` are the words that its children and young people prefer.
    ``invented`` marks every page as speaking of children who do not exist.
    """

    name: str
    service: str = "Independent Reviewing Service"
    children_in_care: str = "children and young people in care"
    child_in_care: str = "child or young person in care"
    board: str = "Corporate Parenting Board"
    partnership: str = "local safeguarding children partnership"
    children_council: str = "Children in Care Council"
    invented: bool = False

    def count(self, number: int) -> str:
        """'204 children and young people in care', '1 child or young person in care'."""
        return f"{number:,} {self.child_in_care if number == 1 else self.children_in_care}"
