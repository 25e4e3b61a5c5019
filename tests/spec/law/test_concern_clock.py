"""The clock of a concern over bank holidays, weekends and pauses: each line was counted by hand with a calendar.

opened | pauses | closed | on | used | paused | last day. Days as DD/MM/YYYY; a pause is first-last, both included, or
first- while it goes on; the limit is 20 working days unless the line ends with another. Source: IRO Handbook 2010, 6.2.
"""

from __future__ import annotations

from datetime import date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from holdfast.domain.resolution.clock import Paused, clock, last_day, spent
from holdfast.domain.working_days import is_working_day

CASES = """
06/03/2017 |                                   |            | 06/03/2017 |  0 |  0 | 03/04/2017
06/03/2017 |                                   |            | 12/03/2017 |  4 |  0 | 03/04/2017
06/03/2017 |                                   |            | 03/04/2017 | 20 |  0 | 03/04/2017
06/03/2017 |                                   |            | 04/04/2017 | 21 |  0 | 03/04/2017
04/03/2017 |                                   |            | 31/03/2017 | 20 |  0 | 31/03/2017
10/04/2017 |                                   |            | 11/05/2017 | 20 |  0 | 11/05/2017
23/12/2016 |                                   |            | 03/01/2017 |  4 |  0 | 25/01/2017
22/12/2016 |                                   |            | 24/01/2017 | 20 |  0 | 24/01/2017
20/11/2026 |                                   |            | 18/12/2026 | 20 |  0 | 18/12/2026
14/12/2026 |                                   |            | 29/12/2026 |  9 |  0 | 14/01/2027
21/12/2026 |                                   |            | 21/01/2027 | 20 |  0 | 21/01/2027
24/12/2026 |                                   |            | 29/12/2026 |  1 |  0 | 26/01/2027
26/12/2026 |                                   |            | 29/12/2026 |  1 |  0 | 26/01/2027
19/03/2027 |                                   |            | 30/03/2027 |  5 |  0 | 20/04/2027
27/04/2026 |                                   |            | 26/05/2026 | 19 |  0 | 27/05/2026
25/05/2022 |                                   |            | 06/06/2022 |  6 |  0 | 24/06/2022
05/09/2022 |                                   |            | 20/09/2022 | 10 |  0 | 04/10/2022
24/04/2023 |                                   |            | 09/05/2023 |  9 |  0 | 24/05/2023
06/03/2017 | 13/03/2017-17/03/2017             |            | 17/03/2017 |  4 |  5 | 10/04/2017
06/03/2017 | 13/03/2017-17/03/2017             |            | 20/03/2017 |  5 |  5 | 10/04/2017
06/03/2017 | 11/03/2017-12/03/2017             |            | 20/03/2017 | 10 |  0 | 03/04/2017
06/03/2017 | 13/03/2017-15/03/2017, 15/03/2017-17/03/2017 | | 20/03/2017 |  5 |  5 | 10/04/2017
06/03/2017 | 13/03/2017-13/03/2017, 20/03/2017-20/03/2017 | | 21/03/2017 |  9 |  2 | 05/04/2017
06/03/2017 | 06/03/2017-06/03/2017             |            | 07/03/2017 |  1 |  0 | 03/04/2017
06/03/2017 | 06/03/2017-07/03/2017             |            | 07/03/2017 |  0 |  1 | 04/04/2017
06/03/2017 | 03/04/2017-03/04/2017             |            | 03/04/2017 | 19 |  1 | 04/04/2017
10/04/2017 | 13/04/2017-18/04/2017             |            | 19/04/2017 |  3 |  2 | 15/05/2017
06/03/2017 | 20/03/2017-                       |            | 03/04/2017 |  9 | 11 | -
06/03/2017 | 20/03/2017-                       |            | 04/04/2017 |  9 | 12 | -
06/03/2017 | 10/04/2017-                       |            | 12/04/2017 | 24 |  3 | 03/04/2017
06/03/2017 |                                   | 17/03/2017 | 30/06/2017 |  9 |  0 | 03/04/2017
06/03/2017 |                                   | 17/03/2017 | 10/03/2017 |  4 |  0 | 03/04/2017
06/03/2017 |                                   | 05/04/2017 | 30/06/2017 | 22 |  0 | 03/04/2017
06/03/2017 | 20/03/2017-24/03/2017             | 24/03/2017 | 30/06/2017 |  9 |  5 | 10/04/2017
06/03/2017 |                                   |            | 27/03/2017 | 15 |  0 | 27/03/2017 | 15
"""

ROWS = [[cell.strip() for cell in line.split("|")] for line in CASES.strip().splitlines()]


def day(text: str) -> date:
    return datetime.strptime(text, "%d/%m/%Y").date()


def pauses(text: str) -> list[Paused]:
    found = []
    for one in filter(None, (part.strip() for part in text.split(","))):
        first, _, last = one.partition("-")
        found.append(Paused(day(first), day(last) if last else None, "why"))
    return found


@pytest.mark.parametrize("row", ROWS, ids=[" ".join(" ".join(row).split()) for row in ROWS])
def test_as_counted_by_hand(row: list[str]) -> None:
    opened, some, closed, on, used, paused, last, *total = row

    now = clock(
        day(opened),
        day(on),
        int(total[0]) if total else 20,
        pauses(some),
        day(closed) if closed else None,
    )

    assert (now.used, now.paused) == (int(used), int(paused))
    assert (f"{now.last_day:%d/%m/%Y}" if now.last_day else "-") == last
    assert now.elapsed == int(used) + int(paused)
    assert now.overdue == (now.used > now.total)
    assert now.left - now.over == now.total - now.used


def test_the_words_say_what_is_used_left_paused_and_passed() -> None:
    def words(some: str, on: str) -> str:
        return clock(day("06/03/2017"), day(on), 20, pauses(some)).words

    assert words("", "09/03/2017") == "3 of 20 working days used, 17 left"
    assert words("", "04/04/2017") == "21 of 20 working days used, 1 over"
    assert words("13/03/2017-17/03/2017", "20/03/2017") == (
        "5 of 20 working days used, 15 left; 5 more paused: 10 in all"
    )
    assert words("20/03/2017-", "04/04/2017") == (
        "9 of 20 working days used, 11 left; 12 more paused: 21 in all, 1 over 20"
    )


def test_it_stands_still_in_a_pause_and_stops_when_closed() -> None:
    opened, some = day("06/03/2017"), pauses("13/03/2017-17/03/2017")

    assert [
        clock(opened, day(on), 20, some).stands_still for on in ("12/03/2017", "13/03/2017", "17/03/2017")
    ] == [False, True, True]
    closed = clock(opened, day("30/03/2017"), 20, pauses("13/03/2017-"), day("20/03/2017"))
    assert (closed.stands_still, closed.stopped_on) == (False, day("20/03/2017"))


days = st.dates(date(2016, 1, 1), date(2028, 12, 31))
spans = st.lists(st.tuples(st.integers(0, 60), st.one_of(st.none(), st.integers(0, 20))), max_size=4)


def made(opened: date, some: list[tuple[int, int | None]]) -> list[Paused]:
    found = []
    for after, length in some:
        first = opened + timedelta(days=after)
        found.append(Paused(first, None if length is None else first + timedelta(days=length), "why"))
    return found


@given(days, spans, st.integers(0, 90))
def test_every_working_day_is_used_or_paused_and_none_is_lost(opened, some, later) -> None:
    on, stops = opened + timedelta(days=later), made(opened, some)

    used, paused = spent(opened, on, stops)

    every = [opened + timedelta(days=n) for n in range(1, later + 1)]
    assert used + paused == sum(map(is_working_day, every))
    assert paused == sum(
        is_working_day(one)
        and any(stop.starts <= one and (stop.ends is None or one <= stop.ends) for stop in stops)
        for one in every
    )


@given(days, spans, st.integers(1, 30))
def test_on_the_last_day_the_total_is_just_used_and_the_working_day_after_says_so(
    opened, some, total
) -> None:
    stops = made(opened, some)
    last = last_day(opened, total, stops)
    if last is None:
        assert any(stop.ends is None for stop in stops)
        return

    assert spent(opened, last, stops)[0] == total
    assert not clock(opened, last, total, stops).overdue
    after = last + timedelta(days=1)
    while not is_working_day(after) or any(stop.holds(after) for stop in stops):
        after += timedelta(days=1)
        if after > last + timedelta(days=120):
            return  # a pause without an end follows
    assert clock(opened, after, total, stops).overdue
