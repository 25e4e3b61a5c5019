"""Reviews to book and prepare: one list, filters in the address, many ticked and invited at once."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_http_methods

from holdfast.casework.access.roles import Permission
from holdfast.casework.access.rules import may
from holdfast.casework.people.queries import children_for, note_shown
from holdfast.casework.reviews.models import Review, ReviewKind
from holdfast.casework.reviews.queries import in_hand, reviews_for, reviews_in_hand
from holdfast.casework.reviews.rules import NotAtThisStage
from holdfast.casework.service.queries import book
from holdfast.web.child_now import ChildNow, children_now
from holdfast.web.children.presenters import Choice
from holdfast.web.day_field import DayField
from holdfast.web.doors import needs
from holdfast.web.listing import listing
from holdfast.web.page import Page
from holdfast.web.refusal import RefusableForm
from holdfast.web.review.inviting import invite_everybody, send_papers
from holdfast.web.review.upcoming import NOBODY, SHOW, WITHIN, UpcomingFilters, lines_of
from holdfast.web.today import today

DEEDS = {"invite": invite_everybody, "papers": send_papers}


class ManyForm(RefusableForm):
    """The day on which it was done for all that are ticked."""

    on = DayField(label="On", what="day")

    @property
    def reviews(self) -> list[str]:
        return list(self.data.getlist("reviews"))


@require_http_methods(["GET", "HEAD", "POST"])
@needs(Permission.BOOK_REVIEWS)
def upcoming(request: HttpRequest) -> HttpResponse:
    """What is due and not booked, and what is booked, of the children this person may see."""
    on, filters = today(request), UpcomingFilters.read(request.GET)
    sent = request.POST if request.method == "POST" else None
    form = ManyForm(sent, initial={"on": on})
    if sent and form.is_valid() and _did(request, form):
        return redirect(reverse("reviews") + filters.with_(page=filters.page))
    theirs = children_for(request.user)
    everybody = children_now(theirs, on)
    lines = filters.hold(lines_of(everybody, reviews_in_hand(theirs), on, book()))
    page = listing(lines, filters.page, lambda number: filters.with_(page=number))
    note_shown(to=request.user, verb="reviews.listed", children=(line.now.child.pk for line in page.rows))
    context = {
        "page": Page.under("Reviews to book and prepare", "reviews"),
        "listing": page,
        "form": form,
        "ticked": set(form.reviews) if sent else set(),
        "every": request.GET.get("tick") == "all",
        "tick_address": filters.with_(page=filters.page) + "&tick=all",
        "untick_address": filters.with_(page=filters.page),
        "choices": _choices(filters, everybody),
        "late": sum(line.is_late for line in lines),
        "to_book": sum(line.review is None for line in lines),
        "monitors": may(request.user, Permission.FILL_MONITORS),
        "can_tick": any(line.review is not None for line in page.rows),
        "on": on,
    }
    return render(request, "review/many.html", context, status=400 if form.errors else 200)


def _did(request: HttpRequest, form: ManyForm) -> bool:
    chosen = _chosen(request, form.reviews)
    deed = DEEDS.get(form.data.get("deed", ""))
    if not chosen or deed is None:
        form.add_error(None, "Tick at least one review that is booked, then press what was done.")
        return False
    try:
        said = deed(reviews=chosen, on=form.cleaned_data["on"], by=request.user)
    except (NotAtThisStage, ValidationError) as refusal:
        form.refuse(refusal)
        return False
    messages.success(request, said)
    return True


def _chosen(request: HttpRequest, ids: list[str]) -> list[Review]:
    """Those of the ticked reviews that this person may see and that are in hand. An id that is none is nobody's."""
    known = reviews_for(request.user).filter(in_hand()).select_related("child")
    try:
        return list(known.filter(public_id__in=ids).order_by("planned_on", "id"))
    except ValidationError:
        return []


def _choices(filters: UpcomingFilters, everybody: list[ChildNow]) -> dict[str, list[Choice]]:
    people = {str(now.iro.id): now.iro.name for now in everybody if now.iro}
    officers = [(NOBODY, "Nobody allocated"), *sorted(people.items(), key=lambda pair: pair[1])]
    return {
        "show": [Choice(value, label, value == filters.show) for value, label in SHOW.items()],
        "within": [Choice(value, label, value == filters.within) for value, label in WITHIN.items()],
        "iro": [Choice(value, label, value == filters.iro) for value, label in officers],
        "kind": [Choice(value, label, value == filters.kind) for value, label in _kinds()],
    }


def _kinds() -> list[tuple[Any, Any]]:
    return list(ReviewKind.choices)
