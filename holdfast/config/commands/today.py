"""The day a command reads the records on, the same as on the pages, so that both tell the same figures."""

from __future__ import annotations

from datetime import date


def day_of_the_records() -> date:
    """Today; HOLDFAST_TODAY sets it; a demonstration stands where its records end. Records must be open."""
    from django.conf import settings
    from django.utils import timezone

    from holdfast.demo import quarters, whose

    if settings.TODAY:
        return settings.TODAY
    return quarters.TODAY if whose.is_demonstration() else timezone.localdate()
