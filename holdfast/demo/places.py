"""Where a child of an age and a legal status is likely to live, who provides it, and why a placement ends."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from random import Random

from holdfast.demo.chance import weighted
from holdfast.demo.life import Life
from holdfast.demo.names import ofsted_number, postcode

_YOUNG = {"U6": 58, "U3": 20, "U5": 6, "U1": 5, "R3": 3, "P1": 8}
_MIDDLE = {"U6": 52, "U4": 10, "U3": 18, "U1": 8, "P1": 8, "K2": 4}
_TEENS = {"U6": 44, "U4": 14, "U3": 12, "U1": 5, "K2": 16, "P1": 6, "S1": 2, "K1": 1}
_LEAVING = {"U6": 32, "U4": 16, "U3": 7, "K2": 14, "H5": 22, "P2": 5, "P1": 4}
_SETTLED = {"U4": 60, "U1": 22, "K2": 8, "P1": 10}
_LAST_HOME: dict[str, dict[str, float]] = {
    "E43": {"U3": 60, "U1": 20, "U4": 20},
    "E17": {"U4": 60, "U1": 15, "U6": 25},
    "E5": {"H5": 80, "U6": 20},
    "E6": {"P2": 60, "H5": 40},
    "E7": {"K2": 100},
    "E9": {"K2": 60, "H5": 40},
}
_PROVIDERS: dict[str, dict[str, float]] = {
    "U1": {"PR1": 1},
    "U2": {"PR1": 1},
    "U3": {"PR1": 1},
    "U4": {"PR1": 70, "PR4": 25, "PR5": 5},
    "U5": {"PR1": 90, "PR5": 10},
    "U6": {"PR1": 68, "PR4": 26, "PR5": 6},
    "K1": {"PR2": 1},
    "K2": {"PR1": 40, "PR4": 55, "PR5": 5},
    "P1": {"PR0": 1},
    "R5": {"PR3": 1},
    "A3": {"PR1": 1},
    "A4": {"PR1": 75, "PR5": 25},
    "A5": {"PR1": 1},
    "A6": {"PR1": 75, "PR5": 25},
}
_NO_URN = ("P1", "R5", "H5", "P2")
#: why a placement ended (REASON_PLACE_CHANGE), for a younger child and for one of 11 or more
_WHY_YOUNGER = {"CARPL": 72, "CREQO": 9, "CREQB": 6, "CLOSE": 4, "LAREQ": 4, "STAND": 2, "ALLEG": 3}
_WHY_OLDER = {
    "CARPL": 50,
    "CREQB": 20,
    "CHILD": 11,
    "CREQO": 7,
    "LAREQ": 5,
    "CLOSE": 3,
    "ALLEG": 3,
    "STAND": 1,
}


@dataclass(frozen=True)
class Home:
    """A placement: what kind, where, whose."""

    place: str
    post: str
    provider: str | None
    urn: str | None


def home(chance: Random, place: str, post: str | None = None) -> Home:
    """A home of a kind; at a new postcode unless one is given."""
    urn = None if place in _NO_URN else ofsted_number(chance, place)
    provider = weighted(chance, _PROVIDERS.get(place, {"PR4": 1}))
    return Home(place, post or postcode(chance), provider, urn)


def likely_place(chance: Random, life: Life, on: date, legal: str, *, last: bool, days: int) -> str:
    """A kind of placement for this child from a day on; ``last``: they live there to the end, ``days`` long."""
    age = life.age_on(on)
    if legal in ("J1", "L1", "L2"):
        return weighted(chance, {"R5": 60, "K1": 10, "U6": 30}) if legal == "J1" else "U6"
    if last and life.outcome in _LAST_HOME:
        weights = dict(_LAST_HOME[life.outcome])
    elif age < 5:
        weights = dict(_YOUNG)
    elif last and days > 730 and age < 16:
        weights = dict(_SETTLED)
    else:
        weights = dict(_MIDDLE if age < 11 else _TEENS if age < 16 else _LEAVING)
    if life.asylum:
        weights = {"H5": 55, "U6": 45}
    if legal not in ("C1", "C2") or "E1" in (life.legal_2016, life.legal_2017):
        weights.pop("P1", None)
    if age >= 1:
        weights.pop("R3", None)
    if age < 16:
        weights = {place: w for place, w in weights.items() if place not in ("H5", "P2")} or {"U6": 1}
    return weighted(chance, weights)


def why_moved(chance: Random, life: Life, on: date) -> str:
    """A reason why a placement ended on a day."""
    return weighted(chance, _WHY_YOUNGER if life.age_on(on) < 11 else _WHY_OLDER)
