"""Returns brought in: their state, what was found in them, and where they differ from us."""

from django.apps import AppConfig


class IntakeConfig(AppConfig):
    name = "holdfast.casework.intake"
    label = "intake"
    default_auto_field = "django.db.models.BigAutoField"
