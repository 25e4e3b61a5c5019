"""The care a child has been given: periods of care, episodes, yearly facts."""

from django.apps import AppConfig


class CareConfig(AppConfig):
    name = "holdfast.casework.care"
    label = "care"
    default_auto_field = "django.db.models.BigAutoField"
