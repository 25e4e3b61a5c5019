"""What the service itself settles: its own time limits, and which plans its officers review."""

from django.apps import AppConfig


class ServiceConfig(AppConfig):
    name = "holdfast.casework.service"
    label = "service"
    default_auto_field = "django.db.models.BigAutoField"
