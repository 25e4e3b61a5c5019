"""What the address of the patterns page chooses: a quarter, a group of categories, a team."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from urllib.parse import urlencode

from django.http import QueryDict

from holdfast.domain.reporting_year import Period
from holdfast.web.patterns.counting import Counts

#: what stands in the address for children without a social worker's team
NONE = "none"


@dataclass(frozen=True)
class Choice:
    """Values that are not understood count as not given. A choice only leaves out; it counts nothing anew."""

    quarter: str = ""
    group: str = ""
    team: str = ""

    @classmethod
    def read(cls, query: QueryDict, counts: Counts) -> Choice:
        quarter, group, team = (query.get(name, "")[:100] for name in ("quarter", "group", "team"))
        return cls(
            quarter if quarter in {_number(each) for each in counts.quarters} else "",
            group if group in counts.groups else "",
            team if team in {team or NONE for team in counts.teams} else "",
        )

    def period(self, counts: Counts) -> Period | None:
        """The quarter chosen; None for the whole year."""
        return next((each for each in counts.quarters if _number(each) == self.quarter), None)

    def holds(self, kind: str, value: str) -> bool:
        """Whether a row of a group or of a team is shown."""
        chosen = {"group": self.group, "team": self.team}.get(kind, "")
        return not chosen or chosen == (value or NONE)

    def query(self, **changes: str) -> str:
        """These choices as the end of an address, some of them changed."""
        kept = {name: value for name, value in vars(replace(self, **changes)).items() if value}
        return "?" + urlencode(kept) if kept else ""


def _number(quarter: Period) -> str:
    return quarter.name[-1]


def options(pairs: Iterable[tuple[str, str]], chosen: str) -> list[dict[str, object]]:
    """For a select: (value, label), with the chosen one marked."""
    return [{"value": value, "label": label, "chosen": value == chosen} for value, label in pairs]


def quarter_options(counts: Counts, chosen: str) -> list[dict[str, object]]:
    """“Q3”."""
    return options(((_number(each), f"Q{_number(each)}") for each in counts.quarters), chosen)
