"""The kinds of record a return brings, and how a row of a return is told to be one that stands here."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any, Final

from django.db import models

from holdfast.casework.care.models import AsylumStatus, CareLeaverYear, Episode, HealthYear
from holdfast.casework.people.models import Child
from holdfast.casework.reviews.models import Review, ReviewKind


@dataclass(frozen=True)
class Kind:
    """One kind of record.

    ``fields`` are what a return says of it, in the order rows carry them. ``key_fields`` tell which record it is; the
    key of a row is made from them by ``key``. ``keeps_key``: the record keeps the key the return gave it, so that it
    is found again after a person corrected the very fields it is made of. ``lasts``: a return that no longer has it
    does not take it back. ``among``: which records of the model a return speaks of at all.
    ``other_key_fields``: where no record has the key in its ``key_fields``, one that has it in these is meant.
    ``implied``: of a record entered here a return says nothing of the first field where it agrees on the second.
    """

    model: type[models.Model]
    fields: tuple[str, ...]
    key_fields: tuple[str, ...]
    key: Callable[..., Any]
    keeps_key: bool = False
    one_per_key: bool = True
    lasts: bool = False
    has_child: bool = True
    among: Mapping[str, Any] = field(default_factory=dict)
    other_key_fields: tuple[str, ...] = ()
    implied: Mapping[str, str] = field(default_factory=dict)


def _alone(child: Any) -> Any:
    return child


def _with_year(child: int, year_ending: int) -> tuple[int, int]:
    return child, year_ending


def episode_key(child: int, started: Any, reason_started: str) -> tuple[int, str]:
    """DECOM and RNE: what a return knows an episode of a child by."""
    return child, f"{started.isoformat()} {reason_started}"


def review_key(child: int, day: Any) -> tuple[int, str]:
    """The one date a return gives: that of the final meeting. Blank for a review that is not completed."""
    return child, day.isoformat() if day else ""


CHILD: Final = Kind(
    Child,
    ("sex", "born", "ethnicity", "upn", "mother", "mother_child_born"),
    ("number",),
    _alone,
    lasts=True,
    has_child=False,
)
EPISODE: Final = Kind(
    Episode,
    (
        "started",
        "reason_started",
        "legal_status",
        "need",
        "place",
        "provider",
        "ended",
        "reason_ended",
        "reason_moved",
        "home_post",
        "place_post",
        "urn",
    ),
    ("child_id", "started", "reason_started"),
    episode_key,
    keeps_key=True,
    one_per_key=False,
)
REVIEW: Final = Kind(
    Review,
    ("held_on", "completed_on", "participation"),
    ("child_id", "completed_on"),
    review_key,
    keeps_key=True,
    among={"kind": ReviewKind.CARE, "held_on__isnull": False},
    other_key_fields=("child_id", "held_on"),
    implied={"held_on": "completed_on"},
)
HEALTH: Final = Kind(
    HealthYear,
    (
        "sdq_score",
        "sdq_reason",
        "convicted",
        "health_check",
        "immunisations",
        "teeth_check",
        "health_assessment",
        "substance_misuse",
        "intervention_received",
        "intervention_offered",
    ),
    ("child_id", "year_ending"),
    _with_year,
)
CARE_LEAVER: Final = Kind(
    CareLeaverYear,
    ("born", "in_touch", "activity", "accommodation"),
    ("child_id", "year_ending"),
    _with_year,
)
ASYLUM: Final = Kind(AsylumStatus, ("ceased",), ("child_id",), _alone)
