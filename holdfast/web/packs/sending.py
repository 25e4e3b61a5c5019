"""One pack in the manager's hand: its words, its figures anew, sending it, and who has read and answered it."""

from __future__ import annotations

from uuid import UUID

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.db import transaction
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from holdfast.casework.access.roles import Permission
from holdfast.casework.access.rules import may
from holdfast.casework.editions import actions as editions_actions
from holdfast.casework.editions import packs_actions as actions
from holdfast.casework.editions.models import Edition, State
from holdfast.casework.editions.packs_queries import find_pack, possible_readers, receipts_of
from holdfast.casework.editions.rules import Refused
from holdfast.casework.publishing.actions import write_text
from holdfast.domain import packs as law
from holdfast.domain import working_days
from holdfast.reports import editions
from holdfast.reports.quarterly.preparing import words_of
from holdfast.web.demonstration import authority_of
from holdfast.web.doors import needs
from holdfast.web.packs import making
from holdfast.web.packs.forms import SendForm, WithdrawForm, WordsForm, show
from holdfast.web.packs.presenters import ManagedRow, PackRow, moment, title_of, whose
from holdfast.web.page import Page
from holdfast.web.today import today


def _found(pack_id: UUID) -> Edition:
    found = find_pack(pack_id)
    if found is None:
        raise Http404
    return found


def _page(edition: Edition, title: str) -> Page:
    address = reverse("pack", args=[edition.public_id])
    trail = (("Plan and send packs", "packs_manage"), (title_of(edition), address))
    return Page.under(title, "reports", ("Quarterly packs", "packs"), *trail)


@require_http_methods(["GET", "HEAD", "POST"])
@needs(Permission.SIGN_REPORT)
def send(request: HttpRequest, pack_id: UUID) -> HttpResponse:
    """To whom, and by when an answer is asked; once it is sent, to others as well."""
    edition, on = _found(pack_id), today(request)
    is_sent = edition.state == State.PUBLISHED
    have = set(edition.receipts.values_list("user", flat=True))
    possible = [one for one in possible_readers() if one.pk not in have]
    planned = set(edition.plan.readers.values_list("pk", flat=True)) if edition.plan else set()
    initial = {
        "readers": [str(one.public_id) for one in possible if one.pk in planned],
        "answer_by": working_days.add(on, law.ANSWER_DAYS),
    }
    form = SendForm(request.POST or None, possible=possible, initial=initial)
    if request.method == "POST" and form.is_valid() and _sent(request, edition, form, is_sent):
        return redirect("pack_readers", pack_id)
    context = {
        "page": _page(edition, "Send it to others as well" if is_sent else "Send this pack"),
        "form": form,
        "pack": edition,
        "whose": whose(edition.team, edition.plan.theme if edition.plan else ""),
        "is_sent": is_sent,
    }
    return render(request, "packs/send.html", context, status=400 if form.errors else 200)


def _sent(request: HttpRequest, edition: Edition, form: SendForm, is_sent: bool) -> bool:
    on = today(request)
    facts = {"readers": form.chosen(), "answer_by": form.cleaned_data["answer_by"], "on": on}
    try:
        if is_sent:
            given = actions.send_to_more(edition=edition, by=request.user, sent_at=moment(on), **facts)
        else:
            seen = request.POST.get("seen") or None
            given = actions.send(
                edition=edition, words=words_of, by=request.user, seen=seen, sent_at=moment(on), **facts
            )
    except ValidationError as refusal:
        show(form, refusal.message_dict, {})
        return False
    except Refused as refusal:
        form.add_error(None, str(refusal))
        return False
    people = "1 reader" if len(given) == 1 else f"{len(given)} readers"
    messages.success(
        request, f"Sent at {timezone.localtime():%H:%M} to {people}. An e-mail with a link tells them."
    )
    return True


@require_safe
@needs(Permission.WRITE_REPORT)
def readers(request: HttpRequest, pack_id: UUID) -> HttpResponse:
    """Who received it, who opened it, and what they did in answer; those who did neither first."""
    edition, on = _found(pack_id), today(request)
    rows = [PackRow(one, on) for one in receipts_of(edition)]
    rows.sort(key=lambda row: (not row.is_new, not row.asks))
    context = {
        "page": _page(edition, "Who received it"),
        "pack": edition,
        "row": ManagedRow(edition, on),
        "rows": rows,
        "opened": sum(not row.is_new for row in rows),
        "answered": sum(row.is_answered for row in rows),
        "sends": may(request.user, Permission.SIGN_REPORT),
    }
    return render(request, "packs/readers.html", context)


@require_POST
@needs(Permission.WRITE_REPORT)
def anew(request: HttpRequest, pack_id: UUID) -> HttpResponse:
    """The figures of a draft anew, from the records as they stand now."""
    edition = _found(pack_id)
    try:
        editions.take_new_snapshot(
            edition=edition, authority=authority_of(request), day=today(request), by=request.user
        )
    except Refused as refusal:
        messages.warning(request, str(refusal))
    else:
        messages.success(request, f"Figures taken anew at {timezone.localtime():%H:%M}.")
    return redirect("pack", pack_id)


@require_http_methods(["GET", "HEAD", "POST"])
@needs(Permission.WRITE_REPORT)
def words(request: HttpRequest, pack_id: UUID, slot: str) -> HttpResponse:
    """The author's words for one place of a draft."""
    edition = _found(pack_id)
    place = next((one for one in making.slots_of(edition) if one.key == slot), None)
    if place is None or edition.state != State.DRAFT:
        raise Http404
    form = WordsForm(request.POST or None, prompt=place.prompt, initial={"text": place.text})
    if request.method == "POST" and form.is_valid():
        try:
            with transaction.atomic():
                text = form.cleaned_data["text"]
                write_text(year_ending=edition.year_ending, slot=slot, text=text, by=request.user)
                editions.rewrite_words(edition=edition, by=request.user)
        except Refused as refusal:
            form.add_error(None, str(refusal))
        else:
            messages.success(request, f"Saved at {timezone.localtime():%H:%M}.")
            return redirect("pack", pack_id)
    context = {"page": _page(edition, "Your words"), "form": form, "pack": edition}
    return render(request, "packs/words.html", context, status=400 if form.errors else 200)


@require_http_methods(["GET", "HEAD", "POST"])
@needs(Permission.SIGN_REPORT)
def withdraw(request: HttpRequest, pack_id: UUID) -> HttpResponse:
    """Take a pack back for good, with a reason: nobody it was sent to can read it any more."""
    edition = _found(pack_id)
    form = WithdrawForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        try:
            editions_actions.withdraw(edition=edition, reason=form.cleaned_data["reason"], by=request.user)
        except Refused as refusal:
            form.add_error(None, str(refusal))
        else:
            messages.success(request, f"Withdrawn at {timezone.localtime():%H:%M}.")
            return redirect("packs_manage")
    context = {"page": _page(edition, "Withdraw this pack"), "form": form, "pack": edition}
    return render(request, "packs/withdraw.html", context, status=400 if form.errors else 200)
