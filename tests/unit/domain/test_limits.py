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


def test_a_limit_in_days_leads_to_a_date():
    limit = limits.Limit("break", 42, "days", TODAY, "a source", "H")

    assert limit.after(date(2026, 3, 2)) == date(2026, 4, 13)
    assert limit.before(date(2026, 4, 13)) == date(2026, 3, 2)
    assert limits.Limit("break", 1, "days", TODAY, "a source", "H").wording == "1 day"


def test_a_guide_counts_children_and_no_time():
    guide = limits.on("caseload.guide-most", TODAY)

    assert guide.wording == "70 children"
    assert limits.Limit("caseload.guide-most", 1, "children", TODAY, "a source", "H").wording == "1 child"
    with pytest.raises(ValueError, match="counts children, not time"):
        guide.after(TODAY)


def test_every_rule_has_a_name_and_every_limit_a_rule():
    names = {rule.rule_id: rule.name for rule in limits.rules()}

    assert set(names) >= {limit.rule_id for limit in limits.table()}
    assert len(set(names.values())) == len(names)
    assert names["review.first"] == "First review of a child in care"


def test_a_rule_that_no_law_sets_is_off_and_says_what_others_do():
    local = [rule for rule in limits.rules() if not rule.national]

    assert {rule.rule_id for rule in local} >= {"need.review", "core-group.later", "review.local-under-5"}
    for rule in local:
        assert not limits.NATIONAL.holds(rule.rule_id, TODAY)
        assert rule.suggestion is not None
        assert rule.suggestion.source
        assert not rule.stricter_only
        with pytest.raises(limits.LimitNotHeld, match=f"No limit “{rule.rule_id}” is held for"):
            limits.on(rule.rule_id, TODAY)


def test_units_fit_the_rule():
    units = {rule.rule_id: rule.units for rule in limits.rules()}

    assert units["caseload.guide-most"] == ("children",)
    assert units["short-breaks.one"] == ("days",)
    assert units["review.first"] == ("working days", "days", "weeks", "months")


def _of(rule_id: str, value: int, unit: str) -> limits.Limit:
    return limits.Limit(rule_id, value, unit, date(2026, 1, 1), "the council", "L")


@pytest.mark.parametrize(
    ("a", "b", "ends_later"),
    [
        ((20, "working days"), (4, "weeks"), True),  # two bank holidays lie between
        ((4, "weeks"), (20, "working days"), False),
        ((30, "days"), (1, "months"), False),
        ((3, "months"), (3, "months"), False),
        ((71, "children"), (70, "children"), True),
    ],
)
def test_which_of_two_limits_ends_later(a, b, ends_later):
    assert limits.longer(_of("a", *a), _of("b", *b), date(2026, 12, 21)) is ends_later


@pytest.mark.parametrize(
    ("rule_id", "value", "unit", "laxer"),
    [
        ("review.first", 15, "working days", False),
        ("review.first", 20, "working days", False),
        ("review.first", 21, "working days", True),
        ("review.talk", 20, "working days", False),  # at least so many days before: more is stricter
        ("review.talk", 10, "working days", True),
        ("adoption.disruption-opens", 21, "days", True),
        ("adoption.disruption", 49, "days", True),
        ("short-breaks.window", 6, "months", True),
    ],
)
def test_a_council_s_own_limit_against_the_national_one(rule_id, value, unit, laxer):
    assert limits.laxer(_of(rule_id, value, unit), limits.on(rule_id, TODAY), TODAY) is laxer


def test_a_council_s_own_limit_comes_first_while_it_holds():
    own = limits.Limit("review.first", 15, "working days", date(2026, 1, 1), "ours", "H", date(2026, 6, 30))
    book = limits.Book(own=(own,))

    assert book.on("review.first", date(2026, 6, 30)).source == "ours"
    assert book.on("review.first", date(2026, 7, 1)).value == 20
    assert book.on("review.first", date(2025, 12, 31)).value == 20


def test_what_the_service_reviews_is_read_from_the_spans():
    york = limits.Book(need=((date(2016, 9, 12), date(2019, 5, 31)),))

    assert [york.reviews_need(date(2016, 9, day)) for day in (11, 12)] == [False, True]
    assert york.reviews_need(date(2019, 5, 31))
    assert not york.reviews_need(date(2019, 6, 1))
    assert york.reviews_protection(TODAY)
    assert not limits.NATIONAL.reviews_need(TODAY)
