"""One child's tiers: what holds now, every step with why, and early help and care leaver entered."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.core.exceptions import BadRequest, ValidationError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_http_methods

from holdfast.casework.access.roles import Permission
from holdfast.casework.access.rules import check_may, may
from holdfast.casework.people.models import Child
from holdfast.casework.people.queries import open_child
from holdfast.casework.tiers import actions, queries
from holdfast.casework.tiers.models import StepReason, TierSpan
from holdfast.domain.tier_flow import with_way_back
from holdfast.domain.tiers import Stay, Step, stays_of, steps_of
from holdfast.web.doors import needs
from holdfast.web.page import Page
from holdfast.web.refusal import attempt
from holdfast.web.tiers.forms import BeginForm, EndForm, Named, WhyForm
from holdfast.web.tiers.words import back_words, days_words
from holdfast.web.today import today

SAVED = {
    "begin": "Saved. The steps below are read anew.",
    "end": "Saved. The steps below are read anew.",
    "back": "Taken back. What stood there is kept in the history.",
    "why": "Saved. The reason stands beside the step.",
}


@dataclass(frozen=True)
class StepLine:
    """A step with what was said of it, what came after, and how long the tier before it lasted."""

    step: Step
    said: StepReason | None
    before: str
    back: str
    form: WhyForm | None


@dataclass(frozen=True)
class SpanLine:
    span: TierSpan
    form: EndForm | None


@require_http_methods(["GET", "HEAD", "POST"])
@needs(Permission.SEE_OWN_CHILDREN)
def tiers(request: HttpRequest, child_id: UUID) -> HttpResponse:
    """Opening it leaves a row in the child's diary."""
    if request.method == "POST":
        check_may(request.user, Permission.CORRECT_RECORDS)
    child = open_child(request.user, child_id, verb="tiers.read")
    begin = BeginForm(_sent(request, "begin"))
    sent: Any = None
    refusal = ""
    if request.method == "POST":
        do = request.POST.get("do", "")
        if do not in SAVED:
            raise BadRequest
        try:
            sent = _do(request, child, do, begin)
        except ValidationError as refused:
            refusal = " ".join(refused.messages)
        else:
            if sent is None:
                messages.success(request, SAVED[do])
                return redirect("child_tiers", child_id)
    context = _shown(request, child, begin, sent)
    status = 400 if sent is not None or refusal else 200
    return render(request, "tiers/child.html", {**context, "refusal": refusal}, status=status)


def _sent(request: HttpRequest, do: str) -> Any:
    return request.POST if request.POST.get("do") == do else None


def _do(request: HttpRequest, child: Child, do: str, begin: BeginForm) -> Any:
    """Do what was sent; the form that was refused, or None. Raises ValidationError where no form can say it."""
    by = request.user
    if do == "begin":
        done = begin.is_valid() and attempt(
            begin, lambda: actions.begin_span(child=child, by=by, **begin.cleaned_data)
        )
        return None if done else begin
    if do == "why":
        return _why(request, child)
    span = queries.find_span(child, request.POST.get("span", ""))
    if span is None:
        raise ValidationError("This entry is no longer on record. Nothing was changed.")
    if do == "back":
        actions.take_back(span=span, by=by)
        return None
    form = EndForm(str(span.public_id), today(request), request.POST)
    done = form.is_valid() and attempt(form, lambda: actions.end_span(span=span, by=by, **form.cleaned_data))
    return None if done else form


def _why(request: HttpRequest, child: Child) -> Any:
    try:
        on = date.fromisoformat(request.POST.get("on", ""))
    except ValueError:
        raise BadRequest from None
    form = WhyForm(Named.of(child), on, None, request.POST)
    done = form.is_valid() and attempt(
        form, lambda: actions.say_why(child=child, on=on, by=request.user, **form.cleaned_data)
    )
    return None if done else form


def _shown(request: HttpRequest, child: Child, begin: BeginForm, sent: Any) -> dict[str, Any]:
    on = today(request)
    spans = [span for span in queries.spans_of([child]) if span.started <= on]
    stays = stays_of(spans)
    changes = may(request.user, Permission.CORRECT_RECORDS)
    entered = queries.entered_spans(child)
    trail = (
        ("Children and young people", "children"),
        (str(child), reverse("child", args=[child.public_id])),
    )
    return {
        "page": Page.under("Tiers and steps", "children", *trail),
        "child": child,
        "now": next(
            (stay for stay in stays if stay.started <= on and (not stay.ended or stay.ended > on)), None
        ),
        "lines": _lines(child, spans, stays, on, changes, sent),
        "first": stays[0] if stays else None,
        "entered": [SpanLine(span, _end_form(span, on, sent) if changes else None) for span in entered],
        "begin": begin,
        "changes": changes,
        "form": sent,
        "on": on,
    }


def _end_form(span: TierSpan, on: date, sent: Any) -> EndForm:
    form = EndForm(str(span.public_id), span.ended or on)
    return sent if isinstance(sent, EndForm) and sent.auto_id == form.auto_id else form


def _lines(
    child: Child, spans: list, stays: tuple[Stay, ...], on: date, changes: bool, sent: Any
) -> list[StepLine]:
    """Newest first. Read at the end of the day: what lies after it has not happened yet."""
    reasons = queries.reasons_of([child])
    named = Named.of(child) if changes else None
    before = {stay.ended: days_words(stay.days(on)) for stay in stays if stay.ended}
    found = []
    for step, backs in with_way_back(steps_of(spans), on):
        if step.on > on:
            continue
        said = reasons.get((child.pk, step.on))
        form = None
        if named is not None:
            form = WhyForm(named, step.on, said)
            if isinstance(sent, WhyForm) and sent.auto_id == form.auto_id:
                form = sent
        found.append(StepLine(step, said, before.get(step.on, ""), back_words(step, backs), form))
    return found[::-1]
