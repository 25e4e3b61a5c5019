"""The table of moves: complete in words, one rule for a pair, and nobody is ever without a way on."""

from __future__ import annotations

from itertools import product

import pytest

from holdfast.domain.resolution.moves import (
    MOVE_WORDS,
    NEEDS_WORDS,
    RAISED,
    STATE_WORDS,
    TABLE,
    Move,
    Needs,
    State,
    Who,
    possible,
    rule,
    why_not,
)

ALL = frozenset(Needs)


def test_every_state_move_and_condition_has_words_and_every_pair_one_rule() -> None:
    assert set(STATE_WORDS) == set(State)
    assert set(MOVE_WORDS) == set(Move)
    assert set(NEEDS_WORDS) == set(Needs)
    assert len({(one.state, one.move) for one in TABLE}) == len(TABLE)


def test_every_state_is_reached_and_every_one_can_be_left() -> None:
    reached, before = set(RAISED), set()
    while reached != before:
        before = set(reached)
        reached |= {to for one in TABLE if one.state in before for to in one.to}

    assert reached == set(State)
    for state in State:
        assert any(set(one.to) - {state} for one in TABLE if one.state is state)


def test_cafcass_and_legal_advice_are_open_at_every_point() -> None:
    for state, move in product(State, (Move.REFER, Move.ASK_LEGAL)):
        found = rule(state, move)
        assert found is not None
        assert found.to == (state,)
        assert found.needs is None


def test_only_answering_is_for_who_is_asked() -> None:
    assert {one.move for one in TABLE if one.who is Who.ASKED} == {Move.ANSWER, Move.CORRECT_ANSWER}
    assert {one.who for one in TABLE if one.move is Move.ANSWER} == {Who.ASKED}


def test_a_closed_concern_is_opened_again_before_it_moves() -> None:
    allowed = {one.move for one in TABLE if one.state is State.CLOSED}

    assert allowed == {
        *(Move.REOPEN, Move.TELL_CHILD),
        *(Move.ASK_LEGAL, Move.LEGAL_GIVEN, Move.REFER, Move.CAFCASS_SAID),
    }


@pytest.mark.parametrize(("state", "move"), list(product(State, Move)))
def test_a_refusal_says_what_is_possible_instead(state, move) -> None:
    allowed = rule(state, move)
    said = why_not(state, move, ALL)

    assert bool(said) == (allowed is None)
    for one in possible(state, ALL) if said else ():
        assert MOVE_WORDS[one.move] in said
    if allowed and allowed.needs:
        without = why_not(state, move, ALL - {allowed.needs})
        assert NEEDS_WORDS[allowed.needs] in without
        assert "What the reviewing officer can do: " in without


def test_the_words_of_a_refusal() -> None:
    assert why_not(State.CLOSED, Move.PAUSE, frozenset()) == (
        "This concern stands so: Closed. Nobody can pause the clock now. "
        "What the reviewing officer can do: ask for legal advice, refer to Cafcass, open it again."
    )
