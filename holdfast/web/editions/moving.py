"""Moving an edition to its next state: a page that says what it means, asks why, and is pressed once."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods

from holdfast.casework.access.rules import check_may, may
from holdfast.casework.editions import actions, rules
from holdfast.casework.editions.models import Edition, Kind
from holdfast.casework.editions.queries import hands_of
from holdfast.domain.edition_states import PACK_TABLE, TABLE, Move, Rule, why_not_by, why_not_now
from holdfast.domain.edition_states import rule as rule_of
from holdfast.reports.unsettled import unsettled_bytes
from holdfast.web.doors import needs
from holdfast.web.editions.forms import MoveForm
from holdfast.web.editions.opening import name_of, opened, under
from holdfast.web.editions.presenters import BUTTONS, DONE_WORDS, move_at, question_of
from holdfast.web.refusal import attempt

ACTS: dict[Move, Callable[..., None]] = {
    Move.CHECK: actions.check,
    Move.SEND_BACK: actions.send_back,
    Move.SIGN: actions.sign,
    Move.PUBLISH: actions.publish,
    Move.WITHDRAW: actions.withdraw,
}
#: what it means, before it is pressed
MEANS: dict[Move, str] = {
    Move.CHECK: "From here on its words and figures stay as they are. To change something, it is sent back.",
    Move.SEND_BACK: "It becomes a draft again. It must then be checked and signed off anew.",
    Move.SIGN: "You sign it off as it stands now. It is refused while something is still to be settled.",
    Move.PUBLISH: "Its public version, in which small numbers are hidden, is then there for everybody who "
    "signs in to Holdfast, the board included. An edition of the same report that is published now is withdrawn: "
    "this one takes its place. Read the public version first: figures in the author’s words are hidden with the "
    "tables, but a number that was typed into a sentence is printed as it was typed.",
    Move.WITHDRAW: "Nothing follows on it: it cannot be taken up again, only prepared anew. Inside the service "
    "it stays to be read, marked as withdrawn.",
}
_OPENS = tuple(dict.fromkeys(rules.PERMISSIONS.values()))


@require_http_methods(["GET", "HEAD", "POST"])
@needs(*_OPENS)
def move(request: HttpRequest, edition_id: UUID, move: str) -> HttpResponse:
    """One move of one edition: what it means, and the button."""
    wanted = _wanted(request, move)
    found = opened(request, edition_id)
    one = rule_of(found.state, wanted, pack=found.kind == Kind.QUARTERLY)
    if one is None:
        messages.info(request, why_not_now(found.state, wanted, pack=found.kind == Kind.QUARTERLY))
        return redirect("edition", edition_id)
    check_may(request.user, rules.PERMISSIONS[one.who])
    form = MoveForm(one, request.POST if request.method == "POST" else None, initial={"seen": found.digest})
    if request.method == "POST" and form.is_valid() and _done(form, found, wanted, request.user):
        messages.success(request, f"{DONE_WORDS[wanted]}: {name_of(found)}.")
        return redirect("edition", edition_id)
    return _page(request, form, found, one)


def _wanted(request: HttpRequest, address: str) -> Move:
    """The move of the address. Raises NotAllowed for who may make it in no state, and for a word that is no move."""
    wanted = move_at(address)
    permissions = [rules.PERMISSIONS[one.who] for one in (*TABLE, *PACK_TABLE) if one.move is wanted] or list(
        _OPENS
    )
    if not any(may(request.user, each) for each in permissions):
        check_may(request.user, permissions[0])
    if wanted is None:
        raise Http404
    return wanted


def _done(form: MoveForm, edition: Edition, move: Move, by: Any) -> bool:
    more = {"unsettled": unsettled_bytes} if move is Move.SIGN else {}

    def act() -> None:
        ACTS[move](
            edition=edition,
            by=by,
            reason=form.cleaned_data["reason"],
            seen=form.cleaned_data["seen"] or None,
            **more,
        )

    return attempt(form, act, rules.Refused)


def _page(request: HttpRequest, form: MoveForm, edition: Edition, one: Rule) -> HttpResponse:
    context = {
        "page": under(edition, question_of(one.move)),
        "caption": name_of(edition),
        "edition": edition,
        "form": form,
        "means": MEANS[one.move],
        "button": BUTTONS[one.move],
        "warns": one.move is Move.WITHDRAW,
        "why_not": why_not_by(one, hands_of(edition, request.user)),
    }
    return render(request, "editions/move.html", context, status=400 if form.errors else 200)
