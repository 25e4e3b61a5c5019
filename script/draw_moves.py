"""The moves of a concern, drawn from the one table every action asks (holdfast/domain/resolution/moves.py)."""

from __future__ import annotations

from holdfast.domain.resolution.moves import (
    MOVE_WORDS,
    NEEDS_WORDS,
    RAISED,
    STATE_WORDS,
    TABLE,
    Move,
    State,
    Who,
    rule,
)

_WHO = {Who.OFFICER: "reviewing officer", Who.ASKED: "person asked"}


def documents() -> dict[str, str]:
    """File name under docs/generated -> its text."""
    return {"concern-moves.md": "\n".join([*_picture(), *_beside(), *_table(), *_needs()]) + "\n"}


def _picture() -> list[str]:
    lines = [
        "# The moves of a concern",
        "",
        "Drawn from `holdfast/domain/resolution/moves.py`, the one table every action asks; "
        "written again with `script/generate-docs`.",
        "Moves that leave a concern where it stands are not drawn; the table has them.",
        "",
        "```mermaid",
        "stateDiagram-v2",
        *(f'    state "{STATE_WORDS[state]}" as {state}' for state in State),
        *(f"    [*] --> {state}: raise" for state in RAISED),
    ]
    arrows: dict[tuple[State, State], list[str]] = {}
    for one in TABLE:
        for to in one.to:
            if to is not one.state or one.move in (Move.OPEN, Move.SKIP):
                arrows.setdefault((one.state, to), []).append(MOVE_WORDS[one.move])
    lines += [
        f"    {start} --> {to}: {', '.join(dict.fromkeys(words))}" for (start, to), words in arrows.items()
    ]
    return [*lines, "```", ""]


def _beside() -> list[str]:
    everywhere = [MOVE_WORDS[move] for move in Move if all(rule(state, move) for state in State)]
    return [f"In every state, closed included: {', '.join(everywhere)}.", ""]


def _table() -> list[str]:
    """A row for each move and where it leads; the states it leads there from stand together."""
    found: dict[tuple[str, ...], list[str]] = {}
    for move in Move:
        for one in (rule(state, move) for state in State):
            if one is not None:
                to = "stays" if one.to == (one.state,) else ", ".join(f"`{state}`" for state in one.to)
                only_if = NEEDS_WORDS[one.needs] if one.needs else ""
                key = (f"{MOVE_WORDS[move]} (`{move}`)", to, _WHO[one.who], only_if)
                found.setdefault(key, []).append(f"`{one.state}`")
    rows = [[move, _states(froms), to, who, only_if] for (move, to, who, only_if), froms in found.items()]
    head = ["Move", "From", "To", "Who", "Only if"]
    states = [f"- `{state}`: {words}" for state, words in STATE_WORDS.items()]
    return [*states, "", _row(head), _row(["---"] * len(head)), *(_row(row) for row in rows), ""]


def _states(froms: list[str]) -> str:
    return "every state" if len(froms) == len(State) else ", ".join(froms)


def _needs() -> list[str]:
    return [
        f"{len(TABLE)} moves are allowed, of {len(Move) * len(State)} pairs of a state and a move. Every pair is tried "
        "through the real actions by `tests/casework/resolution/test_every_move.py`."
    ]


def _row(cells: list[str]) -> str:
    return f"| {' | '.join(cells)} |"
