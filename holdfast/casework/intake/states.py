"""How an import goes on: its states, the moves allowed, and which of them end it."""

from __future__ import annotations

from django.db import models


class State(models.TextChoices):
    READING = "reading", "Reading the files"
    REFUSED = "refused", "Not loaded: the files cannot be understood"
    WAITING = "waiting", "Read, waiting for you to load it"
    LOADING = "loading", "Loading"
    LOADED = "loaded", "Loaded"
    FAILED = "failed", "Stopped by an error; nothing was loaded"
    INTERRUPTED = "interrupted", "Broken off; nothing was loaded"


MOVES: dict[State, frozenset[State]] = {
    State.READING: frozenset({State.REFUSED, State.WAITING, State.LOADING, State.FAILED, State.INTERRUPTED}),
    State.WAITING: frozenset({State.LOADING, State.INTERRUPTED}),
    State.LOADING: frozenset({State.LOADED, State.FAILED, State.INTERRUPTED}),
    State.REFUSED: frozenset(),
    State.LOADED: frozenset(),
    State.FAILED: frozenset(),
    State.INTERRUPTED: frozenset(),
}

ENDED = frozenset(state for state, moves in MOVES.items() if not moves)
#: somebody is at work on it: these end as interrupted when nobody is any more
UNDER_WAY = frozenset({State.READING, State.LOADING})
