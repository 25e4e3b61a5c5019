"""Praise given to a worker about one child, taken back and put back."""

from __future__ import annotations

from functools import partial
from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods, require_POST

from holdfast.casework.access.roles import Permission
from holdfast.casework.footprint import actions, queries
from holdfast.casework.people.models import Child
from holdfast.casework.people.queries import NotYours, find_child, open_child
from holdfast.casework.reviews.models import Review
from holdfast.casework.reviews.queries import reviews_of
from holdfast.web.child.writing import clock
from holdfast.web.doors import needs
from holdfast.web.footprint.entries import taken_back, under, was_right
from holdfast.web.footprint.forms import PraiseForm
from holdfast.web.refusal import attempt
from holdfast.web.today import today


@require_http_methods(["GET", "HEAD", "POST"])
@needs(Permission.RAISE_CONCERNS)
def give(request: HttpRequest, child_id: UUID) -> HttpResponse:
    """Good practice, told to the worker and their manager. ``?review=``: it was seen at that review."""
    child = open_child(request.user, child_id)
    review = _review(child, request.GET.get("review", ""))
    form = PraiseForm(queries.workers_to_praise(child, request.user), request.POST or None)

    def save() -> None:
        actions.praise(child=child, on=today(request), by=request.user, review=review, **form.praised())

    if request.method == "POST" and form.is_valid() and attempt(form, save):
        worker = form.praised()["worker"]
        messages.success(request, f"Saved at {clock()}. {_who_reads(worker)}")
        return redirect("footprint", child_id)
    context = {
        "page": under(child, "Praise good practice"),
        "child": child,
        "review": review,
        "form": form,
        "nobody": not form.known,
    }
    return render(request, "footprint/praise.html", context, status=400 if form.errors else 200)


@require_POST
@needs(Permission.RAISE_CONCERNS)
def take_back(request: HttpRequest, child_id: UUID, praise_id: UUID) -> HttpResponse:
    """Praise given by mistake."""
    praise = queries.find_praise(find_child(request.user, child_id), praise_id)
    return taken_back(
        request, child_id, praise and partial(actions.take_praise_back, praise=praise, on=today(request))
    )


@require_POST
@needs(Permission.RAISE_CONCERNS)
def put_back(request: HttpRequest, child_id: UUID, praise_id: UUID) -> HttpResponse:
    """The praise was right after all."""
    praise = queries.find_praise(find_child(request.user, child_id), praise_id)
    return was_right(request, child_id, praise and partial(actions.put_praise_back, praise=praise))


def _review(child: Child, public_id: str) -> Review | None:
    """The review the address names, of this child. Raises NotYours for any other."""
    if not public_id:
        return None
    try:
        wanted = UUID(public_id)
    except ValueError:
        raise NotYours from None
    review = reviews_of(child).filter(public_id=wanted).first()
    if review is None:
        raise NotYours
    return review


def _who_reads(worker) -> str:
    """Who is going to read it, and where."""
    reads = [one.name for one in (worker, worker.manager) if one is not None and one.user_id is not None]
    if not reads:
        return f"{worker.name} does not sign in here: tell them yourself."
    return f"{' and '.join(reads)} {'finds' if len(reads) == 1 else 'find'} it under “My work”."
