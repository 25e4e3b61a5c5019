"""A form shown, and when it is sent done or refused: the same for everything that is entered of a plan."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone

from holdfast.casework.improvement.rules import Overtaken
from holdfast.web.page import Page
from holdfast.web.refusal import RefusableForm


def answer(
    request: HttpRequest,
    form: RefusableForm,
    act: Callable[[], Any],
    page: Page,
    back: str,
    *,
    button: str = "Save",
    about: str = "",
    caption: str = "",
    stands: Callable[[], Sequence[tuple[str, str]]] | None = None,
    template: str = "workplan/form.html",
) -> HttpResponse:
    """The form, with what was refused beside its fields. ``stands``: what stands now, where another was quicker."""
    overtaken = False
    if request.method == "POST" and form.is_valid():
        try:
            act()
        except (ValidationError, Overtaken) as refusal:
            form.refuse(refusal)
            overtaken = isinstance(refusal, Overtaken)
        else:
            messages.success(request, f"Saved at {timezone.localtime():%H:%M}.")
            return redirect(back)
    context = {
        "page": page,
        "form": form,
        "button": button,
        "back": back,
        "about": about,
        "caption": caption,
        "stands": stands() if overtaken and stands else (),
    }
    return render(request, template, context, status=400 if form.errors else 200)


def done(request: HttpRequest, deeds: dict[str, tuple[Callable[[], Any], str]], back: str) -> HttpResponse:
    """One of several small deeds, named by the button pressed. Raises Http404 for a button that is not there.

    ``deeds``: name -> (what is done, what is said of it); what is refused is said in its place.
    """
    chosen = deeds.get(request.POST.get("do", ""))
    if chosen is None:
        raise Http404
    act, said = chosen
    try:
        act()
    except ValidationError as refusal:
        messages.error(request, " ".join(refusal.messages))
    else:
        messages.success(request, said)
    return redirect(back)
