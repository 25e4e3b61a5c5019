"""What officers did for a child between and at reviews, and good practice they praised."""

from django.apps import AppConfig


class FootprintConfig(AppConfig):
    name = "holdfast.casework.footprint"
    label = "footprint"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        from holdfast.casework.monitors.known import also_known_from

        from .known import known_of_praise

        also_known_from(known_of_praise)
