"""Every record is one of two kinds, and says which: it may change, or rows are only ever added.

A test holds the list complete: a model that is neither is refused.
"""

from __future__ import annotations

from functools import cache

from django.apps import apps
from django.db import models


class OnlyAdded(Exception):
    """Somebody tried to change or remove a row of a table to which rows are only added."""

    def __init__(self, name: str) -> None:
        super().__init__(
            f"A {name} is never changed or removed once it is written. Add a new one that corrects it."
        )


class Changeable(models.Model):
    """A record that may change; what stood there before is kept by `provenance`, who changed it by `audit`."""

    class Meta:
        abstract = True


class AppendOnlyQuerySet(models.QuerySet):
    def update(self, **values):
        raise OnlyAdded(self.model._meta.verbose_name)

    def delete(self):
        raise OnlyAdded(self.model._meta.verbose_name)

    def bulk_update(self, *args, **kwargs):
        raise OnlyAdded(self.model._meta.verbose_name)


class AppendOnly(models.Model):
    """A record that is written once. Saving it again, or deleting it, raises OnlyAdded."""

    objects = AppendOnlyQuerySet.as_manager()

    class Meta:
        abstract = True

    def save(self, *args, **kwargs) -> None:
        if not self._state.adding:
            raise OnlyAdded(self._meta.verbose_name)
        super().save(*args, **{**kwargs, "force_insert": True})

    def delete(self, *args, **kwargs):
        raise OnlyAdded(self._meta.verbose_name)


@cache
def append_only() -> tuple[type[AppendOnly], ...]:
    """Every model to which rows are only added, as each says itself. The database guards their tables."""
    return tuple(model for model in apps.get_models() if issubclass(model, AppendOnly))
