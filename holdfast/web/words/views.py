"""The author's words for one place in a report: written, looked at again, saved. Earlier wordings stay readable."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_http_methods

from holdfast.casework.access.roles import Permission
from holdfast.casework.publishing import actions
from holdfast.casework.publishing.models import ReportText
from holdfast.casework.publishing.queries import latest_text, versions_of
from holdfast.casework.publishing.rules import WrittenMeanwhile
from holdfast.domain.reporting_year import ReportingYear
from holdfast.reports.written import accepted, place_title
from holdfast.web.doors import needs
from holdfast.web.drafts.saved import drop_draft
from holdfast.web.page import Page
from holdfast.web.today import today
from holdfast.web.words.forms import WordsForm
from holdfast.web.words.opened import Written, draft_of, home_of, open_report
from holdfast.web.words.presenters import Beside

#: buttons that change what is typed, or look at it again, and save nothing
CHANGES = ("drop", "accept", "live", "look")


@require_http_methods(["GET", "HEAD", "POST"])
@needs(Permission.WRITE_REPORT)
def words(request: HttpRequest, year: ReportingYear, slot: str) -> HttpResponse:
    """Two people who write at once: who saves later is shown both texts, and decides."""
    written = open_report(request, year, today(request), slot)
    place = written.place(slot)
    latest = latest_text(year.ending, slot)
    began = {"text": place.text, "based_on": latest.pk if latest else None}
    form = WordsForm(year, slot, request.POST or None, initial=began)
    if request.method == "POST" and form.is_valid():
        if any(one in request.POST for one in CHANGES):
            return _page(request, year, slot, written, _changed(request, year, slot, written, form))
        try:
            return _saved(request, year, slot, written, form)
        except WrittenMeanwhile as meanwhile:
            again = {"text": form.cleaned_data["text"], "based_on": meanwhile.latest.pk}
            form = WordsForm(year, slot, initial=again)
            return _page(request, year, slot, written, form, meanwhile.latest)
    return _page(request, year, slot, written, form)


def _saved(
    request: HttpRequest, year: ReportingYear, slot: str, written: Written, form: WordsForm
) -> HttpResponse:
    """Raises WrittenMeanwhile."""
    data = form.cleaned_data
    actions.write_text(
        year_ending=year.ending, slot=slot, text=data["text"], based_on=data["based_on"], by=request.user
    )
    drop_draft(request, draft_of(year, slot))
    messages.success(request, f"Saved at {timezone.localtime():%H:%M}: {place_title(slot)}.")
    following = written.after(slot) if "next" in request.POST else None
    if following:
        return redirect("report_words", year, following.key)
    return redirect(home_of(year, slot)[1])


def _changed(
    request: HttpRequest, year: ReportingYear, slot: str, written: Written, form: WordsForm
) -> WordsForm:
    """The form with the words as a button without the editor's script changed them; nothing is saved."""
    data = form.cleaned_data
    beside = Beside(written, slot, data["text"])
    text = beside.text
    if "drop" in request.POST:
        text = beside.with_change(request.POST["drop"])
    elif "accept" in request.POST:
        text = accepted(text, written.book, request.POST["accept"])
    elif "live" in request.POST:
        text = beside.live_instead(request.POST["live"])
    return WordsForm(year, slot, initial={"text": text, "based_on": data["based_on"]})


def _page(
    request: HttpRequest,
    year: ReportingYear,
    slot: str,
    written: Written,
    form: WordsForm,
    meanwhile: ReportText | None = None,
) -> HttpResponse:
    place = written.place(slot)
    following = written.after(slot)
    context = {
        "page": Page.under(place_title(slot), "reports", home_of(year, slot)),
        "form": form,
        "year": year,
        "prompt": place.prompt,
        "draft": draft_of(year, slot),
        "unsaved": request.method == "POST",
        "meanwhile": meanwhile,
        "following": place_title(following.key) if following else "",
        "beside": Beside(written, slot, str(form["text"].value() or "")),
        "versions": versions_of(year.ending, slot).select_related("written_by").reverse(),
    }
    status = 409 if meanwhile else 400 if form.errors else 200
    return render(request, "words/words.html", context, status=status)
