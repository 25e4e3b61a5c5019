"""Reviews of a child's care plan."""

from django.apps import AppConfig


class ReviewsConfig(AppConfig):
    name = "holdfast.casework.reviews"
    label = "reviews"
    default_auto_field = "django.db.models.BigAutoField"
