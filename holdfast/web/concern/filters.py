"""The filters of the list of concerns, kept in the address so that a link keeps them."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from datetime import date
from urllib.parse import urlencode

from django.http import QueryDict

from holdfast.casework.resolution.models import Severity
from holdfast.web.concern.rows import Row

OPEN, MINE, LATE, PAUSED, CLOSED, ALL = "open", "mine", "late", "paused", "closed", "all"
#: how it stands; the words of the address -> those of the page
STATES = {
    OPEN: "Open",
    MINE: "Open, your turn",
    LATE: "Open, past its day",
    PAUSED: "Open, clock paused",
    CLOSED: "Closed",
    ALL: "All on record",
}
#: sorts a row without a day after those with one
_LAST = date.max

SORTS: dict[str, tuple[str, Callable[[Row], tuple]]] = {
    "turn": ("Whose turn", lambda row: (not row.is_open, row.due or _LAST, row.raised_on, row.order)),
    "child": ("Child", lambda row: (row.child_name.casefold(), row.raised_on, row.order)),
    "category": ("About", lambda row: (row.category.casefold(), row.raised_on, row.order)),
    "raised": ("Raised", lambda row: (row.raised_on, row.order)),
    "used": ("Days used", lambda row: (row.used, row.raised_on, row.order)),
}


@dataclass(frozen=True)
class Filters:
    """What the address asks for. Values that are not understood count as not given."""

    state: str = OPEN
    stage: str = ""
    category: str = ""
    severity: str = ""
    team: str = ""
    officer: str = ""
    since: str = ""
    until: str = ""
    sort: str = "turn"
    page: int = 1

    @classmethod
    def read(cls, query: QueryDict) -> Filters:
        state, sort, page = query.get("state", OPEN), query.get("sort", "turn"), query.get("page", "1")
        severity = query.get("severity", "")
        return cls(
            state=state if state in STATES else OPEN,
            stage=stage if (stage := query.get("stage", "")[:2]).isdecimal() else "",
            category=query.get("category", "")[:40],
            severity=severity if severity in Severity.values else "",
            team=query.get("team", "")[:100],
            officer=query.get("officer", "")[:40],
            since=_day(query.get("since", "")),
            until=_day(query.get("until", "")),
            sort=sort if sort.removeprefix("-") in SORTS else "turn",
            page=int(page) if page.isdecimal() and 0 < int(page) < 100_000 else 1,
        )

    def with_(self, **changes: object) -> str:
        """The query of an address with these filters, some of them changed; back on the first page unless said."""
        changed = replace(self, **{"page": 1, **changes})
        given = {k: v for k, v in vars(changed).items() if v != getattr(Filters(), k)}
        return "?" + urlencode(given) if given else "?"

    def hold(self, rows: Iterable[Row]) -> list[Row]:
        """The concerns that fit, in the order asked for."""
        _label, key = SORTS[self.sort.removeprefix("-")]
        return sorted((row for row in rows if self.fits(row)), key=key, reverse=self.sort.startswith("-"))

    def fits(self, row: Row) -> bool:
        return (
            _stands(row, self.state)
            and (not self.stage or str(row.stage) == self.stage)
            and (not self.category or row.code == self.category)
            and (not self.severity or row.severity == self.severity)
            and (not self.team or row.team == self.team)
            and (not self.officer or row.officer_id == self.officer)
            and (not self.since or row.raised_on >= date.fromisoformat(self.since))
            and (not self.until or row.raised_on <= date.fromisoformat(self.until))
        )


def _stands(row: Row, state: str) -> bool:
    if state == ALL:
        return True
    if state == CLOSED:
        return not row.is_open
    also = {OPEN: True, MINE: row.is_mine, LATE: row.is_late, PAUSED: row.is_paused}
    return row.is_open and also[state]


def _day(text: str) -> str:
    """A day of the address as it stands there, 2027-03-27; a blank for what is none."""
    try:
        return date.fromisoformat(text[:10]).isoformat()
    except ValueError:
        return ""
