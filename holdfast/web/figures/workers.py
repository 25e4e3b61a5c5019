"""The names of the workers who stand in the rows behind a number."""

from __future__ import annotations

from collections.abc import Iterable

from holdfast.casework.people.models import Worker


def names_of(public_ids: Iterable[str]) -> dict[str, str]:
    """Name by public id; one query, none where there is no worker."""
    wanted = set(public_ids)
    if not wanted:
        return {}
    found = Worker.objects.filter(public_id__in=wanted).values_list("public_id", "name")
    return {str(public_id): name for public_id, name in found}
