"""The day the pages speak of: today, or in the demonstration the last day of its records."""

from __future__ import annotations

from datetime import date

from django.conf import settings
from django.http import HttpRequest
from django.utils import timezone

from holdfast.demo import quarters
from holdfast.web.demonstration import is_demonstration


def today(request: HttpRequest) -> date:
    """The day “now” means on every page. HOLDFAST_TODAY sets it; a demonstration stands where its records end."""
    if settings.TODAY:
        return settings.TODAY
    return quarters.TODAY if is_demonstration(request) else timezone.localdate()
