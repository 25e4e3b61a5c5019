"""What is hidden, why, and that the proof of it is one."""

from __future__ import annotations

from dataclasses import replace
from random import Random

import pytest

from holdfast.indicators.figure import Figure
from holdfast.indicators.publishing.certificate import NotProved, check
from holdfast.indicators.publishing.protection import (
    BASE,
    FEW,
    LONGEST,
    PROTECTS,
    REST,
    SMALL,
    UNKNOWN,
    protect,
    rule,
)
from holdfast.indicators.rounding import percentage
from tests.unit.indicators.publishing.printed_figures import random_figures, some_tables

YEAR = "2016/17"


def share(table: str, group: str, n: int, of: int, period: str = YEAR) -> Figure:
    return Figure(table, group, period, n, of, percentage(n, of))


def count(table: str, group: str, n: int, period: str = YEAR) -> Figure:
    return Figure(table, group, period, n, None, n)


def sexes(male: int, female: int, unknown: int = 0) -> list[Figure]:
    of = male + female + unknown
    numbers = {"male": male, "female": female, "unknown": unknown}
    return [share("sex", group, n, of) for group, n in numbers.items()]


def why(figures: list[Figure], threshold: int = 5) -> dict[str, str]:
    shield = protect(figures, threshold=threshold)
    check(shield.proof)
    return {line.figure.group: line.why for line in shield.hidden}


def test_a_small_number_takes_another_with_it() -> None:
    assert why(sexes(100, 60, 3)) == {"unknown": SMALL, "female": PROTECTS}


def test_noughts_and_large_numbers_are_shown() -> None:
    assert why(sexes(100, 60)) == {}


def test_how_often_nobody_wrote_it_down_may_be_small() -> None:
    coded = share("participation", "coded", 200, 204)
    assert why([coded, share("participation", "attended", 100, 170)]) == {}
    assert why([share("monitor_completion", "completed", 200, 204)]) == {}
    assert why([share("participation", "attended", 167, 170)]) == {"attended": REST}


def test_what_is_left_over_of_a_rate_is_small_too() -> None:
    assert why([share("midway", "done", 200, 204)]) == {"done": REST}
    assert why([share("midway", "done", 4, 204)]) == {"done": SMALL}
    assert why([share("midway", "done", 100, 204)]) == {}


def test_under_a_small_base_nothing_is_shown_but_noughts() -> None:
    figures = [share("midway", "done", 3, 4), share("records_in_time", "record", 0, 4)]
    shield = protect(figures)
    done, record = (shield.shown(figure) for figure in figures)
    assert (done.numerator, done.denominator, done.value) == (None, None, None)
    assert (record.numerator, record.denominator, record.value, record.hidden) == (0, None, None, False)


def test_a_hidden_share_says_of_how_many() -> None:
    shown = protect([share("midway", "done", 3, 204)]).shown(share("midway", "done", 3, 204))
    assert shown.as_dict() == {
        "table": "midway",
        "group": "done",
        "period": YEAR,
        "denominator": 204,
        "numerator": None,
        "value": "c",
    }


def test_the_year_is_not_to_be_taken_apart_by_its_quarters() -> None:
    numbers = (12, 9, 3, 20)
    quarters = [count("meetings", "cp", n, f"{YEAR} Q{q}") for q, n in enumerate(numbers, start=1)]
    hidden = protect([*quarters, count("meetings", "cp", 44)]).hidden
    assert [(line.figure.numerator, line.why) for line in hidden] == [(9, PROTECTS), (3, SMALL)]


def test_the_last_quarter_is_the_year_where_children_are_counted_on_a_day() -> None:
    quarters = [count("uasc", "number", n, f"{YEAR} Q{q}") for q, n in enumerate((9, 9, 9, 3), start=1)]
    hidden = protect([*quarters, count("uasc", "number", 3)]).hidden
    assert [line.figure.period for line in hidden] == [f"{YEAR} Q4", YEAR]


def test_a_number_is_not_given_back_by_another_table() -> None:
    """Of 12 children in care 9 are boys; 3 reviews … the base of one table is the number of another."""
    figures = [count("children_in_care", "number", 4), *sexes(4, 0)]
    assert why(figures) == {"number": SMALL, "male": SMALL}


def test_plans_open_are_not_to_be_worked_out_from_those_that_began_and_ended() -> None:
    months = {"2016-04": (40, 8, 7), "2016-05": (42, 8, 6), "2016-06": (41, 2, 3), "2016-07": (45, 9, 5)}
    figures = [
        count("protection_plans", group, n, month)
        for month, numbers in months.items()
        for group, n in zip(("open", "started", "ended"), numbers, strict=True)
    ]
    shield = protect(figures)
    check(shield.proof)
    hidden = {(line.figure.period, line.figure.group) for line in shield.hidden}
    assert {("2016-06", "started"), ("2016-06", "ended"), ("2016-07", "ended")} <= hidden
    assert hidden & {("2016-07", "started"), ("2016-06", "open"), ("2016-07", "open")}


def test_means_and_medians_of_few_and_the_longest_of_all_are_not_shown() -> None:
    days = [
        Figure("issues", "days_to_resolve", YEAR, 9, 9, 11.0),
        Figure("issues", "longest_to_resolve", YEAR, 9, 9, 40),
    ]
    assert why(days) == {"days_to_resolve": FEW, "longest_to_resolve": LONGEST}
    assert why([replace(one, numerator=10, denominator=10) for one in days]) == {
        "longest_to_resolve": LONGEST
    }


def test_a_mean_is_shown_only_where_its_bands_are() -> None:
    bands = {"sdq_normal": 30, "sdq_borderline": 20, "sdq_concern": 3}
    figures = [share("health_education", group, n, 53) for group, n in bands.items()]
    mean = Figure("health_education", "sdq_average", YEAR, 53, 80, 12.3)
    assert why([mean, *figures])["sdq_average"] == FEW


def test_full_posts_are_about_no_child() -> None:
    posts = Figure("caseload", "fte", YEAR, 4, None, 2.4)
    assert protect([posts]).shown(posts) == posts


def test_an_earlier_year_of_our_own_is_hidden_again() -> None:
    before = [replace(figure, period="2014/15") for figure in sexes(100, 60, 3)]
    shield = protect([], published=before)
    assert [shield.shown_published(figure).hidden for figure in before] == [False, True, True]
    assert all(line.published for line in shield.hidden)


def test_a_larger_threshold_hides_more() -> None:
    assert why(sexes(100, 60, 8)) == {}
    assert why(sexes(100, 60, 8), threshold=10) == {"unknown": SMALL, "female": PROTECTS}


def test_where_the_base_is_small_it_is_said() -> None:
    assert why([share("midway", "done", 6, 6), share("midway", "waived", 0, 6)]) == {}
    assert BASE != SMALL


def test_what_the_program_no_longer_counts_is_hidden() -> None:
    """An edition is kept for years: of a table that is no more nobody can tell what it would give away."""
    gone = [share("gone", "not_needed", 2, 170), count("sex", "gone", 0), count("gone", "total", 90)]
    shield = protect([*gone, *sexes(100, 60)])

    assert [(line.figure, line.why) for line in shield.hidden] == [(one, UNKNOWN) for one in gone]
    assert all(shield.shown(one).denominator is None for one in gone)


def test_the_same_figures_are_hidden_alike() -> None:
    figures = random_figures(5, 40)
    first, second = (protect(list(figures), threshold=t).proof for t in (5, 5))
    assert first.hidden == second.hidden


def test_the_rule_is_told() -> None:
    assert rule(4).startswith("Numbers of 1 to 4 are not published")


@pytest.mark.parametrize("seed", range(8))
def test_the_proof_is_one(seed: int) -> None:
    chance = Random(seed)
    figures = some_tables(random_figures(seed, 50), chance, 0.4)
    proof = protect(figures, threshold=chance.choice((3, 4, 5, 6))).proof
    check(proof)
    assert proof.hidden


def test_a_proof_with_a_world_left_out_or_changed_is_none() -> None:
    proof = protect(sexes(100, 60, 3)).proof
    with pytest.raises(NotProved):
        check(replace(proof, worlds=proof.worlds[:1]))
    quantity, value = next(iter(proof.worlds[0].items()))
    with pytest.raises(NotProved):
        check(replace(proof, worlds=({**proof.worlds[0], quantity: value + 1}, *proof.worlds[1:])))
    with pytest.raises(NotProved):
        check(replace(proof, hidden=frozenset()))
