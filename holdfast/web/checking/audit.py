"""One peer audit: the rater reads the record and rates blind; then both ratings stand side by side, to be discussed."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.core.exceptions import BadRequest, ValidationError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods

from holdfast.casework.access.roles import Permission
from holdfast.casework.checking import actions
from holdfast.casework.checking.models import PeerAudit
from holdfast.casework.checking.queries import Seen, find_audit, open_audit
from holdfast.casework.checking.rules import Part, questions_of, reads_record, reviews_the_child
from holdfast.casework.people.models import Version
from holdfast.casework.records.queries import record_of
from holdfast.domain.wording import long_date
from holdfast.web.checking.forms import DiscussForm, RatingForm
from holdfast.web.checking.meanwhile import STOOD, mark
from holdfast.web.checking.presenters import both_ratings
from holdfast.web.child.presenters import ChildPage
from holdfast.web.child_now import one_child_now
from holdfast.web.doors import needs
from holdfast.web.page import Page
from holdfast.web.record.document import document_of
from holdfast.web.refusal import add_refusal
from holdfast.web.today import today

#: what either of the two writes
DISCUSSED = ("outcome", "learning")
SAVED = {
    "keep": "Saved. Nobody else sees it until you have finished.",
    "rate": "Saved. Both of you see both ratings now.",
    "discuss": "Saved. It stands beside the ratings.",
}


@require_http_methods(["GET", "HEAD", "POST"])
@needs(Permission.AUDIT_PEERS)
def audit(request: HttpRequest, audit_id: UUID) -> HttpResponse:
    """For the two officers and their manager; opening it leaves a row in the child's diary."""
    seen = find_audit(request.user, audit_id)
    forms = _forms(seen, request)
    sent, refusal = None, ""
    if request.method == "POST":
        do = request.POST.get("do", "")
        if do not in SAVED:
            raise BadRequest
        sent = forms.get("discuss" if do == "discuss" else "rate")
        try:
            if _done(request, seen.audit, do, sent):
                messages.success(request, SAVED[do])
                return redirect("peer_audit", audit_id)
        except ValidationError as refused:
            refusal, sent = " ".join(refused.messages), None
    seen = open_audit(request.user, audit_id)
    context = {**_context(seen, forms, request), "form": sent, "refusal": refusal}
    return render(request, "checking/audit.html", context, status=400 if sent or refusal else 200)


def _forms(seen: Seen, request: HttpRequest) -> dict[str, Any]:
    """What this person may fill in now."""
    found = seen.audit
    do = request.POST.get("do", "")
    if seen.part is Part.RATER and found.rated_on is None:
        return {
            "rate": RatingForm(questions_of(found), found, request.POST if do in ("keep", "rate") else None)
        }
    if seen.part is not Part.MANAGER and found.rated_on is not None:
        return {"discuss": DiscussForm(found, request.POST if do == "discuss" else None)}
    return {}


def _done(request: HttpRequest, found: PeerAudit, do: str, form: Any) -> bool:
    """Whether it is done; what is wrong with an answer stands in its form. Raises where there is no form for it."""
    if form is not None and not form.is_valid():
        return False
    by, on = request.user, today(request)
    given = form.cleaned_data if form is not None else {}
    try:
        if do == "discuss":
            _check_nobody_else(found, request)
            actions.discuss(
                audit=found,
                outcome=given.get("outcome", ""),
                learning=given.get("learning", ""),
                on=on,
                by=by,
            )
        else:
            ratings, remarks = (form.ratings(), given["remarks"]) if form is not None else ({}, "")
            if do == "keep":
                actions.keep(audit=found, ratings=ratings, remarks=remarks, by=by)
            else:
                actions.rate(audit=found, ratings=ratings, remarks=remarks, on=on, by=by)
    except ValidationError as refused:
        if form is None or not hasattr(refused, "error_dict"):
            raise
        add_refusal(form, refused)
        return False
    return True


def _check_nobody_else(found: PeerAudit, request: HttpRequest) -> None:
    """Raises ValidationError where the other officer wrote something since the page was opened."""
    if request.POST.get(STOOD, "") != mark(found, *DISCUSSED):
        raise ValidationError(
            {"outcome": "The other officer has written here since you opened this page. "
                        "It stands above; bring the two together and save again."}
        )  # fmt: skip


def _context(seen: Seen, forms: dict[str, Any], request: HttpRequest) -> dict[str, Any]:
    found = seen.audit
    review = found.review
    trail = (("Peer audits", "peer_audits"),)
    title = f"Peer audit: review of {long_date(review.completed_on)}"
    reads = reads_record(seen.part, found)
    context = {
        "page": Page.under(title, "quality", ("Quality", "quality"), *trail),
        "audit": found,
        "part": str(seen.part),
        "rating": forms.get("rate") if reads else None,
        "discussing": forms.get("discuss"),
        "stood": mark(found, *DISCUSSED),
        "both": both_ratings(found) if found.rated_on else [],
        "reads": reads,
        "reviews_the_child": seen.part is Part.RATER and reviews_the_child(found),
    }
    return {**context, **_reading(found)} if reads else context


def _reading(found: PeerAudit) -> dict[str, Any]:
    """What the rater reads: the child's summary on the day of the review, the record and its decisions."""
    record = record_of(found.review)
    now = one_child_now(found.review.child, found.review.completed_on)
    return {
        "summary": ChildPage(now, can_correct=False),
        "record": record,
        "document": document_of(found.review, record, Version.FULL),
    }
