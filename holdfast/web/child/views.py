"""The child's page: who this is, who looks after the plan, what is next and why, and one line through time."""

from __future__ import annotations

from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_safe

from holdfast.casework.access.roles import Permission
from holdfast.casework.access.rules import may
from holdfast.casework.people.queries import open_child
from holdfast.web.child import readers as reading
from holdfast.web.child.beside import address, beside
from holdfast.web.child.line import draw
from holdfast.web.child.presenters import ChildPage
from holdfast.web.child.story import story_of
from holdfast.web.child.undoing import undoable
from holdfast.web.child.whats_next import alerts, whats_next, whats_open
from holdfast.web.child_now import one_child_now
from holdfast.web.concern.of_child import whats_raised
from holdfast.web.doors import needs
from holdfast.web.page import Page
from holdfast.web.today import today


@require_safe
@needs(Permission.SEE_OWN_CHILDREN)
def child(request: HttpRequest, child_id: UUID) -> HttpResponse:
    """One child. Opening it leaves a row in the diary."""
    opened = open_child(request.user, child_id)
    on = today(request)
    now = one_child_now(opened, on)
    can_correct = may(request.user, Permission.CORRECT_RECORDS)
    records = beside(opened, with_concerns=may(request.user, Permission.SEE_CONCERNS))
    raises = may(request.user, Permission.RAISE_CONCERNS)
    midway = may(request.user, Permission.HOLD_REVIEWS) or may(request.user, Permission.ANSWER_FOR_CHILD)
    context = {
        "page": Page.under(now.title, "children", ("Children and young people", "children")),
        "now": now,
        "child_page": ChildPage(now, can_correct, may(request.user, Permission.ALLOCATE), raises),
        "next": whats_next(now, records),
        "alerts": alerts(now),
        "open": [*whats_open(now, records, midway), *whats_raised(opened, request.user, on)],
        "line": draw(now, records),
        "story": story_of(now, records, can_correct, raises),
        "on": on,
        "undo": undoable(request, opened),
        "book_url": address("review_book", child_id) if may(request.user, Permission.BOOK_REVIEWS) else "",
        "raise_url": reverse("concern_raise", args=[child_id]) if raises else "",
        "sees_readers": may(request.user, Permission.SEE_AUDIT),
    }
    return render(request, "child/child.html", context)


@require_safe
@needs(Permission.SEE_AUDIT)
def readers(request: HttpRequest, child_id: UUID) -> HttpResponse:
    """Who was shown or changed this child's record, newest first. Opening it is written down too."""
    found = open_child(request.user, child_id, verb="child.diary_read")
    number = request.GET.get("page", "1")
    page = int(number) if number.isdecimal() and 0 < int(number) < 100_000 else 1
    trail = (("Children and young people", "children"), (str(found), reverse("child", args=[child_id])))
    context = {
        "page": Page.under("Who looked at this page", "children", *trail),
        "child": found,
        "listing": reading.entries_about(found, page, lambda number: f"?page={number}"),
    }
    return render(request, "child/readers.html", context)
