"""The moves of an edition, as its table must say: every state and move, and who is another person than whom."""

from __future__ import annotations

import pytest

from holdfast.domain.edition_states import (
    MOVE_WORDS,
    ONWARD,
    PACK_TABLE,
    STATE_WORDS,
    TABLE,
    Hand,
    Move,
    State,
    Who,
    possible,
    rule,
    why_not_by,
    why_not_now,
)

#: state -> move -> where it leads, whose it is, and whose hands it must not rest on; all others are refused
SPEC = {
    "draft": {
        "new_snapshot": ("draft", "writer", ()),
        "new_words": ("draft", "writer", ()),
        "check": ("checked", "checker", ("made",)),
        "withdraw": ("withdrawn", "writer", ()),
    },
    "checked": {
        "send_back": ("draft", "checker", ()),
        "sign": ("signed", "signer", ("checked",)),
        "withdraw": ("withdrawn", "publisher", ()),
    },
    "signed": {
        "send_back": ("draft", "publisher", ()),
        "publish": ("published", "publisher", ("signed",)),
        "withdraw": ("withdrawn", "publisher", ()),
    },
    "published": {"withdraw": ("withdrawn", "publisher", ())},
    "withdrawn": {},
}


@pytest.mark.parametrize("move", Move)
@pytest.mark.parametrize("state", State)
def test_each_state_allows_what_is_written_here(state: State, move: Move) -> None:
    found = rule(state, move)
    expected = SPEC[state].get(move)

    assert (found and (found.to, found.who, found.not_whose)) == expected
    assert bool(why_not_now(state, move)) is (expected is None)
    assert (found in possible(state)) is (expected is not None)


def test_a_reason_is_asked_for_what_goes_back() -> None:
    assert {one.move for one in (*TABLE, *PACK_TABLE) if one.reason} == {Move.SEND_BACK, Move.WITHDRAW}
    assert all(one.reason for one in (*TABLE, *PACK_TABLE) if one.move in (Move.SEND_BACK, Move.WITHDRAW))


@pytest.mark.parametrize("table", [TABLE, PACK_TABLE])
def test_nothing_follows_on_withdrawn_and_each_pair_stands_once(table) -> None:
    assert not [one for one in table if one.state is State.WITHDRAWN]
    assert len({(one.state, one.move) for one in table}) == len(table)


def test_nobody_can_take_an_edition_to_published_with_one_pair_of_hands() -> None:
    hands, state = {Hand.MADE}, State.DRAFT
    refused = []
    for move, leaves in ((Move.CHECK, Hand.CHECKED), (Move.SIGN, Hand.SIGNED), (Move.PUBLISH, None)):
        one = rule(state, move)
        assert one is not None
        refused.append(bool(why_not_by(one, hands)))
        hands, state = hands | ({leaves} if leaves else set()), one.to
    assert refused == [True, True, True]


def test_the_way_leads_to_published() -> None:
    assert [ONWARD[state] for state in (State.DRAFT, State.CHECKED, State.SIGNED)] == [
        Move.CHECK, Move.SIGN, Move.PUBLISH,
    ]  # fmt: skip
    assert set(STATE_WORDS) == set(State)
    assert set(MOVE_WORDS) == set(Move)


def test_a_refusal_says_what_can_be_done_instead() -> None:
    assert why_not_now("signed", "sign") == (
        "This edition is signed off. Nobody can sign it off now. What can be done: send it back to be changed, "
        "publish it, withdraw it."
    )
    assert "prepare another edition" in why_not_now("withdrawn", "publish")


def test_a_sentence_says_why_it_takes_somebody_else() -> None:
    one = rule("checked", "sign")
    assert one is not None
    assert one.who is Who.SIGNER
    assert why_not_by(one, [Hand.MADE]) == ""
    assert why_not_by(one, [Hand.CHECKED]) == (
        "You checked this edition, so it takes somebody else to sign it off."
    )
