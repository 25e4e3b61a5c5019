from datetime import date

import pytest

from holdfast.domain.reporting_year import ReportingYear
from holdfast.indicators import engine
from holdfast.indicators.figure import Figure
from holdfast.snapshot import store
from tests.snapshot.small import tables

YEAR = ReportingYear(2018)


@pytest.fixture(scope="module")
def sources():
    return store.open({**tables(), "population": store.population({2018: 1000})})


def figure(sources, table, group, period="2017/18"):
    found = engine.figures(sources, YEAR, [table])
    return next(f for f in found if (f.group, f.period) == (group, period))


def test_a_count_has_no_denominator(sources):
    assert figure(sources, "children_in_care", "number") == Figure(
        "children_in_care", "number", "2017/18", 2, None, 2
    )


def test_a_rate_per_10000_uses_the_population_entered(sources):
    wanted = Figure("children_in_care", "per_10000", "2017/18", 2, 1000, 20.0)
    assert figure(sources, "children_in_care", "per_10000") == wanted


def test_a_rate_per_10000_is_absent_where_no_population_is_entered():
    found = engine.figures(store.open(tables()), YEAR, ["children_in_care"])
    assert {f.group for f in found} == {"number"}


def test_every_group_is_there_for_every_period(sources):
    found = engine.figures(sources, YEAR, ["age"])
    assert len(found) == 6 * 5
    assert {f.period for f in found} == {"2017/18", *(f"2017/18 Q{q}" for q in (1, 2, 3, 4))}


def test_a_share_of_nothing_is_nothing():
    found = engine.figures(store.open({}), YEAR)
    assert {f.value for f in found if f.denominator is not None} == {None}
    assert {f.value for f in found if f.denominator is None} == {0}


def test_no_two_figures_have_the_same_place(sources):
    found = engine.figures(sources, YEAR)
    assert len({(f.table, f.group, f.period) for f in found}) == len(found)


def test_rows_are_as_many_as_the_number_says(sources):
    for each in (f for f in engine.figures(sources, YEAR) if f.numerator or f.group == "unknown"):
        rows = engine.rows(sources, YEAR, each.table, each.group, each.period)
        assert len(rows) == each.numerator, each


def test_rows_of_the_base_are_as_many_as_the_denominator_says(sources):
    for each in engine.figures(
        sources, YEAR, ["age", "participation", "long_term_stability", "care_leavers"]
    ):
        if each.denominator is not None:
            rows = engine.rows(sources, YEAR, each.table, each.group, each.period, base=True)
            assert len(rows) == each.denominator, each


def test_rows_carry_the_child_and_the_dates(sources):
    assert engine.rows(sources, YEAR, "children_in_care", "number", "2017/18 Q1") == [
        {"child": "A1", "period": "2017/18 Q1", "started": date(2016, 5, 1), "ended": None}
    ]


@pytest.mark.parametrize(
    ("table", "group", "period", "says"),
    [
        ("age", "7_8", None, "age has no group “7_8”. Its groups are: under_1,"),
        ("age", "5_9", "2016/17 Q1", "age has no period “2016/17 Q1”. It has: 2017/18 Q1,"),
        ("placement_moves", "unknown", "2017/18 Q1", "placement_moves has no period"),
    ],
)
def test_asking_for_what_is_not_there_is_said(sources, table, group, period, says):
    with pytest.raises(KeyError, match=says.split(".")[0]):
        engine.rows(sources, YEAR, table, group, period)
