"""What every page tells its frame: its title, where it hangs, and which part of the service it belongs to."""

from __future__ import annotations

from dataclasses import dataclass

from django.urls import reverse


@dataclass(frozen=True)
class Crumb:
    label: str
    url: str


@dataclass(frozen=True)
class Page:
    """``title`` is the page's one h1 and, unless the template says another, the first words of its window.

    A browser proposes those words as the name of a file, so that a page called after a child says another.
    ``section`` marks the menu.
    """

    title: str
    section: str = ""
    crumbs: tuple[Crumb, ...] = ()

    @classmethod
    def under(cls, title: str, section: str, *trail: tuple[str, str]) -> Page:
        """A page below the home page. ``trail`` is (label, url name or address) from the top down."""
        steps = [Crumb("My work", reverse("home"))]
        steps += [
            Crumb(label, target if target.startswith("/") else reverse(target)) for label, target in trail
        ]
        return cls(title, section, tuple(steps))
