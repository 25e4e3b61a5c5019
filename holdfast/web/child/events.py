"""What happened to a child in care, entered and taken back."""

from __future__ import annotations

from uuid import UUID

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_http_methods, require_POST

from holdfast.casework.access.roles import Permission
from holdfast.casework.care import actions
from holdfast.casework.care.queries import episodes_of
from holdfast.casework.people.queries import find_child
from holdfast.web.child.care_forms import CARE_EVENTS
from holdfast.web.child.entering import enter, not_there_any_more
from holdfast.web.child.writing import clock
from holdfast.web.doors import needs


@require_http_methods(["GET", "HEAD", "POST"])
@needs(Permission.CORRECT_RECORDS)
def event(request: HttpRequest, child_id: UUID, event: str) -> HttpResponse:
    return enter(request, child_id, event, CARE_EVENTS)


@require_POST
@needs(Permission.CORRECT_RECORDS)
def take_back_episode(request: HttpRequest, child_id: UUID, record_id: UUID) -> HttpResponse:
    """The last entry about care, typed by mistake."""
    child = find_child(request.user, child_id)
    episode = episodes_of(child).filter(public_id=record_id).first()
    if episode is None:
        return not_there_any_more(request, child_id)
    try:
        actions.take_back_episode(episode=episode, by=request.user)
    except ValidationError as refusal:
        messages.warning(request, f"Nothing was changed. {' '.join(refusal.messages)}")
    else:
        messages.success(request, f"Taken back at {clock()}. What stood before it stands again.")
    return redirect("child", child_id)


@require_POST
@needs(Permission.CORRECT_RECORDS)
def remove_milestone(request: HttpRequest, child_id: UUID, record_id: UUID) -> HttpResponse:
    """A milestone entered by mistake; the diary and the history keep that it stood there."""
    child = find_child(request.user, child_id)
    milestone = child.milestones.filter(public_id=record_id).first()
    if milestone is None:
        return not_there_any_more(request, child_id)
    actions.remove_milestone(milestone=milestone, by=request.user)
    messages.success(request, f"Taken away at {clock()}. When reviews are due is worked out without it.")
    return redirect("child", child_id)
