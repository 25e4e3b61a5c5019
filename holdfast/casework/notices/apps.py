"""Messages to people outside a page: e-mails, the weekly digest, the calendar feed."""

from django.apps import AppConfig


class NoticesConfig(AppConfig):
    name = "holdfast.casework.notices"
    label = "notices"
    default_auto_field = "django.db.models.BigAutoField"
