"""Questions about reviews."""

from __future__ import annotations

from django.db import models

from holdfast.casework.people.models import Child

from .models import Review


def reviews_of(child: Child) -> models.QuerySet[Review]:
    """The child's reviews that stand, oldest first."""
    return Review.objects.filter(child=child, withdrawn_at__isnull=True).order_by("held_on", "id")
