"""From a number to the rows behind it, for those who may read them."""

from __future__ import annotations

from dataclasses import dataclass
from urllib.parse import urlencode

from holdfast.domain.reporting_year import Period
from holdfast.web.child.beside import address

#: what the list of concerns filters by
FILTERS = {"category": "category", "team": "team", "severity": "severity"}


@dataclass(frozen=True)
class RowLinks:
    """``concerns``, ``praise``: whether the reader has the list of each. They see there what is theirs to see."""

    concerns: bool
    praise: bool

    def of(self, kind: str, value: str, period: Period) -> str:
        """The list of what a row counts; blank where there is none for it."""
        if kind == "theme":
            return _list("praise", {"theme": value}) if self.praise else ""
        if not self.concerns or kind not in FILTERS or not value:
            return ""
        within = {"since": period.starts.isoformat(), "until": period.ends.isoformat()}
        return _list("concerns", {"state": "all", FILTERS[kind]: value, **within})

    def all_of(self, period: Period) -> str:
        """Every concern of a period."""
        within = {"since": period.starts.isoformat(), "until": period.ends.isoformat()}
        return _list("concerns", {"state": "all", **within}) if self.concerns else ""


def _list(name: str, query: dict[str, str]) -> str:
    found = address(name)
    return f"{found}?{urlencode(query)}" if found else ""
