"""Child protection and child in need, entered from the child's page."""

from __future__ import annotations

from uuid import UUID

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_http_methods, require_POST

from holdfast.casework.access.roles import Permission
from holdfast.casework.people.queries import find_child
from holdfast.casework.plans import actions
from holdfast.casework.plans.queries import core_group_of
from holdfast.web.child.entering import enter, not_there_any_more
from holdfast.web.child.writing import clock
from holdfast.web.doors import needs
from holdfast.web.plans.forms import PLAN_EVENTS


@require_http_methods(["GET", "HEAD", "POST"])
@needs(Permission.CORRECT_RECORDS)
def event(request: HttpRequest, child_id: UUID, event: str) -> HttpResponse:
    return enter(request, child_id, event, PLAN_EVENTS)


@require_POST
@needs(Permission.CORRECT_RECORDS)
def remove_core_group(request: HttpRequest, child_id: UUID, group: int) -> HttpResponse:
    """A core group entered by mistake; the diary and the history keep that it stood there."""
    found = core_group_of(find_child(request.user, child_id), group)
    if found is None:
        return not_there_any_more(request, child_id)
    try:
        actions.remove_core_group(group=found, by=request.user)
    except ValidationError as refusal:
        messages.warning(request, f"Nothing was changed. {' '.join(refusal.messages)}")
    else:
        messages.success(
            request, f"Taken away at {clock()}. When the next one is due is worked out without it."
        )
    return redirect("child", child_id)
