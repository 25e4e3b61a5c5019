"""Ladders as data: those shipped, one of the council's own, and what is wrong with one that cannot be climbed."""

from __future__ import annotations

from datetime import date

import pytest

from holdfast.domain import limits
from holdfast.domain.resolution import ladders
from holdfast.domain.resolution.ladders import NoLadder, as_content, faults, read

TOTAL = limits.on("resolution.total", date(2026, 11, 20)).value
STAGES = [
    {"name": "Informal", "role": "Social worker"},
    {"name": "Stage 1", "role": "Head of service", "days": 10},
]


def test_the_total_of_all_formal_stages_is_twenty_working_days() -> None:
    limit = limits.on("resolution.total", date(2026, 11, 20))

    assert (limit.value, limit.unit) == (20, "working days")
    rule = next(rule for rule in limits.rules() if rule.rule_id == "resolution.total")
    assert rule.stricter_only
    assert rule.units == ("working days",)


def test_york_is_in_force_until_a_council_sets_its_own() -> None:
    york = ladders.in_force()

    assert york == ladders.named("york")
    assert [(one.number, one.role, one.days) for one in york.rungs] == [
        (0, "Social worker or Service manager", None),
        (1, "Service manager", None),
        (2, "Service manager", None),
        (3, "Group manager", None),
    ]
    assert york.rungs[0].roles == ("Social worker", "Service manager")
    assert [one.formal for one in york.rungs] == [False, True, True, True]
    assert york.last == 3
    assert york.rung(4) is None


def test_the_four_stages_of_a_council_take_five_days_each_but_the_last() -> None:
    found = ladders.named("four_stages")

    assert [one.days for one in found.rungs] == [None, 5, 5, 5, None]
    assert found.rungs[-1].role == "Strategic director"


@pytest.mark.parametrize("ladder", ladders.shipped(), ids=lambda one: one.code)
def test_every_ladder_can_be_climbed_and_says_where_it_is_from(ladder) -> None:
    assert faults(as_content(ladder), TOTAL) == ()
    assert read(as_content(ladder)) == ladder
    assert ladder.source
    assert ladder.certainty in ("H", "M", "L")
    assert [one.number for one in ladder.rungs] == list(range(len(ladder.rungs)))


def test_codes_and_names_are_their_own() -> None:
    shipped = ladders.shipped()

    assert len(shipped) >= 4
    assert len({one.code for one in shipped}) == len({one.name for one in shipped}) == len(shipped)
    assert ladders.named("nowhere") is None


@pytest.mark.parametrize(
    ("stages", "sentence"),
    [
        (None, "has no stages"),
        ("Informal", "has no stages"),
        (["Informal"], "has no stages"),
        (STAGES[:1], "at least one formal stage"),
        ([STAGES[0], {**STAGES[1], "name": " "}], "Stage 1 has no name"),
        ([STAGES[0], {**STAGES[1], "name": "x" * 121}], "longer than 120"),
        ([STAGES[0], {**STAGES[1], "role": ""}], "Stage 1 does not say who answers"),
        ([STAGES[0], {**STAGES[1], "role": "x" * 81}], "longer than 80"),
        ([{**STAGES[0], "role": ""}, STAGES[1]], "The informal stage does not say who answers"),
        ([STAGES[0], {**STAGES[1], "name": "informal"}], "same name"),
        ([STAGES[0], {**STAGES[1], "days": 0}], "no number of working days"),
        ([STAGES[0], {**STAGES[1], "days": "5"}], "no number of working days"),
        ([STAGES[0], {**STAGES[1], "days": True}], "no number of working days"),
    ],
)
def test_what_is_no_ladder_is_said(stages, sentence) -> None:
    with pytest.raises(NoLadder, match=sentence) as refusal:
        read({"stages": stages})
    assert any(sentence in one for one in refusal.value.faults)


def test_the_formal_stages_fit_in_the_total_and_the_informal_one_is_no_part_of_it() -> None:
    stages = [{**STAGES[0], "days": 15}, STAGES[1], {"name": "Stage 2", "role": "Director", "days": 11}]

    assert faults({"stages": stages}) == ()
    assert faults({"stages": stages}, 21) == ()
    (sentence,) = faults({"stages": stages}, TOTAL)
    assert sentence == "The formal stages take 21 working days together. All of them may take 20 at most."
