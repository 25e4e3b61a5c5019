"""The page of one concern: where it stands, and every move that its reader may make now."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.core.exceptions import BadRequest, ValidationError
from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_http_methods

from holdfast.casework.access.roles import Permission
from holdfast.casework.access.rules import may
from holdfast.casework.people.queries import children_for, note_shown
from holdfast.casework.resolution import actions, rules
from holdfast.casework.resolution.models import Concern
from holdfast.casework.resolution.queries import (
    category_label,
    find_concern,
    open_concern,
    standing_of,
    together_with,
)
from holdfast.domain.resolution.moves import Move
from holdfast.web.concern.changed import who_moved
from holdfast.web.concern.offers import Offer, Offers
from holdfast.web.concern.presenters import ConcernPage
from holdfast.web.doors import needs
from holdfast.web.drafts.saved import drop_draft
from holdfast.web.page import Page
from holdfast.web.refusal import add_refusal
from holdfast.web.today import today

SAVED = {
    Move.OPEN: "Saved. Whoever is asked finds it under “My work”.",
    Move.SKIP: "Saved. The stage stays on the ladder, passed over.",
    Move.ANSWER: "Saved. The reviewing officer can read your answer now.",
    Move.CORRECT_ANSWER: "Saved. What the answer said before is kept.",
    Move.HAND_TO: "Saved. They find it under “My work”.",
    Move.PAUSE: "Saved. The clock stands still.",
    Move.RESUME: "Saved. The clock runs again.",
    Move.ASK_LEGAL: "Saved. Nothing was sent from here.",
    Move.LEGAL_GIVEN: "Saved. Officers and their manager can read it.",
    Move.REFER: "Saved. Nothing was sent from here.",
    Move.CAFCASS_SAID: "Saved.",
    Move.CLOSE: "Saved. The concern is closed.",
    Move.TAKE_BACK: "Saved. The concern is taken back and stays on record.",
    Move.REOPEN: "Saved. The concern is open again.",
    Move.TELL_CHILD: "Saved.",
}
_TEXTS = (
    "answer",
    "said",
    "why",
    "question",
    "advice",
    "outcome",
    "what_changed",
    "evidence",
    "passed_over_why",
)


@require_http_methods(["GET", "HEAD", "POST"])
@needs(Permission.SEE_CONCERNS)
def concern(request: HttpRequest, concern_id: UUID) -> HttpResponse:
    """One concern, for those whose it is to know."""
    if request.method != "POST":
        return _page(request, open_concern(request.user, concern_id))
    found = find_concern(request.user, concern_id)
    move, step = _asked(request)
    offers = _offers(request, found)
    about = request.POST.get("about", "")
    offer = next((one for one in offers.all() if one.do is move and one.about == about), None)
    try:
        if offer is None:
            _refuse(offers, move, step)
        elif (offer.form is None or offer.form.is_valid()) and _done(request, found, offer, step):
            messages.success(request, SAVED[move])
            if offer.draft:
                drop_draft(request, f"{offer.draft}:{concern_id}")
            return redirect("concern", concern_id)
    except rules.Moved:
        words = who_moved(found, request.user)
        return _page(request, open_concern(request.user, concern_id), words)
    except rules.Refused as refused:
        return _page(request, open_concern(request.user, concern_id), str(refused))
    return _page(request, open_concern(request.user, concern_id), offer=offer)


def _asked(request: HttpRequest) -> tuple[Move, int]:
    """The move that was pressed, and how often the concern had moved when the page was opened."""
    step = request.POST.get("step", "")
    try:
        return Move(request.POST.get("do", "")), int(step) if step.isdecimal() and len(step) < 9 else -1
    except ValueError:
        raise BadRequest from None


def _refuse(offers: Offers, move: Move, step: int) -> None:
    """Why a move that is not offered is not made. Raises NotAllowed, NotYours, Refused."""
    if move not in (Move.ANSWER, Move.CORRECT_ANSWER):
        rules.check_officer(offers.user, offers.concern.child_id)
    elif offers.stage is not None:
        rules.check_answers(offers.user, offers.stage, offers.on)
    if step != offers.concern.step:
        raise rules.Moved
    raise rules.NotNow(
        offers.standing.why_not(move) or "This has been done already. Look at how it stands now."
    )


def _done(request: HttpRequest, found: Concern, offer: Offer, step: int) -> bool:
    """Whether it was done; what is wrong with it stands in its form. Raises Refused."""
    try:
        with transaction.atomic():
            _deed(request, found, offer, step)()
    except ValidationError as refusal:
        if offer.form is None:
            raise rules.NotNow(" ".join(refusal.messages)) from None
        add_refusal(offer.form, refusal)
        return False
    return True


def _deed(request: HttpRequest, found: Concern, offer: Offer, step: int) -> Callable[[], Any]:
    """The action behind a move, with what its form gives."""
    told: dict[str, Any] = {"on": today(request), "by": request.user, "step": step}
    given = dict(offer.form.cleaned_data) if offer.form else {}
    whole = getattr(actions, offer.do.value)
    if offer.do in (Move.ANSWER, Move.CORRECT_ANSWER):
        return lambda: whole(stage=offer.target, **given, **told)
    if offer.do is Move.HAND_TO:
        return lambda: whole(stage=offer.target, worker=offer.people.chosen(given["worker"]), **told)
    if offer.do is Move.OPEN:
        given["asked"] = offer.people.chosen(given["asked"])
    if offer.do is Move.SKIP:
        given["number"] = offer.target
    if offer.do is Move.LEGAL_GIVEN:
        return lambda: whole(request=offer.target, **given, **told)
    if offer.do is Move.CAFCASS_SAID:
        return lambda: whole(referral=offer.target, **given, **told)
    return lambda: whole(concern=found, **given, **told)


def _offers(request: HttpRequest, found: Concern) -> Offers:
    on = today(request)
    data = request.POST if request.method == "POST" else None
    return Offers(request.user, found, standing_of(found, on), on, data)


def _page(
    request: HttpRequest, found: Concern, refusal: str = "", offer: Offer | None = None
) -> HttpResponse:
    """``offer``: the form that was sent and is wrong, shown with its errors."""
    on, user = today(request), request.user
    offers = _offers(request, found)
    # somebody who was asked about it and became an officer since knows of the concern, and not of the advice
    shown = ConcernPage(found, offers.standing, category_label(found.category), on, offers.is_officer)
    sent = offer.form if offer else None
    offered = [offer if offer and _same(one, offer) else one for one in offers.all()]
    answer = next((one for one in offered if one.do is Move.ANSWER), None)
    opens_child = (
        may(user, Permission.SEE_OWN_CHILDREN) and children_for(user).filter(pk=found.child_id).exists()
    )
    siblings = list(together_with(found, user))
    if siblings:
        note_shown(to=user, verb="concerns.listed", children=(one.child_id for one in siblings))
    context = {
        "page": Page.under(shown.category, "concerns", ("Concerns", "concerns")),
        "concern": found,
        "child": found.child,
        "child_url": reverse("child", args=[found.child.public_id]) if opens_child else "",
        "shown": shown,
        "on": on,
        "answer": answer,
        "offered": [one for one in offered if one is not answer],
        "is_officer": offers.is_officer,
        "siblings": siblings,
        "form": sent,
        "refusal": refusal,
        "written": _written(request, offered) if refusal else [],
    }
    return render(request, "concern/concern.html", context, status=400 if refusal or sent else 200)


def _same(one: Offer, other: Offer) -> bool:
    return one.do is other.do and one.about == other.about


def _written(request: HttpRequest, offered: list[Offer]) -> list[str]:
    """What was typed into a form that is not offered any more, so that nothing is lost."""
    do, about = request.POST.get("do", ""), request.POST.get("about", "")
    if any(one.do.value == do and one.about == about and one.form for one in offered):
        return []
    return [text for name in _TEXTS if (text := request.POST.get(name, "").strip())]
