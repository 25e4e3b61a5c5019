"""Children, the people who work with them, and who is allocated to whom."""

from django.apps import AppConfig


class PeopleConfig(AppConfig):
    name = "holdfast.casework.people"
    label = "people"
    default_auto_field = "django.db.models.BigAutoField"
