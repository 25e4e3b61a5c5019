"""Quality monitors: the officer’s judgement after a review, asked by a versioned questionnaire."""

from django.apps import AppConfig


class MonitorsConfig(AppConfig):
    name = "holdfast.casework.monitors"
    label = "monitors"
    default_auto_field = "django.db.models.BigAutoField"
