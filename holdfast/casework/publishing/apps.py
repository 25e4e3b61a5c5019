"""What is entered to be printed: populations, figures others published, the author's words."""

from django.apps import AppConfig


class PublishingConfig(AppConfig):
    name = "holdfast.casework.publishing"
    label = "publishing"
    default_auto_field = "django.db.models.BigAutoField"
