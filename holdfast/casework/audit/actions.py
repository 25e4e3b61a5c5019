"""Writing in the diary."""

from __future__ import annotations

from typing import Any

from django.db import models

from .models import AuditEvent
from .rules import check_detail, check_verb


def record(
    *, by: Any, verb: str, subject: models.Model | type[models.Model], detail: dict[str, Any] | None = None
) -> AuditEvent:
    """Note that `by` (a user; None for the command line of this machine) did `verb` to `subject`.

    A class as subject speaks of all its records. Raises NotForTheDiary when a detail could hold personal data.
    """
    detail = detail or {}
    check_verb(verb)
    check_detail(detail)
    return AuditEvent.objects.create(
        actor_id="" if by is None else str(by.pk),
        verb=verb,
        subject_type=subject._meta.label,
        subject_id="" if isinstance(subject, type) else str(subject.pk),
        detail=detail,
    )
