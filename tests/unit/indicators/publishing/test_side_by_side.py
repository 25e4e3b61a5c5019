"""Two published reports of the same figures, laid side by side, tell no more than each of them."""

from __future__ import annotations

from dataclasses import replace
from random import Random

import pytest

from holdfast.indicators.figure import Figure
from holdfast.indicators.publishing.certificate import check
from holdfast.indicators.publishing.protection import Protected, protect
from holdfast.indicators.rounding import percentage
from tests.spec.indicators import counting, histories_work
from tests.unit.indicators.publishing import attacker
from tests.unit.indicators.publishing.attacker import Printed
from tests.unit.indicators.publishing.printed_figures import YEAR_ENDING
from tests.unit.indicators.publishing.test_attack import THRESHOLD, as_printed, truth


def beside(first: list[Printed], second: list[Printed]) -> list[Printed]:
    """What somebody knows who has read both: each number that either of them prints."""
    found: dict[tuple[str, str, str], Printed] = {}
    for one in (*first, *second):
        other = found.get((one.table, one.group, one.period), one)
        n = other.n if one.n is None else one.n
        found[one.table, one.group, one.period] = replace(one, n=n, of=other.of if one.of is None else one.of)
    return list(found.values())


def read_both(figures: list[Figure], one: Protected, other: Protected, parts: list[list[Figure]]) -> int:
    """How many numbers are given away to whoever has both."""
    printed = beside(as_printed(parts[0], one), as_printed(parts[1], other))
    return len(attacker.narrowed(attacker.read(printed), truth(figures), THRESHOLD))


def two_reports(seed: int) -> tuple[list[Figure], list[list[Figure]]]:
    """Three years of an authority, and the reports of the second and the third: each prints the year before too."""
    chance = Random(seed)
    rows = histories_work.service(chance, chance.randint(20, 45), YEAR_ENDING)
    years = [
        [Figure(*place, *counts) for place, counts in counting.by_oracle(rows, ending).items()]
        for ending in (YEAR_ENDING - 1, YEAR_ENDING, YEAR_ENDING + 1)
    ]
    return [figure for year in years for figure in year], [years[0] + years[1], years[1] + years[2]]


@pytest.mark.parametrize("seed", [0, 2])
def test_a_second_report_that_knows_of_the_first_gives_nothing_away(seed: int) -> None:
    figures, parts = two_reports(seed)
    first = protect(parts[0], threshold=THRESHOLD)
    second = protect(parts[1], threshold=THRESHOLD, before=first.told([YEAR_ENDING]))
    check(second.proof)

    hidden = {line.figure for line in first.hidden}
    assert not [figure for figure in parts[1] if figure in hidden and not second.shown(figure).hidden]
    assert read_both(figures, first, second, parts) == 0


def placements(group: str, n: int, of: int = 100) -> Figure:
    return Figure("sex", group, "2016/17", n, of, percentage(n, of))


def test_what_was_hidden_stays_hidden_when_it_has_grown() -> None:
    before = [placements("male", 57), placements("female", 40), placements("unknown", 3)]
    now = [placements("male", 54), placements("female", 40), placements("unknown", 6)]
    told = protect(before).told([2017])

    assert {line.figure.group for line in protect(now).hidden} == set()
    shield = protect(now, before=told)
    check(shield.proof)
    assert {line.figure.group for line in shield.hidden} == {
        line.figure.group for line in protect(before).hidden
    }


def test_a_nought_is_shown_whatever_stood_there() -> None:
    figures = [placements("male", 60), placements("female", 40), placements("unknown", 0)]
    shield = protect(figures, before=("sex.unknown|2016/17",))
    check(shield.proof)
    assert [line.figure.group for line in shield.hidden] == []
