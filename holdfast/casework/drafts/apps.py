"""What somebody was typing, kept until it is saved."""

from django.apps import AppConfig


class DraftsConfig(AppConfig):
    name = "holdfast.casework.drafts"
    label = "drafts"
    default_auto_field = "django.db.models.BigAutoField"
