"""Before a review: who is asked, what must arrive, and whether the child was seen."""

from django.apps import AppConfig


class PreparingConfig(AppConfig):
    name = "holdfast.casework.preparing"
    label = "preparing"
    default_auto_field = "django.db.models.BigAutoField"
