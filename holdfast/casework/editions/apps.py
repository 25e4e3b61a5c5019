"""Editions of a report: the records they were made from, the states they went through, who received them."""

from django.apps import AppConfig


class EditionsConfig(AppConfig):
    name = "holdfast.casework.editions"
    label = "editions"
    default_auto_field = "django.db.models.BigAutoField"
