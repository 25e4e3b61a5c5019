"""Addresses of this journey: the page that leads to everything about quality."""

from __future__ import annotations

from holdfast.casework.access.roles import Role
from tests.web.doors import HOLDS, Door

DOORS: dict[str, Door] = {
    "quality": Door(HOLDS | {Role.ANALYST}),
}
