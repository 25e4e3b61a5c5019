"""Keeping what somebody types, as they type it, and letting it go when it is saved.

A draft is its writer's own: nobody else is shown it, and no figure counts it. The door to the child is the caller's to
check (`web.drafts`), for this app lies below the children.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone

from holdfast.casework.audit.actions import record

from .models import Draft
from .rules import check_content, check_form, check_signs, check_step


@transaction.atomic
def keep(
    *, form: str, content: Mapping[str, str], step: int, child: int | None = None, based_on: str = "", by: Any
) -> Draft:
    """What ``by`` has typed into a form so far. A keeping that is older than what is kept changes nothing.

    Only the first keeping leaves a row in the diary, since the others follow every few seconds. Raises ValidationError
    for a form that has no name, or more than a person types.
    """
    check_form(form)
    check_content(content)
    check_signs(based_on)
    check_step(step)
    if by is None:
        raise ValidationError("A draft belongs to somebody who is signed in.")
    draft, is_new = Draft.objects.select_for_update().get_or_create(
        user=by,
        form=form,
        defaults={"content": dict(content), "step": step, "based_on": based_on, "child_id": child},
    )
    if is_new:
        record(by=by, verb="draft.begun", subject=draft, detail={"child": child})
    elif step > draft.step:
        draft.content, draft.step, draft.based_on = dict(content), step, based_on
        draft.child_id, draft.kept_at = child, timezone.now()
        draft.save(update_fields=["content", "step", "based_on", "child_id", "kept_at"])
    return draft


@transaction.atomic
def drop(*, form: str, by: Any) -> bool:
    """The draft was saved or is not wanted; whether there was one. Removed, not kept: it never was part of a record."""
    draft = Draft.objects.select_for_update().filter(user=by, form=form).first()
    if draft is None:
        return False
    record(by=by, verb="draft.dropped", subject=draft, detail={"child": draft.child_id})
    draft.delete()
    return True
