"""The open concerns of one child, a line each, for those who may know of them."""

from __future__ import annotations

from datetime import date
from typing import Any

from django.urls import reverse

from holdfast.casework.access.roles import Permission
from holdfast.casework.access.rules import may
from holdfast.casework.people.models import Child
from holdfast.casework.resolution.categories import category_labels
from holdfast.casework.resolution.models import Concern
from holdfast.casework.resolution.queries import open_concerns, standing_of
from holdfast.casework.service.queries import book
from holdfast.domain.resolution.standing import Place, Standing
from holdfast.web.concern.ladder import day_words
from holdfast.web.concern.turn import turn_in_short


def whats_raised(child: Child, reader: Any, on: date) -> list[tuple[str, str]]:
    """What is raised and not settled yet: (sentence, address). Nothing for a role that reads no concern."""
    if not may(reader, Permission.SEE_CONCERNS):
        return []
    found = list(open_concerns([child], on))
    if not found:
        return []
    labels, in_force = category_labels(), book()
    return [
        (
            _sentence(one, standing_of(one, on, in_force), labels.get(one.category, one.category)),
            reverse("concern", args=[one.public_id]),
        )
        for one in found
    ]


def _sentence(one: Concern, stands: Standing, category: str) -> str:
    """“Concern: health assessment. Informal, day 9; the turn of Jo Reed”."""
    current = stands.current
    waits = current is not None and current.place is Place.WAITING
    place = (day_words(current) if waits else current.words.lower()) if current else ""
    where = f" {current.fact.name}, {place};" if current else ""
    turn = turn_in_short(one, stands)
    whose = (
        "paused"
        if turn == "Paused"
        else f"the turn of {turn[0].lower()}{turn[1:]}"
        if turn.startswith("The ")
        else f"the turn of {turn}"
    )
    return f"Concern: {category[0].lower()}{category[1:]}.{where} {whose}"
