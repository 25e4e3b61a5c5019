"""The filters of the page of monitors, kept in the address so that a link keeps them."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from urllib.parse import urlencode

from django.http import QueryDict

from holdfast.casework.monitors.models import MonitorKind
from holdfast.domain.reporting_year import Period
from holdfast.web.monitor import periods

#: in the address, for reviews of which no officer is known
NOBODY = "nobody"


@dataclass(frozen=True)
class Filters:
    """What the address asks for. ``period``: its own word for it. What is not understood counts as not given."""

    period: str = ""
    officer: str = ""
    kind: str = ""
    page: int = 1

    @classmethod
    def read(cls, query: QueryDict, on: date) -> Filters:
        page, kind = query.get("page", "1"), query.get("kind", "")
        return cls(
            period=periods.chosen(query.get("period", ""), on)[0],
            officer=query.get("officer", "")[:40],
            kind=kind if kind in MonitorKind.values else "",
            page=int(page) if page.isdecimal() and 0 < int(page) < 100_000 else 1,
        )

    def span(self, on: date) -> Period:
        return periods.chosen(self.period, on)[1]

    def with_(self, **changes: object) -> str:
        """The query of an address with these filters, some of them changed; on the first page unless said."""
        changed = replace(self, **{"page": 1, **changes})
        return "?" + urlencode({k: v for k, v in vars(changed).items() if v not in ("", 1)})
