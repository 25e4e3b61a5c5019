"""The proof that nothing hidden can be worked out: whole other worlds that look the same to whoever reads the figures.

A world gives every quantity a value. It holds if every equation is true in it, everything shown is what it is, noughts
are noughts, and nothing hidden is one. Between them the worlds must take each small count to both ends of what the rule
says of it. Checking that needs no solver.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from holdfast.indicators.publishing.system import Equation, System

#: what differs from the true values, quantity by quantity
World = Mapping[str, int]


class NotProved(Exception):
    """The certificate does not prove what it should."""


@dataclass(frozen=True)
class Certificate:
    """``bounds``: for quantities whose least or most is beyond the rule's ends whatever is hidden, what they are."""

    system: System
    threshold: int
    hidden: frozenset[str]
    worlds: tuple[World, ...]
    least: Mapping[str, int]
    most: Mapping[str, int]


def check(proof: Certificate) -> None:
    """Raises NotProved, saying of what, unless every world holds and every hidden quantity is open far enough."""
    uses: dict[str, list[Equation]] = {}
    for equation in proof.system.equations:
        for quantity, _ in equation.terms:
            uses.setdefault(quantity, []).append(equation)
    _check_equations(proof, {}, proof.system.equations)
    for world in proof.worlds:
        _check_world(proof, world, uses)
    for quantity in secret(proof.system, proof.hidden, proof.threshold):
        _check_range(proof, quantity)


def secret(system: System, hidden: frozenset[str] | set[str], threshold: int) -> list[str]:
    """What nobody may be able to work out: everything hidden, and small counts that are printed nowhere."""
    unprinted = (q for q in system.slack if q in system.counts and 1 <= system.values[q] <= threshold)
    return sorted({*hidden, *unprinted})


def _check_world(proof: Certificate, world: World, uses: Mapping[str, list[Equation]]) -> None:
    system = proof.system
    for quantity, value in world.items():
        fits = value >= 0 if quantity in system.slack else quantity in proof.hidden and value >= 1
        if not fits:
            raise NotProved(f"{quantity} cannot be {value}.")
    # the others hold as they do in truth
    touched = {id(equation): equation for quantity in world for equation in uses.get(quantity, ())}
    _check_equations(proof, world, touched.values())


def _check_equations(proof: Certificate, world: World, equations: Iterable[Equation]) -> None:
    for equation in equations:
        if sum(times * world.get(q, proof.system.values[q]) for q, times in equation.terms):
            raise NotProved(f"A world breaks {equation.because}.")


def _check_range(proof: Certificate, quantity: str) -> None:
    true = proof.system.values[quantity]
    found = [true, *(world[quantity] for world in proof.worlds if quantity in world)]
    low, high = min(found), max(found)
    if true <= proof.threshold:
        enough = low <= max(1, proof.least.get(quantity, 1)) and high >= min(
            proof.threshold, proof.most.get(quantity, proof.threshold)
        )
    else:
        enough = high - low >= proof.threshold - 1
    if not enough:
        raise NotProved(f"{quantity} is {true} and can only be {low} to {high}.")
