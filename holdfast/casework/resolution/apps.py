"""Concerns about a child, raised until something changes: informally first, then stage by stage."""

from django.apps import AppConfig


class ResolutionConfig(AppConfig):
    name = "holdfast.casework.resolution"
    label = "resolution"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        from holdfast.casework.monitors.known import also_known_from

        from .known import known_of_concerns

        also_known_from(known_of_concerns)
