"""The page of one midway check: the officer asks, moves, waives and finishes; the social worker answers."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.core.exceptions import BadRequest, ValidationError
from django.db import transaction
from django.forms import Form
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_http_methods

from holdfast.casework.access.roles import Permission
from holdfast.casework.access.rules import check_may, may
from holdfast.casework.midway import actions
from holdfast.casework.midway.models import MidwayCheck
from holdfast.casework.midway.queries import decisions_as_sent, decisions_to_ask_about, find_check
from holdfast.casework.midway.rules import NothingToAsk, NotOpen
from holdfast.casework.people.queries import open_child
from holdfast.casework.records.rules import sees_unfinished
from holdfast.casework.service.queries import book
from holdfast.web.doors import needs
from holdfast.web.drafts.saved import drop_draft
from holdfast.web.midway.forms import AnswerForm, EntryForm, FinishForm, MoveForm, WaiveForm
from holdfast.web.midway.presenters import CheckPage, check_page
from holdfast.web.page import Page
from holdfast.web.refusal import add_refusal
from holdfast.web.today import today

SAVED = {
    "ask": "Saved. The social worker finds the question under “My work”.",
    "move": "Saved. The check has its new day; the next review is due when it was.",
    "waive": "Saved. There is no check after this review.",
    "again": "Saved. The check is open again.",
    "answer": "Saved. The reviewing officer can read your answers now.",
    "finish": "Saved. The check is done.",
    "entry": "Saved. The entry stands on the check.",
}

#: the forms that keep a draft, and what they are called among drafts
DRAFTS = {"answer": "midway", "finish": "midway_finish"}


@require_http_methods(["GET", "HEAD", "POST"])
@needs(Permission.SEE_OWN_CHILDREN)
def midway(request: HttpRequest, review_id: UUID) -> HttpResponse:
    """One check, for those who hold the review and those who answer for the child."""
    if not may(request.user, Permission.HOLD_REVIEWS):
        check_may(request.user, Permission.ANSWER_FOR_CHILD)
    check = find_check(request.user, review_id)
    open_child(request.user, check.review.child.public_id, verb="midway.read")
    forms = _forms(request, check)
    do, refusal = request.POST.get("do", ""), ""
    if request.method == "POST":
        if do not in SAVED:
            raise BadRequest
        try:
            if _done(request, check, do, forms.get(do)):
                messages.success(request, SAVED[do])
                if do in DRAFTS:
                    drop_draft(request, f"{DRAFTS[do]}:{review_id}")
                return redirect("midway", review_id)
        except (NotOpen, NothingToAsk) as refused:
            refusal = str(refused)
    asked = forms["answer"].decisions if "answer" in forms else []
    if sees_unfinished(request.user):
        asked = decisions_to_ask_about(check)
    shown = check_page(check, asked, today(request), book())
    return _page(request, shown, forms, forms.get(do), refusal)


def _forms(request: HttpRequest, check: MidwayCheck) -> dict[str, Form]:
    def sent(do: str) -> Any:
        return request.POST if request.POST.get("do") == do else None

    forms: dict[str, Form] = {
        "move": MoveForm(check, sent("move")),
        "waive": WaiveForm(sent("waive")),
        "finish": FinishForm(sent("finish")),
        "entry": EntryForm(sent("entry")),
    }
    if may(request.user, Permission.ANSWER_FOR_CHILD):
        forms["answer"] = AnswerForm(decisions_as_sent(check), _given(check), sent("answer"))
    return forms


def _given(check: MidwayCheck) -> dict[int, Any]:
    return {answer.decision_id: answer for answer in check.answers.all()}


def _done(request: HttpRequest, check: MidwayCheck, do: str, form: Form | None) -> bool:
    """Whether what was asked for is done; what is wrong with an answer stands in its form. Raises as actions do."""
    if do == "answer":
        check_may(request.user, Permission.ANSWER_FOR_CHILD)
    if form is not None and not form.is_valid():
        return False
    try:
        with transaction.atomic():
            _deeds(request, check, form)[do]()
    except ValidationError as refusal:
        if form is None:
            raise
        add_refusal(form, refusal)
        return False
    return True


def _deeds(request: HttpRequest, check: MidwayCheck, form: Any) -> dict[str, Callable[[], Any]]:
    on, by = today(request), request.user
    given = form.cleaned_data if form is not None else {}
    return {
        "ask": lambda: actions.ask(check=check, on=on, by=by),
        "move": lambda: actions.move(check=check, by=by, **given),
        "waive": lambda: actions.waive(check=check, on=on, by=by, **given),
        "again": lambda: actions.take_up_again(check=check, by=by),
        "answer": lambda: actions.answer(check=check, answers=form.answers(), on=on, by=by),
        "finish": lambda: actions.finish(check=check, on=on, by=by, **given),
        "entry": lambda: actions.add_entry(check=check, on=on, by=by, **given),
    }


def _page(
    request: HttpRequest, shown: CheckPage, forms: dict[str, Form], sent: Form | None, refusal: str
) -> HttpResponse:
    child = shown.check.review.child
    trail = (
        ("Children and young people", "children"),
        (str(child), reverse("child", args=[child.public_id])),
    )
    officer = may(request.user, Permission.HOLD_REVIEWS)
    context = {
        "page": Page.under("Midway check", "children", *trail),
        "child": child,
        "shown": shown,
        "on": shown.on,
        "forms": forms,
        "form": sent,
        "refusal": refusal,
        "officer": officer,
        "answers": "answer" in forms and not officer and shown.is_open and bool(shown.decisions),
    }
    wrong = bool(refusal or (sent and sent.errors))
    return render(request, "midway/midway.html", context, status=400 if wrong else 200)
