"""What a concern is raised from: a record of the same child, whichever the address of the form names."""

from __future__ import annotations

from uuid import UUID

from django.db import models

from holdfast.casework.midway.models import MidwayCheck
from holdfast.casework.monitors.models import Monitor
from holdfast.casework.people.models import Child
from holdfast.casework.people.queries import NotYours
from holdfast.casework.records.models import ManagerAnswer
from holdfast.casework.reviews.models import Review

from .models import RaisedFrom

#: type of record -> through which of its fields it belongs to a child
_SOURCES: dict[RaisedFrom, tuple[type[models.Model], str]] = {
    RaisedFrom.MONITOR: (Monitor, "review__child"),
    RaisedFrom.MIDWAY: (MidwayCheck, "review__child"),
    RaisedFrom.OBJECTION: (ManagerAnswer, "release__review__child"),
}

Source = Review | Monitor | MidwayCheck | ManagerAnswer


def find_source(child: Child, raised_from: RaisedFrom, public_id: UUID | str) -> Source:
    """A record of a child who was reached through their door. Raises NotYours for one of another child, or none."""
    try:
        wanted = public_id if isinstance(public_id, UUID) else UUID(str(public_id))
    except ValueError:
        raise NotYours from None
    if raised_from is RaisedFrom.REVIEW:
        records: models.QuerySet = Review.objects.filter(child=child, withdrawn_at=None)
    else:
        model, belongs = _SOURCES[raised_from]
        records = model._base_manager.filter(**{belongs: child})
    found = records.filter(public_id=wanted).first()
    if found is None:
        raise NotYours
    return found
