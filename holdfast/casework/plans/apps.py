"""Child protection plans, core groups, and plans of children in need."""

from django.apps import AppConfig


class PlansConfig(AppConfig):
    name = "holdfast.casework.plans"
    label = "plans"
    default_auto_field = "django.db.models.BigAutoField"
