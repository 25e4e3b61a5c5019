"""Changes to midway checks. None of them moves the day the next review is due: that runs from the reviews alone."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

from django.core.exceptions import ValidationError
from django.db import transaction
from django.db.models import prefetch_related_objects

from holdfast.casework.audit.actions import record
from holdfast.casework.people.rules import check_may_correct
from holdfast.casework.provenance.actions import set_fields
from holdfast.casework.records.models import Decision, DecisionStatus, Release
from holdfast.casework.reviews.lives import RECORDS_OF_A_LIFE, life_of
from holdfast.casework.reviews.models import Review, ReviewKind
from holdfast.casework.service.queries import book as book_in_force
from holdfast.domain import midway as law
from holdfast.domain.limits import Book
from holdfast.domain.tracks.facts import Kind
from holdfast.domain.tracks.outlook import outlook
from holdfast.domain.wording import long_date

from . import rules
from .models import MidwayAnswer, MidwayCheck, MidwayEntry
from .queries import decisions_as_sent, decisions_to_ask_about

#: decision's id -> (what came of it, a word on it)
Answers = Mapping[int, tuple[str, str]]


@transaction.atomic
def set_up(*, review: Review, by: Any, book: Book | None = None) -> MidwayCheck | None:
    """The check halfway between a completed review of a child in care and the next one; once per review.

    None where no next review is due, or a later one is completed already. What was open of earlier reviews is closed:
    it stays to be read.
    """
    rules.check_officer(by, review)
    if review.kind != ReviewKind.CARE or review.completed_on is None:
        return None
    later = _of_child(review).filter(completed_on__gt=review.completed_on)
    next_due = None if later.exists() else _next_due(review, book or book_in_force())
    _close_earlier(review, by)
    if next_due is None or next_due <= review.completed_on:
        return None
    due_on = law.halfway(review.completed_on, next_due)
    check, made = MidwayCheck.objects.get_or_create(review=review, defaults={"due_on": due_on})
    if made:
        _note(by, "midway.set_up", check)
    else:
        _put(check, due_on, by)
    return check


@transaction.atomic
def follow_correction(*, review: Review, by: Any) -> None:
    """The review's date was corrected: a check that nobody touched yet goes to its new place, halfway again."""
    check_may_correct(by, review.child)
    check = MidwayCheck.objects.filter(review=review).first()
    if check is None or review.completed_on is None:
        return
    next_due = _next_due(review, book_in_force())
    if next_due is not None and next_due > review.completed_on:
        _put(check, law.halfway(review.completed_on, next_due), by)


@transaction.atomic
def move(*, check: MidwayCheck, due_on: date, why: str, by: Any, book: Book | None = None) -> None:
    """Another day for the check, between the two reviews. Raises ValidationError, NotOpen."""
    _hold_open(check, by)
    why = rules.check_text(why, "why", "Say why the check is moved.")
    rules.check_moved(check, due_on, _next_due(check.review, book or book_in_force()))
    _set(check, {"due_on": due_on, "moved_why": why}, by, "midway.moved")


@transaction.atomic
def waive(*, check: MidwayCheck, why: str, on: date, by: Any) -> None:
    """There is to be no check after this review, and why. Raises ValidationError, NotOpen."""
    _hold_open(check, by)
    why = rules.check_text(why, "why", "Say why no check is needed.")
    _set(check, {"waived_why": why, "waived_on": on}, by, "midway.waived")


@transaction.atomic
def take_up_again(*, check: MidwayCheck, by: Any) -> None:
    """A check that was waived is needed after all; why it was waived stays in its history."""
    rules.check_officer(by, check.review)
    _hold(check)
    if check.waived_on:
        _set(check, {"waived_on": None, "waived_why": ""}, by, "midway.taken_up_again")


@transaction.atomic
def ask(*, check: MidwayCheck, on: date, by: Any) -> None:
    """Ask the social worker what came of each decision. Asked once; asking again changes nothing.

    Raises NothingToAsk where no decision was released, NotOpen.
    """
    _hold_open(check, by)
    if not decisions_to_ask_about(check).exists():
        raise rules.NothingToAsk(
            "This review has no decision to ask about. Write what you found and finish the check."
        )
    if not Release.objects.filter(review=check.review_id).exists():
        raise rules.NothingToAsk(
            "The decisions of this review have not gone out to the social worker yet. Release them first, then ask."
        )
    if check.asked_on is None:
        _set(check, {"asked_on": on}, by, "midway.asked")


@transaction.atomic
def answer(*, check: MidwayCheck, answers: Answers, on: date, by: Any) -> None:
    """What came of each decision, as the social worker says; may be changed until the officer has finished.

    Raises ValidationError for a decision without an answer (`status-<number>` -> sentence), or without a word on one
    that is not simply done (`note-<number>`); NothingToAsk before any was released; NotOpen; NotAllowed; NotYours.
    """
    rules.check_answers(by, check.review)
    _hold(check)
    rules.check_open(check)
    decisions = decisions_as_sent(check)
    if not decisions:
        raise rules.NothingToAsk(
            "No decision of this review has been sent to you yet, so there is nothing to answer."
        )
    wrong = _missing(decisions, answers)
    if wrong:
        raise ValidationError(wrong)
    changed = False
    for decision in decisions:
        status, note = answers[decision.pk]
        given, made = MidwayAnswer.objects.get_or_create(
            check_of=check, decision=decision, defaults={"status": status, "note": note.strip()}
        )
        later = not made and set_fields(record=given, values={"status": status, "note": note.strip()}, by=by)
        changed = changed or made or bool(later)
    if changed:
        set_fields(record=check, values={"answered_on": on, "asked_on": check.asked_on or on}, by=by)
        check.answered_by = by
        check.save(update_fields=["answered_by"])
        _note(by, "midway.answered", check)


@transaction.atomic
def finish(*, check: MidwayCheck, summary: str, on: date, by: Any) -> None:
    """What the officer found; after this only entries are added. Raises ValidationError, NotOpen."""
    _hold_open(check, by)
    summary = rules.check_text(summary, "summary", "Write what you found, in a sentence or two.")
    _set(check, {"summary": summary, "done_on": on}, by, "midway.finished")


@transaction.atomic
def add_entry(
    *, check: MidwayCheck, kind: str, text: str, happened_on: date, on: date, by: Any
) -> MidwayEntry:
    """What the officer challenged, or what changed for the child because of it: written once, never changed.

    The effect often shows after the check is done, so a closed check takes entries too. ``on``: today.
    Raises ValidationError.
    """
    rules.check_officer(by, check.review)
    text = rules.check_text(text, "text", "Write what was challenged, or what changed for the child.")
    completed = check.review.completed_on
    if happened_on > on:
        raise ValidationError({"happened_on": "This day is still to come. Enter the day it happened."})
    if completed and happened_on < completed:
        raise ValidationError({"happened_on": f"This is before the review of {long_date(completed)}."})
    _hold(check)
    told = {"kind": kind, "text": text, "happened_on": happened_on, "entered_by": by}
    same = check.entries.filter(**told).first()
    if same is not None:
        return same  # the button was pressed twice
    entry = MidwayEntry(check_of=check, **told)
    entry.full_clean(exclude=["check_of", "entered_by"])
    entry.save()
    record(by=by, verb=f"midway.{kind}_entered", subject=entry, detail={"child": check.review.child_id})
    return entry


def _put(check: MidwayCheck, due_on: date, by: Any) -> None:
    """A check that somebody moved, asked about or closed stays where it is."""
    if rules.state_of(check) is rules.State.WAITING and not check.moved_why:
        _set(check, {"due_on": due_on}, by, "midway.set_up")


def _missing(decisions: list[Decision], answers: Answers) -> dict[str, str]:
    wrong = {}
    for decision in decisions:
        status, note = answers.get(decision.pk, ("", ""))
        if status not in rules.ANSWERS:
            wrong[f"status-{decision.number}"] = f"Say what came of decision {decision.number}."
        elif status != DecisionStatus.DONE and not note.strip():
            wrong[f"note-{decision.number}"] = f"Say in a few words how decision {decision.number} stands."
    return wrong


def _hold_open(check: MidwayCheck, by: Any) -> None:
    rules.check_officer(by, check.review)
    _hold(check)
    rules.check_open(check)


def _hold(check: MidwayCheck) -> None:
    """Read the check again and keep it from others until the transaction ends."""
    check.refresh_from_db(
        fields=["due_on", "waived_on", "waived_why", "asked_on", "answered_on", "done_on", "closed_on"],
        from_queryset=MidwayCheck.objects.select_for_update(),
    )


def _close_earlier(review: Review, by: Any) -> None:
    earlier = MidwayCheck.objects.select_related("review").filter(
        review__in=_of_child(review).filter(completed_on__lt=review.completed_on),
        done_on=None,
        waived_on=None,
        closed_on=None,
    )
    for check in earlier:
        _set(check, {"closed_on": review.completed_on}, by, "midway.closed")


def _of_child(review: Review) -> Any:
    return Review.objects.filter(child=review.child_id, kind=ReviewKind.CARE, withdrawn_at=None)


def _next_due(review: Review, book: Book) -> date | None:
    """The last day of the next review of a child in care, as it stood on the day this one was completed."""
    child = type(review.child)._base_manager.get(pk=review.child_id)
    prefetch_related_objects([child], *RECORDS_OF_A_LIFE)
    claim = outlook(life_of(child), review.completed_on, book).binding(Kind.CARE)
    return claim.last_day if claim else None


def _set(check: MidwayCheck, values: dict[str, Any], by: Any, verb: str) -> None:
    changed = set_fields(record=check, values=values, by=by)
    if changed:
        _note(by, verb, check, fields=changed)


def _note(by: Any, verb: str, check: MidwayCheck, **more: Any) -> None:
    record(by=by, verb=verb, subject=check, detail={"child": check.review.child_id, **more})
