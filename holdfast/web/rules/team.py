"""The people of the service: their posts, whom they answer to, until when they are registered, and of whom they are not
independent."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_safe

from holdfast.casework.access.roles import Permission
from holdfast.casework.care.queries import in_care
from holdfast.casework.people import actions
from holdfast.casework.people.models import Ground, Worker
from holdfast.casework.people.queries import (
    caseloads,
    children_for,
    find_interest,
    find_post,
    find_worker,
    interests_of,
    note_shown,
    workers_with_posts,
)
from holdfast.web.doors import needs
from holdfast.web.listing import listing
from holdfast.web.page import Page
from holdfast.web.rules.forms import EndForm, InterestForm, PersonForm, PostForm
from holdfast.web.rules.limits import RULES, answer
from holdfast.web.rules.presenters import Person, span
from holdfast.web.today import today

PEOPLE = ("Posts and people", "rules_people")


@require_safe
@needs(Permission.SET_RULES)
def people(request: HttpRequest) -> HttpResponse:
    """Everybody who works with children, officers first, those whose registration runs out pointed at."""
    on = today(request)
    number = request.GET.get("page", "1")
    page = int(number) if number.isdecimal() and 0 < int(number) < 100_000 else 1
    loads = {one.worker.pk: one.words for one in caseloads(on, of=in_care(on))}
    rows = [Person(worker, on, loads.get(worker.pk, "")) for worker in workers_with_posts()]
    rows.sort(key=lambda row: (not row.caseload, row.worker.name.casefold()))
    context = {
        "page": Page.under("Posts and people", "rules", RULES),
        "on": on,
        "listing": listing(rows, page, lambda n: f"?page={n}"),
        "warned": [row for row in rows if row.warning],
    }
    return render(request, "rules/people.html", context)


@require_safe
@needs(Permission.SET_RULES)
def person(request: HttpRequest, worker_id: UUID) -> HttpResponse:
    """One worker: posts, line of management, registration, and of whom they are not independent."""
    on = today(request)
    worker = _worker(worker_id)
    interests = list(interests_of(worker))
    note_shown(
        to=request.user, verb="children.listed", children=(one.child_id for one in interests if one.child_id)
    )
    context = {
        "page": Page.under(worker.name, "rules", RULES, PEOPLE),
        "person": Person(worker, on),
        "posts": [(one, span(one.starts, one.ends)) for one in worker.posts.all()],
        "interests": [(one, span(one.starts, one.ends)) for one in interests],
        "warns": Ground.RELATED,
        "on": on,
    }
    return render(request, "rules/person.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
@needs(Permission.SET_RULES)
def person_correct(request: HttpRequest, worker_id: UUID) -> HttpResponse:
    """Line manager, team, work e-mail and registration."""
    worker = _worker(worker_id)
    form = PersonForm(worker, workers_with_posts(), request.POST or None)

    def act() -> None:
        actions.correct_worker(worker=worker, changes=form.changes(), by=request.user)

    return _answer(request, form, act, worker, "Correct who they work for", "Save")


@require_http_methods(["GET", "HEAD", "POST"])
@needs(Permission.SET_RULES)
def post_add(request: HttpRequest, worker_id: UUID) -> HttpResponse:
    """Hours from a day on."""
    worker = _worker(worker_id)
    form = PostForm(today(request), request.POST or None)

    def act() -> None:
        actions.hold_post(worker=worker, by=request.user, **form.cleaned_data)

    return _answer(request, form, act, worker, "Enter a post or other hours", "Save this post")


@require_http_methods(["GET", "HEAD", "POST"])
@needs(Permission.SET_RULES)
def post_end(request: HttpRequest, post_id: int) -> HttpResponse:
    """The last day of a post."""
    post = find_post(post_id)
    if post is None:
        raise Http404
    form = EndForm(today(request), request.POST or None, field="ends")

    def act() -> None:
        actions.end_post(post=post, by=request.user, **form.cleaned_data)

    about = f"{post.fte} of a post, {span(post.starts, post.ends)}."
    return _answer(request, form, act, post.worker, "End a post", "End this post", about)


@require_http_methods(["GET", "HEAD", "POST"])
@needs(Permission.SET_RULES)
def interest_add(request: HttpRequest, worker_id: UUID) -> HttpResponse:
    """Why somebody is not independent, of one child or of all."""
    worker = _worker(worker_id)
    form = InterestForm(children_for(request.user), today(request), request.POST or None)

    def act() -> None:
        given = {**form.cleaned_data}
        actions.note_interest(worker=worker, child=given.pop("number"), by=request.user, **given)

    about = (
        "Regulation 46: with any of these but the last they cannot be the child’s officer. "
        "Knowing the family is shown as a warning."
    )
    return _answer(request, form, act, worker, "Note that they are not independent", "Save this", about)


@require_http_methods(["GET", "HEAD", "POST"])
@needs(Permission.SET_RULES)
def interest_end(request: HttpRequest, interest_id: int) -> HttpResponse:
    """The last day on which they are not independent."""
    interest = find_interest(interest_id)
    if interest is None:
        raise Http404
    form = EndForm(today(request), request.POST or None, field="ends")

    def act() -> None:
        actions.end_interest(interest=interest, by=request.user, **form.cleaned_data)

    about = f"{interest.get_ground_display()}, {span(interest.starts, interest.ends)}."
    return _answer(
        request, form, act, interest.worker, "They are independent again", "Save the last day", about
    )


def _answer(
    request: HttpRequest, form: Any, act: Any, worker: Worker, title: str, button: str, about: str = ""
) -> HttpResponse:
    back = reverse("rules_person", args=[worker.public_id])
    page = Page.under(title, "rules", RULES, PEOPLE, (worker.name, back))
    return answer(request, form, act, page, back, "Saved.", button, worker.name, about)


def _worker(worker_id: UUID) -> Worker:
    found = find_worker(worker_id)
    if found is None:
        raise Http404
    return found
