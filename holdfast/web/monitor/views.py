"""The monitor of one review: filled in bit by bit, finished, read as it was asked, opened again with a reason."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.core.exceptions import NON_FIELD_ERRORS, BadRequest, ValidationError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods, require_safe

from holdfast.casework.access.roles import Permission
from holdfast.casework.drafts.queries import others_writing
from holdfast.casework.monitors import actions
from holdfast.casework.monitors.models import Monitor
from holdfast.casework.monitors.queries import reopenings
from holdfast.casework.monitors.rules import why_not_begun
from holdfast.casework.monitors.sheet import sheet_of
from holdfast.web.doors import needs
from holdfast.web.drafts.saved import drop_draft
from holdfast.web.monitor.conflicts import meanwhile_words
from holdfast.web.monitor.filling import FillPage
from holdfast.web.monitor.forms import ReopenForm
from holdfast.web.monitor.opening import Opened
from holdfast.web.monitor.reading import as_asked, asked_with
from holdfast.web.monitor.typed import Typed, read
from holdfast.web.record.trying import clock
from holdfast.web.refusal import attempt


@require_http_methods(["GET", "HEAD", "POST"])
@needs(Permission.FILL_MONITORS)
def monitor(request: HttpRequest, review_id: UUID) -> HttpResponse:
    """To fill in until it is finished; then to read, as it was asked."""
    opened = Opened(request, review_id)
    why_not = why_not_begun(opened.review)
    if why_not:
        return render(request, "monitor/none.html", opened.frame("Monitor", why_not=why_not))
    if request.method == "POST":
        return _save(request, opened)
    if opened.is_finished:
        return _read(request, opened)
    return _fill(request, opened, FillPage(opened.sheet))


def _fill(
    request: HttpRequest, opened: Opened, page: FillPage, status: int = 200, **more: Any
) -> HttpResponse:
    form_key = f"monitor:{opened.review.public_id}"
    again = reopenings(opened.monitor) if opened.monitor.pk else []
    context = opened.frame(
        "Monitor",
        sheet=page,
        form_key=form_key,
        others=others_writing(form_key, request.user),
        again=again[-1] if again else None,
        shown=status != 200,
        **more,
    )
    return render(request, "monitor/fill.html", context, status=status)


def _save(request: HttpRequest, opened: Opened) -> HttpResponse:
    """Save what is right; say beside the question what is not. Finish it where that was asked and nothing is open."""
    do = request.POST.get("do", "save")
    if do not in ("save", "finish"):
        raise BadRequest
    if opened.is_finished:
        messages.warning(
            request,
            "Not saved: somebody finished this monitor while you were writing. It stands below as it was finished. "
            "Open it again to change an answer; what you wrote is offered to you then.",
        )
        return redirect("monitor", opened.review.public_id)
    begun = actions.start(review=opened.review, on=opened.on, by=request.user)
    typed = read(FillPage(sheet_of(begun, opened.on)).on_page.values(), request.POST)
    kept = actions.keep(
        monitor=begun,
        answers={key: one.value for key, one in typed.items() if not one.wrong},
        step=_number(request.POST.get("step")),
        by=request.user,
    )
    wrong = dict(kept.wrong) | {key: one.wrong for key, one in typed.items() if one.wrong}
    if wrong:
        return _say_what_is_wrong(request, opened, begun, typed, wrong, kept)
    drop_draft(request, f"monitor:{opened.review.public_id}")
    if do == "finish":
        return _finish(request, opened, begun)
    messages.success(request, f"Saved at {clock()}. Come back when you like.")
    return redirect("monitor", opened.review.public_id)


def _say_what_is_wrong(
    request: HttpRequest,
    opened: Opened,
    begun: Monitor,
    typed: dict[str, Typed],
    wrong: dict[str, str],
    kept: actions.Kept,
) -> HttpResponse:
    """What was refused stands in its fields as it was typed; everything else is saved by now."""
    opened.monitor = begun
    sheet = opened.look_again()
    theirs = meanwhile_words(sheet, kept.moved)
    wrong = {key: sentence for key, sentence in wrong.items() if key not in theirs}
    page = FillPage(sheet, {key: typed[key] for key in (*wrong, *theirs) if key in typed}, wrong, theirs)
    said = f"Everything else is saved, at {clock()}."
    title = "Somebody else saved while you were writing" if theirs else "There is something to put right"
    if theirs:
        said += (
            " Nothing of yours is lost: it stands in the questions below, not saved yet, with what they answered "
            "beside it. Save again to put yours in its place, or change it back."
        )
    return _fill(
        request,
        opened,
        page,
        status=409 if theirs else 400,
        faults=opened.faults(
            page, {**wrong, **dict.fromkeys(theirs, "answered by somebody else meanwhile.")}
        ),
        faults_title=title,
        faults_said=said,
    )


def _finish(request: HttpRequest, opened: Opened, begun: Monitor) -> HttpResponse:
    try:
        actions.finish(monitor=begun, on=opened.on, by=request.user)
    except ValidationError as refusal:
        told = (
            {key: " ".join(sentences) for key, sentences in refusal.message_dict.items()}
            if hasattr(refusal, "error_dict")
            else {NON_FIELD_ERRORS: " ".join(refusal.messages)}
        )
        opened.monitor = begun
        page = FillPage(opened.look_again(), wrong={k: v for k, v in told.items() if k != NON_FIELD_ERRORS})
        return _fill(
            request,
            opened,
            page,
            status=400,
            faults=opened.faults(page, told),
            faults_title="The monitor is not finished yet",
            faults_said=f"Your answers are saved, at {clock()}. This is still open:",
        )
    messages.success(request, f"Finished at {clock()}.")
    return redirect("monitor", opened.review.public_id)


def _read(request: HttpRequest, opened: Opened) -> HttpResponse:
    context = opened.frame(
        "Monitor",
        sections=as_asked(opened.sheet),
        asked_with=asked_with(opened.sheet),
        monitor=opened.monitor,
        again=reopenings(opened.monitor),
    )
    return render(request, "monitor/read.html", context)


@require_safe
@needs(Permission.FILL_MONITORS)
def print_view(request: HttpRequest, review_id: UUID) -> HttpResponse:
    """A finished monitor on paper; one that is half done goes back to where it is filled in."""
    opened = Opened(request, review_id)
    if not opened.is_finished:
        messages.info(request, "This monitor is not finished yet. Finish it, then print it.")
        return redirect("monitor", review_id)
    context = opened.frame(
        "Monitor",
        sections=as_asked(opened.sheet),
        asked_with=asked_with(opened.sheet),
        monitor=opened.monitor,
    )
    return render(request, "monitor/print.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
@needs(Permission.FILL_MONITORS)
def reopen(request: HttpRequest, review_id: UUID) -> HttpResponse:
    """Open a finished monitor again; the reason stays beside it."""
    opened = Opened(request, review_id)
    if not opened.is_finished:
        return redirect("monitor", review_id)
    form = ReopenForm(request.POST if request.method == "POST" else None)
    if (
        request.method == "POST"
        and form.is_valid()
        and attempt(
            form, lambda: actions.reopen(monitor=opened.monitor, by=request.user, **form.cleaned_data)
        )
    ):
        messages.success(request, f"Opened again at {clock()}. Your answers stand as they were.")
        return redirect("monitor", review_id)
    context = opened.frame("Open the monitor again", form=form)
    return render(request, "monitor/reopen.html", context, status=400 if form.errors else 200)


def _number(text: str | None) -> int:
    return int(text) if text and text.isascii() and text.isdecimal() and len(text) < 9 else 0
