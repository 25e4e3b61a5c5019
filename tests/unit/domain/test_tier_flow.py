"""How children moved between tiers in a period."""

from datetime import date, timedelta

from hypothesis import given, settings
from hypothesis import strategies as st

from holdfast.domain.reporting_year import Period, ReportingYear
from holdfast.domain.tier_flow import Share, flow
from holdfast.domain.tiers import Span, Tier, steps_of

YEAR = ReportingYear(2017).whole
DAYS = st.dates(date(2015, 6, 1), date(2017, 12, 31))


@st.composite
def a_span(draw):
    started, length = draw(DAYS), draw(st.none() | st.integers(0, 400))
    ended = None if length is None else started + timedelta(days=length)
    return Span(
        draw(st.sampled_from([t for t in Tier if t != Tier.CLOSED])), started, ended, draw(st.integers(1, 3))
    )


@settings(deadline=None)
@given(st.lists(a_span(), max_size=10), DAYS)
def test_every_step_of_the_period_is_on_one_route(spans, as_of):
    found = flow(spans, YEAR, as_of)
    last = min(as_of, YEAR.ends)
    assert found.steps == sum(YEAR.starts <= step.on <= last for step in steps_of(spans))
    for route in found.routes:
        bases = [route.back[months].of for months in (3, 6, 12)]
        assert bases == sorted(bases, reverse=True)
        assert bases[0] <= len(route.steps)
        assert all(share.n <= share.of for share in route.back.values())


def test_a_way_back_is_counted_of_those_long_enough_ago():
    spans = [
        Span(Tier.CP, date(2016, 1, 4), date(2016, 5, 2), 1),
        Span(Tier.CP, date(2016, 7, 4), None, 1),
        Span(Tier.CP, date(2016, 1, 4), date(2017, 3, 1), 2),
    ]
    route = flow(spans, YEAR, date(2017, 3, 31)).route(Tier.CP, Tier.CLOSED)
    assert len(route.steps) == 2
    assert route.back == {3: Share(1, 1), 6: Share(1, 1), 12: Share(0, 0)}


def test_time_in_a_tier_of_those_who_left_and_those_still_there():
    spans = [
        Span(Tier.CARE, date(2016, 4, 1), date(2016, 4, 11), 1),
        Span(Tier.CARE, date(2016, 4, 1), date(2016, 5, 1), 2),
        Span(Tier.CARE, date(2017, 3, 1), None, 3),
        Span(Tier.CARE, date(2015, 4, 1), date(2016, 3, 1), 4),
    ]
    care = flow(spans, YEAR, date(2018, 1, 1)).times[0]
    assert (care.tier, care.ended, care.ended_days, care.open, care.open_days) == (Tier.CARE, 2, 20, 1, 30)


def test_a_child_is_counted_as_new_once():
    spans = [Span(Tier.CIN, date(2016, 6, 1), date(2016, 7, 1), 1), Span(Tier.CIN, date(2016, 9, 1), None, 1)]
    assert flow(spans, YEAR, YEAR.ends).became_known == 1
    later = Period("later", date(2016, 8, 1), date(2017, 3, 31))
    assert flow(spans, later, YEAR.ends).became_known == 0
