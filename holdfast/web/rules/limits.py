"""The rules page: every limit in force, and the manager's forms to set and end one, and the remit."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from holdfast.casework.access.roles import Permission
from holdfast.casework.access.rules import may
from holdfast.casework.service import actions
from holdfast.casework.service.models import OwnLimit
from holdfast.casework.service.queries import book, find_limit, find_remit, own_limits, remits, who_set
from holdfast.domain import limits
from holdfast.domain.limits import Rule
from holdfast.web.doors import needs
from holdfast.web.page import Page
from holdfast.web.refusal import RefusableForm
from holdfast.web.rules.forms import EndForm, LimitForm, RemitForm
from holdfast.web.rules.presenters import history_of, in_force, one_in_force, remit_now, span
from holdfast.web.today import today

RULES = ("Rules", "rules")


@require_safe
@needs(Permission.SEE_OWN_CHILDREN)
def rules(request: HttpRequest) -> HttpResponse:
    """Every limit in force today with where it comes from, and what the service reviews. The manager changes them."""
    on = today(request)
    context = {
        "page": Page.under("Rules", "rules"),
        "on": on,
        "groups": in_force(book(), on),
        "remit": remit_now(list(remits()), on),
        "may_set": may(request.user, Permission.SET_RULES),
    }
    return render(request, "rules/rules.html", context)


@require_safe
@needs(Permission.SEE_OWN_CHILDREN)
def limit(request: HttpRequest, rule_id: str) -> HttpResponse:
    """One rule: what holds, and everything that ever did."""
    rule, on = _rule(rule_id), today(request)
    own = list(own_limits().filter(rule_id=rule_id))
    context = {
        "page": Page.under(rule.name, "rules", RULES),
        "rule": rule,
        "on": on,
        "now": one_in_force(rule, book(), on),
        "history": history_of(rule, own, who_set(own)),
        "may_set": may(request.user, Permission.SET_RULES),
    }
    return render(request, "rules/limit.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
@needs(Permission.SET_RULES)
def limit_set(request: HttpRequest, rule_id: str) -> HttpResponse:
    """A limit of the service's own, from a day on."""
    rule, on = _rule(rule_id), today(request)
    form = LimitForm(rule, on, request.POST or None)
    back = reverse("rules_limit", args=[rule_id])
    now = one_in_force(rule, book(), on)
    about = f"In force now: {now.value.lower()}" + (
        f" ({now.who.lower()}; {now.source})." if now.source else "."
    )

    def act() -> None:
        actions.set_limit(rule_id=rule_id, by=request.user, **form.cleaned_data)

    page = Page.under("Set our own limit", "rules", RULES, (rule.name, back))
    return answer(
        request,
        form,
        act,
        page,
        back,
        "Saved. Every due date follows it.",
        "Set this limit",
        rule.name,
        about,
    )


@require_http_methods(["GET", "HEAD", "POST"])
@needs(Permission.SET_RULES)
def limit_end(request: HttpRequest, limit_id: int) -> HttpResponse:
    """The last day of an own limit; after it the national one holds."""
    own = _own(limit_id)
    rule = _rule(own.rule_id)
    form = EndForm(today(request), request.POST or None)
    back = reverse("rules_limit", args=[own.rule_id])
    about = f"{own.value} {own.unit}, {span(own.from_date, own.to_date)}."

    def act() -> None:
        actions.end_limit(limit=own, by=request.user, **form.cleaned_data)

    page = Page.under("End our own limit", "rules", RULES, (rule.name, back))
    return answer(
        request,
        form,
        act,
        page,
        back,
        "Saved. Every due date follows it.",
        "End this limit",
        rule.name,
        about,
    )


@require_POST
@needs(Permission.SET_RULES)
def limit_take_back(request: HttpRequest, limit_id: int) -> HttpResponse:
    """An own limit that was a mistake."""
    own = _own(limit_id)
    rule_id = own.rule_id
    actions.take_back_limit(limit=own, by=request.user)
    messages.success(
        request, "Taken back: that limit never held. What it said stays in the history of changes."
    )
    return redirect("rules_limit", rule_id)


@require_http_methods(["GET", "HEAD", "POST"])
@needs(Permission.SET_RULES)
def remit_set(request: HttpRequest) -> HttpResponse:
    """The service reviews a kind of plan from a day on."""
    form = RemitForm(today(request), request.POST or None)

    def act() -> None:
        actions.set_remit(by=request.user, **form.cleaned_data)

    page = Page.under("Change what the service reviews", "rules", RULES)
    about = (
        "Children in need and conferences are counted and given due dates on the days the service reviews them. "
        "Once a span is entered for conferences, they are in the remit on the days entered and on no others."
    )
    return answer(request, form, act, page, reverse("rules"), "Saved.", "Save this", "", about)


@require_http_methods(["GET", "HEAD", "POST"])
@needs(Permission.SET_RULES)
def remit_end(request: HttpRequest, remit_id: int) -> HttpResponse:
    """The last day on which the service reviews a kind of plan."""
    remit = find_remit(remit_id)
    if remit is None:
        raise Http404
    form = EndForm(today(request), request.POST or None)

    def act() -> None:
        actions.end_remit(remit=remit, by=request.user, **form.cleaned_data)

    page = Page.under("End a part of the remit", "rules", RULES)
    about = f"{remit.get_kind_display()}, {span(remit.from_date, remit.to_date)}."
    return answer(request, form, act, page, reverse("rules"), "Saved.", "Save the last day", "", about)


def answer(
    request: HttpRequest,
    form: RefusableForm,
    act: Callable[[], Any],
    page: Page,
    back: str,
    saved: str,
    button: str,
    caption: str = "",
    about: str = "",
) -> HttpResponse:
    """The form, or what came of it: saved and back where one came from, or said beside the field."""
    if request.method == "POST" and form.is_valid():
        try:
            act()
        except ValidationError as refusal:
            form.refuse(refusal)
        else:
            messages.success(request, saved)
            return redirect(back)
    context = {"page": page, "form": form, "back": back, "button": button, "caption": caption, "about": about}
    return render(request, "rules/form.html", context, status=400 if form.errors else 200)


def _rule(rule_id: str) -> Rule:
    found = next((rule for rule in limits.rules() if rule.rule_id == rule_id), None)
    if found is None:
        raise Http404
    return found


def _own(limit_id: int) -> OwnLimit:
    found = find_limit(limit_id)
    if found is None:
        raise Http404
    return found
