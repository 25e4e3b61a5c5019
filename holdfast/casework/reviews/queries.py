"""Questions about reviews."""

from __future__ import annotations

from django.db import models

from holdfast.casework.people.models import Child

from .models import Review


def standing_reviews() -> models.QuerySet[Review]:
    """For prefetching onto children that were reached through their door: the reviews that stand, oldest first."""
    return Review.objects.filter(withdrawn_at__isnull=True, held_on__isnull=False).order_by("held_on", "id")


def reviews_of(child: Child) -> models.QuerySet[Review]:
    """The child's reviews that stand, oldest first."""
    return standing_reviews().filter(child=child)
