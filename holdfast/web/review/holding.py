"""The meeting, and the end of the review: held, adjourned, completed; how the child took part."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_http_methods

from holdfast.casework.access.roles import Permission
from holdfast.casework.reviews import actions
from holdfast.casework.reviews.actions.completing import DateIsWrong
from holdfast.casework.reviews.models import Chaired, Meeting, Review
from holdfast.casework.reviews.participating import derived, is_under_four
from holdfast.casework.reviews.queries import held_meetings, next_meeting, together_with
from holdfast.casework.reviews.rules import NotAtThisStage, ReviewAlreadyHeld, Stage
from holdfast.casework.reviews.timing import adjournment_of, lateness_of
from holdfast.domain.wording import weekday_and_date
from holdfast.web.doors import needs
from holdfast.web.review.finishing import complete_and_follow, correct_and_follow
from holdfast.web.review.forms_held import (
    AdjournForm,
    CompleteForm,
    MeetingForm,
    ParticipationForm,
    views_initial,
)
from holdfast.web.review.opened import opened, under_the_review
from holdfast.web.review.participation_words import answers_in_words, in_words
from holdfast.web.review.stages import WholeReview

REFUSALS = (NotAtThisStage, ReviewAlreadyHeld, ValidationError)


@require_http_methods(["GET", "HEAD", "POST"])
@needs(Permission.HOLD_REVIEWS)
def hold(request: HttpRequest, review_id: UUID) -> HttpResponse:
    """A meeting was held. Its button says what follows: the end of the review, or a further meeting."""
    whole = opened(request, review_id)
    review = whole.review
    known = _known_of_the_meeting(request, whole)
    form = MeetingForm(review.child, known["held_on"], request.POST or None, initial=known)
    if request.method == "POST" and form.is_valid() and _hold(request, form, whole):
        return redirect("review_adjourn" if "adjourn" in request.POST else "review_complete", review_id)
    context = {
        "page": under_the_review("Record the meeting", review),
        "review": review,
        "form": form,
        "codes": answers_in_words(review.child, known["held_on"]),
        "stage_allows": whole.stage in (Stage.BOOKED, Stage.UNDER_WAY),
    }
    return render(request, "review/hold.html", context, status=400 if form.errors else 200)


def _known_of_the_meeting(request: HttpRequest, whole: WholeReview) -> dict[str, Any]:
    """As it was booked; where another review of the same meeting is on record, as it was held, and where it is this
    child's too, with what was answered there of how the child took part."""
    review = whole.review
    stands = next_meeting(review) or review
    known = {
        "held_on": min(stands.planned_on or whole.on, whole.on),
        "mode": stands.mode,
        "venue": stands.venue,
    }
    if review.held_on is None:
        for other in together_with(request.user, review).prefetch_related("meetings"):
            for meeting in held_meetings(other)[:1]:
                known = {"held_on": meeting.held_on, "mode": meeting.mode, "venue": meeting.venue}
                if other.child_id == review.child_id:
                    return known | views_initial(meeting.child_there, meeting.views_by)
    return known


def _hold(request: HttpRequest, form: MeetingForm, whole: WholeReview) -> bool:
    given = form.cleaned_data
    if given["held_on"] > whole.on:
        form.add_error("held_on", "This day is yet to come. Record the meeting once it was held.")
        return False
    facts = {key: given[key] for key in ("held_on", "mode", "venue")}
    try:
        actions.hold_meeting(review=whole.review, **facts, **form.answers(), by=request.user)
    except REFUSALS as refusal:
        form.refuse(refusal)
        return False
    return True


@require_http_methods(["GET", "HEAD", "POST"])
@needs(Permission.HOLD_REVIEWS)
def correct_meeting(request: HttpRequest, review_id: UUID, number: int) -> HttpResponse:
    """What is wrong of a meeting that was held; what stood there is kept."""
    whole = opened(request, review_id)
    review, meeting = whole.review, _meeting(whole.review, number)
    stood = {"held_on": meeting.held_on, "mode": meeting.mode, "venue": meeting.venue}
    stood |= views_initial(meeting.child_there, meeting.views_by)
    form = MeetingForm(review.child, meeting.held_on, request.POST or None, initial=stood)
    if request.method == "POST" and form.is_valid():
        facts = {key: form.cleaned_data[key] for key in ("held_on", "mode", "venue")}
        try:
            changed = correct_and_follow(
                meeting, {**facts, **form.answers()}, form.cleaned_data["why"], request.user
            )
            said = "Saved. What stood there before is kept." if changed else "Nothing was changed."
            messages.success(request, said)
            return redirect("review", review_id)
        except REFUSALS as refusal:
            form.refuse(refusal)
    context = {
        "page": under_the_review("Correct the meeting", review),
        "review": review,
        "form": form,
        "codes": answers_in_words(review.child, meeting.held_on),
        "correcting": True,
        "stage_allows": True,
    }
    return render(request, "review/hold.html", context, status=400 if form.errors else 200)


def _meeting(review: Review, number: int) -> Meeting:
    found = next((meeting for meeting in held_meetings(review) if meeting.number == number), None)
    if found is None:
        raise Http404
    return found


@require_http_methods(["GET", "HEAD", "POST"])
@needs(Permission.HOLD_REVIEWS)
def adjourn(request: HttpRequest, review_id: UUID) -> HttpResponse:
    """The meeting did not complete the review: the day of the next one, and what speaks against adjourning again."""
    whole = opened(request, review_id)
    review, held = whole.review, held_meetings(whole.review)
    form = AdjournForm(request.POST or None)
    allowed = whole.stage is Stage.UNDER_WAY and bool(held) and next_meeting(review) is None
    if request.method == "POST" and form.is_valid():
        given = form.cleaned_data
        try:
            actions.adjourn(
                review=review,
                why=given["adjourned_why"],
                note=given["adjourned_note"],
                next_planned_on=given["next_planned_on"],
                next_planned_at=given["next_planned_at"],
                by=request.user,
            )
            day = weekday_and_date(given["next_planned_on"])
            messages.success(request, f"Adjourned. The next meeting is on {day}.")
            return redirect("review", review_id)
        except REFUSALS as refusal:
            form.refuse(refusal)
    before = sum(bool(meeting.adjourned_why) for meeting in held)
    context = {
        "page": under_the_review("Adjourn the review", review),
        "review": review,
        "form": form,
        "allowed": allowed,
        "held": held,
        "adjournment": adjournment_of(before, held[-1].held_on, whole.book) if held else None,
        "on": whole.on,
    }
    return render(request, "review/adjourn.html", context, status=400 if form.errors else 200)


@require_http_methods(["GET", "HEAD", "POST"])
@needs(Permission.HOLD_REVIEWS)
def complete(request: HttpRequest, review_id: UUID) -> HttpResponse:
    """Everything that was answered, to be checked, with what is still to be asked; then the review is completed."""
    whole = opened(request, review_id)
    review, held = whole.review, held_meetings(whole.review)
    day = held[-1].held_on if held else review.held_on
    ready = whole.stage is Stage.UNDER_WAY and next_meeting(review) is None and day is not None
    lateness = lateness_of(review, day, whole.book) if ready else None
    under_four = day is not None and is_under_four(review.child, day)
    sent = request.POST if request.method == "POST" else None
    form = CompleteForm(lateness is not None, under_four, sent)
    if request.method == "POST" and form.is_valid():
        try:
            complete_and_follow(request, whole, {"child_chaired": Chaired.NO, **form.cleaned_data})
            return redirect("review", review_id)
        except DateIsWrong as wrong:
            messages.info(request, str(wrong))
            return redirect("child_correct_review", review.child.public_id, review.public_id)
        except REFUSALS as refusal:
            form.refuse(refusal)
    context = {
        "page": under_the_review("Check and complete the review", review),
        "review": review,
        "form": form,
        "ready": ready,
        "lateness": lateness,
        "rows": _rows(review, held),
        "code": in_words(review.participation or derived(review)),
        "chosen": review.participation_reason,
    }
    return render(request, "review/complete.html", context, status=400 if form.errors else 200)


def _rows(review: Review, held: list[Meeting]) -> list[dict[str, str]]:
    """The answers, each with the way to correct it."""
    rows = []
    for meeting in held:
        name = f"Meeting {meeting.number}" if len(held) > 1 else "Meeting"
        parts = [meeting.get_mode_display().lower() if meeting.mode else "", meeting.venue]
        if meeting.adjourned_why:
            parts.append(f"adjourned: {meeting.get_adjourned_why_display() or meeting.adjourned_why}")
        correct = reverse("review_meeting_correct", args=[review.public_id, meeting.number])
        said = ", ".join(part for part in parts if part)
        rows.append(
            {"label": name, "value": weekday_and_date(meeting.held_on), "note": said, "change_url": correct}
        )
        if meeting.child_there:
            there = f"{meeting.get_child_there_display()}. {meeting.get_views_by_display()}"
            rows.append({"label": f"{name}: child there", "value": there, "change_url": correct})
    return rows


@require_http_methods(["GET", "HEAD", "POST"])
@needs(Permission.HOLD_REVIEWS)
def participation(request: HttpRequest, review_id: UUID) -> HttpResponse:
    """Another code than the answers give, with the reason."""
    whole = opened(request, review_id)
    review = whole.review
    if review.held_on is None:
        messages.info(request, "Record the meeting first: the answers there give the code.")
        return redirect("review", review_id)
    stood = {"participation": review.participation, "participation_reason": review.participation_reason}
    form = ParticipationForm(review.child, review.held_on, request.POST or None, initial=stood)
    if request.method == "POST" and form.is_valid():
        given = form.cleaned_data
        try:
            actions.override_participation(
                review=review,
                code=given["participation"],
                reason=given["participation_reason"],
                by=request.user,
            )
            messages.success(request, "Saved. What stood there before is kept.")
            done = whole.stage is Stage.COMPLETED
            return redirect("review" if done else "review_complete", review_id)
        except REFUSALS as refusal:
            form.refuse(refusal)
    context = {
        "page": under_the_review("How the child took part", review),
        "review": review,
        "form": form,
        "code": in_words(derived(review)),
    }
    return render(request, "review/participation.html", context, status=400 if form.errors else 200)
