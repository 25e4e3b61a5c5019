"""Whose records these are: the invented council's, or those of the council named in the settings."""

from __future__ import annotations

from django.conf import settings

from holdfast.demo import names, sign_ins
from holdfast.reports.annual.authority import Authority


def is_demonstration() -> bool:
    """Whether the demo flag is set and the demo sign-ins are in the database."""
    return bool(settings.DEMONSTRATION) and sign_ins.are_present()


def authority(demonstration: bool) -> Authority:
    """The council as its report names it; an invented one marks every page."""
    return Authority(names.AUTHORITY, invented=True) if demonstration else Authority(settings.AUTHORITY_NAME)
