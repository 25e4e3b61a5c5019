"""The check between two reviews: what came of each decision."""

from django.apps import AppConfig


class MidwayConfig(AppConfig):
    name = "holdfast.casework.midway"
    label = "midway"
    default_auto_field = "django.db.models.BigAutoField"
