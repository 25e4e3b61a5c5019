"""Invented histories of children in care, many at a time: the ground of both benchmarks.

Nobody in them exists. Stays, moves, legal steps, reviews and endings are drawn from a seed number with
frequencies of the right order for an English council, so that joins and groups have realistic sizes.
Days are whole numbers since 1 January 1970; ``NEVER`` stands for "not yet".
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Any

import numpy as np

Days = np.ndarray[Any, np.dtype[np.int64]]
Codes = np.ndarray[Any, np.dtype[np.str_]]

NEVER = 100_000
YEAR = 365.25
EIGHTEEN = 6574  # days, a day short of the birthday at most
MEAN_STAY = 2.4 * YEAR
SHARE_WHO_RETURN = 0.08
SHARE_UASC = 0.06

SEX = {"M": 0.56, "F": 0.44}
ETHNIC = {
    "WBRI": 0.68,
    "WOTH": 0.05,
    "MWBC": 0.05,
    "MOTH": 0.05,
    "BAFR": 0.06,
    "AOTH": 0.04,
    "OOTH": 0.06,
    "NOBT": 0.01,
}
LEGAL_STATUS = {"C2": 0.52, "C1": 0.17, "V2": 0.22, "E1": 0.06, "J1": 0.01, "L2": 0.01, "V4": 0.01}
PLACE = {
    "U6": 0.36, "U4": 0.13, "U5": 0.02, "U3": 0.10, "U1": 0.07, "K2": 0.11, "P1": 0.07, "A6": 0.03, "A5": 0.02,
    "K3": 0.05, "R1": 0.01, "S1": 0.01, "R5": 0.01, "R3": 0.01,
}  # fmt: skip
TEMPORARY = {"T1": 0.4, "T2": 0.2, "T3": 0.1, "T4": 0.2, "T0": 0.1}
SHARE_TEMPORARY = 0.04
NEXT_EPISODE = {"P": 0.50, "L": 0.30, "B": 0.08, "T": 0.08, "U": 0.04}
REASON_MOVED = {
    "CARPL": 0.45, "CREQB": 0.15, "CREQO": 0.10, "CHILD": 0.08, "PLACE": 0.06, "LAREQ": 0.04, "OTHER": 0.06,
    "CLOSE": 0.02, "ALLEG": 0.02, "STAND": 0.02,
}  # fmt: skip
REASON_ENDED = {
    "E4A": 0.30, "E4B": 0.08, "E12": 0.08, "E11": 0.02, "E41": 0.08, "E45": 0.07, "E46": 0.02, "E47": 0.06,
    "E48": 0.02, "E13": 0.05, "E8": 0.18, "E3": 0.02, "E9": 0.02,
}  # fmt: skip
PARTICIPATION = {"PN1": 0.46, "PN2": 0.06, "PN3": 0.02, "PN4": 0.03, "PN5": 0.12, "PN6": 0.22, "PN7": 0.09}


@dataclass(frozen=True)
class Children:
    """One entry per child."""

    born: Days
    sex: Codes
    ethnicity: Codes
    asylum_seeking: Days  # 1 or 0


@dataclass(frozen=True)
class Stays:
    """One entry per period of care."""

    child: Days  # index into Children
    began: Days
    ended: Days  # NEVER while it lasts


@dataclass(frozen=True)
class Episodes:
    """One entry per episode of care, in the order of stay and date."""

    child: Days
    started: Days
    ended: Days
    reason_started: Codes
    legal_status: Codes
    place: Codes
    placement: Days  # a number per placement, for a postcode
    reason_ended: Codes  # blank while open
    reason_moved: Codes  # blank unless the next episode is a new placement


@dataclass(frozen=True)
class Reviews:
    """One entry per review held."""

    child: Days
    held_on: Days
    participation: Codes


@dataclass(frozen=True)
class Histories:
    """What one council knows about its children between two days."""

    children: Children
    stays: Stays
    episodes: Episodes
    reviews: Reviews


def day(when: date) -> int:
    """A date as days since 1 January 1970."""
    return (when - date(1970, 1, 1)).days


def draw(rng: np.random.Generator, chances: dict[str, float], how_many: int) -> Codes:
    """Codes drawn with their chances."""
    upto = np.cumsum(list(chances.values()))
    where = np.searchsorted(upto, rng.random(how_many) * upto[-1], side="right")
    return np.array(list(chances))[np.minimum(where, len(chances) - 1)]


def make(
    rng: np.random.Generator,
    *,
    stock: int,
    arrivals: int,
    first: date,
    last: date,
    moves: float,
    review_every: int,
) -> Histories:
    """The histories of a council from ``first`` to ``last``.

    ``stock`` children are in care on the first day, ``arrivals`` come in between; ``moves`` episodes a year
    follow the first of a stay; a review is held about every ``review_every`` days.
    """
    opens, closes = day(first), day(last)
    children, stays = _children_and_stays(rng, stock, arrivals, opens, closes)
    return Histories(
        children,
        stays,
        _episodes(rng, stays, children, closes, moves),
        _reviews(rng, stays, children, closes, review_every),
    )


def _children_and_stays(
    rng: np.random.Generator, stock: int, arrivals: int, opens: int, closes: int
) -> tuple[Children, Stays]:
    many = stock + arrivals
    seen = np.concatenate(
        [np.full(stock, opens), opens + 1 + (rng.random(arrivals) * (closes - opens)).astype(np.int64)]
    )
    born = seen - (rng.random(many) * 17.8 * YEAR).astype(np.int64) - 30
    since = np.concatenate([rng.exponential(MEAN_STAY, stock), np.zeros(arrivals)]).astype(np.int64)
    began = np.maximum(seen - since, born)
    ended = np.minimum(seen + 2 + rng.exponential(MEAN_STAY, many).astype(np.int64), born + EIGHTEEN)
    asylum = ((seen - born > 13 * YEAR) & (rng.random(many) < SHARE_UASC * 3)).astype(np.int64)
    children = Children(born, draw(rng, SEX, many), draw(rng, ETHNIC, many), asylum)

    again = ended + 20 + rng.exponential(150, many).astype(np.int64)
    back = (rng.random(many) < SHARE_WHO_RETURN) & (again < closes) & (again + 30 < born + EIGHTEEN)
    once_more = np.flatnonzero(back)
    until = np.minimum(again + 5 + rng.exponential(MEAN_STAY, many).astype(np.int64), born + EIGHTEEN)
    child = np.concatenate([np.arange(many), once_more])
    starts = np.concatenate([began, again[once_more]])
    ends = np.concatenate([ended, until[once_more]])
    return children, Stays(child, starts, np.where(ends > closes, NEVER, ends))


def _episodes(
    rng: np.random.Generator, stays: Stays, children: Children, closes: int, moves: float
) -> Episodes:
    stay, started, first, ended = _when(rng, stays, closes, moves)
    many = len(stay)
    last = np.append(first[1:], True)
    began = np.where(first, "S", draw(rng, NEXT_EPISODE, many))

    # A temporary place stands between two others of its stay; then the child goes back to the placement it left.
    away = ~first & ~last & (began == "P") & (rng.random(many) < SHARE_TEMPORARY)
    away &= ~np.concatenate([[False], away[:-1]])
    back = np.concatenate([[False], away[:-1]])
    began = np.where(back, "P", began)
    placement = np.cumsum(np.isin(began, ["S", "P", "B"])) - 1
    place_of = draw(rng, PLACE, int(placement[-1]) + 1)
    number_of = np.arange(len(place_of))
    left = np.concatenate([[0], placement[:-1]])
    before = left[np.flatnonzero(away)]
    place_of[placement[back]], number_of[placement[back]] = place_of[before], number_of[before]
    place = np.where(away, draw(rng, TEMPORARY, many), place_of[placement])

    order = np.cumsum(np.isin(began, ["S", "L", "B", "U"])) - 1
    status = draw(rng, LEGAL_STATUS, int(order[-1]) + 1)[order]
    child = stays.child[stay]
    grown = ended - children.born[child] >= EIGHTEEN - 1
    left_because = np.where(grown, "E15", draw(rng, REASON_ENDED, many))
    reason_ended = np.where(ended == NEVER, "", np.where(last, left_because, "X1"))
    moves_on = np.append(np.isin(began[1:], ["P", "B"]) & ~away[1:], False) & ~away & ~last
    reason_moved = np.where(moves_on, draw(rng, REASON_MOVED, many), "")
    return Episodes(
        child, started, ended, began, status, place, number_of[placement], reason_ended, reason_moved
    )  # fmt: skip


def _when(rng: np.random.Generator, stays: Stays, closes: int, moves: float) -> tuple[Days, Days, Any, Days]:
    """The stay, the first day, whether it opens its stay, and the last day of every episode."""
    length = np.maximum(np.minimum(stays.ended, closes) - stays.began, 1)
    further = rng.poisson(moves * length / YEAR)
    stay = np.repeat(np.arange(len(length)), further)
    later = stays.began[stay] + 1 + (rng.random(len(stay)) * (length[stay] - 1)).astype(np.int64)
    later = np.minimum(later, stays.began[stay] + length[stay] - 1)
    stay = np.concatenate([np.arange(len(length)), stay])
    started = np.concatenate([stays.began, later])
    order = np.lexsort((started, stay))
    stay, started = stay[order], started[order]
    fresh = np.concatenate([[True], (stay[1:] != stay[:-1]) | (started[1:] != started[:-1])])
    stay, started = stay[fresh], started[fresh]
    first = np.concatenate([[True], stay[1:] != stay[:-1]])
    follows = np.append(~first[1:], False)
    ended = np.where(follows, np.append(started[1:], NEVER), stays.ended[stay])
    return stay, started, first, ended


def _reviews(
    rng: np.random.Generator, stays: Stays, children: Children, closes: int, review_every: int
) -> Reviews:
    """The first within 20 working days, the second within three months of it, then every so many days."""
    until = np.minimum(stays.ended, closes) - stays.began
    many = np.where(until < 26, 0, np.where(until < 114, 1, 2 + (until - 114) // review_every))
    stay = np.repeat(np.arange(len(many)), many)
    nth = np.arange(len(stay)) - np.repeat(np.cumsum(many) - many, many)
    after = np.where(nth == 0, 26, 114 + (nth - 1) * review_every)
    held_on = stays.began[stay] + after - rng.integers(0, 6, len(stay))
    child = stays.child[stay]
    small = held_on - children.born[child] < 4 * YEAR
    return Reviews(child, held_on, np.where(small, "PN0", draw(rng, PARTICIPATION, len(stay))))
