"""Periods of care and placements: one small history per rule and edge.

A history is a text table, one episode a line: DECOM, DEC, RNE, LS, PLACE, PL_POST, REC; "-" is blank.
"""

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from holdfast.domain import care_history
from holdfast.domain.care_history import Episode


def day(text):
    return None if text == "-" else date.fromisoformat(text)


def history(table: str) -> list[Episode]:
    rows = [line.split() for line in table.strip().splitlines()]
    return [
        Episode(
            started=day(decom),
            ended=day(dec),
            reason_started=rne,
            legal_status=ls,
            place=place,
            place_post=None if post == "-" else post,
            reason_ended=None if rec == "-" else rec,
            line=number,
        )
        for number, (decom, dec, rne, ls, place, post, rec) in enumerate(rows)
    ]


def placements(table: str) -> list[str]:
    """Each placement as the lines it holds, with a question mark where its start is not known."""
    return [
        ",".join(str(e.line) for e in placement.episodes) + ("" if placement.start_known else "?")
        for period in care_history.periods_of_care(history(table))
        for placement in period.placements
    ]


def periods(table: str) -> list[str]:
    return [
        ",".join(str(e.line) for e in period.episodes) + ("" if period.start_known else "?")
        for period in care_history.periods_of_care(history(table))
    ]


PERIODS = {
    "one episode": ("2016-05-01 - S C1 U6 AA1 -", ["0"]),
    "a change of status the same day goes on": (
        """2016-05-01 2016-06-01 S C1 U6 AA1 X1
           2016-06-01 -          L C2 U6 AA1 -""",
        ["0,1"],
    ),
    "two periods in a year": (
        """2016-05-01 2016-06-01 S C1 U6 AA1 E4A
           2016-09-01 -          S C1 U6 AA1 -""",
        ["0", "1"],
    ),
    "S begins a new period even on the day the last ended": (
        """2016-05-01 2016-06-01 S C1 U6 AA1 X1
           2016-06-01 -          S C1 U6 AA1 -""",
        ["0", "1"],
    ),
    "an end that is not X1 ends the period even if an episode follows that day": (
        """2016-05-01 2016-06-01 S C1 U6 AA1 E4A
           2016-06-01 -          P C1 U6 AA1 -""",
        ["0", "1?"],
    ),
    "X1 with a gap of a day ends the period": (
        """2016-05-01 2016-06-01 S C1 U6 AA1 X1
           2016-06-02 -          P C1 U6 AA1 -""",
        ["0", "1?"],
    ),
    "X1 without a date ends nothing and goes on to nothing": (
        """2016-05-01 -          S C1 U6 AA1 X1
           2016-06-01 -          P C1 U6 AA1 -""",
        ["0", "1?"],
    ),
    "the start of an older period is not in the return": (
        """2016-05-01 2016-06-01 L C1 U6 AA1 X1
           2016-06-01 -          P C2 U6 AA1 -""",
        ["0,1?"],
    ),
    "rows in any order": (
        """2016-06-01 -          L C2 U6 AA1 -
           2016-05-01 2016-06-01 S C1 U6 AA1 X1""",
        ["1,0"],
    ),
    "short breaks are set aside before anything is joined": (
        """2016-05-01 2016-06-01 S C1 U6 AA1 X1
           2016-05-10 2016-05-12 S V3 K2 AA1 E4A
           2016-06-01 -          L C2 U6 AA1 -""",
        ["0,2"],
    ),
    "from short breaks into care is a new period whose start is not known": (
        """2016-05-01 2016-06-01 S V4 K2 AA1 X1
           2016-06-01 -          L V2 K2 AA1 -""",
        ["1?"],
    ),
    "short breaks alone make no period": ("2016-05-01 - S V4 K2 AA1 -", []),
    "a reason that is blank does not begin a known period": ("2016-05-01 - - C1 U6 AA1 -", ["0?"]),
}


@pytest.mark.parametrize(("table", "expected"), PERIODS.values(), ids=PERIODS)
def test_periods_of_care(table, expected):
    assert periods(table) == expected


def three(middle: str, last: str, *, first: str = "S C1 U6 AA1 X1") -> str:
    return f"2016-05-01 2016-06-01 {first}\n2016-06-01 2016-06-08 {middle} X1\n2016-06-08 - {last} -"


PLACEMENTS = {
    "one placement": ("2016-05-01 - S C1 U6 AA1 -", ["0"]),
    "P and B are new, L, T and U are not": (
        """2016-05-01 2016-06-01 S C1 U6 AA1 X1
           2016-06-01 2016-07-01 P C1 U6 BB1 X1
           2016-07-01 2016-08-01 B C2 U6 CC1 X1
           2016-08-01 2016-09-01 L E1 U6 CC1 X1
           2016-09-01 2016-10-01 T E1 U4 DD1 X1
           2016-10-01 -          U C2 U6 EE1 -""",
        ["0", "1", "2,3,4,5"],
    ),
    "P to the same address is a new carer": (
        """2016-05-01 2016-06-01 S C1 U6 AA1 X1
           2016-06-01 -          P C1 U6 AA1 -""",
        ["0", "1"],
    ),
    "hospital and back": (three("P C1 T1 HH1", "P C1 U6 AA1"), ["0,1,2"]),
    "hospital and back with a new legal status": (three("P C1 T1 HH1", "B C2 U6 AA1"), ["0,1,2"]),
    "hospital and on to another address": (three("P C1 T1 HH1", "P C1 U6 BB1"), ["0,1", "2"]),
    "hospital and on to another kind of place": (three("P C1 T1 HH1", "P C1 K2 AA1"), ["0,1", "2"]),
    "hospital and on elsewhere with the same carer": (three("P C1 T1 HH1", "T C1 U6 BB1"), ["0,1,2"]),
    "blank postcode equals blank": (three("P C1 T4 -", "P C1 U6 -", first="S C1 U6 - X1"), ["0,1,2"]),
    "blank postcode is not a given one": (
        three("P C1 T4 -", "P C1 U6 AA1", first="S C1 U6 - X1"),
        ["0,1", "2"],
    ),
    "the earlier place before the temporary stay counts, not an older one": (
        """2016-04-01 2016-05-01 S C1 U6 AA1 X1
           2016-05-01 2016-06-01 P C1 U6 BB1 X1
           2016-06-01 2016-06-08 P C1 T2 HH1 X1
           2016-06-08 -          P C1 U6 AA1 -""",
        ["0", "1,2", "3"],
    ),
    "two temporary stays after each other and back": (
        """2016-05-01 2016-06-01 S C1 U6 AA1 X1
           2016-06-01 2016-06-08 P C1 T1 HH1 X1
           2016-06-08 2016-06-12 P C1 T3 II1 X1
           2016-06-12 -          P C1 U6 AA1 -""",
        ["0,1,2,3"],
    ),
    "a change of status in hospital and back": (
        """2016-05-01 2016-06-01 S C1 U6 AA1 X1
           2016-06-01 2016-06-08 P C1 T1 HH1 X1
           2016-06-08 2016-06-12 L C2 T1 HH1 X1
           2016-06-12 -          P C2 U6 AA1 -""",
        ["0,1,2,3"],
    ),
    "a later move after the return is new": (
        """2016-05-01 2016-06-01 S C1 U6 AA1 X1
           2016-06-01 2016-06-08 P C1 T1 HH1 X1
           2016-06-08 2016-07-01 P C1 U6 AA1 X1
           2016-07-01 -          P C1 U6 AA1 -""",
        ["0,1,2", "3"],
    ),
    "the return does not look past the new place to the old one": (
        """2016-05-01 2016-06-01 S C1 U6 AA1 X1
           2016-06-01 2016-06-08 P C1 T1 HH1 X1
           2016-06-08 2016-07-01 P C1 U6 BB1 X1
           2016-07-01 -          P C1 U6 AA1 -""",
        ["0,1", "2", "3"],
    ),
    "the period as known begins with the stay": (
        """2016-06-01 2016-06-08 P C1 T1 HH1 X1
           2016-06-08 2016-07-01 P C1 U6 AA1 X1
           2016-07-01 -          P C1 U6 BB1 -""",
        ["0,1?", "2"],
    ),
    "two stays begin the period as known": (
        """2016-06-01 2016-06-08 P C1 T1 HH1 X1
           2016-06-08 2016-06-10 L C2 T1 HH1 X1
           2016-06-10 -          P C2 U6 AA1 -""",
        ["0,1,2?"],
    ),
    "care that begins with a stay shows no new placement": (
        """2016-06-01 2016-06-08 S C1 T4 HH1 X1
           2016-06-08 -          P C1 U6 AA1 -""",
        ["0,1?"],
    ),
    "an older placement whose start is not in the return": (
        """2016-05-01 2016-06-01 L C1 U6 AA1 X1
           2016-06-01 -          P C2 U6 BB1 -""",
        ["0?", "1"],
    ),
    "a placement that began by P in a period whose start is not known": ("2016-05-01 - P C1 U6 AA1 -", ["0"]),
    "a stay in an earlier period is not looked back to": (
        """2016-05-01 2016-06-01 S C1 U6 AA1 X1
           2016-06-01 2016-06-08 P C1 T1 HH1 E4A
           2016-06-08 -          P C1 U6 AA1 -""",
        ["0,1", "2"],
    ),
    "short breaks make no placement": (
        """2016-05-01 2016-05-05 S V4 K2 AA1 E4A
           2016-06-01 -          S V2 U6 AA1 -""",
        ["1"],
    ),
}


@pytest.mark.parametrize(("table", "expected"), PLACEMENTS.values(), ids=PLACEMENTS)
def test_placements(table, expected):
    assert placements(table) == expected


def test_an_empty_postcode_equals_a_blank_one():
    went, stayed, back = history(three("P C1 T1 HH1", "P C1 U6 -", first="S C1 U6 - X1"))
    back = Episode(back.started, None, "P", "C1", "U6", place_post="", line=2)

    (period,) = care_history.periods_of_care([went, stayed, back])

    assert len(period.placements) == 1


def test_a_period_and_its_placements_know_their_days():
    (period,) = care_history.periods_of_care(
        history(
            """2016-05-01 2016-06-01 S C1 U6 AA1 X1
               2016-06-01 2016-07-01 P C1 K2 BB1 X1
               2016-07-01 2016-07-08 P C1 T1 HH1 E4A"""
        )
    )
    first, second = period.placements

    assert (period.started, period.ended, period.reason_ended) == (date(2016, 5, 1), date(2016, 7, 8), "E4A")
    assert (first.started, first.ended) == (date(2016, 5, 1), date(2016, 6, 1))
    assert (second.started, second.ended) == (date(2016, 6, 1), date(2016, 7, 8))
    assert second.home.place == "K2"


def test_a_placement_known_only_by_a_temporary_stay_is_at_home_there():
    (period,) = care_history.periods_of_care(history("2016-05-01 - P C1 T1 HH1 -"))

    assert period.placements[0].home.place == "T1"


def test_an_open_period_has_no_end_and_no_reason():
    (period,) = care_history.periods_of_care(history("2016-05-01 - S C1 U6 AA1 E4A"))

    assert (period.ended, period.reason_ended) == (None, None)


def test_a_period_cut_off_at_x1_has_an_end_but_no_reason():
    (period,) = care_history.periods_of_care(history("2016-05-01 2016-06-01 S C1 U6 AA1 X1"))

    assert (period.ended, period.reason_ended) == (date(2016, 6, 1), None)


def test_short_breaks_are_listed_apart():
    found = care_history.short_breaks(
        history(
            """2016-06-01 -          S V4 K2 AA1 -
               2016-05-01 2016-05-05 S V3 K2 AA1 E4A
               2016-05-01 -          S V2 U6 AA1 -"""
        )
    )

    assert [e.line for e in found] == [1, 0]


SAME_DAY_HANDOVER = """2016-05-01 2016-06-01 S C1 U6 AA1 X1
                       2016-06-01 2017-03-31 L C2 U6 AA1 E4A"""


@pytest.mark.parametrize(
    ("on", "line"),
    [
        (date(2016, 4, 30), None),
        (date(2016, 5, 1), 0),
        (date(2016, 5, 31), 0),
        (date(2016, 6, 1), 1),
        (date(2017, 3, 30), 1),
        (date(2017, 3, 31), None),
    ],
)
def test_the_episode_on_a_day(on, line):
    found = care_history.episode_on(history(SAME_DAY_HANDOVER), on)

    assert (found.line if found else None) == line


def test_of_two_episodes_on_a_day_the_later_start_counts_then_the_later_line():
    later_start = history("2016-06-01 - S C1 U6 AA1 -\n2016-05-01 - S C1 U6 AA1 -")
    later_line = history("2016-06-01 - S C1 U6 AA1 -\n2016-06-01 - S C1 U6 AA1 -")

    assert care_history.episode_on(later_start, date(2016, 7, 1)) == later_start[0]
    assert care_history.episode_on(later_line, date(2016, 7, 1)) == later_line[1]


def test_a_child_on_a_short_break_is_not_in_care():
    assert care_history.episode_on(history("2016-05-01 - S V4 K2 AA1 -"), date(2016, 6, 1)) is None


DAYS = st.dates(date(2016, 1, 1), date(2016, 3, 1))
EPISODES = st.builds(
    Episode,
    started=DAYS,
    ended=st.none() | DAYS,
    reason_started=st.sampled_from(["S", "L", "P", "T", "B", "U", None]),
    legal_status=st.sampled_from(["C1", "C2", "V3"]),
    place=st.sampled_from(["U6", "K2", "T1", "T4"]),
    place_post=st.sampled_from(["AA1", None]),
    reason_ended=st.sampled_from(["X1", "E4A", None]),
    line=st.integers(0, 9),
)


@settings(deadline=None)
@given(st.lists(EPISODES, max_size=8))
def test_every_episode_stands_in_one_period_and_one_placement_and_in_order(episodes):
    found = care_history.periods_of_care(episodes)

    in_periods = [e for period in found for e in period.episodes]
    in_placements = [e for period in found for placement in period.placements for e in placement.episodes]
    assert in_periods == [e for e in care_history.in_order(episodes) if not e.is_short_break]
    assert in_placements == in_periods


@settings(deadline=None)
@given(st.lists(EPISODES, max_size=8))
def test_only_the_first_placement_of_a_period_may_have_begun_before_it_is_known(episodes):
    for period in care_history.periods_of_care(episodes):
        assert all(placement.start_known for placement in period.placements[1:])
        assert not any(placement.episodes[0].is_temporary for placement in period.placements[1:])
