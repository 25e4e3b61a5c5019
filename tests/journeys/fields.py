"""A person at a browser whose fields are counted: how much each had to fill from first day to last."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

from holdfast.casework.access.models import User
from tests.builders.people import PASSWORD


@dataclass
class Person:
    """One of those concerned. ``filled``: (page, label) of every field they typed in or chose; a press is not one."""

    user: User
    window: Any
    look: Callable[[], None]
    filled: list[tuple[str, str]] = field(default_factory=list)

    def sign_in(self) -> None:
        self.window.context.clear_cookies()
        self.window.goto("/sign-in")
        self.window.get_by_label("User name").fill(self.user.username)
        self.window.get_by_label("Password").fill(PASSWORD)
        self.window.get_by_label("Password").press("Enter")
        self.window.wait_for_url("**/")
        self.look()

    def types(self, label: str, text: str, *, nth: int = 0) -> None:
        self.window.get_by_label(label).nth(nth).fill(text)
        self._count(label)

    def enters_day(self, legend: str, day: Any) -> None:
        """A day in its three boxes counts as one field."""
        group = self.window.get_by_role("group", name=legend)
        for part, value in (("Day", day.day), ("Month", day.month), ("Year", day.year)):
            group.get_by_label(part, exact=True).fill(str(value))
        self._count(legend)

    def chooses(self, label: str, option: str) -> None:
        """The first entry of a list that begins with these words."""
        found = self.window.get_by_label(label, exact=True)
        texts = [text.strip() for text in found.locator("option").all_inner_texts()]
        found.select_option(index=next(n for n, text in enumerate(texts) if text.startswith(option)))
        self._count(label)

    def chooses_who(self, name: str) -> None:
        """A worker, offered as a suggestion with reasons or in a list."""
        offered = self.window.get_by_role("radio", name=name)
        if offered.count():
            offered.first.check()
        else:
            found = self.window.get_by_label("Who", exact=True)
            texts = [text.strip() for text in found.locator("option").all_inner_texts()]
            found.select_option(index=next(n for n, text in enumerate(texts) if text.startswith(name)))
        self._count("Who")

    def picks(self, legend: str, option: str) -> None:
        """One of several round buttons, or a tick."""
        group = self.window.get_by_role("group", name=legend)
        group.get_by_label(option, exact=True).first.check()
        self._count(legend)

    def ticks(self, *labels: str) -> None:
        for label in labels:
            self.window.get_by_label(label).first.check()
            self._count(label)

    def presses(self, button: str) -> None:
        self.window.get_by_role("button", name=button).first.click()
        self.look()

    def follows(self, link: str) -> None:
        self.window.get_by_role("link", name=link).first.click()
        self.look()

    def opens(self, address: str) -> None:
        self.window.goto(address)
        self.look()

    def reads(self, text: str) -> None:
        """The words are on the page."""
        assert self.window.get_by_text(text).first.is_visible(), text

    def _count(self, label: str) -> None:
        self.filled.append((self.window.locator("h1").inner_text(), label))
