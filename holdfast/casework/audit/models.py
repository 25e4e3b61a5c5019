"""The diary's one table. Ids are kept as text, so that nothing here ever stands in the way of a deletion."""

from __future__ import annotations

from django.db import models
from django.utils import timezone

from .mutability import AppendOnly


class AuditEvent(AppendOnly):
    """Somebody read or changed something. Holds ids and names of fields, never a name, a date of birth or a value."""

    at = models.DateTimeField(default=timezone.now, editable=False, db_index=True)
    actor_id = models.CharField(
        "who did it (id of the user; blank: the command line)", max_length=40, blank=True
    )
    verb = models.CharField(max_length=60)
    subject_type = models.CharField(max_length=60)
    subject_id = models.CharField(max_length=40, blank=True)
    detail = models.JSONField(default=dict)

    class Meta:
        ordering = ["id"]
        indexes = [
            models.Index(fields=["subject_type", "subject_id"], name="audit_by_subject"),
            models.Index(fields=["actor_id"], name="audit_by_actor"),
        ]
        constraints = [
            models.CheckConstraint(condition=~models.Q(verb=""), name="audit_event_has_a_verb"),
        ]

    def __str__(self) -> str:
        return f"{self.verb} {self.subject_type} {self.subject_id}"
