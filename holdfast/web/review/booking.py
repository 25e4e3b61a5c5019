"""Book a review from the child's page, alone or with brothers and sisters; move it; cancel it and take that back."""

from __future__ import annotations

from datetime import date
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods, require_POST

from holdfast.casework.access.roles import Permission
from holdfast.casework.people.models import AllocationRole, Child, Worker
from holdfast.casework.people.queries import allocated, open_child, workers_for
from holdfast.casework.plans.models import NeedPlan, Protection
from holdfast.casework.preparing.actions import ask_people
from holdfast.casework.reviews import actions
from holdfast.casework.reviews.models import Mode, Review, ReviewKind
from holdfast.casework.reviews.queries import (
    find_review,
    next_meeting,
    reviews_in_hand,
    reviews_of,
    siblings_of,
    together_with,
)
from holdfast.casework.reviews.rules import AlreadyBooked, NotAtThisStage
from holdfast.casework.reviews.timing import Offer, claim_before, offers, planned_against_due
from holdfast.casework.service.queries import book as limits_book
from holdfast.domain.limits import Book
from holdfast.domain.wording import weekday_and_date
from holdfast.web.doors import needs
from holdfast.web.review.forms import BookForm, CancelForm, MoveForm, PlanForm
from holdfast.web.review.opened import opened, under_the_child, under_the_review
from holdfast.web.today import today

#: sentences that somebody reads before a day is booked all the same
Warned = list[str]


@require_http_methods(["GET", "HEAD", "POST"])
@needs(Permission.BOOK_REVIEWS)
def book(request: HttpRequest, child_id: UUID) -> HttpResponse:
    """Book for one child. A day that is late, too early or closed is warned of once, and may be booked all the same."""
    child = open_child(request.user, child_id)
    on, limits = today(request), limits_book()
    brothers = list(siblings_of(request.user, child))
    form = BookForm(
        offers(child, on, limits),
        [(one, _due_in_words(one, on, limits)) for one in brothers],
        workers_for(AllocationRole.IRO, on),
        on,
        request.POST or None,
        initial=_known(child, on),
    )
    warnings: Warned = []
    if request.method == "POST" and form.is_valid():
        warnings = _warnings(form, child, on, limits)
        if not warnings or _all_the_same(request, form):
            made = _book(request, form, child, on)
            if made is not None:
                return redirect("review", made.public_id)
            warnings = []
    context = {
        "page": under_the_child("Book a review", child),
        "child": child,
        "form": form,
        "offers": list(form.offers.values()),
        "in_hand": reviews_in_hand([child]),
        "warnings": warnings,
        "on": on,
    }
    return render(request, "review/book.html", context, status=400 if form.errors else 200)


def _known(child: Child, on: date) -> dict[str, Any]:
    """What the last review was like, and who the child's officer is."""
    last = reviews_of(child).last()
    iro = allocated(child, AllocationRole.IRO, on)
    return {
        "mode": last.mode if last and last.mode else Mode.IN_PERSON,
        "venue": last.venue if last else "",
        "chair": iro.worker.public_id if iro else None,
    }


def _due_in_words(child: Child, on: date, limits: Book) -> str:
    claim = offers(child, on, limits)[0].claim
    if claim is None or claim.last_day is None:
        return "nothing is due"
    return f"due by {weekday_and_date(claim.last_day)}"


def _warnings(form: BookForm, child: Child, on: date, limits: Book) -> Warned:
    day = form.cleaned_data["planned_on"]
    found = [planned_against_due(day, form.offer.claim)]
    if day < on:
        found.insert(0, f"{weekday_and_date(day)} is past.")
    without = form.cleaned_data["mode"] == Mode.WITHOUT_MEETING
    if without and (form.offer.claim is None or form.offer.claim.meeting_needed):
        found.append("The rules ask for a meeting this time. Without one this review may not count.")
    found += [planned_against_due(day, one.claim) for one in form.further()]
    for sibling in form.chosen():
        claim = next((o.claim for o in offers(sibling, on, limits) if o.kind == form.offer.kind), None)
        said = planned_against_due(day, claim)
        found += [f"{sibling}: {said}"] if said and said not in found else []
    return [said for said in dict.fromkeys(found) if said]


def _all_the_same(request: HttpRequest, form: PlanForm) -> bool:
    """Whether somebody read the warnings of just this day, and books it all the same."""
    return request.POST.get("anyway") == form.cleaned_data["planned_on"].isoformat()


def _book(request: HttpRequest, form: BookForm, child: Child, on: date) -> Review | None:
    """Book, and put on each list the people who are to be asked; what is refused becomes the form's error."""
    given, offer = form.cleaned_data, form.offer
    plans = {child.pk: _plan(child, offer)}
    for sibling in form.chosen():
        theirs = next((one for one in offers(sibling, on, limits_book()) if one.kind == offer.kind), None)
        if theirs is None:
            form.add_error("siblings", f"{sibling} has no plan that such a review is about. Untick them.")
            return None
        plans[sibling.pk] = _plan(sibling, theirs)
    facts = {
        key: given[key] for key in ("planned_on", "planned_at", "mode", "venue", "chair", "combined_with")
    }
    try:
        with transaction.atomic():
            made = actions.book_together(
                children=[child, *form.chosen()],
                kind=offer.kind,
                plans=plans,
                also=[{"kind": one.kind, **_plan(child, one)} for one in form.further()],
                **facts,
                by=request.user,
            )
            for one in made:
                ask_people(review=one, by=request.user)
    except (AlreadyBooked, ValidationError) as refusal:
        form.refuse(refusal)
        return None
    day = weekday_and_date(given["planned_on"])
    whom = " and ".join(dict.fromkeys(str(one.child) for one in made))
    messages.success(request, f"Booked for {day}: {whom}.")
    return made[0]


def _plan(child: Child, offer: Offer) -> dict[str, Any]:
    """The plan of this child that a review offered for them is about; none for a review of care."""
    if not offer.plan:
        return {}
    if offer.kind == ReviewKind.NEED:
        return {"need_plan": NeedPlan.objects.filter(child=child, pk=offer.plan).first()}
    return {"protection": Protection.objects.filter(child=child, pk=offer.plan).first()}


@require_http_methods(["GET", "HEAD", "POST"])
@needs(Permission.BOOK_REVIEWS)
def move(request: HttpRequest, review_id: UUID) -> HttpResponse:
    whole = opened(request, review_id)
    review, on = whole.review, whole.on
    same = list(together_with(request.user, review))
    stands = next_meeting(review) or review
    form = MoveForm(
        review,
        bool(same),
        workers_for(AllocationRole.IRO, on),
        on,
        request.POST or None,
        initial={
            "planned_on": stands.planned_on,
            "planned_at": stands.planned_at,
            "mode": stands.mode or Mode.IN_PERSON,
            "venue": stands.venue,
            "chair": review.chair.public_id if review.chair else None,
            "together": True,
        },
    )
    warnings: Warned = []
    if request.method == "POST" and form.is_valid():
        claim = claim_before(review, on, whole.book) if review.held_on is None else None
        against = planned_against_due(form.cleaned_data["planned_on"], claim)
        warnings = [against] if against else []
        if (not warnings or _all_the_same(request, form)) and _move(request, form, [review, *same]):
            return redirect("review", review_id)
    context = {
        "page": under_the_review("Move this review", review),
        "review": review,
        "child": review.child,
        "form": form,
        "warnings": warnings,
        "claim": claim_before(review, on, whole.book),
        "on": on,
    }
    return render(request, "review/move.html", context, status=400 if form.errors else 200)


def _move(request: HttpRequest, form: MoveForm, reviews: list[Review]) -> bool:
    given = form.cleaned_data
    chair: Worker | None = given["chair"]
    changes = {key: given[key] for key in ("planned_on", "planned_at", "mode", "venue")}
    changes["chair_id"] = chair.pk if chair else None
    try:
        with transaction.atomic():
            for review in reviews if given.get("together") else reviews[:1]:
                actions.move_booking(review=review, changes=changes, by=request.user)
    except (NotAtThisStage, ValidationError) as refusal:
        form.refuse(refusal)
        return False
    messages.success(request, f"Saved. The review is on {weekday_and_date(given['planned_on'])}.")
    return True


@require_http_methods(["GET", "HEAD", "POST"])
@needs(Permission.BOOK_REVIEWS)
def cancel(request: HttpRequest, review_id: UUID) -> HttpResponse:
    whole = opened(request, review_id)
    review = whole.review
    same = list(together_with(request.user, review))
    form = CancelForm(bool(same), request.POST or None)
    if request.method == "POST" and form.is_valid():
        chosen = [review, *same] if form.cleaned_data.get("together") else [review]
        try:
            with transaction.atomic():
                for one in chosen:
                    why = form.cleaned_data["cancelled_why"]
                    actions.cancel_booking(review=one, why=why, by=request.user)
            messages.success(request, "Cancelled. It can be taken back on this page.")
            return redirect("review", review_id)
        except (NotAtThisStage, ValidationError) as refusal:
            form.refuse(refusal)
    context = {"page": under_the_review("Cancel this review", review), "review": review, "form": form}
    return render(request, "review/cancel.html", context, status=400 if form.errors else 200)


@require_POST
@needs(Permission.BOOK_REVIEWS)
def undo_cancel(request: HttpRequest, review_id: UUID) -> HttpResponse:
    review = find_review(request.user, review_id)
    try:
        actions.undo_cancel(review=review, by=request.user)
        messages.success(request, "The review is booked again, as it was.")
    except (NotAtThisStage, AlreadyBooked) as refusal:
        messages.error(request, str(refusal))
    return redirect("review", review_id)
