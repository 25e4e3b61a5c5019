"""Before the review: what is there and what is missing, who is asked, and whether the child was seen."""

from __future__ import annotations

from datetime import date
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods

from holdfast.casework.access.roles import Permission
from holdfast.casework.preparing import actions
from holdfast.casework.preparing.models import Invitee, ItemKind
from holdfast.casework.preparing.queries import State, Turn, seen_of
from holdfast.casework.reviews.models import Review
from holdfast.casework.reviews.rules import NotAtThisStage, Stage
from holdfast.web.doors import needs
from holdfast.web.review.forms_prepared import (
    CAME,
    DEEDS,
    AddPersonForm,
    NotNeededForm,
    PeopleForm,
    ReadyForm,
    SeenForm,
)
from holdfast.web.review.inviting import invite
from holdfast.web.review.opened import opened, under_the_review

REFUSALS = (NotAtThisStage, ValidationError)
STILL_PREPARED = (Stage.BOOKED, Stage.UNDER_WAY)


@require_http_methods(["GET", "HEAD", "POST"])
@needs(Permission.BOOK_REVIEWS, Permission.ANSWER_FOR_CHILD)
def prepare(request: HttpRequest, review_id: UUID) -> HttpResponse:
    """Every paper and talk on one page: tick what is there. A social worker sees what is asked of them."""
    whole = opened(request, review_id)
    review, ready = whole.review, whole.ready
    listed = ready.needs if whole.can_book else ready.of(Turn.SOCIAL_WORKER)
    missing = [need for need in ready.missing if need.key in ItemKind.values]
    sent = request.POST if request.method == "POST" else None
    form = ReadyForm(missing, whole.on, sent if sent and "there_now" in sent else None)
    spare = NotNeededForm(missing, sent if sent and "spare" in sent else None)
    if sent and _settle(request, review, form, spare):
        return redirect("review_prepare", review_id)
    context = {
        "page": under_the_review("What the review needs", review),
        "review": review,
        "needs": listed,
        "ready": ready,
        "form": spare if spare.is_bound else form,
        "ready_form": form,
        "spare": spare,
        "missing": missing,
        "settled": [need for need in ready.needs if need.key in ItemKind.values and not need.is_open],
        "on": whole.on,
        "open": whole.stage in STILL_PREPARED,
        "may_spare": whole.can_book,
        "State": State,
    }
    status = 400 if form.errors or spare.errors else 200
    return render(request, "review/prepare.html", context, status=status)


def _settle(request: HttpRequest, review: Review, form: ReadyForm, spare: NotNeededForm) -> bool:
    """One of the page's three deeds: something is there, is not needed, or was noted by mistake."""
    by = request.user
    try:
        if form.is_bound and form.is_valid():
            with transaction.atomic():
                for kind in form.cleaned_data["there"]:
                    since = form.cleaned_data["since"]
                    actions.settle_item(review=review, kind=kind, done_on=since, by=by)
        elif spare.is_bound and spare.is_valid():
            given = spare.cleaned_data
            actions.settle_item(review=review, kind=given["what"], not_needed=given["not_needed"], by=by)
        elif request.POST.get("take_back") in ItemKind.values:
            actions.settle_item(review=review, kind=request.POST["take_back"], by=by)
        else:
            return False
    except REFUSALS as refusal:
        (spare if spare.is_bound else form).refuse(_under(refusal, form))
        return False
    messages.success(request, "Saved.")
    return True


def _under(refusal: Exception, form: ReadyForm) -> Exception:
    """The action speaks of ``done_on``; the form's field is called ``since``."""
    errors = getattr(refusal, "error_dict", {})
    if form.is_bound and "done_on" in errors:
        return ValidationError({"since": errors["done_on"]})
    return refusal


@require_http_methods(["GET", "HEAD", "POST"])
@needs(Permission.BOOK_REVIEWS)
def people(request: HttpRequest, review_id: UUID) -> HttpResponse:
    """Who is asked and invited, who came and who sent views: tick many, one button for all of them."""
    whole = opened(request, review_id)
    review = whole.review
    invitees = sorted(review.invitees.all(), key=lambda one: one.pk)
    sent = request.POST if request.method == "POST" else None
    deed = sent.get("deed", "") if sent else ""
    form = PeopleForm(invitees, whole.on, sent if deed in DEEDS else None)
    add = AddPersonForm(sent if sent and "add" in sent else None)
    if sent and "ask" in sent and _ask(request, review):
        return redirect("review_people", review_id)
    if form.is_bound and form.is_valid() and _did(request, form, deed, review):
        return redirect("review_people", review_id)
    if add.is_bound and add.is_valid() and _add(request, review, add):
        return redirect("review_people", review_id)
    context = {
        "page": under_the_review("People", review),
        "review": review,
        "invitees": invitees,
        "ticked": set(sent.getlist("people")) if sent else set(),
        "every": request.GET.get("tick") == "all",
        "form": add if add.is_bound else form,
        "people_form": form,
        "add": add,
        "before": {key: DEEDS[key] for key in ("paper_sent", "paper_back", "invited")},
        "at": {key: DEEDS[key] for key in ("came", "online", "not_came")},
        "views": DEEDS["views"],
        "open": whole.stage in STILL_PREPARED,
    }
    return render(request, "review/people.html", context, status=400 if form.errors or add.errors else 200)


def _ask(request: HttpRequest, review: Review) -> bool:
    try:
        added = actions.ask_people(review=review, by=request.user)
    except NotAtThisStage as refusal:
        messages.error(request, str(refusal))
        return True
    count = len(added)
    said = (
        f"{count} {'person' if count == 1 else 'people'} added."
        if count
        else "Everybody is on the list already."
    )
    messages.success(request, said)
    return True


def _did(request: HttpRequest, form: PeopleForm, deed: str, review: Review) -> bool:
    try:
        said = _note(request, review, form, deed)
    except REFUSALS as refusal:
        form.refuse(refusal)
        return False
    messages.success(request, said)
    return True


def _note(request: HttpRequest, review: Review, form: PeopleForm, deed: str) -> str:
    """Note a deed for people of one review; what to say of it."""
    chosen: list[Invitee] = form.cleaned_data["people"]
    on: date = form.cleaned_data["on"]
    by: Any = request.user
    if deed == "invited":
        return invite(review=review, invitees=chosen, on=on, by=by)
    if deed in CAME:
        count = actions.note_came(invitees=chosen, came=CAME[deed], by=by)
    elif deed == "left_out":
        count = actions.leave_out(invitees=chosen, why=form.cleaned_data["why"], by=by)
    elif deed == "views":
        count = actions.note_views(invitees=chosen, views=form.cleaned_data["views"], by=by)
    elif deed == "paper_sent":
        count = actions.paper_sent(invitees=chosen, on=on, by=by)
    else:
        count = actions.paper_back(invitees=chosen, on=on, by=by)
    if deed != "views" and form.cleaned_data["views"]:
        actions.note_views(invitees=chosen, views=form.cleaned_data["views"], by=by)
    return f"Saved for {count} {'person' if count == 1 else 'people'}."


def _add(request: HttpRequest, review: Review, add: AddPersonForm) -> bool:
    try:
        actions.add_invitee(review=review, **add.cleaned_data, by=request.user)
    except REFUSALS as refusal:
        add.refuse(refusal)
        return False
    messages.success(request, f"{add.cleaned_data['name']} is on the list.")
    return True


@require_http_methods(["GET", "HEAD", "POST"])
@needs(Permission.HOLD_REVIEWS)
def seen(request: HttpRequest, review_id: UUID) -> HttpResponse:
    """Whether the officer saw the child before the review: when, where or how, alone; or why not."""
    whole = opened(request, review_id)
    review, stood = whole.review, seen_of(whole.review)
    initial = {name: getattr(stood, name) for name in SeenForm.base_fields} if stood else {}
    form = SeenForm(request.POST or None, initial=initial)
    if request.method == "POST" and form.is_valid():
        try:
            actions.child_seen(review=review, **form.cleaned_data, by=request.user)
            messages.success(request, "Saved.")
            return redirect("review", review_id)
        except REFUSALS as refusal:
            form.refuse(refusal)
    context = {"page": under_the_review("Child seen", review), "review": review, "form": form}
    return render(request, "review/seen.html", context, status=400 if form.errors else 200)
