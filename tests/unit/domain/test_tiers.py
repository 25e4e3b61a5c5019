"""The tier of each day, the steps between tiers, and the way back."""

from datetime import date, timedelta
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from holdfast.domain.tiers import Span, Step, Tier, back_on, is_back_within, stays_of, steps_of, tier_on

CARE, CP, CIN, EARLY = Tier.CARE, Tier.CP, Tier.CIN, Tier.EARLY_HELP
LEAVER, CLOSED = Tier.CARE_LEAVER, Tier.CLOSED
DAYS = st.dates(date(2015, 1, 1), date(2018, 12, 31))
FIRST, END = date(2014, 12, 1), date(2019, 3, 1)


@st.composite
def a_span(draw, children=("",)):
    started = draw(DAYS)
    length = draw(st.none() | st.integers(0, 500))
    tier = draw(st.sampled_from([each for each in Tier if each is not CLOSED]))
    ended = None if length is None else started + timedelta(days=length)
    return Span(tier, started, ended, draw(st.sampled_from(children)))


SPANS = st.lists(a_span(), max_size=7)


def every_day():
    return (FIRST + timedelta(days=n) for n in range(0, (END - FIRST).days, 7))


def by_hand(spans, day):
    """Straight from the definition, day by day."""
    known = [span for span in spans if span.started <= day and span.ended != span.started]
    if not known:
        return None
    holding = [span.tier for span in known if span.ended is None or span.ended > day]
    for tier in (CARE, CP, CIN, EARLY, LEAVER):
        if tier in holding:
            return tier
    return CLOSED


@settings(deadline=None)
@given(SPANS)
def test_each_day_has_the_highest_tier_that_holds(spans):
    for day in every_day():
        assert tier_on(spans, day) == by_hand(spans, day)


@settings(deadline=None)
@given(SPANS)
def test_the_stays_part_the_days_among_them(spans):
    stays = stays_of(spans)
    for earlier, later in pairwise(stays):
        assert earlier.ended == later.started > earlier.started
        assert earlier.tier != later.tier
    assert all(stay.ended is None for stay in stays[-1:])
    if stays:
        assert sum(stay.days(END) for stay in stays) == (END - stays[0].started).days


def test_becoming_a_care_leaver_is_no_step_down():
    ways = {(a, b): Step(END, a, b) for a in Tier for b in Tier if a != b}

    assert not ways[Tier.CARE, Tier.CARE_LEAVER].is_down
    assert not ways[Tier.CARE_LEAVER, Tier.CLOSED].is_down
    assert ways[Tier.CARE, Tier.CLOSED].is_down
    assert all(step.is_up != step.is_down for pair, step in ways.items() if Tier.CARE_LEAVER not in pair)


@settings(deadline=None)
@given(SPANS)
def test_the_steps_chain(spans):
    steps, stays = steps_of(spans), stays_of(spans)
    assert len(steps) == max(0, len(stays) - 1)
    for earlier, later in pairwise(steps):
        assert earlier.to_tier == later.from_tier
        assert earlier.on < later.on
    assert [step.is_up for step in steps] == [s.to_tier.rank > s.from_tier.rank for s in steps]


@settings(deadline=None)
@given(st.lists(a_span(("A", "B", "C")), max_size=12))
def test_children_do_not_mix(spans):
    together = steps_of(spans)
    apart = [step for child in "ABC" for step in steps_of([s for s in spans if s.child == child])]
    assert list(together) == apart


@settings(deadline=None)
@given(SPANS, st.sampled_from([3, 6, 12]))
def test_a_longer_time_never_loses_a_way_back(spans, months):
    steps = steps_of(spans)
    for step in steps:
        if is_back_within(step, steps, months, END):
            assert is_back_within(step, steps, months * 2, date(2030, 1, 1))


def test_from_need_to_protection_to_care_and_out():
    spans = [
        Span(CIN, date(2016, 1, 4), date(2016, 3, 1)),
        Span(CP, date(2016, 3, 1), date(2016, 9, 1)),
        Span(CARE, date(2016, 8, 1), date(2017, 2, 1)),
        Span(LEAVER, date(2017, 2, 1), date(2017, 6, 1)),
    ]
    assert steps_of(spans) == (
        Step(date(2016, 3, 1), CIN, CP),
        Step(date(2016, 8, 1), CP, CARE),
        Step(date(2017, 2, 1), CARE, LEAVER),
        Step(date(2017, 6, 1), LEAVER, CLOSED),
    )


def test_a_span_of_no_day_is_none():
    assert stays_of([Span(CIN, date(2016, 1, 4), date(2016, 1, 4))]) == ()


@pytest.mark.parametrize(
    ("left", "returned", "is_back"),
    [
        (date(2016, 11, 30), date(2017, 2, 28), True),  # the corresponding date of a shorter month
        (date(2016, 11, 30), date(2017, 3, 1), False),
        (date(2016, 5, 16), date(2016, 8, 16), True),
        (date(2016, 5, 16), date(2016, 8, 17), False),
    ],
)
def test_back_by_corresponding_dates(left, returned, is_back):
    steps = steps_of([Span(CARE, date(2016, 1, 4), left), Span(CARE, returned)])
    assert [step.to_tier for step in steps] == [CLOSED, CARE]
    assert is_back_within(steps[0], steps, 3, date(2019, 1, 1)) is is_back


def test_after_a_step_down_a_tier_above_counts_as_back():
    steps = (Step(date(2016, 1, 4), CP, CIN), Step(date(2016, 2, 1), CIN, CARE))
    assert back_on(steps[0], steps) == date(2016, 2, 1)


def test_after_a_step_up_only_the_tier_before_does():
    steps = (
        Step(date(2016, 1, 4), CP, CARE),
        Step(date(2016, 2, 1), CARE, CIN),
        Step(date(2016, 3, 1), CIN, CP),
    )
    assert back_on(steps[0], steps) == date(2016, 3, 1)
    assert back_on(steps[2], steps) is None


def test_it_is_too_early_to_tell_until_the_months_have_passed():
    step = Step(date(2016, 1, 4), CP, CIN)
    assert is_back_within(step, [], 3, date(2016, 4, 3)) is None
    assert is_back_within(step, [], 3, date(2016, 4, 4)) is False
