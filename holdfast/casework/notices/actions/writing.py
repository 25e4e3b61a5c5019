"""Writing an e-mail: it waits until `send_waiting` sends it."""

from __future__ import annotations

from typing import Any

from django.db import transaction

from holdfast.casework.access.models import User
from holdfast.casework.audit.actions import record
from holdfast.casework.notices.models import Letter
from holdfast.casework.notices.wording import worded
from holdfast.casework.reviews.models import Review


@transaction.atomic
def write(
    *,
    template: str,
    to: str,
    key: str,
    by: Any,
    review: Review | None = None,
    user: User | None = None,
    child: int | None = None,
    **values: str,
) -> Letter | None:
    """An e-mail from a template, once per key: None when one of that key was written before.

    ``child``: the id of the child it is about, where that is no review's.
    Only called by actions that checked who asks. Raises ValidationError for an address that is none.
    """
    words = worded(template, **values)
    letter = Letter(
        template=template,
        to=to,
        key=key,
        review=review,
        user=user,
        subject=words.subject,
        text=words.text,
    )
    letter.clean_fields(exclude=["review", "user"])
    fields = {name: getattr(letter, name) for name in ("template", "to", "review", "user", "subject", "text")}
    letter, made = Letter.objects.get_or_create(key=key, defaults=fields)
    if not made:
        return None
    about = review.child_id if review else child
    detail = {"template": template} | ({"child": about} if about else {})
    record(by=by, verb="letter.written", subject=letter, detail=detail)
    return letter
