"""The decisions of a review, and what came of those of the last one."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.db import transaction
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods, require_POST

from holdfast.casework.access.roles import Permission, Role
from holdfast.casework.access.rules import check_may
from holdfast.casework.records import actions
from holdfast.casework.records.models import Decision, DecisionStatus, Release
from holdfast.casework.records.queries import decisions_before, decisions_of, releases_of, snapshot_of
from holdfast.web.doors import needs
from holdfast.web.drafts.saved import drop_draft
from holdfast.web.record.forms import DecisionForm
from holdfast.web.record.opening import Opened
from holdfast.web.record.presenters import Earlier, as_released, known_people
from holdfast.web.record.trying import clock
from holdfast.web.refusal import attempt


@require_http_methods(["GET", "HEAD", "POST"])
@needs(Permission.SEE_OWN_CHILDREN)
def decisions(request: HttpRequest, review_id: UUID) -> HttpResponse:
    """What was decided, to whom it went, and what they said; for the officer also the form for one more."""
    opened = Opened(request, review_id)
    form = None
    if opened.writes and not opened.signed:
        form = DecisionForm(request.POST or None, initial=_again(request, opened))
    if request.method == "POST":
        check_may(request.user, Permission.HOLD_REVIEWS)
        if form is not None and form.is_valid() and _add(request, opened, form):
            return redirect(f"{opened.address('decisions')}#add")
    return render(
        request,
        "record/decisions.html",
        _context(opened, form),
        status=400 if form is not None and form.errors else 200,
    )


def _context(
    opened: Opened, form: DecisionForm | None, typed: dict[str, tuple[str, str, str]] | None = None
) -> dict[str, Any]:
    """``typed``: what was sent of earlier decisions and is refused, with the sentence that says why."""
    releases = list(releases_of(opened.review))
    standing = list(decisions_of(opened.review)) if opened.sees_unfinished else []
    last = releases[0] if releases else None
    return opened.frame(
        "Decisions",
        "decisions",
        form=form,
        releases=releases,
        last_release=last,
        decisions=as_released(opened.review, last, standing, opened.sees_unfinished),
        changed_since=bool(last and opened.sees_unfinished and _differs(last, standing)),
        earlier=[Earlier.of(one, typed or {}) for one in _earlier(opened)] if opened.sees_unfinished else [],
        may_answer=_may_answer(opened, last),
        statuses=DecisionStatus.choices,
        known_people=known_people(opened.child, opened.on) if form is not None else [],
    )


def _may_answer(opened: Opened, last: Release | None) -> str:
    """What the link to the manager's answer says to this person; blank where it is not theirs to answer."""
    if last is None or last.released_by_id == opened.user.pk:
        return ""
    if opened.user.role == Role.TEAM_MANAGER:
        return "Agree or object"
    return "Type in what the manager wrote" if opened.sends else ""


def _earlier(opened: Opened) -> list[Decision]:
    return list(decisions_before(opened.review).prefetch_related("midway_answers"))


def _differs(release: Any, standing: list[Decision]) -> bool:
    return release.decisions != [snapshot_of(one) for one in standing]


def _again(request: HttpRequest, opened: Opened) -> dict[str, Any]:
    """A decision that was not done can be decided again without typing it again."""
    wanted = request.GET.get("again", "")
    for one in decisions_before(opened.review) if wanted else ():
        if str(one.public_id) == wanted:
            return {"what": one.what, "outcome": one.outcome, "who": one.who}
    return {}


def _add(request: HttpRequest, opened: Opened, form: DecisionForm) -> bool:
    given = form.cleaned_data
    done = attempt(form, lambda: actions.add_decision(review=opened.review, by=request.user, **given))
    if done:
        drop_draft(request, f"decision:{opened.review.public_id}")
        messages.success(request, f"Saved at {clock()}. Add the next one below, or release them.")
    return done


@require_http_methods(["GET", "HEAD", "POST"])
@needs(Permission.HOLD_REVIEWS)
def change(request: HttpRequest, review_id: UUID, decision_id: UUID) -> HttpResponse:
    opened = Opened(request, review_id)
    decision = _one(opened, decision_id)
    stands = {name: getattr(decision, name) for name in DecisionForm.base_fields}
    form = DecisionForm(request.POST or None, initial=stands)
    if request.method == "POST" and form.is_valid():
        changes = form.cleaned_data
        if attempt(
            form, lambda: actions.change_decision(decision=decision, changes=changes, by=request.user)
        ):
            drop_draft(request, f"decision:{opened.review.public_id}:{decision.number}")
            messages.success(request, f"Saved at {clock()}. What was released stays as it was sent.")
            return redirect("decisions", review_id)
    context = opened.frame(
        f"Decision {decision.number}",
        "decisions",
        form=form,
        decision=decision,
        known_people=known_people(opened.child, opened.on),
    )
    return render(request, "record/decision.html", context, status=400 if form.errors else 200)


@require_POST
@needs(Permission.HOLD_REVIEWS)
def withdraw(request: HttpRequest, review_id: UUID, decision_id: UUID) -> HttpResponse:
    """Take back a decision that nobody was sent yet."""
    opened = Opened(request, review_id)
    decision = _one(opened, decision_id)
    try:
        actions.withdraw_decision(decision=decision, on=opened.on, by=request.user)
    except ValidationError as refusal:
        messages.warning(request, " ".join(refusal.messages))
    else:
        messages.success(request, f"Decision {decision.number} is taken back.")
    return redirect("decisions", review_id)


@require_POST
@needs(Permission.HOLD_REVIEWS)
def settle(request: HttpRequest, review_id: UUID) -> HttpResponse:
    """What came of each decision of the reviews before; those left alone stay as they are."""
    opened = Opened(request, review_id)
    typed: dict[str, tuple[str, str, str]] = {}
    with transaction.atomic():
        for one in decisions_before(opened.review):
            status = request.POST.get(f"status_{one.public_id}", "")
            note = request.POST.get(f"note_{one.public_id}", "")
            if not status or (status, note.strip()) == (one.status, one.status_note):
                continue
            try:
                actions.settle_decision(
                    decision=one, status=status, note=note, at=opened.review, on=opened.on, by=request.user
                )
            except ValidationError as refusal:
                typed[str(one.public_id)] = (status, note, " ".join(refusal.messages))
    if typed:
        form = None if opened.signed else DecisionForm()
        return render(request, "record/decisions.html", _context(opened, form, typed), status=400)
    drop_draft(request, f"settle:{opened.review.public_id}")
    messages.success(request, f"Saved at {clock()}.")
    return redirect(f"{opened.address('decisions')}#earlier")


def _one(opened: Opened, decision_id: UUID) -> Decision:
    found = decisions_of(opened.review).select_related("review__child").filter(public_id=decision_id).first()
    if found is None:
        raise Http404
    return found
