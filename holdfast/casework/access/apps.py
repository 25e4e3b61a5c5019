"""Who signs in, in which role, and what the role may do."""

from django.apps import AppConfig


class AccessConfig(AppConfig):
    name = "holdfast.casework.access"
    label = "access"
    default_auto_field = "django.db.models.BigAutoField"
