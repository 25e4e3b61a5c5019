"""The categories of concern: the list as it is offered, one with its history, and the manager's changes."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Any

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from holdfast.casework.access.roles import Permission
from holdfast.casework.resolution import settling
from holdfast.casework.resolution.categories import all_categories
from holdfast.domain.resolution.categories import OTHER, Category, group_label, groups, shipped
from holdfast.domain.wording import long_date
from holdfast.web.doors import needs
from holdfast.web.page import Page
from holdfast.web.rules.forms import EndForm
from holdfast.web.rules.limits import RULES, answer
from holdfast.web.rules.presenters import span
from holdfast.web.rules.settled_forms import CategoryForm, RenameForm
from holdfast.web.today import today

CATEGORIES = ("Categories of concern", "rules_categories")


@dataclass(frozen=True)
class Line:
    """One category on a day."""

    category: Category
    on: date

    @property
    def state(self) -> str:
        one = self.category
        if one.to_date and one.to_date < self.on:
            return f"Ended on {long_date(one.to_date)}"
        if one.from_date and one.from_date > self.on:
            return f"Not yet: from {long_date(one.from_date)}"
        return f"Until {long_date(one.to_date)}" if one.to_date else "Yes"

    @property
    def whose(self) -> str:
        known = {one.code: one for one in shipped()}.get(self.category.code)
        if known is None:
            return "Our own"
        worded = "" if known.label == self.category.label else ", in our words"
        return f"{'York’s 23' if known.york else 'Seen elsewhere'}{worded}"


@require_safe
@needs(Permission.SET_RULES)
def categories(request: HttpRequest) -> HttpResponse:
    """Every category in its group, those that have ended or are to come too."""
    on = today(request)
    grouped: dict[str, list[Line]] = {}
    for one in _as_they_stand(on):
        grouped.setdefault(group_label(one.group), []).append(Line(one, on))
    context = {
        "page": Page.under("Categories of concern", "rules", RULES),
        "groups": list(grouped.items()),
        "on": on,
    }
    return render(request, "rules/categories.html", context)


@require_safe
@needs(Permission.SET_RULES)
def category(request: HttpRequest, code: str) -> HttpResponse:
    """One category: its words now, and everything this council entered for it."""
    on = today(request)
    one = _category(code, on)
    entries = settling.entries_of(code)
    who = settling.who_entered(entries)
    context = {
        "page": Page.under(one.label, "rules", RULES, CATEGORIES),
        "line": Line(one, on),
        "group": group_label(one.group),
        "entries": [
            (entry, _entry_span(entry.from_date, entry.to_date), who.get(str(entry.pk), ""))
            for entry in entries
        ],
        "shipped": next((each for each in shipped() if each.code == code), None),
        "may_end": code != OTHER,
    }
    return render(request, "rules/category.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
@needs(Permission.SET_RULES)
def category_add(request: HttpRequest) -> HttpResponse:
    """A category of this council's own."""
    own_groups = sorted({one.group for one in all_categories(date.max)} - set(groups()))
    form = CategoryForm(today(request), own_groups, request.POST or None)

    def act() -> None:
        settling.add_category(by=request.user, **form.given())

    page = Page.under("Add a category", "rules", RULES, CATEGORIES)
    saved = "Saved. The category is offered from its first day on."
    return answer(request, form, act, page, reverse("rules_categories"), saved, "Add this category")


@require_http_methods(["GET", "HEAD", "POST"])
@needs(Permission.SET_RULES)
def category_rename(request: HttpRequest, code: str) -> HttpResponse:
    """Other words for a category, from a day on."""
    on = today(request)
    one = _category(code, on)
    form = RenameForm(on, one.label, request.POST or None)

    def act() -> None:
        settling.rename_category(code=code, by=request.user, **form.cleaned_data)

    about = (
        "Only the words change. Concerns raised before stay under the same category, so that years stay comparable; "
        "for another meaning add a category and end this one."
    )
    return _answer(request, form, act, "Word it otherwise", "Save these words", one, about)


@require_http_methods(["GET", "HEAD", "POST"])
@needs(Permission.SET_RULES)
def category_end(request: HttpRequest, code: str) -> HttpResponse:
    """The last day a category is offered."""
    on = today(request)
    one = _category(code, on)
    form = EndForm(on, request.POST or None)

    def act() -> None:
        settling.end_category(code=code, by=request.user, **form.cleaned_data)

    about = "It is not offered after this day. What was raised under it keeps it."
    return _answer(request, form, act, "End this category", "Save the last day", one, about)


@require_POST
@needs(Permission.SET_RULES)
def category_goes_on(request: HttpRequest, code: str) -> HttpResponse:
    """A category that was given a last day is offered after it all the same."""
    _category(code, today(request))
    try:
        settling.end_category(code=code, to_date=None, by=request.user)
    except ValidationError as refusal:
        messages.error(request, " ".join(refusal.messages))
    else:
        messages.success(request, "Saved. The category goes on.")
    return redirect("rules_category", code)


@require_POST
@needs(Permission.SET_RULES)
def category_take_back(request: HttpRequest, entry_id: int) -> HttpResponse:
    """An entry that was a mistake."""
    entry = settling.find_category(entry_id)
    if entry is None:
        raise Http404
    try:
        settling.take_back_category(category=entry, by=request.user)
    except ValidationError as refusal:
        messages.error(request, " ".join(refusal.messages))
        return redirect("rules_category", entry.code)
    messages.success(request, "Taken back. What it said stays in the history of changes.")
    return redirect("rules_categories")


def _answer(
    request: HttpRequest, form: Any, act: Any, title: str, button: str, one: Category, about: str
) -> HttpResponse:
    back = reverse("rules_category", args=[one.code])
    page = Page.under(title, "rules", RULES, CATEGORIES, (one.label, back))
    return answer(request, form, act, page, back, "Saved.", button, one.label, about)


def _as_they_stand(on: date) -> list[Category]:
    """The categories as worded on a day; those that begin later as they will be."""
    now = {one.code: one for one in all_categories(on)}
    return [now.get(one.code, one) for one in all_categories(date.max)]


def _category(code: str, on: date) -> Category:
    found = next((one for one in _as_they_stand(on) if one.code == code), None)
    if found is None:
        raise Http404
    return found


def _entry_span(first: date, last: date | None) -> str:
    if first.year <= 1991:
        return f"to {long_date(last)}" if last else "from the beginning"
    return span(first, last)
