"""The tables of a year count every row once, and each withstands somebody who solves for what it hides."""

from __future__ import annotations

from datetime import date, timedelta
from random import Random

import pytest

from holdfast.casework.footprint.models import Theme
from holdfast.casework.footprint.patterns import Praised, Raised
from holdfast.domain.reporting_year import ReportingYear
from holdfast.domain.resolution.categories import shipped
from holdfast.web.patterns.counting import Counts
from tests.unit.domain.test_small_numbers import withstands

YEAR = ReportingYear(2017)
TEAMS = ("North", "South", "East", "")


def counts(number: int, seed: int) -> Counts:
    """An invented year of so many concerns and a third as much praise."""
    chance = Random(seed)

    def day() -> date:
        return YEAR.starts + timedelta(chance.randrange(365))

    def concern() -> Raised:
        on, code = day(), chance.choice(shipped()[:12]).code
        effect = chance.choice(("", "none", "partial", "full", "overtaken", "withdrawn"))
        closed = on + timedelta(20) if effect else None
        severity = chance.choice(("green", "amber", "red"))
        return Raised(
            chance.randrange(80),
            on,
            code,
            severity,
            chance.choice(TEAMS),
            effect,
            closed,
            14 if closed else None,
        )

    praise = [Praised(day(), chance.choice(Theme.values), chance.choice(TEAMS)) for _ in range(number // 3)]
    return Counts(YEAR, YEAR.ends, [concern() for _ in range(number)], praise, shipped())


@pytest.mark.parametrize("number", [12, 60, 150])
def test_every_table_withstands_an_attack(number: int) -> None:
    found = counts(number, seed=number)

    for table in found.tables.values():
        withstands([table], found.guarded)


@pytest.mark.parametrize("seed", [1, 2])
def test_every_table_counts_every_row_once(seed: int) -> None:
    found = counts(90, seed)
    standing = sum(row.effect != "withdrawn" for row in found.rows)

    for name in ("group", "team", "severity", "effect", "team_by_group", "severity_by_effect"):
        assert found.tables[name].value() == standing, name
    for prefix in ("category:", "month:"):
        assert sum(t.value() for n, t in found.tables.items() if n.startswith(prefix)) == standing
    assert found.tables["praise"].value() == found.tables["praise_by_team"].value() == 30
    assert found.taken_back == len(found.rows) - standing


def test_a_total_hidden_in_one_table_is_hidden_in_every_other() -> None:
    found = counts(40, seed=5)
    shown: dict = {}
    for table in found.tables.values():
        for row in (None, *range(len(table.rows))):
            for column in (None, *range(len(table.columns))):
                value = found.guarded.shown(table, row, column)
                assert shown.setdefault(table.key(row, column), value) == value
