"""Officers checking each other: peer audits, and the quarterly audit of conferences."""

from django.apps import AppConfig


class CheckingConfig(AppConfig):
    name = "holdfast.casework.checking"
    label = "checking"
    default_auto_field = "django.db.models.BigAutoField"
