"""What somebody may type about a child's care. A return may say more: what it says is kept, and listed."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, time
from typing import Any

from django.core.exceptions import ValidationError
from django.db import models
from django.utils import timezone

from holdfast.casework.people.models import Child
from holdfast.casework.people.rules import check_code
from holdfast.domain.wording import long_date

from .models import Episode, Milestone, MilestoneKind

#: the fields of an episode that somebody may correct, and the SSDA903 list their codes come from
CODE_LISTS = {
    "reason_started": "RNE",
    "legal_status": "LS",
    "need": "CIN",
    "place": "PLACE",
    "provider": "PLACE_PROVIDER",
    "location": "PL_LOCATION",
    "reason_ended": "REC",
    "reason_moved": "REASON_PLACE_CHANGE",
}
CORRECTABLE = ("started", "started_at", "ended", *CODE_LISTS, "home_post", "place_post", "urn")

HEALTH_CORRECTABLE = (
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
)
CARE_LEAVER_CORRECTABLE = ("born", "in_touch", "activity", "accommodation")


class EndsBeforeItStarts(ValidationError):
    """An episode cannot end before it began."""

    def __init__(self) -> None:
        super().__init__({"ended": "This episode ends before it began. Check both dates."})


def check_episode(episode: Episode, changes: Mapping[str, Any]) -> None:
    """Raises ValidationError unless what is changed can stand. What a return got wrong elsewhere may wait."""
    facts = {field: changes.get(field, getattr(episode, field)) for field in CORRECTABLE}
    started, ended = facts["started"], facts["ended"]
    if not isinstance(started, date):
        raise ValidationError({"started": "An episode needs the day it began."})
    if {"started", "ended"} & changes.keys() and isinstance(ended, date) and ended < started:
        raise EndsBeforeItStarts
    if {"ended", "reason_ended"} & changes.keys() and bool(ended) != bool(facts["reason_ended"]):
        raise ValidationError({"ended": "Give both the day the episode ended and the reason, or neither."})
    for field, code_list in CODE_LISTS.items():
        if field in changes:
            on = ended if field in ("reason_ended", "reason_moved") and isinstance(ended, date) else started
            check_code(code_list, changes[field] or "", on=on, field=field)


def check_health(changes: Mapping[str, Any]) -> None:
    """Raises ValidationError for a score that is none, or an answer that is neither yes nor no."""
    score = changes.get("sdq_score")
    if score is not None and not (isinstance(score, int) and 0 <= score <= 40):
        raise ValidationError(
            {"sdq_score": "A strengths and difficulties score is a whole number from 0 to 40."}
        )
    for field in HEALTH_CORRECTABLE[2:]:
        if changes.get(field) not in (None, "", "0", "1"):
            raise ValidationError({field: "Answer 1 for yes or 0 for no, or leave it blank."})


#: accommodation under section 20: care once it has lasted 24 hours
SECTION_20 = "V2"
#: series of short breaks
SHORT_BREAK = frozenset({"V3", "V4"})
CONTINUES = "X1"


def refuse(field: str, sentence: str) -> ValidationError:
    """A refusal that belongs to one field of a form."""
    return ValidationError({field: sentence})


def check_not_ahead(field: str, day: date) -> None:
    """Raises ValidationError for a day after today: what is written here has happened."""
    if day > timezone.localdate():
        raise refuse(field, f"{long_date(day)} is still to come. Give the day on which it happened.")


def check_comes_into_care(child: Child, started: date, legal_status: str, started_at: time | None) -> None:
    """Raises ValidationError unless care can begin that day: not before birth, and not while in care already."""
    check_not_ahead("started", started)
    if child.born and started < child.born:
        raise refuse("started", "This is before the child was born. Check the year.")
    if not legal_status:
        raise refuse("legal_status", "Choose the legal status under which care began.")
    if legal_status == SECTION_20 and started_at is None:
        raise refuse(
            "started_at",
            "Give the time it began: under section 20 a child is looked after once 24 hours have passed.",
        )
    over = standing(child).order_by("started", "reading_order", "id").last()
    if over is None:
        return
    if over.ended is None:
        raise refuse("started", f"The child is in care already, since {long_date(over.started)}.")
    if started < over.ended:
        raise refuse("started", f"The child was in care until {long_date(over.ended)}. Check the day.")


def check_next_day(episode: Episode | None, on: date) -> Episode:
    """The open episode, if a new one can begin, or care end, on that day. Raises ValidationError."""
    check_not_ahead("on", on)
    if episode is None:
        raise ValidationError(
            "The child is not in care on our records, so nothing can change in it. Add that care began."
        )
    if on <= episode.started:
        began = long_date(episode.started)
        raise refuse("on", f"What stands now began on {began}. Give a later day, or correct that entry.")
    return episode


def check_milestone(child: Child, kind: MilestoneKind, happened_on: date) -> None:
    """Raises ValidationError for a milestone that cannot be: ahead, before birth, twice, or the end of no plan."""
    check_not_ahead("happened_on", happened_on)
    if child.born and happened_on < child.born:
        raise refuse("happened_on", "This is before the child was born. Check the year.")
    before = Milestone.objects.filter(child=child, happened_on__lte=happened_on).order_by("happened_on", "id")
    if before.filter(kind=kind, happened_on=happened_on).exists():
        raise refuse("happened_on", "This is on record for that day already.")
    if kind == MilestoneKind.ADOPTION_NO_LONGER_PLANNED:
        last = before.filter(kind__startswith="adoption").last()
        if last is None or last.kind != MilestoneKind.ADOPTION_AUTHORISED:
            raise refuse(
                "kind", "No authority to place for adoption is on record before that day. Add it first."
            )
    if kind == MilestoneKind.SHORT_BREAKS_ENDED and not _short_breaks_before(child, before, happened_on):
        raise refuse("kind", "No short breaks are on record before that day, so none can end on it.")


def _short_breaks_before(child: Child, milestones: models.QuerySet[Milestone], day: date) -> bool:
    """Whether a series was agreed, or a break begun, before a day and after the last end on record."""
    ends = [one.happened_on for one in milestones if one.kind == MilestoneKind.SHORT_BREAKS_ENDED]
    since = max(ends, default=date.min)
    agreed = any(
        one.kind == MilestoneKind.SHORT_BREAKS_AGREED and since <= one.happened_on < day for one in milestones
    )
    breaks = standing(child).filter(legal_status__in=SHORT_BREAK, started__gte=since, started__lt=day)
    return agreed or breaks.exists()


def standing(child: Child) -> models.QuerySet[Episode]:
    return Episode.objects.filter(child=child, withdrawn_at__isnull=True)


#: the fields of the form “left care” that stand for fields of an episode
LEAVING = {"ended": "on", "reason_ended": "reason"}


def reason_for_new_episode(moves: bool, changes_status: bool, same_carer: bool) -> str:
    """RNE: L legal status, P placement, B both; with the same carer T for the placement, U for both. SSDA903 guide."""
    if not moves:
        return "L"
    if same_carer:
        return "U" if changes_status else "T"
    return "B" if changes_status else "P"


def check_may_take_back(episode: Episode) -> Episode | None:
    """The episode before, if it is to be open again. Raises ValidationError unless this is the last and typed here."""
    episode.refresh_from_db()
    if episode.withdrawn_at is not None:
        raise ValidationError("This entry is taken back already.")
    if episode.made_by_intake is not None:
        raise ValidationError(
            "This entry came with a return. Correct it instead; the next return may say otherwise."
        )
    others = standing(episode.child).exclude(pk=episode.pk).order_by("started", "reading_order", "id")
    last = others.last()
    if last is not None and last.started > episode.started:
        raise ValidationError(
            "Something later stands on the record. Take that back first, or correct this entry."
        )
    before = others.filter(ended=episode.started, reason_ended=CONTINUES).last()
    return before if before is not None and episode.reason_started != "S" else None
