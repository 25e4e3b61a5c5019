"""The record: written part by part, signed, added to. And the officer's own notes."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods

from holdfast.casework.access.roles import Permission
from holdfast.casework.access.rules import check_may
from holdfast.casework.drafts.queries import others_writing
from holdfast.casework.records import actions
from holdfast.casework.records.models import PrivateNote
from holdfast.casework.records.queries import (
    blank_parts,
    decisions_of,
    last_release,
    recipients_of,
    unreleased,
)
from holdfast.casework.records.rules import SavedMeanwhile, tidy
from holdfast.web.doors import needs
from holdfast.web.drafts.saved import drop_draft
from holdfast.web.record.document import document_of
from holdfast.web.record.forms import SignForm, WordsForm
from holdfast.web.record.opening import Opened
from holdfast.web.record.parts import Part, both_texts, number, parts_of
from holdfast.web.record.trying import clock
from holdfast.web.refusal import attempt


@require_http_methods(["GET", "HEAD", "POST"])
@needs(Permission.SEE_OWN_CHILDREN)
def record(request: HttpRequest, review_id: UUID) -> HttpResponse:
    """For the officer the record to write until it is signed; then, and for everybody else, the record to read."""
    opened = Opened(request, review_id)
    if request.method == "POST":
        check_may(request.user, Permission.HOLD_REVIEWS)
        return _save(request, opened)
    if opened.writes and not opened.signed:
        return _write(request, opened, parts_of(opened.review, opened.record))
    if not opened.signed:
        return render(request, "record/not_signed.html", opened.frame("Record", "record"))
    context = opened.frame(
        "Record",
        "record",
        document=document_of(opened.review, opened.record, "full"),
        recipients=recipients_of(opened.record) if opened.sends else [],
    )
    return render(request, "record/record.html", context)


def _write(request: HttpRequest, opened: Opened, parts: list[Part], status: int = 200) -> HttpResponse:
    form_key = f"record:{opened.review.public_id}"
    context = opened.frame(
        "Record",
        "record",
        parts=parts,
        both=[part for part in parts if part.theirs],
        form_key=form_key,
        others=others_writing(form_key, request.user),
        decisions=decisions_of(opened.review),
        last_release=last_release(opened.review),
        invitees=opened.review.invitees.all(),
        wrong=SignForm(),
    )
    return render(request, "record/write.html", context, status=status)


def _save(request: HttpRequest, opened: Opened) -> HttpResponse:
    """Save each part that was changed. Where somebody else was quicker, both texts are shown, and neither is lost."""
    try:
        begun = actions.start_record(review=opened.review, by=request.user)
        meanwhile = _save_parts(request, opened, begun)
    except ValidationError:
        opened.record.refresh_from_db()
        return _signed_meanwhile(request, opened)
    opened.record = begun
    if meanwhile:
        parts = both_texts(parts_of(opened.review, begun), request.POST, meanwhile)
        return _write(request, opened, parts, status=409)
    drop_draft(request, f"record:{opened.review.public_id}")
    messages.success(request, f"Saved at {clock()}.")
    if "sign" in request.POST:
        return redirect("record_sign", opened.review.public_id)
    return redirect("record", opened.review.public_id)


def _signed_meanwhile(request: HttpRequest, opened: Opened) -> HttpResponse:
    """Somebody signed it while this person was writing: their words are offered as an addition to it."""
    typed = [
        f"{part.title}: {tidy(request.POST[f'text_{part.key}'])}"
        for part in parts_of(opened.review, opened.record)
        if tidy(request.POST.get(f"text_{part.key}", "")) not in ("", part.text)
    ]
    messages.warning(
        request,
        "Not saved: the record was signed while you were writing, and is closed. What you wrote stands below, "
        "to be added to it, or to be left.",
    )
    form = _addendum_form()
    form.initial["text"] = "\n\n".join(typed)
    return render(
        request, "record/addendum.html", opened.frame("Add to the record", "record", form=form), status=409
    )


@transaction.atomic
def _save_parts(request: HttpRequest, opened: Opened, begun: Any) -> set[str]:
    """The keys of the parts that somebody else has saved since; the others are saved."""
    meanwhile = set()
    for part in parts_of(opened.review, begun):
        name = f"text_{part.key}"
        if name not in request.POST:
            continue
        version = number(request.POST.get(f"version_{part.key}"))
        try:
            actions.save_section(
                record=begun, key=part.key, text=request.POST[name], version=version, by=request.user
            )
        except SavedMeanwhile:
            meanwhile.add(part.key)
    return meanwhile


@require_http_methods(["GET", "HEAD", "POST"])
@needs(Permission.HOLD_REVIEWS)
def sign(request: HttpRequest, review_id: UUID) -> HttpResponse:
    """Read it once as its readers will; then it is closed."""
    opened = Opened(request, review_id)
    if opened.record is None:
        messages.info(request, "The record is not begun yet. Write it first.")
        return redirect("record", review_id)
    form = SignForm(request.POST if request.method == "POST" else None)
    if (
        request.method == "POST"
        and form.is_valid()
        and attempt(form, lambda: actions.sign_record(record=opened.record, on=opened.on, by=request.user))
    ):
        messages.success(request, f"Signed at {clock()}. Check who receives it, and send it.")
        return redirect("recipients", review_id)
    context = opened.frame(
        "Sign the record",
        "record",
        form=form,
        blank=blank_parts(opened.record),
        unreleased=unreleased(opened.review),
        last_release=last_release(opened.review),
        document=document_of(opened.review, opened.record, "full"),
    )
    return render(request, "record/sign.html", context, status=400 if form.errors else 200)


@require_http_methods(["GET", "HEAD", "POST"])
@needs(Permission.HOLD_REVIEWS)
def addendum(request: HttpRequest, review_id: UUID) -> HttpResponse:
    """A signed record is only ever added to."""
    opened = Opened(request, review_id)
    if not opened.signed:
        messages.info(request, "The record is not signed yet. Correct the text itself.")
        return redirect("record", review_id)
    form = _addendum_form(request.POST if request.method == "POST" else None)
    if (
        request.method == "POST"
        and form.is_valid()
        and attempt(
            form,
            lambda: actions.add_addendum(
                record=opened.record, text=form.cleaned_data["text"], on=opened.on, by=request.user
            ),
        )
    ):
        drop_draft(request, f"addendum:{opened.review.public_id}")
        messages.success(request, f"Added at {clock()}. Those who have the record need it too: tell them.")
        return redirect("record", review_id)
    context = opened.frame("Add to the record", "record", form=form)
    return render(request, "record/addendum.html", context, status=400 if form.errors else 200)


def _addendum_form(data: Any = None) -> WordsForm:
    told = (
        "It stands below the record with today’s date and your name. The text above stays as it was signed."
    )
    return WordsForm("What is added or put right", data, told)


@require_http_methods(["GET", "HEAD", "POST"])
@needs(Permission.SEE_OFFICERS_NOTES)
def notes(request: HttpRequest, review_id: UUID) -> HttpResponse:
    """The officer's own notes: for officers and their manager, in no print and no download."""
    opened = Opened(request, review_id)
    own = PrivateNote.objects.filter(review=opened.review).first()
    typed, theirs, version = own.text if own else "", "", own.version if own else 0
    if request.method == "POST":
        typed = request.POST.get("text", "")
        try:
            actions.save_note(
                review=opened.review, text=typed, version=number(request.POST.get("version")), by=request.user
            )
        except SavedMeanwhile as meanwhile:
            theirs, version = meanwhile.section.text, meanwhile.section.version
        else:
            drop_draft(request, f"notes:{opened.review.public_id}")
            messages.success(request, f"Saved at {clock()}.")
            return redirect("record_notes", review_id)
    context = opened.frame(
        "Your own notes", "record", text=typed, theirs=theirs, version=version,
        form_key=f"notes:{opened.review.public_id}", joined=f"{theirs}\n\n{typed}" if theirs else typed,
    )  # fmt: skip
    return render(request, "record/notes.html", context, status=409 if theirs else 200)
