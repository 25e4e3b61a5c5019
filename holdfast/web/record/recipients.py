"""Who receives which version of one record, how, and the day it went."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods

from holdfast.casework.access.roles import Permission
from holdfast.casework.people.models import Version
from holdfast.casework.records import actions
from holdfast.casework.records.models import Recipient
from holdfast.casework.records.queries import last_release, recipients_of
from holdfast.web.doors import needs
from holdfast.web.record.forms import NewRecipientForm, RecipientForm, SentForm
from holdfast.web.record.opening import Opened
from holdfast.web.record.trying import clock
from holdfast.web.refusal import attempt


@require_http_methods(["GET", "HEAD", "POST"])
@needs(Permission.SEND_RECORDS)
def recipients(request: HttpRequest, review_id: UUID) -> HttpResponse:
    """The list; tick, and say the day it went."""
    opened = Opened(request, review_id)
    form = SentForm(request.POST if "send" in request.POST else None, initial={"sent_on": opened.on})
    if request.method == "POST":
        done = _list(request, opened) if "list" in request.POST else _send(request, opened, form)
        if done:
            return redirect("recipients", review_id)
    people = list(recipients_of(opened.record))
    context = opened.frame(
        "Who receives it",
        "recipients",
        form=form,
        recipients=people,
        waiting=[one for one in people if one.sent_on is None and one.version != Version.NONE],
        ticked=set(request.POST.getlist("recipient")),
        released=last_release(opened.review) is not None,
    )
    return render(request, "record/recipients.html", context, status=400 if form.errors else 200)


def _list(request: HttpRequest, opened: Opened) -> bool:
    record = opened.record
    if record is None and opened.writes:
        record = actions.start_record(review=opened.review, by=request.user)
    if record is None:
        messages.info(
            request, "The officer has not begun the record yet. The list can be made once it is begun."
        )
        return True
    new = actions.list_recipients(record=record, on=opened.on, by=request.user)
    messages.success(
        request, f"{len(new)} added to the list." if new else "Everybody is on the list already."
    )
    return True


def _send(request: HttpRequest, opened: Opened, form: SentForm) -> bool:
    if "take_back" in request.POST:
        back = [
            one for one in recipients_of(opened.record) if str(one.public_id) == request.POST["take_back"]
        ]
        actions.unsend(recipients=back, by=request.user)
        messages.success(request, "Taken back. It is to go to them again.")
        return True
    ticked = set(request.POST.getlist("recipient"))
    chosen = [one for one in recipients_of(opened.record) if str(one.public_id) in ticked]
    if not form.is_valid():
        return False
    if not chosen:
        form.add_error(None, "Tick at least one person it went to.")
        return False
    gone: list[Recipient] = []

    def act() -> None:
        gone.extend(
            actions.send(
                recipients=chosen, sent_on=form.cleaned_data["sent_on"], on=opened.on, by=request.user
            )
        )

    done = attempt(form, act)
    if done:
        messages.success(request, f"Saved at {clock()}. Sent to {len(gone)}.")
    return done


@require_http_methods(["GET", "HEAD", "POST"])
@needs(Permission.SEND_RECORDS)
def recipient_new(request: HttpRequest, review_id: UUID) -> HttpResponse:
    opened = Opened(request, review_id)
    if opened.record is None:
        messages.info(request, "The record is not begun yet. The list can be made once it is begun.")
        return redirect("recipients", review_id)
    form = NewRecipientForm(request.POST or None)
    if (
        request.method == "POST"
        and form.is_valid()
        and attempt(
            form,
            lambda: actions.add_recipient(record=opened.record, by=request.user, **form.cleaned_data),
        )
    ):
        messages.success(request, f"Saved at {clock()}.")
        return redirect("recipients", review_id)
    context = opened.frame("Somebody else who receives it", "recipients", form=form)
    return render(request, "record/recipient.html", context, status=400 if form.errors else 200)


@require_http_methods(["GET", "HEAD", "POST"])
@needs(Permission.SEND_RECORDS)
def recipient(request: HttpRequest, review_id: UUID, recipient_id: UUID) -> HttpResponse:
    """Another version, another way, or none and why."""
    opened = Opened(request, review_id)
    one = recipients_of(opened.record).filter(public_id=recipient_id).first()
    if one is None:
        raise Http404
    stands: dict[str, Any] = {name: getattr(one, name) for name in ("version", "method", "left_out")}
    form = RecipientForm(request.POST or None, initial=stands)
    if (
        request.method == "POST"
        and form.is_valid()
        and attempt(
            form,
            lambda: actions.change_recipient(recipient=one, changes=form.cleaned_data, by=request.user),
        )
    ):
        messages.success(request, f"Saved at {clock()}.")
        return redirect("recipients", review_id)
    context = opened.frame("What they receive", "recipients", form=form, recipient=one)
    return render(request, "record/recipient.html", context, status=400 if form.errors else 200)
