"""The menu: what each role finds in it, in the order of a working day."""

from __future__ import annotations

from dataclasses import dataclass

from django.urls import reverse

from holdfast.casework.access.models import User
from holdfast.casework.access.roles import Permission
from holdfast.casework.access.rules import may

#: section, label, address, and the permission that opens it (None: everybody)
PLACES: tuple[tuple[str, str, str, Permission | None], ...] = (
    ("home", "My work", "home", None),
    ("overview", "Overview", "overview", Permission.SEE_PUBLISHED),
    ("children", "Children", "children", Permission.SEE_OWN_CHILDREN),
    ("reviews", "Reviews", "reviews", Permission.BOOK_REVIEWS),
    ("concerns", "Concerns", "concerns", Permission.SEE_CONCERNS),
    ("quality", "Quality", "quality", Permission.SEE_PATTERNS),
    ("figures", "Figures", "figures", Permission.SEE_PUBLISHED),  # of others than SEE_FIGURES, as published
    ("reports", "Reports", "reports", Permission.SEE_PUBLISHED),
    ("intake", "Bring data in", "intake", Permission.IMPORT_RETURNS),
    ("rules", "Rules", "rules", Permission.SET_RULES),
    ("accounts", "People", "accounts", Permission.MANAGE_USERS),
)


@dataclass(frozen=True)
class Place:
    label: str
    url: str
    here: bool


def places_for(user: User, section: str) -> list[Place]:
    """The menu of one person, with the part they are in marked."""
    return [
        Place(label, reverse(address), here=key == section)
        for key, label, address, permission in PLACES
        if permission is None or may(user, permission)
    ]
