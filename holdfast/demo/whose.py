"""Whose records these are: the invented council's, or those of the council named in the settings."""

from __future__ import annotations

from django.conf import settings

from holdfast.demo import mark, names
from holdfast.reports.annual.authority import Authority


def is_demonstration() -> bool:
    """Whether the records here are the demo authority's; they are marked as invented whatever the settings say."""
    return mark.loaded_seed() is not None


def authority(demonstration: bool) -> Authority:
    """The council as its report names it; an invented one marks every page."""
    return Authority(names.AUTHORITY, invented=True) if demonstration else Authority(settings.AUTHORITY_NAME)
