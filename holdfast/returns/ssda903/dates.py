"""Dates of a return, read strictly: DD/MM/YYYY, a day that exists, nothing guessed.

Source: SSDA903 guide, all dates DD/MM/YYYY (other forms are refused by the Department's portal);
DATE_PERM may hold zz for a part that is not known.
"""

from __future__ import annotations

import re
from typing import Any, Final

import numpy as np
import pyarrow as pa

from . import arrays

#: outside these years a date in a children's return is a slip of the keyboard that no one can read
FIRST_YEAR: Final = 1900
LAST_YEAR: Final = 2199

_DIGITS: Final = [0, 1, 3, 4, 6, 7, 8, 9]
_MONTH_DAYS: Final = np.array([0, 31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31], dtype=np.int32)
_ZZ: Final = re.compile(r"(\d\d|zz)/(\d\d|zz)/(\d{4}|zzzz)", re.IGNORECASE)


def parse(values: Any) -> tuple[Any, Any]:
    """Strings to date32. Gives the dates (null where blank or unreadable) and the places unreadable."""
    ten_long = np.flatnonzero(arrays.lengths(values) == 10)
    some = values if len(ten_long) == len(values) else values.take(arrays.numbers(ten_long, pa.int64()))
    days, valid = _days(_bytes(some))
    out = np.zeros(len(values), dtype=np.int32)
    out[ten_long] = days
    good = np.zeros(len(values), dtype=bool)
    good[ten_long] = valid
    return arrays.numbers(out, pa.date32(), good), np.flatnonzero(arrays.filled(values) & ~good)


def _bytes(values: Any) -> Any:
    """The letters of an array of ten-byte strings, one row each."""
    if len(values) == 0:
        return np.zeros((0, 10), dtype=np.uint8)
    _, offsets, data = values.buffers()
    start = np.frombuffer(offsets, dtype=np.int32)[values.offset]
    return np.frombuffer(data, dtype=np.uint8, count=10 * len(values), offset=start).reshape(-1, 10)


def _days(letters: Any) -> tuple[Any, Any]:
    """Days since 1970 and whether each row is a real date in DD/MM/YYYY."""
    digits = letters[:, _DIGITS] - np.uint8(48)  # wraps round below '0', so one comparison does
    valid = (digits <= 9).all(axis=1) & (letters[:, 2] == 47) & (letters[:, 5] == 47)
    d = np.where(valid[:, None], digits, 0).astype(np.int32)
    day, month = d[:, 0] * 10 + d[:, 1], d[:, 2] * 10 + d[:, 3]
    year = d[:, 4] * 1000 + d[:, 5] * 100 + d[:, 6] * 10 + d[:, 7]
    valid &= (month >= 1) & (month <= 12) & (year >= FIRST_YEAR) & (year <= LAST_YEAR)
    month = np.where(valid, month, 1)
    leap = (year % 4 == 0) & ((year % 100 != 0) | (year % 400 == 0))
    valid &= (day >= 1) & (day <= _MONTH_DAYS[month] + (leap & (month == 2)))
    first = ((year - 1970) * 12 + month - 1).astype("datetime64[M]").astype("datetime64[D]")
    return np.where(valid, first.astype(np.int32) + day - 1, 0), valid


def readable_with_zz(text: str) -> bool:
    """Whether a DATE_PERM can be read: a real date, or the same form with parts that are zz."""
    match = _ZZ.fullmatch(text)
    if match is None:
        return False
    day, month, year = (part.lower() for part in match.groups())
    whole = f"{'01' if day == 'zz' else day}/{'01' if month == 'zz' else month}/"
    return len(parse(arrays.strings([whole + ("2000" if year == "zzzz" else year)]))[1]) == 0
