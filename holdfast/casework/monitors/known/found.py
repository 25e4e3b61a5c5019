"""What is known of one thing: its value, how it is read, since when and where it stands."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from holdfast.domain.wording import long_date

Value = str | list[str]


@dataclass(frozen=True)
class Known:
    """``value``: as an answer is kept (a key, an ISO day, a number in digits, a text). ``words``: as it is read.

    ``as_of``: the day from which it is so; ``source``: where it stands, in words.
    """

    value: Value
    words: str
    as_of: date | None
    source: str


#: a name of ``vocabulary.KNOWN`` -> what is known; a name that is missing is not known
Found = Mapping[str, Known]


def a_day(value: date, as_of: date | None, source: str) -> Known:
    return Known(value.isoformat(), long_date(value), as_of, source)


def a_number(value: int, as_of: date | None, source: str) -> Known:
    return Known(str(value), str(value), as_of, source)


def a_text(value: str, as_of: date | None, source: str) -> Known:
    return Known(value, value, as_of, source)


def yes_or_no(value: bool, as_of: date | None, source: str) -> Known:
    return Known("yes" if value else "no", "Yes" if value else "No", as_of, source)
