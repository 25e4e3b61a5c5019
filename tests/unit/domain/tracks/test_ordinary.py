"""The ordinary timetable: what would change it."""

from __future__ import annotations

from datetime import date

import pytest

from holdfast.domain.care_history import Episode
from holdfast.domain.limits import NATIONAL
from holdfast.domain.tracks.facts import Held, Kind, Life
from holdfast.domain.tracks.outlook import outlook

HELD = date(2026, 10, 1)


def _first_words(born: date | None, on: date) -> str:
    episode = Episode(date(2020, 12, 21), None, "S", "C2", "U6")
    life = Life(
        born, (episode,), (Held(Kind.CARE, date(2021, 1, 4), date(2021, 1, 4)), Held(Kind.CARE, HELD, HELD))
    )
    return outlook(life, on, NATIONAL).claims[0].would_change[0]


@pytest.mark.parametrize(
    ("born", "on", "said"),
    [
        (date(2009, 1, 1), date(2026, 12, 22), "The 18th birthday on 1 January 2027 comes first"),
        (date(2009, 1, 1), date(2027, 1, 1), "18 since 1 January 2027, yet no end of care is on record"),
        (date(2009, 4, 2), date(2026, 12, 22), "If care ended before then"),
        (None, date(2026, 12, 22), "If care ended before then"),
    ],
)
def test_an_eighteenth_birthday_before_the_day_is_told(born, on, said):
    assert _first_words(born, on).startswith(said)
