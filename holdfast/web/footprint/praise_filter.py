"""The filter of the list of praise, kept in the address."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from urllib.parse import urlencode

from django.db.models import QuerySet
from django.http import QueryDict

from holdfast.casework.footprint.models import Praise, Theme


@dataclass(frozen=True)
class PraiseFilter:
    """What the address asks for; a theme that is none counts as not given."""

    theme: str = ""
    team: str = ""

    @classmethod
    def read(cls, query: QueryDict) -> PraiseFilter:
        theme = query.get("theme", "")
        return cls(theme if theme in Theme.values else "", query.get("team", "")[:100].replace("\0", ""))

    def of(self, praise: QuerySet[Praise]) -> QuerySet[Praise]:
        for name, value in (("theme", self.theme), ("team", self.team)):
            praise = praise.filter(**{name: value}) if value else praise
        return praise

    def choices(self, name: str, pairs: Iterable[tuple[str, str]]) -> list[dict[str, object]]:
        return [{"value": v, "label": label, "chosen": v == getattr(self, name)} for v, label in pairs]

    def page_address(self, number: int) -> str:
        kept = {name: value for name, value in (("theme", self.theme), ("team", self.team)) if value}
        return "?" + urlencode({**kept, "page": number})
