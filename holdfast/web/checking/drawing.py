"""Peer audits of one's own, and for the manager the month's sample: drawn, looked at, handed on."""

from __future__ import annotations

import secrets
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.core.exceptions import BadRequest
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods

from holdfast.casework.access.roles import Permission
from holdfast.casework.checking import actions, queries
from holdfast.casework.checking.models import PeerAudit, Sample
from holdfast.casework.checking.rules import check_draws, draws, month_of
from holdfast.casework.people.models import AllocationRole, Worker
from holdfast.casework.people.queries import workers_for
from holdfast.domain.months import minus
from holdfast.domain.wording import month_and_year
from holdfast.web.checking.forms import DrawForm, HandOnForm
from holdfast.web.doors import needs
from holdfast.web.page import Page
from holdfast.web.refusal import attempt
from holdfast.web.today import today

#: months that may still be drawn
MONTHS_BACK = 12
#: of what is done, so many on the page
MOST_DONE = 20
_SEEDS = 1_000_000


@require_http_methods(["GET", "HEAD", "POST"])
@needs(Permission.AUDIT_PEERS)
def peer_audits(request: HttpRequest) -> HttpResponse:
    """What this officer has to rate and to discuss; the manager finds every month's sample and draws the next."""
    drawing = draws(request.user)
    form = None
    if request.method == "POST":
        check_draws(request.user)
    samples = list(queries.samples()) if drawing else []
    if drawing:
        form = DrawForm(months_to_draw(today(request), samples), request.POST or None)
        if request.method == "POST" and form.is_valid():
            made = _draw(request, form)
            if made is not None:
                messages.success(request, f"Drawn. {made.audits.count()} reviews wait to be rated.")
                return redirect("peer_sample", made.public_id)
    own = queries.waiting_for(request.user)
    context = {
        "page": Page.under("Peer audits", "quality", ("Quality", "quality")),
        "own": own,
        "done": queries.audits_done(request.user)[:MOST_DONE],
        "drawing": drawing,
        "samples": samples,
        "form": form,
    }
    wrong = form is not None and bool(form.errors)
    return render(request, "checking/peer_audits.html", context, status=400 if wrong else 200)


def months_to_draw(on: date, samples: list[Sample]) -> list[tuple[str, str]]:
    """The last whole months without a sample, the newest first."""
    drawn = {sample.month for sample in samples}
    firsts = [minus(on.replace(day=1), back) for back in range(1, MONTHS_BACK + 1)]
    return [(first.isoformat(), month_and_year(first)) for first in firsts if first not in drawn]


def _draw(request: HttpRequest, form: DrawForm) -> Sample | None:
    given = form.cleaned_data
    seed = secrets.randbelow(_SEEDS) if given["seed"] is None else given["seed"]
    made: list[Sample] = []

    def draw() -> None:
        found = actions.draw_sample(
            month=given["month"],
            per_officer=given["per_officer"],
            seed=seed,
            on=today(request),
            by=request.user,
        )
        made.append(found)

    return made[0] if attempt(form, draw) else None


@dataclass(frozen=True)
class FromOfficer:
    """What a sample was drawn from, of one officer."""

    name: str
    completed: int
    rated: int
    drawn: int
    without_rater: int


@dataclass(frozen=True)
class AuditLine:
    audit: PeerAudit
    form: HandOnForm | None

    @property
    def state(self) -> str:
        if self.audit.discussed_on:
            return "Discussed"
        if self.audit.rated_on:
            return "Rated by both, to be discussed"
        return "Half done" if self.audit.ratings or self.audit.remarks else "To be rated"


@require_http_methods(["GET", "HEAD", "POST"])
@needs(Permission.AUDIT_PEERS)
def sample(request: HttpRequest, sample_id: UUID) -> HttpResponse:
    """One month's sample, for the manager: drawn from what, with which seed, and how far each audit is."""
    check_draws(request.user)
    found = queries.find_sample(sample_id)
    if found is None:
        raise Http404
    workers = {
        str(one.public_id): one for one in workers_for(AllocationRole.IRO, today(request)) if one.user_id
    }
    audits = list(queries.audits().filter(sample=found))
    sent: HandOnForm | None = None
    if request.method == "POST":
        sent = _handed_on(request, audits, workers)
        if sent is None:
            messages.success(request, "Saved. The other officer finds it under “My work”.")
            return redirect("peer_sample", sample_id)
    origins = list(_origins(found))
    context = {
        "page": Page.under(
            f"Sample of {month_and_year(found.month)}",
            "quality",
            ("Quality", "quality"),
            ("Peer audits", "peer_audits"),
        ),
        "sample": found,
        "month": month_of(found.month),
        "origins": origins,
        "completed": sum(one.completed for one in origins) + found.drawn_from.get("without_officer", 0),
        "rated": sum(one.rated for one in origins),
        "without_officer": found.drawn_from.get("without_officer", 0),
        "without_rater": sum(one.without_rater for one in origins),
        "lines": [_line(one, workers, sent) for one in audits],
        "form": sent,
    }
    return render(request, "checking/sample.html", context, status=400 if sent else 200)


def _handed_on(
    request: HttpRequest, audits: list[PeerAudit], workers: dict[str, Worker]
) -> HandOnForm | None:
    """The form that was refused, or None when it is done."""
    audit = next((one for one in audits if str(one.public_id) == request.POST.get("audit")), None)
    if audit is None:
        raise BadRequest
    form = HandOnForm(audit, workers, request.POST)
    done = form.is_valid() and attempt(
        form, lambda: actions.hand_on(audit=audit, rater=form.cleaned_data["rater"], by=request.user)
    )
    return None if done else form


def _line(audit: PeerAudit, workers: dict[str, Worker], sent: HandOnForm | None) -> AuditLine:
    if audit.rated_on is not None:
        return AuditLine(audit, None)
    form = HandOnForm(audit, workers)
    return AuditLine(audit, sent if sent is not None and sent.auto_id == form.auto_id else form)


def _origins(found: Sample) -> Iterator[FromOfficer]:
    officers: dict[str, Any] = found.drawn_from.get("officers", {})
    names = queries.workers_named(officers)
    rows = [
        (names[key].name if key in names else "Somebody since removed", row) for key, row in officers.items()
    ]
    for name, row in sorted(rows, key=lambda one: one[0].casefold()):
        yield FromOfficer(name, row["completed"], row["rated"], row["drawn"], row["without_rater"])
