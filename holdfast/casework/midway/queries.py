"""Questions about midway checks."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from django.db import models
from django.db.models import Exists, F, OuterRef, Q

from holdfast.casework.care.models import PeriodOfCare
from holdfast.casework.people.models import Child
from holdfast.casework.people.queries import NotYours, children_for
from holdfast.casework.records.models import Decision
from holdfast.casework.records.queries import last_release
from holdfast.casework.reviews.models import Review
from holdfast.domain.limits import Book

from .models import MidwayCheck


def find_check(user: Any, review_id: UUID | str) -> MidwayCheck:
    """The check after one review (its public id), through the child's door. Raises NotYours where there is none."""
    checks = MidwayCheck.objects.select_related("review__child", "answered_by")
    found = checks.filter(review__public_id=review_id, review__child__in=children_for(user)).first()
    if found is None:
        raise NotYours
    return found


def check_after(review: Review) -> MidwayCheck | None:
    """The check that was set up when this review was completed, if any."""
    return MidwayCheck.objects.filter(review=review).first()


def open_checks(children: Iterable[Child] | models.QuerySet[Child], on: date) -> models.QuerySet[MidwayCheck]:
    """The checks of these children that still wait for somebody, the earliest first, with their review and child.

    A child who has left care needs none.
    """
    in_care = PeriodOfCare.objects.filter(
        Q(ended__isnull=True) | Q(ended__gt=on), child=OuterRef("review__child"), started__lte=on
    )
    waiting = MidwayCheck.objects.filter(done_on=None, waived_on=None, closed_on=None)
    return (
        waiting.filter(Exists(in_care), review__child__in=children)
        .select_related("review__child")
        .order_by("due_on", "id")
    )


def decisions_to_ask_about(check: MidwayCheck) -> models.QuerySet[Decision]:
    """The decisions of the review that stand, in their order."""
    return Decision.objects.filter(review=check.review_id, withdrawn_on=None).order_by("number", "id")


def decisions_as_sent(check: MidwayCheck) -> list[Decision]:
    """The same as a social worker knows them: those that went out last, in the words in which they were sent.

    A decision not yet released, or worded otherwise since, is the officer's own until it is released.
    """
    last = last_release(check.review)
    sent = {one["id"]: one for one in last.decisions} if last else {}
    found = [one for one in decisions_to_ask_about(check) if str(one.public_id) in sent]
    for one in found:
        words = sent[str(one.public_id)]
        one.what, one.outcome, one.who = words["what"], words["outcome"], words["who"]
        one.by_when = date.fromisoformat(words["by_when"]) if words["by_when"] else None
        one.no_date_why = words["no_date_why"]
    return found


def answer_by(check: MidwayCheck, book: Book) -> date | None:
    """The last day for the social worker's answer; None before they were asked."""
    if check.asked_on is None:
        return None
    return book.on("midway.answer", check.asked_on).after(check.asked_on)


@dataclass(frozen=True)
class Counted:
    """One check as the figure `midway` counts it."""

    child: int
    due_on: date
    done_on: date | None
    waived: bool


def counted_checks() -> list[Counted]:
    """Every check that fell due while the child was in care, for the statistics: done / due, waived shown apart.

    Choice, where the definitions are silent: a check is counted on the day it was due after it was moved. One that was
    overtaken by the next review on or before that day never fell due and is left out; one that was overtaken
    afterwards was due and not done.
    """
    in_care = PeriodOfCare.objects.filter(
        Q(ended__isnull=True) | Q(ended__gt=OuterRef("due_on")),
        child=OuterRef("review__child"),
        started__lte=OuterRef("due_on"),
    )
    fell_due = MidwayCheck.objects.filter(
        Exists(in_care), Q(closed_on=None) | Q(closed_on__gt=F("due_on")) | Q(done_on__isnull=False)
    )
    rows = fell_due.filter(review__withdrawn_at=None).order_by("due_on", "id")
    return [
        Counted(child, due_on, done_on, waived_on is not None)
        for child, due_on, done_on, waived_on in rows.values_list(
            "review__child_id", "due_on", "done_on", "waived_on"
        )
    ]
