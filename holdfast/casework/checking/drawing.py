"""Draws the month's sample of peer audits: so many reviews of each officer, each with a second officer to rate it.

Pure: the same candidates, raters, history and seed draw the same sample, so that anybody can draw it again.
"""

from __future__ import annotations

import random
from collections import Counter
from collections.abc import Container, Iterable, Mapping, Sequence
from dataclasses import dataclass


@dataclass(frozen=True, order=True)
class Candidate:
    """A review that may be drawn, by the ids of its officer, itself and its child."""

    officer: int
    review: int
    child: int


@dataclass(frozen=True)
class Drawn:
    """``rater`` is None where nobody may rate the review."""

    candidate: Candidate
    rater: int | None


def draw(
    candidates: Iterable[Candidate],
    per_officer: int,
    raters: Sequence[int],
    barred: Container[tuple[int, int]],
    met: Mapping[tuple[int, int], int],
    seed: int,
) -> tuple[Drawn, ...]:
    """The sample, by officer and review. ``barred``: (rater, child) who are not strangers. ``met``: (officer, rater) ->
    how often one was rated by the other before.

    Nobody rates their own review. The load is spread as evenly as that allows; among equals it goes to who has rated
    this officer least.
    """
    chance = random.Random(seed)  # noqa: S311 - a sample to be drawn again, not a secret
    picked = _picked(candidates, per_officer, chance)
    allowed = {
        one: [r for r in sorted(raters) if r != one.officer and (r, one.child) not in barred]
        for one in picked
    }
    waiting = list(picked)
    chance.shuffle(waiting)
    waiting.sort(key=lambda one: len(allowed[one]))
    load, pairs, given = Counter(dict.fromkeys(raters, 0)), Counter(met), {}
    for one in waiting:
        choice = sorted(allowed[one], key=lambda r: (load[r], pairs[one.officer, r], chance.random()))
        given[one] = choice[0] if choice else None
        if choice:
            load[choice[0]] += 1
            pairs[one.officer, choice[0]] += 1
    _even_out(given, allowed, load, pairs)
    return tuple(Drawn(one, given[one]) for one in picked)


def _picked(candidates: Iterable[Candidate], per_officer: int, chance: random.Random) -> list[Candidate]:
    """So many of each officer, or all there are."""
    by_officer: dict[int, list[Candidate]] = {}
    for one in sorted(candidates):
        by_officer.setdefault(one.officer, []).append(one)
    picked = [one for own in by_officer.values() for one in chance.sample(own, min(per_officer, len(own)))]
    return sorted(picked)


def _even_out(
    given: dict[Candidate, int | None],
    allowed: Mapping[Candidate, Sequence[int]],
    load: Counter[int],
    pairs: Counter[tuple[int, int]],
) -> None:
    """Hand on from who has two more than another, while somebody has and may."""
    while True:
        moves = [
            (load[other] - load[rater], pairs[one.officer, other], one, other)
            for one, rater in given.items()
            if rater is not None
            for other in allowed[one]
            if load[rater] - load[other] > 1
        ]
        if not moves:
            return
        _, _, one, other = min(moves)
        rater = given[one]
        given[one] = other
        if rater is not None:
            load[rater] -= 1
            pairs[one.officer, rater] -= 1
        load[other] += 1
        pairs[one.officer, other] += 1
