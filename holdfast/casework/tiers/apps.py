"""Which tier of help a child is on, and every step up or down between them."""

from django.apps import AppConfig


class TiersConfig(AppConfig):
    name = "holdfast.casework.tiers"
    label = "tiers"
    default_auto_field = "django.db.models.BigAutoField"
