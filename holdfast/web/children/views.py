"""The list of children: search, filter, sort, print, and download what you see."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_POST, require_safe

from holdfast.casework.access.roles import Permission
from holdfast.casework.access.rules import may
from holdfast.casework.people.queries import children_for, note_shown
from holdfast.web.child_now import ChildNow, children_now
from holdfast.web.children import presenters
from holdfast.web.children.filters import Filters
from holdfast.web.children.forms import SearchForm
from holdfast.web.children.search import find, recall, remember
from holdfast.web.demonstration import is_demonstration
from holdfast.web.doors import needs
from holdfast.web.listing import listing
from holdfast.web.page import Page
from holdfast.web.spreadsheet import csv_file
from holdfast.web.today import today


@require_safe
@needs(Permission.SEE_OWN_CHILDREN)
def children_list(request: HttpRequest) -> HttpResponse:
    """The children this person may see, as the address filters them."""
    filters = Filters.read(request.GET)
    words = recall(request.session, filters.search)
    everybody, near = searched(request, words)
    chosen = filters.hold(everybody)
    page = listing(chosen, filters.page, lambda number: filters.with_(page=number))
    note_shown(to=request.user, verb="children.listed", children=(one.child.pk for one in page.rows))
    context = {
        "page": Page.under("Children and young people", "children"),
        "form": SearchForm(initial={"words": words}),
        "words": words,
        "near": near,
        "filters": filters,
        "listing": page,
        "rows": [presenters.Row(one) for one in page.rows],
        "list": presenters.ChildList(everybody, chosen, filters),
        "on": today(request),
        "can_allocate": may(request.user, Permission.ALLOCATE),
        "can_add": may(request.user, Permission.CORRECT_RECORDS)
        and may(request.user, Permission.SEE_ALL_CHILDREN),
    }
    return render(request, "children/children.html", context)


@require_POST
@needs(Permission.SEE_OWN_CHILDREN)
def search(request: HttpRequest) -> HttpResponse:
    """Keep the words here and put only a token in the address."""
    form = SearchForm(request.POST)
    if not form.is_valid():
        return redirect("children")
    token = remember(request.session, form.cleaned_data["words"])
    return redirect(reverse("children") + Filters(search=token, care="all").with_())


@require_safe
@needs(Permission.SEE_OWN_CHILDREN)
def download(request: HttpRequest) -> HttpResponse:
    """What the list shows, all its pages, as CSV."""
    filters = Filters.read(request.GET)
    everybody, _near = searched(request, recall(request.session, filters.search))
    chosen = filters.hold(everybody)
    note_shown(to=request.user, verb="children.downloaded", children=(one.child.pk for one in chosen))
    rows = presenters.csv_rows(chosen)
    return csv_file("children.csv", presenters.CSV_HEADER, rows, invented=is_demonstration(request))


def searched(request: HttpRequest, words: str) -> tuple[list[ChildNow], bool]:
    """The children the words find (all of theirs without words), and whether only near names were found."""
    theirs = children_for(request.user)
    if not words:
        return children_now(theirs, today(request)), False
    everybody = list(theirs)
    found = find(words, ((child.pk, child.name, child.number) for child in everybody))
    wanted = set(found.ids)
    return children_now([child for child in everybody if child.pk in wanted], today(request)), found.near
