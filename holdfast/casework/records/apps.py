"""After a review: decisions, the record, who agreed, and who received which version."""

from django.apps import AppConfig


class RecordsConfig(AppConfig):
    name = "holdfast.casework.records"
    label = "records"
    default_auto_field = "django.db.models.BigAutoField"
