"""Keeping, offering and dropping what somebody is typing: for the script ``drafts.js``, own drafts only."""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import Any
from uuid import UUID

from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.utils import timezone
from django.views.decorators.http import require_POST, require_safe

from holdfast.casework.access.roles import Permission
from holdfast.casework.access.rules import check_may
from holdfast.casework.drafts.actions import drop, keep
from holdfast.casework.drafts.queries import offered, others_writing
from holdfast.casework.drafts.rules import check_form
from holdfast.casework.people.queries import NotYours, find_child
from holdfast.casework.resolution.queries import find_concern
from holdfast.casework.reviews.queries import find_review
from holdfast.web.doors import needs


@require_POST
@needs(Permission.SEE_OWN_CHILDREN, Permission.SEE_CONCERNS)
def draft(request: HttpRequest) -> HttpResponse:
    """Keep what was typed (or drop it), and say when, and who else is writing there."""
    try:
        sent = json.loads(request.body)
        form, step = str(sent["form"]), int(sent.get("step", 0))
        child = _child_of(request.user, form)
        if sent.get("drop"):
            return JsonResponse({"dropped": drop(form=form, by=request.user)})
        kept = keep(
            form=form,
            content=sent["content"],
            step=step,
            child=child,
            based_on=str(sent.get("based_on", ""))[:60],
            by=request.user,
        )
    except (ValueError, KeyError, TypeError, AttributeError, OverflowError, RecursionError):
        return JsonResponse({"refused": "This is no draft."}, status=400)
    except ValidationError as refusal:
        return JsonResponse({"refused": " ".join(refusal.messages)}, status=400)
    return JsonResponse(
        {
            "kept": _clock(kept.kept_at),
            "step": kept.step,
            # another window of the same person may have come to this step first, with other words
            "taken": kept.content == sent["content"],
            "others": _others(form, request.user),
        }
    )


@require_safe
@needs(Permission.SEE_OWN_CHILDREN, Permission.SEE_CONCERNS)
def draft_offered(request: HttpRequest) -> HttpResponse:
    """What this person was writing in a form, for them to use or to leave."""
    form = request.GET.get("form", "")
    try:
        _child_of(request.user, form)
    except ValidationError:
        return JsonResponse({}, status=404)
    others = _others(form, request.user)
    found = offered(request.user, form)
    if found is None:
        return JsonResponse({"others": others})
    return JsonResponse(
        {"kept": _clock(found.kept_at), "step": found.step, "content": found.content, "others": others}
    )


def _child_of(user: Any, form: str) -> int | None:
    """The child whose review or concern (or who) the form is about, through the door. Raises as the doors do.

    None for a form about no child: the author's words in a report.
    Who else writes in a form says that there is one: of a concern or a monitor only those learn it who fill it in.
    """
    check_form(form)
    needed = _OF_SOME.get(form.split(":")[0])
    if needed:
        check_may(user, needed)
    if form.startswith(_OF_NO_CHILD):
        return None
    try:
        about = UUID(form.split(":")[1])
    except ValueError:
        raise NotYours from None
    for child_of in _DOORS:
        try:
            return child_of(user, about)
        except NotYours:
            continue
    raise NotYours


#: forms that not everybody has who sees the child -> what it takes to have them
_OF_SOME = {
    "concern_raise": Permission.RAISE_CONCERNS,
    "concern_stage": Permission.RAISE_CONCERNS,
    "concern_close": Permission.RAISE_CONCERNS,
    "concern_answer": Permission.SEE_CONCERNS,
    "monitor": Permission.FILL_MONITORS,
    "notes": Permission.SEE_OFFICERS_NOTES,
    "words": Permission.WRITE_REPORT,
}
#: forms that are about no child, so that they open through no child's door
_OF_NO_CHILD = "words:"

#: through which doors an id is looked for: a review’s, a concern’s (put to somebody who sees no child), a child’s
_DOORS: tuple[Callable[[Any, UUID], int], ...] = (
    lambda user, about: find_review(user, about).child_id,
    lambda user, about: find_concern(user, about).child_id,
    lambda user, about: find_child(user, about).pk,
)


def _others(form: str, user: Any) -> list[str]:
    return [
        f"{one.name} is writing here too, since {_clock(one.since)}" for one in others_writing(form, user)
    ]


def _clock(at: Any) -> str:
    """“14:32”, and the day where it is another one."""
    local = timezone.localtime(at)
    same = local.date() == timezone.localdate()
    return f"{local:%H:%M}" if same else f"{local:%H:%M} on {local:%-d %B %Y}"
