"""The time something was saved."""

from __future__ import annotations

from django.utils import timezone


def clock() -> str:
    """“14:32”."""
    return f"{timezone.localtime():%H:%M}"
