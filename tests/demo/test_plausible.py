"""The demo looks like a real authority: histories that hang together, reviews in their rhythm, no lumps."""

from __future__ import annotations

from collections import Counter
from datetime import date, timedelta
from itertools import pairwise

from holdfast.demo.quarters import TODAY, last_day, quarter_of
from holdfast.demo.staff import RESTRUCTURED
from holdfast.domain.ages import completed_years
from holdfast.domain.care_history import Episode, periods_of_care
from holdfast.domain.months import plus
from holdfast.domain.timescales import first_review
from holdfast.domain.working_days import is_working_day

LONGEST_DELAY = timedelta(days=30)


def test_every_history_is_one_unbroken_period_of_care(authority) -> None:
    for life in authority.children + authority.care_leavers:
        episodes = [
            Episode(s.started, s.ended, s.why_started, s.legal, s.place, s.post, s.why_ended, s.why_moved, n)
            for n, s in enumerate(life.stays)
        ]
        (period,) = periods_of_care(episodes)
        assert (period.started, period.ended, period.start_known) == (life.came, life.left, True)


def test_each_episode_changes_what_its_reason_says(authority) -> None:
    for life in authority.children:
        for before, after in pairwise(life.stays):
            legal, where = (
                before.legal != after.legal,
                (before.place, before.post) != (after.place, after.post),
            )
            assert (legal, where) == {
                "L": (True, False),
                "P": (False, True),
                "T": (False, True),
                "B": (True, True),
                "U": (True, True),
            }[after.why_started], life.number
            assert before.started < after.started


def test_a_reason_for_the_move_stands_where_the_carer_or_home_changed(authority) -> None:
    for life in authority.children:
        for before, after in pairwise(life.stays):
            temporary = "T" in (before.place[0], after.place[0])
            moved = after.why_started in ("P", "B", "T", "U") and not temporary
            assert (before.why_moved is not None) == moved


def test_orders_and_homes_fit_the_child(authority) -> None:
    for life in authority.children:
        for stay in life.stays:
            age = life.age_on(stay.started)
            assert stay.place not in ("H5", "P2") or age >= 16
            assert stay.place != "P1" or stay.legal in ("C1", "C2")
            assert stay.place != "R5" or (stay.legal == "J1" and age >= 10)
            assert (stay.provider == "PR0") == (stay.place == "P1")
            assert stay.legal not in ("L1", "L2") or (stay.ended - stay.started).days <= 3


def test_who_is_adopted_lived_with_the_adopters_for_ten_weeks(authority) -> None:
    adopted = [life for life in authority.children if life.outcome in ("E11", "E12")]

    assert len(adopted) == 9
    for life in adopted:
        assert life.stays[-1].place in ("A3", "A6")
        assert (life.left - life.stays[-1].started).days >= 70


def test_nobody_is_in_care_after_their_eighteenth_birthday(authority) -> None:
    for life in authority.children:
        assert life.age_on((life.left or TODAY) - timedelta(days=1)) < 18


def test_nobody_is_born_after_coming_into_care_or_twice_named(authority) -> None:
    everybody = authority.everybody

    assert all(life.born <= life.came for life in everybody)
    assert (
        len({life.name for life in everybody}) == len({life.number for life in everybody}) == len(everybody)
    )
    assert all(life.number.startswith("FN") for life in everybody)
    assert all(stay.post is None or stay.post.startswith("ZZ") for life in everybody for stay in life.stays)


def test_reviews_are_held_in_care_on_working_days_and_rarely_late(authority) -> None:
    held = late = 0
    for life in authority.children:
        days = [day for day, _ in life.reviews]
        assert all(life.in_care_on(day) and is_working_day(day) for day in days)
        for before, day in pairwise(days):
            held += 1
            late += day > plus(before, 6)
            assert before < day <= plus(before, 6) + LONGEST_DELAY
    assert late / held < 0.15


def test_the_first_review_is_in_time_or_a_little_late(authority) -> None:
    for life in authority.children:
        if life.came >= date(2014, 4, 1):
            due = first_review(life.came).last_day
            first = min((day for day, _ in life.reviews), default=None)
            gone = life.left is not None and life.left <= due + LONGEST_DELAY
            assert gone or (first is None and due > TODAY - LONGEST_DELAY) or first <= due + LONGEST_DELAY


def test_participation_fits_the_age(authority) -> None:
    for life in authority.children:
        for day, code in life.reviews:
            assert code is None or (code == "PN0") == (completed_years(life.born, day) < 4)


def test_no_age_and_no_day_is_a_crowd(authority) -> None:
    here = [life for life in authority.children if life.in_care_on(TODAY)]
    ages = Counter(life.age_on(TODAY) for life in here)
    sexes = Counter((life.age_on(TODAY) // 6, life.sex) for life in here)
    came = Counter(life.came for life in authority.children)

    assert max(ages.values()) <= 0.17 * len(here)
    assert len(ages) == 18
    assert all(0.5 <= sexes[band, "M"] / sexes[band, "F"] <= 2 for band in range(3))
    assert max(came.values()) <= 8


def test_leaving_at_eighteen_is_one_way_of_several(authority) -> None:
    left = [life for life in authority.children if life.left]
    at_18 = [life for life in left if life.age_on(life.left) == 18]

    assert len(left) == 74
    assert 10 <= len(at_18) <= 25
    assert {life.sex for life in at_18} == {"M", "F"}


def test_stays_away_end_within_their_quarter(authority) -> None:
    away = [stay for life in authority.children for stay in life.stays if stay.place[0] == "T"]

    assert away
    assert all(stay.ended <= last_day(quarter_of(stay.started)) for stay in away)


def test_every_child_in_care_has_one_officer_and_one_social_worker(authority) -> None:
    for life in authority.children:
        if life.in_care_on(TODAY):
            open_now = [r for r in authority.staff.responsible if r.child == life.number and r.ends is None]
            assert sorted(r.role for r in open_now) == ["iro", "social_worker"]


def test_the_service_had_four_and_a_fifth_posts_and_then_six(authority) -> None:
    officers = [member for member in authority.staff.members if member.role == "iro"]

    def posts(on: date) -> float:
        return sum(
            member.fte[max(d for d in member.fte if d <= on)] for member in officers if min(member.fte) <= on
        )

    assert round(posts(date(2016, 6, 30)), 1) == 4.2
    assert round(posts(date(2016, 9, 30)), 1) == 4.2
    assert posts(date(2016, 10, 1)) == 6


def test_brothers_and_sisters_came_together_and_share_their_officer(authority) -> None:
    families: dict[int, list] = {}
    for life in authority.children:
        if life.family:
            families.setdefault(life.family, []).append(life)
    officers = {(r.child, r.starts): r.member for r in authority.staff.responsible if r.role == "iro"}

    assert 20 <= len(families) <= 80
    for family in families.values():
        assert 2 <= len(family) <= 4
        assert len({(life.came, life.name.split()[-1], life.home_post, life.need) for life in family}) == 1
        at_restructure = [
            officers[key] for life in family if (key := (life.number, RESTRUCTURED)) in officers
        ]
        assert len(set(at_restructure)) <= 1
