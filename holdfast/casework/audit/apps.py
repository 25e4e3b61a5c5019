"""The diary: who did what, when, to which record. Rows are added and never changed."""

from django.apps import AppConfig
from django.core.checks import Tags, register
from django.db.backends.signals import connection_created


class AuditConfig(AppConfig):
    name = "holdfast.casework.audit"
    label = "audit"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        from . import checks, guard

        connection_created.connect(guard.on_connection, dispatch_uid="audit-guard")
        register(checks.audit_is_out_of_reach, Tags.database)
