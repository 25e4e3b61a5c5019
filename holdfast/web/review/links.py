"""Pages of other journeys that a review leads to."""

from __future__ import annotations

from typing import Any

from django.urls import NoReverseMatch, reverse


def link(name: str, *args: Any) -> str:
    """The address of a page; blank as long as there is none of that name."""
    try:
        return reverse(name, args=args)
    except NoReverseMatch:
        return ""
