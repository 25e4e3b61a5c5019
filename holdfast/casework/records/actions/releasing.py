"""The decisions go out alone, ahead of the record; the manager agrees or objects; the care plan follows."""

from __future__ import annotations

from datetime import date
from typing import Any

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone

from holdfast.casework.access.roles import Permission, Role
from holdfast.casework.audit.actions import record
from holdfast.casework.records.models import (
    Answer,
    AnswerToObjection,
    CarePlanUpdate,
    Decision,
    ManagerAnswer,
    Release,
)
from holdfast.casework.records.queries import decisions_of, last_release, snapshot_of
from holdfast.casework.records.rules import check_completed, check_day, check_text, check_theirs, tidy
from holdfast.casework.reviews.models import Review


@transaction.atomic
def release_decisions(*, review: Review, on: date | None = None, by: Any) -> Release:
    """The decisions as they stand go to the social worker and their manager. Keeps what they said.

    A second release of the same words is the first one again: pressing twice sends once. Raises ValidationError when
    there is none to release, or the review is not completed.
    """
    check_theirs(by, review.child, Permission.HOLD_REVIEWS)
    _hold(review)
    check_completed(review, "release its decisions")
    words = [snapshot_of(decision) for decision in decisions_of(review)]
    if not words:
        raise ValidationError("There is no decision to release. Add one first.")
    last = last_release(review)
    if last is not None and last.decisions == words:
        return last
    day = on or timezone.localdate()
    if day < review.completed_on:
        raise ValidationError("This day is before the review was completed. Check both days.")
    release = Release.objects.create(review=review, released_on=day, released_by=by, decisions=words)
    record(
        by=by,
        verb="decisions.released",
        subject=release,
        detail={"child": review.child_id, "number": len(words)},
    )
    return release


@transaction.atomic
def answer_decisions(
    *,
    release: Release,
    answer: str,
    text: str = "",
    decision: Decision | None = None,
    name: str = "",
    on: date | None = None,
    by: Any,
) -> ManagerAnswer:
    """The social worker's manager agrees or objects; or somebody of the service types what came by e-mail (``name``).

    An objection says why, of one decision or of all; it is an entry of its own, and nothing is taken away. Raises
    ValidationError when the words are missing, when it was released again since, or when somebody answers what they
    released themselves.
    """
    review = release.review
    check_theirs(by, review.child, Permission.ANSWER_DECISIONS, Permission.SEND_RECORDS)
    _hold(review)
    _check_may_answer(release, by)
    if answer not in Answer.values:
        raise ValidationError({"answer": "Choose whether the manager agrees or objects."})
    if answer == Answer.OBJECTS:
        text = check_text(text, "text", "Say what you object to and what should be decided instead.")
    if decision is not None and decision.review_id != review.pk:
        raise ValidationError({"decision": "This decision is not among those released."})
    if by is not None and by.role == Role.TEAM_MANAGER:
        name = by.name
    name = check_text(name, "name", "Name the manager who answered.")
    day = on or timezone.localdate()
    check_day(day, max(day, timezone.localdate()), "on", since=release.released_on)
    told = {"answer": answer, "decision": decision, "text": tidy(text), "name": name}
    same = release.answers.filter(**told).first()
    if same is not None:
        return same
    given = ManagerAnswer.objects.create(release=release, answered_on=day, answered_by=by, **told)
    record(
        by=by,
        verb="decisions.objected_to" if answer == Answer.OBJECTS else "decisions.agreed",
        subject=given,
        detail={"child": review.child_id},
    )
    return given


def _hold(review: Review) -> None:
    """One such change of a review at a time, so that what was pressed twice is written once."""
    Review.objects.select_for_update().get(pk=review.pk)


def _check_may_answer(release: Release, by: Any) -> None:
    last = last_release(release.review)
    if last is not None and last.pk != release.pk:
        raise ValidationError("The decisions were released again since. Read and answer the later ones.")
    if by is not None and release.released_by_id == by.pk:
        raise ValidationError("You released these decisions, so somebody else types the manager’s answer.")


@transaction.atomic
def reply_to_objection(
    *, objection: ManagerAnswer, text: str, on: date | None = None, by: Any
) -> AnswerToObjection:
    """The officer's answer to an objection. Raises ValidationError without words, or when nobody objected."""
    review = objection.release.review
    check_theirs(by, review.child, Permission.HOLD_REVIEWS)
    if objection.answer != Answer.OBJECTS:
        raise ValidationError("The manager agreed; there is nothing to answer.")
    words = check_text(text, "text", "Write your answer to the manager.")
    _hold(review)
    same = objection.replies.filter(text=words).first()
    if same is not None:
        return same
    reply = AnswerToObjection.objects.create(
        objection=objection, text=words, replied_on=on or timezone.localdate(), replied_by=by
    )
    record(by=by, verb="objection.answered", subject=reply, detail={"child": review.child_id})
    return reply


@transaction.atomic
def care_plan_updated(*, review: Review, updated_on: date, on: date | None = None, by: Any) -> CarePlanUpdate:
    """The care plan was brought up to date after this review; the social worker says so, or the service does."""
    check_theirs(
        by, review.child, Permission.ANSWER_FOR_CHILD, Permission.HOLD_REVIEWS, Permission.SEND_RECORDS
    )
    check_completed(review, "say when the care plan was brought up to date")
    check_day(updated_on, on or timezone.localdate(), "updated_on", since=review.held_on)
    _hold(review)
    same = review.care_plan_updates.filter(updated_on=updated_on).first()
    if same is not None:
        return same
    update = CarePlanUpdate.objects.create(review=review, updated_on=updated_on, told_by=by)
    record(by=by, verb="care_plan.updated", subject=update, detail={"child": review.child_id})
    return update
