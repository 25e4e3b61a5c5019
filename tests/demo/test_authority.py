"""The authority of every seed says what York printed, counted apart from the engine; seeds differ in who and when."""

from __future__ import annotations

from collections import Counter
from datetime import date

from holdfast.demo.authority import build
from holdfast.demo.published import cells

from .by_hand import records_of
from .conftest import made

ENDS = {
    "2015/16": date(2016, 3, 31),
    "2016/17 Q1": date(2016, 6, 30),
    "2016/17 Q2": date(2016, 9, 30),
    "2016/17 Q3": date(2016, 12, 31),
    "2016/17 Q4": date(2017, 3, 31),
}
CANNOT_STAND = {("1_2_years", "2016/17 Q1"), ("over_4_years", "2016/17 Q1")}


def printed(table: str, period: str, reads: str = "count") -> dict[str, str | None]:
    """The cells York printed in one column of a table, by group."""
    found = {
        c.group: c.printed
        for c in cells()
        if (c.table, c.period, c.reads, c.whose) == (table, period, reads, "")
    }
    assert found
    return found


def test_children_in_care_by_sex_and_age_are_those_printed(authority) -> None:
    records = records_of(authority.seed)

    for period, on in ENDS.items():
        sexes = records.count(on, "SEX")
        assert {"number": str(len(records.in_care(on)))} == printed("children_in_care", period)
        assert {"male": str(sexes["1"]), "female": str(sexes["2"])} == printed("sex", period)
        bands = dict(zip(("under_1", "1_4", "5_9", "10_15", "16_over"), records.ages(on), strict=True))
        assert {group: str(n) for group, n in bands.items()} == printed("age", period)


def test_time_in_care_is_that_printed_where_it_can_be(authority) -> None:
    records = records_of(authority.seed)
    bands = ("under_6_months", "6_12_months", "1_2_years", "2_4_years", "over_4_years")

    for period, on in ENDS.items():
        ours = dict(zip(bands, records.times_in_care(on), strict=True))
        for group, said in printed("time_in_care", period).items():
            if said is not None and (group, period) not in CANNOT_STAND:
                assert str(ours[group]) == said, (period, group)


def test_ethnicity_and_legal_status_of_both_year_ends(authority) -> None:
    records = records_of(authority.seed)

    for period in ("2015/16", "2016/17"):
        on = date(2000 + int(period[-2:]), 3, 31)
        ours = records.count(on, "ETHNIC")
        assert {code: str(ours[code]) for code in printed("ethnicity", period)} == printed(
            "ethnicity", period
        )
    assert records.legal_statuses(ENDS["2015/16"]) == Counter(C1=19, C2=105, E1=8, V2=59)
    assert records.legal_statuses(ENDS["2016/17 Q4"]) == Counter(C1=20, C2=127, E1=5, V2=51, J1=1)


def test_those_who_left_did_so_as_printed(authority) -> None:
    records = records_of(authority.seed)

    ours = records.left(date(2016, 4, 1), date(2017, 3, 31))

    outcomes = {
        code: n for code, n in printed("leaving_care", "2016/17").items() if code not in ("total", "E17")
    }
    assert {code: str(ours[code]) for code in outcomes} == outcomes
    assert (ours["E17"], ours.total()) == (5, 74)


def test_moves_and_stability_of_both_years(authority) -> None:
    records = records_of(authority.seed)

    assert (records.often_moved(2017), len(records.in_care(date(2017, 3, 31)))) == (10, 204)
    assert (records.often_moved(2016), len(records.in_care(date(2016, 3, 31)))) == (17, 191)
    assert records.settled(2017) == (50, 75)
    stable, long = records.settled(2016)
    assert round(100 * stable / long) == 64


def test_reviews_by_quarter_and_by_code(authority) -> None:
    records = records_of(authority.seed)
    quarters = [
        len(records.reviews_held(first, last))
        for first, last in (
            (date(2016, 4, 1), date(2016, 6, 30)),
            (date(2016, 7, 1), date(2016, 9, 30)),
            (date(2016, 10, 1), date(2016, 12, 31)),
            (date(2017, 1, 1), date(2017, 3, 31)),
        )
    ]
    codes = Counter(records.reviews[key] for key in records.reviews_held(date(2016, 4, 1), date(2017, 3, 31)))

    assert quarters == [138, 149, 120, 147]
    assert [codes[f"PN{n}"] for n in range(8)] == [94, 213, 7, 3, 2, 54, 115, 51]
    assert codes[None] == 15


def test_health_scores_and_care_leavers(authority) -> None:
    records = records_of(authority.seed)
    base = records.all_year(2017)
    health = [records.health[child, 2017] for child in base]
    aged = [child for child in base if 4 <= records.age(child, date(2017, 3, 31)) <= 16]
    scores = [s for child in aged if (s := records.health[child, 2017]["SDQ_SCORE"]) is not None]
    homes = [row["ACCOM"] for row in records.care_leavers if row["ACCOM"][0] != "R"]

    assert (sum(r["HEALTH_ASSESSMENT"] == r["TEETH_CHECK"] == "1" for r in health), len(health)) == (86, 141)
    assert (len(scores), sum(scores)) == (104, 1675)
    assert (sum(home.endswith("1") for home in homes), len(homes)) == (76, 78)


def test_those_who_came_alone_are_four_young_men_of_the_last_quarter(authority) -> None:
    records = records_of(authority.seed)

    alone = [child for child, row in records.asylum.items() if child in records.in_care(date(2017, 3, 31))]

    assert len(alone) == 4
    for child in alone:
        assert records.children[child]["SEX"] == "1"
        assert records.children[child]["ETHNIC"] == "OOTH"
        assert records.age(child, date(2017, 3, 31)) >= 16
        assert records.histories[child][0]["DECOM"] >= date(2017, 1, 1)


def test_the_same_seed_makes_the_same_children() -> None:
    assert build(1).everybody == made(1).everybody


def test_another_seed_makes_other_children() -> None:
    names = [{life.name for life in made(seed).children} for seed in (1, 2)]
    births = [sorted(life.born for life in made(seed).children) for seed in (1, 2)]

    assert len(names[0] & names[1]) < 10
    assert births[0] != births[1]
