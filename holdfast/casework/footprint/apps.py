"""What officers did for a child between and at reviews, and good practice they praised."""

from django.apps import AppConfig


class FootprintConfig(AppConfig):
    name = "holdfast.casework.footprint"
    label = "footprint"
    default_auto_field = "django.db.models.BigAutoField"
