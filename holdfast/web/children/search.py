"""Finding a child by name, misspelt too, or by number.

The words stay in the session: an address holds nothing personal.
"""

from __future__ import annotations

import secrets
import time
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass
from difflib import SequenceMatcher

from django.contrib.sessions.backends.base import SessionBase

SESSION_KEY = "searches"
#: Searches remembered for one person, so that the browser's back still finds what it found.
REMEMBERED = 20
#: and for so long: they are names of children, and lie in the database meanwhile.
REMEMBERED_SECONDS = 30 * 60
#: How alike two names must be to count as a misspelling: “Jon” and “John” are, “Ann” and “Alan” are not.
ALIKE = 0.76


@dataclass(frozen=True)
class Found:
    """Ids of the children, best first; ``near`` when no name has the words as typed and the nearest are shown."""

    ids: tuple[int, ...]
    near: bool


def remember(session: SessionBase, words: str) -> str:
    """Keep the words searched for and give the token that stands for them in the address."""
    kept = _kept(session)
    token = next((key for key, (value, _) in kept.items() if value == words), None) or secrets.token_urlsafe(
        6
    )
    kept.pop(token, None)
    kept[token] = (words, int(time.time()))
    session[SESSION_KEY] = dict(list(kept.items())[-REMEMBERED:])
    return token


def recall(session: SessionBase, token: str) -> str:
    """The words a token stands for; none for a token from somebody else's address, or of long ago."""
    words, _ = _kept(session).get(token, ("", 0))
    return words


def _kept(session: SessionBase) -> dict[str, tuple[str, int]]:
    since = int(time.time()) - REMEMBERED_SECONDS
    kept = session.get(SESSION_KEY, {})
    return {token: (words, at) for token, (words, at) in kept.items() if at >= since}


def find(words: str, children: Iterable[tuple[int, str, str]]) -> Found:
    """Search (id, name, number) rows. All words must be found; else the names that sound most like them."""
    wanted = _plain(words).split()
    rows = [(id_, _plain(name), _plain(number)) for id_, name, number in children]
    exact = [
        id_ for id_, name, number in rows if wanted and all(w in name or number.startswith(w) for w in wanted)
    ]
    if exact or not wanted:
        return Found(tuple(exact), near=False)
    scored = [(min(_likeness(word, name) for word in wanted), id_) for id_, name, _ in rows if name]
    near = sorted(((score, id_) for score, id_ in scored if score >= ALIKE), reverse=True)
    return Found(tuple(id_ for _, id_ in near[:25]), near=True)


def any_name_alike(words: str, name: str) -> bool:
    """Whether one of the names is spelt alike in both: the surname may have changed, or the first name be misheard."""
    return any(_likeness(word, _plain(name)) >= ALIKE for word in _plain(words).split())


def _likeness(word: str, name: str) -> float:
    return max((SequenceMatcher(None, word, part).ratio() for part in name.split()), default=0.0)


def _plain(text: str) -> str:
    decomposed = unicodedata.normalize("NFKD", text.casefold())
    return (
        "".join(c for c in decomposed if not unicodedata.combining(c))
        .replace("'", "")
        .replace("’", "")
        .strip()
    )
