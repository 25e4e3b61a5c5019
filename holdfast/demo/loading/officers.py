"""Who was a child's officer, or social worker, on a day, asked many times."""

from __future__ import annotations

from collections import defaultdict
from datetime import date

from holdfast.casework.people.models import Worker
from holdfast.demo.staff import Responsible, Staff


class Officers:
    """The officers of every child, by the child's number; with another ``role``, the social workers."""

    def __init__(self, staff: Staff, workers: dict[str, Worker], role: str = "iro") -> None:
        self._workers = workers
        self._by_child: dict[str, list[Responsible]] = defaultdict(list)
        for one in sorted(staff.responsible, key=lambda r: r.starts):
            if one.role == role:
                self._by_child[one.child].append(one)

    def on(self, number: str, day: date) -> Worker | None:
        """The child's officer on a day; None where nobody was named yet."""
        key = self.member_on(number, day)
        return None if key is None else self._workers[key]

    def member_on(self, number: str, day: date) -> str | None:
        """The same by the member's key (`iro-1`)."""
        for one in reversed(self._by_child.get(number, [])):
            if one.starts <= day and (one.ends is None or one.ends >= day):
                return one.member
        return None
