"""What may be entered of a plan, a recommendation and a board paper, and when somebody else was quicker."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any

from django.core.exceptions import ValidationError
from django.db import models

from holdfast.casework.provenance.queries import last_change
from holdfast.domain.codesets import ssda903

from .implications import HEADS, NONE, SOME
from .models import Action, ActionState, Aim, Recommendation, Theme

#: what the board was asked before the first report made here can be entered, and a plan for the year after the last
FIRST_YEAR, LAST_YEAR = 2011, ssda903.YEARS[-1] + 1


class Overtaken(Exception):
    """Somebody else changed the record after this person had opened it."""

    def __init__(self) -> None:
        super().__init__(
            "Somebody else changed this while you had it open. What they saved is kept, and yours is not saved yet: "
            "compare it with what stands now, then save again if yours is to stand."
        )


def check_plan_year(year_ending: int) -> None:
    """Raises ValidationError unless a plan may be made for the year."""
    if not FIRST_YEAR <= year_ending <= LAST_YEAR:
        raise ValidationError(
            {"year_ending": f"Choose a year that ends between {FIRST_YEAR} and {LAST_YEAR}."}
        )


def check_not_overtaken(record: models.Model, seen: int | None) -> None:
    """Raises Overtaken where the record changed after ``seen``, the id of the last change its reader was shown."""
    if seen is not None and last_change(record) != seen:
        raise Overtaken


def check_stands(record: Aim | Action | Recommendation) -> None:
    """Raises ValidationError for what was taken back: it is put back before anything is added to it."""
    if record.taken_back_on:
        raise ValidationError("This was taken back. Put it back before you add to it.")


def check_days(theme_from: date, theme_to: date | None) -> None:
    """Raises ValidationError where a theme would end before it begins."""
    if theme_to and theme_to < theme_from:
        raise ValidationError({"to_date": "The last day must not be before the first."})


def check_said_on(said_on: date, today: date) -> None:
    """Raises ValidationError for a day to come: nothing is said of it yet."""
    if said_on > today:
        raise ValidationError({"said_on": "The day must be today or earlier."})


def check_progress(state: str, text: str) -> None:
    """Raises ValidationError unless it says what was done, and why where nothing will be."""
    if not text.strip():
        why = "Say why it was stopped." if state == ActionState.STOPPED else "Say what was done."
        raise ValidationError({"text": why})


def check_figure(table: str, group: str) -> None:
    """Raises ValidationError where only one half of a figure is named."""
    if bool(table) != bool(group):
        raise ValidationError({"figure": "Choose the figure from the list."})


def check_implications(given: Mapping[str, Mapping[str, str]]) -> dict[str, dict[str, str]]:
    """The answers as they are kept. Blank is no answer and is left out; “some” must say what.

    Raises ValidationError for a head that is not in the list, and for “some” without words.
    """
    kept: dict[str, dict[str, str]] = {}
    wrong: dict[str, str] = {}
    for head, said in given.items():
        answer, text = said.get("answer", ""), said.get("text", "").strip()
        if head not in HEADS or answer not in ("", NONE, SOME):
            raise ValidationError("Choose an answer for each head of the list.")
        if answer == SOME and not text:
            wrong[head] = f"{HEADS[head]}: say what follows, or choose “None”."
        elif answer == NONE and text:
            wrong[head] = f"{HEADS[head]}: “None” is chosen, but there are words. Choose one or the other."
        elif answer:
            kept[head] = {"answer": answer, "text": text}
    if wrong:
        raise ValidationError(wrong)
    return kept


def check_links(links: Iterable[Mapping[str, str]]) -> list[dict[str, str]]:
    """Links as they are kept: one for each theme, those without words left out.

    Raises ValidationError for a theme that is not there.
    """
    kept = [
        {"theme": str(link["theme"]), "text": link["text"].strip()} for link in links if link["text"].strip()
    ]
    known = {str(one) for one in Theme.objects.values_list("public_id", flat=True)}
    if any(link["theme"] not in known for link in kept):
        raise ValidationError("A theme of this paper is not in the list any more. Open the page again.")
    return kept


def check_headlines(headlines: Iterable[Mapping[str, Any]]) -> list[dict[str, str]]:
    """Headline figures as they are kept, none twice. Raises ValidationError where one names no figure."""
    kept: list[dict[str, str]] = []
    for one in headlines:
        line = {key: str(one.get(key, "")).strip() for key in ("table", "group", "period", "words")}
        if not (line["table"] and line["group"] and line["period"]):
            raise ValidationError("Choose each headline figure from the list.")
        if not any(all(line[key] == other[key] for key in ("table", "group", "period")) for other in kept):
            kept.append(line)
    return kept
