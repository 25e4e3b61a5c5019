"""Raising a concern: from a child’s page, a review, a monitor, a midway check or an objection to a decision."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, QueryDict
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_http_methods

from holdfast.casework.access.roles import Permission
from holdfast.casework.people.models import AllocationRole, Child, Worker
from holdfast.casework.people.queries import allocated, open_child
from holdfast.casework.resolution.actions import raise_concern as raise_it
from holdfast.casework.resolution.categories import categories_on, category_labels
from holdfast.casework.resolution.models import Concern, RaisedFrom
from holdfast.casework.resolution.queries import ladder_on, open_concerns
from holdfast.casework.resolution.sources import find_source
from holdfast.casework.reviews.models import Review
from holdfast.casework.reviews.queries import siblings_of
from holdfast.domain.resolution.categories import group_label
from holdfast.domain.resolution.ladders import Ladder
from holdfast.domain.wording import long_date
from holdfast.web.concern.asking import People
from holdfast.web.concern.forms import Choices
from holdfast.web.concern.raising_form import RaiseForm
from holdfast.web.doors import needs
from holdfast.web.drafts.saved import drop_draft
from holdfast.web.page import Page
from holdfast.web.refusal import attempt
from holdfast.web.today import today


@require_http_methods(["GET", "HEAD", "POST"])
@needs(Permission.RAISE_CONCERNS)
def raise_concern(request: HttpRequest, child_id: UUID) -> HttpResponse:
    """One page: what is wrong, what is asked for, and whom it is put to."""
    child = open_child(request.user, child_id)
    on = today(request)
    source, ladder = source_of(request.GET, child), ladder_on(on)
    people = People(child, ladder.rungs, on)
    form = RaiseForm(
        request.POST if request.method == "POST" else None,
        categories=_categories(on),
        stages=_stages(ladder),
        people=people.choices,
        siblings=siblings_of(request.user, child),
        initial={"asked": people.suggested},
    )
    if request.method == "POST" and form.is_valid():
        raised: list[Concern] = []
        if attempt(form, lambda: raised.extend(_raise(request, child, form, people, source, on))):
            drop_draft(request, f"concern_raise:{child.public_id}")
            messages.success(request, _said(raised))
            return redirect("concern", raised[0].public_id)
    return _page(request, child, form, source, on)


@dataclass(frozen=True)
class Source:
    """What a concern is raised from, and how the page says so. ``back``: where “Not now” leads."""

    raised_from: str = RaisedFrom.ANY_TIME
    words: str = ""
    back: str = ""
    record: Any = None

    @property
    def given(self) -> dict[str, Any]:
        """As the action takes it."""
        named = {} if self.record is None else {str(self.raised_from): self.record}
        return {"raised_from": self.raised_from, **named}


def source_of(asked: QueryDict, child: Child) -> Source:
    """What the address names. Raises NotYours for a record that is not there or not of this child."""
    if "monitor" in asked:
        monitor = find_source(child, RaisedFrom.MONITOR, asked["monitor"])
        review = monitor.review
        return Source(RaisedFrom.MONITOR, f"the monitor of {_of(review)}", _to("review", review), monitor)
    if "midway" in asked:
        check = find_source(child, RaisedFrom.MIDWAY, asked["midway"])
        words = f"the midway check after {_of(check.review)}"
        return Source(RaisedFrom.MIDWAY, words, _to("midway", check.review), check)
    if "objection" in asked:
        answer = find_source(child, RaisedFrom.OBJECTION, asked["objection"])
        review = answer.release.review
        words = f"the objection of {long_date(answer.answered_on)} to a decision"
        return Source(RaisedFrom.OBJECTION, words, _to("decisions", review), answer)
    if "review" in asked:
        review = find_source(child, RaisedFrom.REVIEW, asked["review"])
        return Source(RaisedFrom.REVIEW, _of(review), _to("review", review), review)
    return Source(back=reverse("child", args=[child.public_id]))


def _of(review: Review) -> str:
    day = review.held_on or review.planned_on
    return f"the review of {long_date(day)}" if day else "the review"


def _to(name: str, review: Review) -> str:
    return reverse(name, args=[review.public_id])


def _raise(
    request: HttpRequest, child: Child, form: RaiseForm, people: People, source: Source, on: date
) -> list[Concern]:
    given = form.cleaned_data
    children = [child, *form.children]
    asked = people.chosen(given["asked"])
    return raise_it(
        children=children,
        category=given["category"],
        severity=given["severity"],
        about=given["about"],
        asked_for=given["asked_for"],
        asked_by=given["asked_by"],
        asked={one.pk: _for(one, child, asked, on) for one in children} if asked else None,
        stage=int(given["stage"]),
        pass_over_informal=given["pass_over_informal"],
        on=on,
        by=request.user,
        **source.given,
    )


def _for(one: Child, first: Child, asked: Worker, on: date) -> Worker:
    """A brother’s or sister’s own social worker, or that worker’s manager, where the first child’s is chosen."""
    if one.pk == first.pk:
        return asked
    here, there = (allocated(child, AllocationRole.SOCIAL_WORKER, on) for child in (first, one))
    if here is None or there is None:
        return asked
    if asked.pk == here.worker_id:
        return there.worker
    return there.worker.manager or asked if asked.pk == here.worker.manager_id else asked


def _said(raised: list[Concern]) -> str:
    stage = raised[0].stages.filter(opened_on__isnull=False).select_related("asked").first()
    who = f" {stage.asked} finds it under “My work”." if stage and stage.asked else ""
    if len(raised) == 1:
        return f"Saved. The concern is raised.{who}"
    names = " and ".join(str(one.child) for one in raised)
    return f"Saved. The concern is raised for {names}, one each.{who}"


def _categories(on: date) -> Choices:
    """In their groups, as the list stands on the day."""
    groups: dict[str, list[tuple[str, str]]] = {}
    for one in categories_on(on):
        groups.setdefault(group_label(one.group), []).append((one.code, one.label))
    return list(groups.items())


def _stages(ladder: Ladder) -> Choices:
    return [
        (str(rung.number), rung.name if rung.formal else f"{rung.name}: first try it without a formal stage")
        for rung in ladder.rungs
    ]


def _page(request: HttpRequest, child: Child, form: RaiseForm, source: Source, on: date) -> HttpResponse:
    worker = allocated(child, AllocationRole.SOCIAL_WORKER, on)
    labels = category_labels()
    trail = (
        ("Children and young people", "children"),
        (str(child), reverse("child", args=[child.public_id])),
    )
    context = {
        "page": Page.under("Raise a concern", "children", *trail),
        "child": child,
        "form": form,
        "source": source.words,
        "back": source.back,
        "worker": worker.worker if worker else None,
        "standing": [(one, labels.get(one.category, one.category)) for one in open_concerns([child], on)],
    }
    return render(request, "concern/raise.html", context, status=400 if form.errors else 200)
