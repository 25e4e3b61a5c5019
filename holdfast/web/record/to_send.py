"""Every record that waits to be sent, for whoever sends forty of them: filter, tick, send, undo once."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any
from urllib.parse import urlencode
from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_POST

from holdfast.casework.access.roles import Permission
from holdfast.casework.people.models import Version
from holdfast.casework.people.queries import note_shown
from holdfast.casework.records import actions
from holdfast.casework.records.models import Method, Recipient
from holdfast.casework.records.queries import recipients_named, waiting_to_be_sent
from holdfast.casework.service.queries import book
from holdfast.domain import timescales
from holdfast.web.doors import needs
from holdfast.web.listing import PER_PAGE, listing
from holdfast.web.page import Page
from holdfast.web.record.forms import SentForm
from holdfast.web.record.trying import clock
from holdfast.web.refusal import attempt
from holdfast.web.today import today

UNDO = "undo_sent"
UNDO_FOR = timedelta(minutes=15)


@dataclass(frozen=True)
class Waiting:
    """One version of one record that waits to go to one person."""

    recipient: Recipient
    due_on: date
    ticked: bool


@require_http_methods(["GET", "HEAD", "POST"])
@needs(Permission.SEND_RECORDS)
def records_to_send(request: HttpRequest) -> HttpResponse:
    on = today(request)
    form = SentForm(request.POST or None, initial={"sent_on": on})
    if request.method == "POST" and form.is_valid() and _send(request, form, on):
        return redirect(request.get_full_path())
    chosen = {name: request.GET.get(name, "") for name in ("version", "method", "chair")}
    found = _filtered(waiting_to_be_sent(request.user), chosen)
    page = request.GET.get("page", "1")
    kept = {name: value for name, value in chosen.items() if value}
    total = found.count()
    number = min(
        int(page) if page.isdecimal() and 0 < int(page) < 10_000 else 1, max(1, -(-total // PER_PAGE))
    )
    rows = _rows(request, list(found[(number - 1) * PER_PAGE : number * PER_PAGE]))
    note_shown(
        to=request.user,
        verb="records.to_send_listed",
        children=(row.recipient.record.review.child_id for row in rows),
    )
    context = {
        "page": Page.under("Records to send", "home"),
        "form": form,
        "listing": listing(rows, number, lambda n: f"?{urlencode({**kept, 'page': n})}", total=total),
        "versions": _choices(Version.choices, chosen["version"], leave=Version.NONE),
        "methods": _choices(Method.choices, chosen["method"]),
        "chairs": _chairs(request, chosen["chair"]),
        "is_filtered": bool(kept),
        "on": on,
        "undo": _undoable(request),
        "every": "all" in request.GET,
        "tick_address": "?"
        + urlencode({**kept, "page": number} | ({} if "all" in request.GET else {"all": "1"})),
    }
    return render(request, "record/to_send.html", context, status=400 if form.errors else 200)


def _filtered(found: Any, chosen: dict[str, str]) -> Any:
    if chosen["version"] in Version.values:
        found = found.filter(version=chosen["version"])
    if chosen["method"] in Method.values:
        found = found.filter(method=chosen["method"])
    wanted = _uuid(chosen["chair"])
    return found.filter(record__review__chair__public_id=wanted) if wanted else found


def _rows(request: HttpRequest, found: list[Recipient]) -> list[Waiting]:
    limits = book()
    ticked = set(request.POST.getlist("recipient"))
    every = "all" in request.GET
    return [
        Waiting(
            one,
            timescales.record_distributed(one.record.review.completed_on, limits).last_day,
            every or str(one.public_id) in ticked,
        )
        for one in found
    ]


def _chairs(request: HttpRequest, chosen: str) -> list[dict[str, Any]]:
    people = {
        (str(public_id), name)
        for public_id, name in waiting_to_be_sent(request.user)
        .order_by()
        .values_list("record__review__chair__public_id", "record__review__chair__name")
        if public_id
    }
    return _choices(sorted(people, key=lambda one: one[1]), chosen)


def _choices(pairs: Any, chosen: str, leave: str = "") -> list[dict[str, Any]]:
    return [
        {"value": value, "label": label, "chosen": value == chosen}
        for value, label in pairs
        if value != leave
    ]


def _send(request: HttpRequest, form: SentForm, on: date) -> bool:
    ids = [found for text in request.POST.getlist("recipient") if (found := _uuid(text))]
    if not ids:
        form.add_error(None, "Tick at least one record that went.")
        return False
    gone: list[Recipient] = []

    def act() -> None:
        chosen = list(recipients_named(request.user, ids))
        gone.extend(
            actions.send(recipients=chosen, sent_on=form.cleaned_data["sent_on"], on=on, by=request.user)
        )

    if not attempt(form, act):
        return False
    request.session[UNDO] = {
        "ids": [str(one.public_id) for one in gone],
        "at": timezone.now().isoformat(),
    }
    messages.success(request, f"Saved at {clock()}. {len(gone)} sent.")
    return True


def _undoable(request: HttpRequest) -> int:
    """How many the last press sent, while it may still be taken back."""
    kept = request.session.get(UNDO)
    if not kept or timezone.now() - datetime.fromisoformat(kept["at"]) > UNDO_FOR:
        return 0
    return len(kept["ids"])


@require_POST
@needs(Permission.SEND_RECORDS)
def records_unsend(request: HttpRequest) -> HttpResponse:
    """Take back, once and whole, what this person's last press sent."""
    if not _undoable(request):
        messages.info(
            request, "There is nothing left to undo here. Take a sending back on the record’s own page."
        )
        return redirect("records_to_send")
    ids = [UUID(text) for text in request.session.pop(UNDO)["ids"]]
    back = actions.unsend(recipients=list(recipients_named(request.user, ids)), by=request.user)
    messages.success(request, f"Undone at {clock()}. {len(back)} are to be sent again.")
    return redirect("records_to_send")


def _uuid(text: str) -> UUID | None:
    try:
        return UUID(text)
    except ValueError:
        return None
