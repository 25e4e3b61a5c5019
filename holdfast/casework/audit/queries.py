"""Reading the diary."""

from __future__ import annotations

from django.db import models

from .models import AuditEvent


def events_about(subject: models.Model) -> models.QuerySet[AuditEvent]:
    """What was done to one record, oldest first."""
    return AuditEvent.objects.filter(subject_type=subject._meta.label, subject_id=str(subject.pk)).order_by(
        "id"
    )


def events_by(user: models.Model) -> models.QuerySet[AuditEvent]:
    """What one user did, oldest first."""
    return AuditEvent.objects.filter(actor_id=str(user.pk)).order_by("id")
