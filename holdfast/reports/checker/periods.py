"""Which year or quarter a heading speaks of, whose figures a column holds, and years that are none."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

_QUARTERS = (
    r"\bq(?:uarter|tr)?\s*1\b|\bapr(?:il)?\s*(?:-|–|to)\s*june?\b",
    r"\bq(?:uarter|tr)?\s*2\b|\bjuly?\s*(?:-|–|to)\s*sept?(?:ember)?\b",
    r"\bq(?:uarter|tr)?\s*3\b|\boct(?:ober)?\s*(?:-|–|to)\s*dec(?:ember)?\b",
    r"\bq(?:uarter|tr)?\s*4\b|\bjan(?:uary)?\s*(?:-|–|to)\s*mar(?:ch)?\b",
)
_QUARTER = [re.compile(pattern, re.I) for pattern in _QUARTERS]
_YEAR = re.compile(r"(?<![\d/.])(\d{4})\s*[/–-]\s*(\d{4}|\d{1,2})(?![\d/.]?\d)")
_OTHERS = re.compile(r"\b(region\w*|region al|nation\w*|nation al|neighbours?|england|comparators?)\b", re.I)


@dataclass(frozen=True)
class Period:
    """A year ('2016/17' or '') and a quarter (1-4, 0 for the year itself); ``whose`` is '' for the service's own."""

    year: str = ""
    quarter: int = 0
    whose: str = ""

    @property
    def known(self) -> bool:
        return bool(self.year or self.quarter)


def period_of(parts: Iterable[str]) -> Period:
    """The period of a column from its header cells, the lowest first believed."""
    year, quarter, whose = "", 0, ""
    for part in reversed(list(parts)):
        year = year or next(_years(part), "")
        quarter = quarter or next((at for at, q in enumerate(_QUARTER, start=1) if q.search(part)), 0)
        found = _OTHERS.search(part)
        whose = whose or (found[1].casefold().replace(" ", "")[:6] if found else "")
    return Period(year, quarter, whose)


def is_label(text: str) -> bool:
    """A heading that only names a period: '2016/17', 'Q1 Apr-Jun', 'Nov 2014'."""
    period = period_of([text])
    return period.known or bool(re.fullmatch(r"\s*(?:[A-Za-z]{3,9}\s+)?(?:19|20)\d\d\s*", text))


def impossible_years(text: str) -> Iterator[tuple[str, str]]:
    """(as printed, what it should be) of every year from April to March that is written so that it is none."""
    for found in _YEAR.finditer(text):
        first, second = found[1], found[2]
        right = f"{first}/{(int(first) + 1) % 100:02d}"
        if not 1990 <= int(first) <= 2100:
            if re.fullmatch(r"1[01]\d\d", first) and len(second) == 2:
                yield found[0], f"20{int(second) - 1:02d}/{second}"
            continue
        if (len(second) == 2 and int(second) == int(first[2:]) and "/" in found[0]) or (
            len(second) == 1 and "/" in found[0] and (int(first) + 1) % 10 == int(second)
        ):
            yield found[0], right


def _years(text: str) -> Iterator[str]:
    for found in _YEAR.finditer(text):
        first, second = int(found[1]), int(found[2])
        if 1990 <= first <= 2100 and second % 100 == (first + 1) % 100:
            yield f"{first}/{(first + 1) % 100:02d}"
