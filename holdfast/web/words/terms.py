"""The words the service prefers: listed, entered, changed, removed. They are looked for in the author's words."""

from __future__ import annotations

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from holdfast.casework.access.roles import Permission
from holdfast.casework.publishing import wording
from holdfast.casework.publishing.models import Term
from holdfast.casework.publishing.queries import terms as all_terms
from holdfast.web.doors import needs
from holdfast.web.page import Page
from holdfast.web.rules.limits import RULES, answer
from holdfast.web.words.forms import TermForm

TERMS = ("Words the service prefers", "rules_terms")


@require_safe
@needs(Permission.SET_RULES)
def terms(request: HttpRequest) -> HttpResponse:
    """Every preferred word and what it stands instead of."""
    context = {"page": Page.under(TERMS[0], "rules", RULES), "terms": all_terms()}
    return render(request, "words/terms.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
@needs(Permission.SET_RULES)
def term_add(request: HttpRequest) -> HttpResponse:
    """A word to be used, and those it stands instead of."""
    form = TermForm(request.POST or None)

    def act() -> None:
        wording.enter_term(by=request.user, **form.cleaned_data)

    page = Page.under("Add a word", "rules", RULES, TERMS)
    saved = "Saved. It is looked for in the words of every report."
    return answer(request, form, act, page, reverse("rules_terms"), saved, "Add this word")


@require_http_methods(["GET", "HEAD", "POST"])
@needs(Permission.SET_RULES)
def term_correct(request: HttpRequest, term_id: int) -> HttpResponse:
    """Other words for one that is entered."""
    term = _term(term_id)
    began = {"preferred": term.preferred, "instead_of": "\n".join(term.instead_of), "why": term.why}
    form = TermForm(request.POST or None, initial=began)

    def act() -> None:
        wording.correct_term(term=term, by=request.user, **form.cleaned_data)

    page = Page.under("Change a word", "rules", RULES, TERMS)
    return answer(request, form, act, page, reverse("rules_terms"), "Saved.", "Save", term.preferred)


@require_POST
@needs(Permission.SET_RULES)
def term_remove(request: HttpRequest, term_id: int) -> HttpResponse:
    """It is looked for no more."""
    wording.remove_term(term=_term(term_id), by=request.user)
    messages.success(request, "Removed. What it said stays in the history of changes.")
    return redirect("rules_terms")


def _term(term_id: int) -> Term:
    term = all_terms().filter(pk=term_id).first()
    if term is None:
        raise Http404
    return term
