"""Where each value came from: who owns a field, and what stood in it before."""

from django.apps import AppConfig


class ProvenanceConfig(AppConfig):
    name = "holdfast.casework.provenance"
    label = "provenance"
    default_auto_field = "django.db.models.BigAutoField"
