"""What is to become better: the work plan, recommendations to the board, what it decided and what came of it."""

from django.apps import AppConfig


class ImprovementConfig(AppConfig):
    name = "holdfast.casework.improvement"
    label = "improvement"
    default_auto_field = "django.db.models.BigAutoField"
