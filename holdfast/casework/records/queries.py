"""Questions about decisions, records and who received them."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.db import models
from django.db.models import Prefetch, Q

from holdfast.casework.people.models import Version
from holdfast.casework.people.queries import children_for
from holdfast.casework.provenance.queries import history_of
from holdfast.casework.reviews.models import Review
from holdfast.domain.record_sections import RecordSection, sections_of

from .models import Decision, DecisionStatus, ManagerAnswer, Recipient, Record, Release, Section

#: not the end of a decision: the next review asks again
STILL_OPEN = (DecisionStatus.OPEN, DecisionStatus.PART)


def record_of(review: Review) -> Record | None:
    """The review's record, if it was begun."""
    try:
        return review.record
    except Record.DoesNotExist:
        return None


def decisions_of(review: Review) -> models.QuerySet[Decision]:
    """The review's decisions that stand, in their order."""
    return Decision.objects.filter(review=review, withdrawn_on__isnull=True).order_by("number")


def decisions_before(review: Review) -> models.QuerySet[Decision]:
    """What earlier reviews of this child decided and is still open, or was settled at this one. Oldest first."""
    day = review.held_on or review.planned_on
    earlier = Q(review__child=review.child_id, withdrawn_on__isnull=True, review__withdrawn_at__isnull=True)
    due = Q(status__in=STILL_OPEN, review__held_on__lt=day) | Q(status_at=review)
    found = Decision.objects.filter(earlier & due).exclude(review=review)
    return found.select_related("review").order_by("review__held_on", "review_id", "number")


def releases_of(review: Review) -> models.QuerySet[Release]:
    """Every release, the newest first, with its answers and the officer's replies to them."""
    answers = ManagerAnswer.objects.select_related("decision", "answered_by").prefetch_related(
        "replies__replied_by"
    )
    return (
        Release.objects.filter(review=review)
        .select_related("released_by")
        .prefetch_related(Prefetch("answers", answers))
        .order_by("-id")
    )


def last_release(review: Review) -> Release | None:
    """What was sent last."""
    return Release.objects.filter(review=review).order_by("-id").first()


def snapshot_of(decision: Decision) -> dict[str, Any]:
    """A decision as it is kept in the release that sends it."""
    return {
        "id": str(decision.public_id),
        "number": decision.number,
        "what": decision.what,
        "outcome": decision.outcome,
        "who": decision.who,
        "by_when": decision.by_when.isoformat() if decision.by_when else "",
        "no_date_why": decision.no_date_why,
    }


def unreleased(review: Review) -> bool:
    """Whether the decisions as they stand are not those that were sent last."""
    last = last_release(review)
    return [snapshot_of(one) for one in decisions_of(review)] != (last.decisions if last else [])


def sections_by_key(record: Record | None) -> dict[str, Section]:
    """What was written so far, by part."""
    if record is None:
        return {}
    return {one.key: one for one in record.sections.select_related("saved_by")}


def blank_parts(record: Record) -> list[RecordSection]:
    """The parts without which a record is not signed, and that are blank."""
    written = {one.key for one in record.sections.all() if one.text.strip()}
    return [one for one in sections_of(record.review.kind) if one.needed and one.key not in written]


def text_of_version(section: Section, version: int) -> str | None:
    """What a part said when it was at a version; None for a version it never had."""
    if version == 0:
        return ""
    texts = list(
        history_of(section).filter(field="text").values_list("after", flat=True)[version - 1 : version]
    )
    return texts[0] if texts else None


def recipients_of(record: Record | None) -> models.QuerySet[Recipient]:
    """Who is on the list of a record."""
    return Recipient.objects.filter(record=record).order_by("id") if record else Recipient.objects.none()


def waiting_to_be_sent(user: Any) -> models.QuerySet[Recipient]:
    """Of the records this person may see: what is ready to go and has not gone, oldest review first."""
    ready = Q(record__signed_on__isnull=False) | Q(
        version=Version.DECISIONS, record__review__releases__isnull=False
    )
    return (
        Recipient.objects.filter(
            ready, sent_on__isnull=True, record__review__child__in=children_for(user),
            record__review__withdrawn_at__isnull=True,
        )
        .exclude(version=Version.NONE)
        .select_related("record__review__child", "record__review__chair", "contact")
        .distinct()
        .order_by("record__review__completed_on", "record_id", "id")
    )  # fmt: skip


def recipients_named(user: Any, ids: list[UUID]) -> models.QuerySet[Recipient]:
    """Of these, the ones of children this person may see."""
    return Recipient.objects.filter(
        public_id__in=ids, record__review__child__in=children_for(user)
    ).select_related("record__review__child")
