"""The table of time limits: dated, sourced, whole."""

from datetime import date, timedelta
from itertools import pairwise

import pytest

from holdfast.domain import limits

TODAY = date(2026, 11, 22)


def test_the_limit_that_held_on_a_day_is_found():
    before = limits.on("review.first", date(2011, 3, 31))
    since = limits.on("review.first", date(2011, 4, 1))

    assert (before.wording, before.certainty) == ("4 weeks", "L")
    assert (since.wording, since.certainty) == ("20 working days", "H")


@pytest.mark.parametrize(
    ("value", "unit", "after", "before"),
    [
        (10, "working days", date(2010, 12, 14), date(2010, 11, 16)),
        (4, "weeks", date(2010, 12, 28), date(2010, 11, 2)),
        (3, "months", date(2011, 2, 28), date(2010, 8, 30)),
    ],
)
def test_a_limit_in_each_unit_leads_to_a_date(value, unit, after, before):
    limit = limits.Limit("visit", value, unit, TODAY, "a source", "H")

    assert limit.after(date(2010, 11, 30)) == after
    assert limit.before(date(2010, 11, 30)) == before


def test_a_unit_that_cannot_be_counted_is_refused():
    with pytest.raises(
        ValueError, match="The limit “visit” is given in “fortnights”; write one of working days"
    ):
        limits.Limit("visit", 1, "fortnights", TODAY, "a source", "H")


def test_one_of_a_unit_is_worded_in_the_singular():
    assert limits.Limit("visit", 1, "weeks", TODAY, "a source", "H").wording == "1 week"


def test_an_unknown_limit_is_refused():
    with pytest.raises(limits.LimitNotHeld, match=r"There is no limit called “review.tenth”"):
        limits.on("review.tenth", TODAY)


def test_a_day_the_table_does_not_speak_for_is_refused():
    with pytest.raises(limits.LimitNotHeld, match=r"No limit “review.first” is held for 13 October 1991"):
        limits.on("review.first", date(1991, 10, 13))


def test_every_limit_has_a_source_and_a_certainty():
    for limit in limits.table():
        assert limit.source
        assert limit.certainty in {"H", "M", "L"}
        assert limit.value > 0


def test_the_entries_of_one_limit_follow_each_other_without_gap_or_overlap_and_the_last_is_open():
    for rule_id in {limit.rule_id for limit in limits.table()}:
        entries = [limit for limit in limits.table() if limit.rule_id == rule_id]
        for earlier, later in pairwise(entries):
            assert earlier.to_date == later.from_date - timedelta(days=1)
        assert entries[-1].to_date is None
