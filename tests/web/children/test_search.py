"""Finding a child by a name that is not spelt quite right."""

import pytest

from holdfast.web.children import search
from holdfast.web.children.search import find, recall, remember

CHILDREN = [(1, "Alice Arden", "C00001"), (2, "Zoë O’Neill", "C00002"), (3, "Jonathan Birch", "D00003")]


@pytest.mark.parametrize(
    ("words", "ids", "near"),
    [
        ("alice", (1,), False),
        ("ARDEN alice", (1,), False),
        ("oneill", (2,), False),
        ("zoe", (2,), False),
        ("D00003", (3,), False),
        ("c000", (1, 2), False),
        ("Alise", (1,), True),
        ("Johnathan", (3,), True),
        ("Birtch", (3,), True),
        ("Xenophon", (), True),
        ("", (), False),
    ],
)
def test_words_find_the_child_that_is_meant(words: str, ids: tuple, near: bool):
    found = find(words, CHILDREN)

    assert (found.ids, found.near) == (ids, near)


def test_the_words_stay_in_the_session_and_a_token_goes_into_the_address():
    session: dict = {}

    token = remember(session, "Alice Arden")

    assert "Alice" not in token
    assert recall(session, token) == "Alice Arden"
    assert recall({}, token) == ""


def test_only_the_latest_searches_are_kept():
    session: dict = {}
    first = remember(session, "the first")
    for nth in range(20):
        remember(session, f"name {nth}")

    assert recall(session, first) == ""


def test_a_search_of_long_ago_is_forgotten(monkeypatch):
    session: dict = {}
    token = remember(session, "Alice Arden")
    later = search.time.time() + search.REMEMBERED_SECONDS + 5
    monkeypatch.setattr(search.time, "time", lambda: later)

    assert recall(session, token) == ""
    remember(session, "another name")
    assert "Alice Arden" not in str(session)
