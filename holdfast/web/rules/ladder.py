"""The ladder of stages a concern climbs, and who answers for each of its roles."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from holdfast.casework.access.roles import Permission
from holdfast.casework.access.rules import may
from holdfast.casework.people.queries import teams_on_record, workers_with_posts
from holdfast.casework.resolution import settling, settling_ladder
from holdfast.casework.resolution.models import Answerer, OwnLadder
from holdfast.casework.service.queries import book
from holdfast.domain.resolution import ladders
from holdfast.domain.resolution.ladders import Ladder
from holdfast.web.doors import needs
from holdfast.web.page import Page
from holdfast.web.rules.forms import EndForm
from holdfast.web.rules.limits import RULES, answer
from holdfast.web.rules.presenters import CERTAINTY, span
from holdfast.web.rules.settled_forms import AnswererForm, LadderForm
from holdfast.web.today import today

LADDER = ("The ladder of a concern", "rules_ladder")
ANSWERERS = ("Who answers", "rules_answerers")
#: roles that follow from who works with the child and who manages them
FOLLOWING = {"social worker", "team manager", "line manager"}


@dataclass(frozen=True)
class Shown:
    """A ladder as it is read: its stages, its days together, where it comes from."""

    ladder: Ladder
    own: OwnLadder | None = None
    who: str = ""

    @property
    def days(self) -> str:
        """“15 working days”, as far as its formal stages name any."""
        given = [one.days for one in self.ladder.rungs if one.formal and one.days]
        unset = sum(1 for one in self.ladder.rungs if one.formal and not one.days)
        if not given:
            return "No stage has days of its own"
        return f"{sum(given)} working days" + (
            f" and {unset} without days of their own" if unset else " in all"
        )

    @property
    def certainty(self) -> str:
        return CERTAINTY.get(self.ladder.certainty, "")


@require_safe
@needs(Permission.SET_RULES)
def ladder(request: HttpRequest) -> HttpResponse:
    """The ladder in force, those set here before or from a later day, and those that can be chosen."""
    on = today(request)
    own = settling_ladder.own_ladders()
    who = settling.who_entered(own)
    now = next((one for one in own if one.from_date <= on), None)

    def shown(one: OwnLadder) -> Shown:
        return Shown(ladders.read(one.content), one, who.get(str(one.pk), ""))

    context = {
        "page": Page.under("The ladder of a concern", "rules", RULES),
        "on": on,
        "now": shown(now) if now else Shown(ladders.in_force()),
        "to_come": [shown(one) for one in own if one.from_date > on],
        "earlier": [shown(one) for one in own if one.from_date <= on and one != now],
        "shipped": [Shown(one) for one in ladders.shipped()],
        "total": book().on(settling_ladder.TOTAL, on),
    }
    return render(request, "rules/ladder.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
@needs(Permission.SET_RULES)
def ladder_set(request: HttpRequest) -> HttpResponse:
    """A ladder from a day on: a shipped one as it is, or changed stage by stage."""
    on = today(request)
    chosen = ladders.named(request.GET.get("like", ""))
    like = chosen or settling_ladder.ladder_from(settling_ladder.own_ladders(), on)
    form = LadderForm(on, like, request.POST if request.method == "POST" else None)
    if form.is_valid():
        try:
            settling_ladder.set_ladder(
                content=_content(form, like),
                from_date=form.cleaned_data["from_date"],
                reason=form.cleaned_data["reason"],
                on=on,
                by=request.user,
            )
        except ValidationError as refusal:
            form.refuse(refusal)
        else:
            messages.success(request, "Saved. Concerns raised before keep the ladder they were raised on.")
            return redirect("rules_ladder")
    context = {
        "page": Page.under("Set the ladder", "rules", RULES, LADDER),
        "form": form,
        "like": like,
        "total": book().on(settling_ladder.TOTAL, on),
    }
    return render(request, "rules/ladder_set.html", context, status=400 if form.errors else 200)


@require_POST
@needs(Permission.SET_RULES)
def ladder_take_back(request: HttpRequest, ladder_id: UUID) -> HttpResponse:
    """A ladder that was set by mistake."""
    found = settling_ladder.find_ladder(ladder_id)
    if found is None:
        raise Http404
    try:
        settling_ladder.take_back_ladder(ladder=found, by=request.user)
    except ValidationError as refusal:
        messages.error(request, " ".join(refusal.messages))
    else:
        messages.success(request, "Taken back. What it said stays in the history of changes.")
    return redirect("rules_ladder")


@dataclass(frozen=True)
class Named:
    """Somebody named for a role, with what keeps them from answering here."""

    answerer: Answerer
    on: date

    @property
    def team(self) -> str:
        return self.answerer.team or "Every team"

    @property
    def span(self) -> str:
        return span(self.answerer.starts, self.answerer.ends)

    @property
    def is_now(self) -> bool:
        one = self.answerer
        return one.starts <= self.on and (one.ends is None or self.on <= one.ends)

    @property
    def warning(self) -> str:
        user = self.answerer.worker.user
        if user is None or not user.is_active:
            return "No sign-in: they cannot answer here"
        return "" if may(user, Permission.ANSWER_CONCERNS) else "Their sign-in does not let them answer"


@require_safe
@needs(Permission.SET_RULES)
def answerers(request: HttpRequest) -> HttpResponse:
    """Role by role of the ladder: who answers, for which team, until when."""
    on = today(request)
    named = [Named(one, on) for one in settling_ladder.answerers_named()]
    by_role: dict[str, list[Named]] = {role: [] for role in _roles(on)}
    for one in named:
        role = next(
            (each for each in by_role if each.casefold() == one.answerer.role.casefold()), one.answerer.role
        )
        by_role.setdefault(role, []).append(one)
    roles = [
        {
            "role": role,
            "named": found,
            "nobody": not any(one.is_now for one in found),
            "follows": role.casefold() in FOLLOWING,
        }
        for role, found in by_role.items()
    ]
    context = {"page": Page.under("Who answers", "rules", RULES, LADDER), "roles": roles, "on": on}
    return render(request, "rules/answerers.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
@needs(Permission.SET_RULES)
def answerer_add(request: HttpRequest) -> HttpResponse:
    """Somebody answers for a role from a day on."""
    on = today(request)
    form = AnswererForm(on, _roles(on), teams_on_record(), workers_with_posts(), request.POST or None)
    if request.method != "POST" and request.GET.get("role") in _roles(on):
        form.initial["role"] = request.GET["role"]

    def act() -> None:
        settling_ladder.name_answerer(by=request.user, **form.cleaned_data)

    return _answer(request, form, act, "Name who answers", "Save this")


@require_http_methods(["GET", "HEAD", "POST"])
@needs(Permission.SET_RULES)
def answerer_end(request: HttpRequest, answerer_id: int) -> HttpResponse:
    """The last day on which somebody answers for a role."""
    found = _answerer(answerer_id)
    form = EndForm(today(request), request.POST or None, field="ends")

    def act() -> None:
        settling_ladder.end_answerer(answerer=found, by=request.user, **form.cleaned_data)

    about = (
        f"{found.worker.name}, {found.role}, {found.team or 'every team'}, {span(found.starts, found.ends)}. "
        "What they were asked before stays with them until it is handed on."
    )
    return _answer(request, form, act, "End who answers", "Save the last day", about)


@require_POST
@needs(Permission.SET_RULES)
def answerer_take_back(request: HttpRequest, answerer_id: int) -> HttpResponse:
    """Somebody named by mistake."""
    settling_ladder.take_back_answerer(answerer=_answerer(answerer_id), by=request.user)
    messages.success(request, "Taken back. What it said stays in the history of changes.")
    return redirect("rules_answerers")


def _answer(
    request: HttpRequest, form: Any, act: Any, title: str, button: str, about: str = ""
) -> HttpResponse:
    page = Page.under(title, "rules", RULES, LADDER, ANSWERERS)
    return answer(request, form, act, page, reverse("rules_answerers"), "Saved.", button, "", about)


def _answerer(answerer_id: int) -> Answerer:
    found = settling_ladder.find_answerer(answerer_id)
    if found is None:
        raise Http404
    return found


def _roles(on: date) -> list[str]:
    """The roles of the ladder in force and of those to come, each once, in their order."""
    own = settling_ladder.own_ladders()
    shown = [
        settling_ladder.ladder_from(own, on),
        *(ladders.read(one.content) for one in own if one.from_date > on),
    ]
    return list(dict.fromkeys(role for one in shown for rung in one.rungs for role in rung.roles))


def _content(form: LadderForm, like: Ladder) -> dict[str, Any]:
    """What was typed; a shipped ladder that was taken as it is keeps its code and its source."""
    typed = form.content()
    as_shipped = ladders.as_content(like)
    if (typed["name"], typed["stages"]) == (like.name, as_shipped["stages"]):
        return as_shipped
    return typed
