"""The board reader’s desk: what is published, what waits for the board, and nothing else."""

from __future__ import annotations

from dataclasses import replace

import pytest

from holdfast.casework.access.roles import Role
from holdfast.domain.edition_states import State
from holdfast.reports.annual.authority import Authority
from holdfast.reports.inputs import Inputs, RecommendationLine
from tests.builders import improvement
from tests.builders.editions import DAY, brought_to, draft

INPUTS = Inputs("annual", 2017, day=DAY, authority=Authority("Testshire"))
ASKED = RecommendationLine(2017, "Look at caseloads again", "They are above the guide.")


@pytest.fixture
def desk(as_role):
    return lambda: as_role(Role.BOARD_READER).get("/").content.decode()


def in_state(state: State, *recommendations: RecommendationLine) -> None:
    inputs = replace(INPUTS, recommendations=recommendations)
    brought_to(draft(inputs=inputs.to_bytes()), state)


def test_before_anything_is_published_there_is_nothing_to_read(desk, world):
    in_state(State.SIGNED, ASKED)
    improvement.recommendation(ASKED.text)

    body = desk()

    assert "No report has been published yet." in body
    assert ASKED.text not in body


def test_a_published_report_is_there_to_be_read_with_what_it_asks_of_the_board(desk, world):
    in_state(State.PUBLISHED, ASKED)
    improvement.recommendation(ASKED.text)

    body = desk()

    assert "Annual report 2016/17" in body
    assert "1 recommendation waits for the board." in body
    assert "Look at caseloads again" in body
    assert "They are above the guide." in body
    assert 'href="/overview"' in body


def test_what_the_board_decided_waits_for_it_no_more(desk, world):
    in_state(State.PUBLISHED, ASKED)
    improvement.decision(improvement.recommendation(ASKED.text))

    body = desk()

    assert "No recommendation waits for the board." in body
    assert "Look at caseloads again" not in body


def test_a_recommendation_that_is_written_and_not_published_is_nobodys_to_read_here(desk, world):
    in_state(State.PUBLISHED)
    improvement.recommendation("Not decided upon yet")

    assert "Not decided upon yet" not in desk()


def test_no_child_and_no_page_of_the_service_is_on_it(desk, world):
    in_state(State.PUBLISHED, ASKED)

    body = desk()

    assert "Alice" not in body
    assert "/children" not in body
    assert "/figures/" not in body  # the menu leads to the published ones; no table is opened from here
