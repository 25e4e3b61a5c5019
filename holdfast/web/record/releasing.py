"""The decisions go out, the manager answers, the officer replies, the care plan follows."""

from __future__ import annotations

from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods

from holdfast.casework.access.roles import Permission, Role
from holdfast.casework.access.rules import check_may, may
from holdfast.casework.records import actions
from holdfast.casework.records.models import Answer
from holdfast.casework.records.queries import decisions_of, last_release, releases_of
from holdfast.domain import timescales
from holdfast.domain.wording import weekday_and_date
from holdfast.web.doors import needs
from holdfast.web.drafts.saved import drop_draft
from holdfast.web.record.forms import AnswerForm, CarePlanForm, SignForm, WordsForm
from holdfast.web.record.opening import Opened
from holdfast.web.record.presenters import as_released, goes_to
from holdfast.web.record.trying import clock
from holdfast.web.refusal import attempt


@require_http_methods(["GET", "HEAD", "POST"])
@needs(Permission.HOLD_REVIEWS)
def release(request: HttpRequest, review_id: UUID) -> HttpResponse:
    """What will be sent and to whom; then it is sent."""
    opened = Opened(request, review_id)
    form = SignForm(request.POST if request.method == "POST" else None)
    if (
        request.method == "POST"
        and form.is_valid()
        and attempt(
            form,
            lambda: actions.release_decisions(review=opened.review, on=opened.on, by=request.user),
        )
    ):
        due = timescales.manager_answered(opened.on).last_day
        messages.success(
            request,
            f"Released at {clock()}. The manager has until {weekday_and_date(due)} to agree or object.",
        )
        return redirect("decisions", review_id)
    last = last_release(opened.review)
    context = opened.frame(
        "Release the decisions",
        "decisions",
        form=form,
        decisions=as_released(opened.review, last, list(decisions_of(opened.review)), unfinished=True),
        last_release=last,
        goes_to=goes_to(opened.child, opened.on),
    )
    return render(request, "record/release.html", context, status=400 if form.errors else 200)


@require_http_methods(["GET", "HEAD", "POST"])
@needs(Permission.SEE_OWN_CHILDREN)
def answer(request: HttpRequest, review_id: UUID) -> HttpResponse:
    """The manager agrees or objects; or the service types in what the manager wrote."""
    if not may(request.user, Permission.SEND_RECORDS):
        check_may(request.user, Permission.ANSWER_DECISIONS)
    opened = Opened(request, review_id)
    releases = list(releases_of(opened.review)[:1])
    if not releases:
        messages.info(request, "The decisions are not released yet. There is nothing to answer.")
        return redirect("decisions", review_id)
    last = releases[0]
    decisions = as_released(opened.review, last, [], unfinished=False)
    named = [(one.id, f"Decision {one.number}: {one.what[:80]}") for one in decisions]
    own = request.user.role == Role.TEAM_MANAGER
    form = AnswerForm(named, own=own, on=opened.on, data=request.POST or None)
    if request.method == "POST" and form.is_valid():
        given = form.cleaned_data
        about = opened.review.decisions.filter(public_id=given["decision"] or None).first()
        done = attempt(
            form,
            lambda: actions.answer_decisions(
                release=last,
                answer=given["answer"],
                text=given["text"],
                decision=about if given["answer"] == Answer.OBJECTS else None,
                name=given.get("name", ""),
                on=given.get("answered_on") or opened.on,
                by=request.user,
            ),
        )
        if done:
            drop_draft(request, f"answer:{opened.review.public_id}")
            messages.success(
                request, f"Saved at {clock()}. The reviewing officer sees it with the decisions."
            )
            return redirect("decisions", review_id)
    context = opened.frame("Agree or object", "decisions", form=form, decisions=decisions, last_release=last)
    return render(request, "record/answer.html", context, status=400 if form.errors else 200)


@require_http_methods(["GET", "HEAD", "POST"])
@needs(Permission.HOLD_REVIEWS)
def reply(request: HttpRequest, review_id: UUID, objection_id: UUID) -> HttpResponse:
    """What the officer says to an objection."""
    opened = Opened(request, review_id)
    objections = [
        one for each in releases_of(opened.review) for one in each.answers.all()
        if one.public_id == objection_id and one.answer == Answer.OBJECTS
    ]  # fmt: skip
    if not objections:
        raise Http404
    objection = objections[0]
    form = WordsForm("Your answer to the manager", request.POST or None)
    if (
        request.method == "POST"
        and form.is_valid()
        and attempt(
            form,
            lambda: actions.reply_to_objection(
                objection=objection, text=form.cleaned_data["text"], on=opened.on, by=request.user
            ),
        )
    ):
        drop_draft(request, f"reply:{opened.review.public_id}:{objection.public_id}")
        messages.success(request, f"Saved at {clock()}.")
        return redirect("decisions", review_id)
    context = opened.frame("Answer an objection", "decisions", form=form, objection=objection)
    return render(request, "record/reply.html", context, status=400 if form.errors else 200)


@require_http_methods(["GET", "HEAD", "POST"])
@needs(Permission.SEE_OWN_CHILDREN)
def care_plan(request: HttpRequest, review_id: UUID) -> HttpResponse:
    """When the care plan was brought up to date after the review."""
    opened = Opened(request, review_id)
    form = CarePlanForm(request.POST or None, initial={"updated_on": opened.on})
    if (
        request.method == "POST"
        and form.is_valid()
        and attempt(
            form,
            lambda: actions.care_plan_updated(
                review=opened.review,
                updated_on=form.cleaned_data["updated_on"],
                on=opened.on,
                by=request.user,
            ),
        )
    ):
        messages.success(request, f"Saved at {clock()}.")
        return redirect("decisions", review_id)
    context = opened.frame("Care plan brought up to date", "decisions", form=form)
    return render(request, "record/care_plan.html", context, status=400 if form.errors else 200)
