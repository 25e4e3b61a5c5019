"""Due dates: vectors worked out by hand, and what must hold for every date."""

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from holdfast.domain import months, timescales, working_days

DAYS = st.dates(date(2011, 4, 1), date(2031, 6, 30))
COUNTED_IN_WORKING_DAYS = [
    timescales.iro_appointed,
    timescales.first_review,
    timescales.social_worker_report,
    timescales.social_worker_talk,
    timescales.decisions_sent,
    timescales.care_plan_updated,
    timescales.record_written,
    timescales.record_distributed,
    timescales.initial_conference,
    timescales.core_group,
]
COUNTED_IN_MONTHS = [
    (timescales.second_review, 3),
    (timescales.later_review, 6),
    (timescales.first_review_conference, 3),
]


@pytest.mark.parametrize(
    ("rule", "start", "last_day"),
    [
        (timescales.iro_appointed, date(2026, 11, 20), date(2026, 11, 27)),
        (timescales.first_review, date(2026, 11, 20), date(2026, 12, 18)),
        (timescales.iro_appointed, date(2026, 12, 21), date(2026, 12, 30)),
        (timescales.first_review, date(2026, 12, 21), date(2027, 1, 21)),
        (timescales.iro_appointed, date(2026, 12, 24), date(2027, 1, 5)),
        (timescales.first_review, date(2026, 12, 24), date(2027, 1, 26)),
        (timescales.iro_appointed, date(2026, 12, 26), date(2027, 1, 5)),
        (timescales.first_review, date(2026, 12, 26), date(2027, 1, 26)),
        (timescales.iro_appointed, date(2027, 3, 19), date(2027, 3, 30)),
        (timescales.first_review, date(2027, 3, 19), date(2027, 4, 20)),
        (timescales.iro_appointed, date(2016, 12, 22), date(2017, 1, 3)),
        (timescales.first_review, date(2016, 12, 22), date(2017, 1, 24)),
        (timescales.decisions_sent, date(2026, 12, 18), date(2026, 12, 29)),
        (timescales.care_plan_updated, date(2026, 12, 18), date(2027, 1, 6)),
        (timescales.record_written, date(2026, 12, 18), date(2027, 1, 13)),
        (timescales.record_distributed, date(2026, 12, 18), date(2027, 1, 20)),
        (timescales.social_worker_report, date(2027, 1, 5), date(2026, 12, 30)),
        (timescales.social_worker_talk, date(2027, 1, 5), date(2026, 12, 10)),
        (timescales.initial_conference, date(2026, 12, 14), date(2027, 1, 7)),
        (timescales.core_group, date(2026, 11, 30), date(2026, 12, 14)),
    ],
)
def test_a_limit_in_working_days(rule, start, last_day):
    due = rule(start)

    assert due.last_day == last_day
    assert due.book_by == last_day
    assert due.counted_from == start


@pytest.mark.parametrize(
    ("rule", "start", "last_day", "book_by"),
    [
        (timescales.second_review, date(2026, 11, 30), date(2027, 2, 28), date(2027, 2, 26)),
        (timescales.later_review, date(2026, 8, 31), date(2027, 2, 28), date(2027, 2, 26)),
        (timescales.second_review, date(2027, 11, 30), date(2028, 2, 29), date(2028, 2, 29)),
        (timescales.later_review, date(2026, 5, 22), date(2026, 11, 22), date(2026, 11, 20)),
        (timescales.first_review_conference, date(2026, 11, 30), date(2027, 2, 28), date(2027, 2, 26)),
    ],
)
def test_a_limit_in_months_is_clipped_and_not_put_off(rule, start, last_day, book_by):
    due = rule(start)

    assert (due.last_day, due.book_by) == (last_day, book_by)


def test_a_due_date_says_why_with_source_and_certainty():
    due = timescales.first_review(date(2026, 11, 20))

    assert due == timescales.Due(
        rule_id="review.first",
        last_day=date(2026, 12, 18),
        book_by=date(2026, 12, 18),
        counted_from=date(2026, 11, 20),
        why="The first review is due within 20 working days of coming into care on 20 November 2026.",
        source="Care Planning, Placement and Case Review (England) Regulations 2010, regulation 33(1)",
        certainty="H",
    )


def test_a_due_date_on_a_weekend_says_by_when_to_book():
    due = timescales.second_review(date(2026, 11, 30))

    assert due.why == (
        "The second review is due within 3 months of the first review on 30 November 2026; "
        "28 February 2027 is no working day (Sunday), so book by Friday 26 February 2027."
    )


def test_a_due_date_on_a_holiday_says_by_when_to_book():
    due = timescales.second_review(date(2026, 9, 25))

    assert (due.last_day, due.book_by) == (date(2026, 12, 25), date(2026, 12, 24))
    assert due.why.endswith(
        "25 December 2026 is no working day (Christmas Day), so book by Thursday 24 December 2026."
    )


def test_a_child_in_care_before_the_regulations_of_2010_is_reviewed_by_the_rules_of_the_time():
    due = timescales.first_review(date(2010, 6, 1))

    assert due.last_day == date(2010, 6, 29)
    assert due.certainty == "L"


IN_CARE_SINCE = date(2026, 1, 5)


@pytest.mark.parametrize(
    ("completed", "rule_id", "last_day"),
    [
        ([], "review.first", date(2026, 2, 2)),
        ([date(2026, 1, 30)], "review.second", date(2026, 4, 30)),
        ([date(2026, 2, 20)], "review.second", date(2026, 5, 20)),  # held late: counted from the actual date
        ([date(2026, 1, 30), date(2026, 4, 10)], "review.later", date(2026, 10, 10)),
        ([date(2026, 4, 10), date(2026, 1, 30)], "review.later", date(2026, 10, 10)),
        ([date(2026, 1, 30), date(2026, 4, 10), date(2026, 8, 31)], "review.later", date(2027, 2, 28)),
        ([date(2025, 6, 1)], "review.first", date(2026, 2, 2)),  # a review of an earlier period of care
        ([date(2026, 1, 5)], "review.second", date(2026, 4, 5)),  # on the day care began
    ],
)
def test_the_next_review_runs_from_the_actual_date_of_the_last(completed, rule_id, last_day):
    due = timescales.next_review(IN_CARE_SINCE, completed)

    assert isinstance(due, timescales.Due)
    assert (due.rule_id, due.last_day) == (rule_id, last_day)


def test_a_review_is_not_required_when_care_ended_before_it_was_due():
    found = timescales.next_review(IN_CARE_SINCE, care_ended_on=date(2026, 2, 1))

    assert found == timescales.NotRequired(
        rule_id="review.first",
        would_have_been=date(2026, 2, 2),
        why="Not required: care ended on 1 February 2026, before the review was due on 2 February 2026.",
        source="Care Planning, Placement and Case Review (England) Regulations 2010, regulation 33(1)",
        certainty="H",
    )


def test_a_later_review_is_not_required_either_when_care_ended_first():
    found = timescales.next_review(IN_CARE_SINCE, [date(2026, 1, 30)], care_ended_on=date(2026, 4, 29))

    assert isinstance(found, timescales.NotRequired)
    assert found.rule_id == "review.second"


def test_a_review_is_due_when_care_ended_on_its_last_day_or_after():
    on_the_day = timescales.next_review(IN_CARE_SINCE, care_ended_on=date(2026, 2, 2))
    after = timescales.next_review(IN_CARE_SINCE, care_ended_on=date(2026, 2, 3))

    assert isinstance(on_the_day, timescales.Due)
    assert isinstance(after, timescales.Due)


@pytest.mark.parametrize(
    ("completed", "rule_id", "last_day"),
    [
        ([date(2026, 1, 30)], "review.second", date(2026, 4, 30)),  # may be the first: the safer reading
        ([date(2026, 2, 2)], "review.second", date(2026, 5, 2)),  # the last day for a first review
        ([date(2026, 2, 3)], "review.later", date(2026, 8, 3)),  # a first review was due before it
        ([date(2026, 1, 30), date(2026, 4, 10)], "review.later", date(2026, 10, 10)),
    ],
)
def test_where_care_began_is_not_known_a_review_is_read_safely(completed, rule_id, last_day):
    due = timescales.next_review(IN_CARE_SINCE, completed, start_known=False)

    assert isinstance(due, timescales.Due)
    assert (due.rule_id, due.last_day) == (rule_id, last_day)


def test_where_care_began_is_not_known_and_no_review_is_recorded_nothing_is_said_to_be_due():
    found = timescales.next_review(IN_CARE_SINCE, start_known=False)

    assert isinstance(found, timescales.NotKnown)
    assert found.why.startswith("Care began before 5 January 2026")


@pytest.mark.parametrize(("began", "known"), [(date(1917, 5, 1), True), (date(1965, 5, 1), True)])
def test_a_day_before_every_rule_makes_no_due_date_but_a_sentence(began, known):
    found = timescales.next_review(began, start_known=known)

    assert found == timescales.NotKnown(
        f"No rule on reviews is held for 1 May {began.year}. Check that the date is right."
    )


@settings(deadline=None)
@given(DAYS, st.sampled_from(COUNTED_IN_WORKING_DAYS))
def test_a_date_counted_in_working_days_is_a_working_day(day, rule):
    due = rule(day)

    assert working_days.is_working_day(due.last_day)
    assert due.book_by == due.last_day


@settings(deadline=None)
@given(DAYS, st.sampled_from(COUNTED_IN_MONTHS))
def test_a_date_counted_in_months_is_never_put_off_and_is_booked_on_a_working_day(day, rule_and_months):
    rule, number = rule_and_months
    due = rule(day)

    assert due.last_day == months.plus(day, number)
    assert working_days.is_working_day(due.book_by)
    assert due.book_by <= due.last_day
    assert working_days.count_between(due.book_by, due.last_day) == 0


@settings(deadline=None)
@given(DAYS, st.lists(DAYS, max_size=4))
def test_one_review_more_never_brings_an_earlier_due_date(began, reviews):
    before = timescales.next_review(began, reviews[:-1])
    after = timescales.next_review(began, reviews)

    if len([day for day in reviews if day >= began]) > 2:
        assert after.last_day >= before.last_day
